using NodaTime;

namespace RevOps.Metrics.Predictive.Tests.Buying;

public class HoldoutReportTests
{
    private static readonly LocalDate Start = new(2025, 1, 6);

    private static readonly Purchase[] Purchases =
    [
        new("Ann", Start, 10), new("Ann", Start.PlusDays(3), 20), new("Ann", Start.PlusDays(12), 30), new("Ann", Start.PlusDays(13), 40),
        new("Bob", Start.PlusDays(2), 10),
        new("Cid", Start.PlusDays(11), 10), new("Cid", Start.PlusDays(12), 10),
    ];

    [Fact]
    public void What_the_customers_of_the_calibration_buy_later_is_the_holdout()
    {
        CalibrationAndHoldout data = CalibrationAndHoldout.From(Purchases, Start.PlusDays(9), Start.PlusDays(19));

        Assert.Equal(["Ann", "Bob"], data.Calibration.Customers.Select(customer => customer.CustomerId));
        Assert.Equal(10, data.HoldoutLength);
        Assert.Equal(new HoldoutPurchases("Ann", 2, Estimate.Of(35)), data.Holdout[0]);
        Assert.Equal("the customer bought nothing in the holdout", data.Holdout[1].MonetaryValue.UndefinedReason);
    }

    [Fact]
    public void A_refund_in_the_holdout_changes_nothing_before_it()
    {
        CalibrationAndHoldout data = CalibrationAndHoldout.From([.. Purchases, new("Ann", Start.PlusDays(15), -75)], Start.PlusDays(9), Start.PlusDays(19));

        Assert.Equal(1, data.Calibration.Customers[0].History.Frequency);
        Assert.Equal(20, data.Calibration.Customers[0].MonetaryValue.OrThrow());
        Assert.Equal(0, data.Holdout[0].Frequency);
    }

    [Fact]
    public void A_week_that_the_cut_goes_through_counts_once()
    {
        // Ann buys on a Monday and on the Thursday of that week; the calibration ends on the Tuesday between.
        CalibrationAndHoldout cut = CalibrationAndHoldout.From(Purchases, Start.PlusDays(1), Start.PlusDays(19), RfmOptions.Weeks);

        Assert.Equal(1, cut.Holdout[0].Frequency);
    }

    [Fact]
    public void The_holdout_ends_after_the_calibration()
    {
        Assert.Throws<ArgumentException>(() => CalibrationAndHoldout.From(Purchases, Start, Start));
        Assert.Throws<ArgumentException>(() => CalibrationAndHoldout.From(Purchases, Start, Start.PlusDays(2), RfmOptions.Weeks));
    }

    [Fact]
    public void The_report_counts_what_was_bought_and_adds_up_what_was_expected()
    {
        BgNbdModel model = new(0.5, 8, 0.9, 2);
        CalibrationAndHoldout data = CalibrationAndHoldout.From(Purchases, Start.PlusDays(9), Start.PlusDays(19));

        HoldoutReport report = HoldoutReport.Of(model, data, step: 5, lastFrequency: 1);

        Assert.Equal(2, report.ActualPurchases);
        Assert.Equal(model.ConditionalExpectedPurchases(new(1, 3, 9), 10) + model.ConditionalExpectedPurchases(new(0, 0, 7), 10), report.ExpectedPurchases, 1e-12);
        Assert.Equal([(0, false, 1L, 0.0), (1, true, 1L, 2.0)], report.ByFrequency.Select(row => (row.Frequency, row.AndAbove, row.Customers, row.Actual)));
        // Days 0 to 4 have Ann's repeat of day 3, and by the end of day 14 those of days 12 and 13 are made.
        Assert.Equal([(5.0, 1.0), (10.0, 1.0), (15.0, 3.0), (20.0, 3.0)], report.Tracking.Select(row => (row.Time, row.Actual)));
        Assert.Equal(model.ExpectedPurchases(10) + model.ExpectedPurchases(8), report.Tracking[1].Expected, 1e-12);
        Assert.StartsWith("frequency  customers  actual  expected\n        0          1    0.00", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_bought_before_the_cut_is_an_empty_report()
    {
        HoldoutReport report = HoldoutReport.Of(new BgNbdModel(1, 1, 1, 1), CalibrationAndHoldout.From([new("Ann", Start.PlusDays(3), 1)], Start, Start.PlusDays(9)));

        Assert.Empty(report.Tracking);
        Assert.Equal(0, report.ActualPurchases);
    }
}
