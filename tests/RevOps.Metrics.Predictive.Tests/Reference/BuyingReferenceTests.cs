using System.Globalization;
using System.Text.Json;
using MathNet.Numerics.Statistics;
using NodaTime;
using RevOps.Metrics.Tests;

namespace RevOps.Metrics.Predictive.Tests.Reference;

public class BuyingReferenceTests
{
    private static readonly string[] BgNames = ["r", "alpha", "a", "b"];
    private static readonly string[] ParetoNames = ["r", "alpha", "s", "beta"];
    private static readonly string[] BgBbNames = ["alpha", "beta", "gamma", "delta"];
    private static readonly string[] SpendNames = ["p", "q", "v"];

    [ReferenceFact]
    public void Bg_nbd_fits_cdnow_as_published()
    {
        JsonElement expected = ReferenceCase.Expected("bgnbd_cdnow.json");
        FitReport exact = BgNbdModel.Fit(ReferenceCase.Cdnow()).Report!;

        Fits(expected.GetProperty("mle_exact_weeks"), exact, BgNames);
        Fits(expected.GetProperty("mle_rounded_summary_csv"), BgNbdModel.Fit(ReferenceCase.CdnowRounded()).Report!, BgNames);
        Published(expected.GetProperty("published"), exact, BgNames);
        FitsThoseOfClvTools(expected.GetProperty("clvtools_test"), exact, BgNames);
    }

    [ReferenceFact]
    public void Bg_nbd_at_fixed_parameters_is_that_of_others()
    {
        BgNbdModel model = new(0.243, 4.414, 0.793, 2.426);
        JsonElement expected = ReferenceCase.Expected("bgnbd_cdnow.json").GetProperty("at_fixed_params");

        ReferenceCase.Close(expected.Number("ll"), model.LogLikelihood(ReferenceCase.Cdnow()), 1e-9, "log-likelihood");
        Expectations(expected, model);
        foreach ((PurchaseHistory history, JsonElement grid, int i) in Grid(expected))
        {
            ReferenceCase.Close(grid.GetProperty("cet52").Numbers()[i], model.ConditionalExpectedPurchases(history, 52), 1e-9, $"{history}");
            ReferenceCase.Close(grid.GetProperty("cet39").Numbers()[i], model.ConditionalExpectedPurchases(history, 39), 1e-9, $"{history}");
            ReferenceCase.Close(grid.GetProperty("palive").Numbers()[i], model.ProbabilityAlive(history), 1e-9, $"{history}");
        }

        // The sheet has the unrounded estimates, which at 78 weeks makes a difference of 0.003.
        BgNbdModel fitted = BgNbdModel.Fit(ReferenceCase.Cdnow()).OrThrow();
        JsonElement sheet = expected.GetProperty("hardie_xls_expected");
        foreach ((double t, double value) in sheet.GetProperty("t").Numbers().Zip(sheet.GetProperty("value").Numbers())) Assert.Equal(value, fitted.ExpectedPurchases(t), sheet.Number("tol"));
        ReferenceCase.Close(expected.Number("pmf_T2_n10"), model.Probability(10, 2), 1e-9, "mass");
        ReferenceCase.Close(expected.Number("pmf_T39_n0"), model.Probability(0, 39), 1e-9, "mass");
        Assert.Equal(expected.Number("hardie_cet_x2_tx30_43_T38_86_t39"), model.ConditionalExpectedPurchases(new(2, 30.43, 38.86), 39), 1e-3);
    }

    [ReferenceFact]
    public void Bg_nbd_tracks_cdnow_as_the_manual_says() => Tracks(ReferenceCase.Expected("bgnbd_cdnow.json"), table => BgNbdModel.Fit(table).OrThrow(), 1e-4);

    [ReferenceFact]
    public void Pareto_nbd_fits_cdnow_as_published()
    {
        JsonElement expected = ReferenceCase.Expected("pnbd_cdnow.json");
        FitReport exact = ParetoNbdModel.Fit(ReferenceCase.Cdnow()).Report!;

        Fits(expected.GetProperty("mle_exact_weeks"), exact, ParetoNames);
        Fits(expected.GetProperty("mle_rounded_summary_csv"), ParetoNbdModel.Fit(ReferenceCase.CdnowRounded()).Report!, ParetoNames);
        Published(expected.GetProperty("published"), exact, ParetoNames);
        FitsThoseOfClvTools(expected.GetProperty("clvtools_test"), exact, ParetoNames);
    }

    [ReferenceFact]
    public void Pareto_nbd_at_fixed_parameters_is_that_of_others()
    {
        ParetoNbdModel model = new(0.5534, 10.5802, 0.6061, 11.6562);
        JsonElement expected = ReferenceCase.Expected("pnbd_cdnow.json").GetProperty("at_fixed_params");

        ReferenceCase.Close(expected.Number("ll"), model.LogLikelihood(ReferenceCase.Cdnow()), 1e-9, "log-likelihood");
        Expectations(expected, model);
        foreach ((PurchaseHistory history, JsonElement grid, int i) in Grid(expected))
        {
            ReferenceCase.Close(grid.GetProperty("cet52").Numbers()[i], model.ConditionalExpectedPurchases(history, 52), 1e-9, $"{history}");
            ReferenceCase.Close(grid.GetProperty("palive").Numbers()[i], model.ProbabilityAlive(history), 1e-9, $"{history}");
            ReferenceCase.Close(grid.GetProperty("dert0027").Numbers()[i], model.DiscountedExpectedResidualTransactions(history, 0.0027), 1e-9, $"{history}");
        }

        Assert.Equal(expected.Number("cet_x26_tx30_86_T31_t52"), model.ConditionalExpectedPurchases(new(26, 30.86, 31), 52), 0.01);
        Assert.Equal(expected.Number("palive_x26_tx30_86_T31"), model.ProbabilityAlive(new(26, 30.86, 31)), 1e-4);
    }

    [ReferenceFact]
    public void Pareto_nbd_discounts_as_the_manual_says()
    {
        JsonElement expected = ReferenceCase.Expected("pnbd_cdnow.json").GetProperty("btyd_manual_dert");
        double[] p = expected.GetProperty("params").Numbers();
        ParetoNbdModel model = new(p[0], p[1], p[2], p[3]);

        double[] values = expected.GetProperty("x1to10_tx30_T77.86").Numbers();
        for (int x = 1; x <= values.Length; x++)
        {
            ReferenceCase.Close(values[x - 1], model.DiscountedExpectedResidualTransactions(new(x, 30, 77.86), expected.Number("d")), 1e-9, $"{x}");
        }
    }

    [ReferenceFact]
    public void Pareto_nbd_tracks_cdnow_as_the_manual_says() => Tracks(ReferenceCase.Expected("pnbd_cdnow.json"), table => ParetoNbdModel.Fit(table).OrThrow(), 1e-3, tracking: 1e-4);

    [ReferenceFact]
    public void Pareto_nbd_stands_counts_and_parameters_that_overflow_others()
    {
        JsonElement expected = ReferenceCase.Expected("pnbd_cdnow.json").GetProperty("numerical_stability");
        foreach (JsonElement given in expected.GetProperty("palive_must_be_finite_in_0_1").EnumerateArray())
        {
            double[] p = given.GetProperty("params").Numbers();
            ParetoNbdModel model = new(p[0], p[1], p[2], p[3]);
            double[] x = given.GetProperty("x").Numbers(), recency = given.GetProperty("t_x").Numbers(), age = given.GetProperty("T").Numbers();
            for (int i = 0; i < x.Length; i++) Assert.InRange(model.ProbabilityAlive(new((long)x[i], recency[i], age[i])), 0, 1);
        }

        JsonElement many = expected.GetProperty("cet_underflow");
        double[] q = many.GetProperty("params").Numbers();
        ParetoNbdModel buyers = new(q[0], q[1], q[2], q[3]);
        double[] comment = many.GetProperty("lifetimes_comment").Numbers();
        Assert.Equal(comment[0], buyers.ConditionalExpectedPurchases(new(132, 200, 200), 10), 1e-9);
        Assert.Equal(comment[1], buyers.ConditionalExpectedPurchases(new(133, 200, 200), 10), 1e-9);
    }

    [ReferenceFact]
    public void Bg_bb_fits_the_donations_as_published()
    {
        JsonElement expected = ReferenceCase.Expected("bgbb_donations.json");
        Fitted<BgBbModel> fit = BgBbModel.Fit(ReferenceCase.Donations());
        BgBbModel model = fit.OrThrow();

        Fits(expected.GetProperty("mle"), fit.Report!, BgBbNames);
        Published(expected.GetProperty("published"), fit.Report!, BgBbNames, 1e-2);
        foreach (JsonElement row in expected.GetProperty("prob_alive_table6").EnumerateArray())
        {
            Assert.Equal(row.Number("p"), model.ProbabilityAlive(new((int)row.Number("x"), (int)row.Number("t_x"), 6)), 0.005);
        }

        Assert.Equal(expected.Number("sum_expected_next5y_all_donors"), ReferenceCase.Donations().Sum(group => group.Customers * model.ConditionalExpectedPurchases(group.History, 5)), 0.5);
        JsonElement sample = expected.GetProperty("in_sample_fit");
        Assert.Equal(sample.Number("x0"), 11_104 * model.Probability(0, 6), 0.5);
        Assert.Equal(sample.Number("x6"), 11_104 * model.Probability(6, 6), 0.5);

        JsonElement vignette = expected.GetProperty("vignette");
        ReferenceCase.Close(vignette.Number("expectation10_at_mle"), model.ExpectedPurchases(10), 1e-4, "expectation");
        ReferenceCase.Close(vignette.Number("cet10_A_x0_t0"), model.ConditionalExpectedPurchases(new(0, 0, 6), 10), 1e-3, "A");
        ReferenceCase.Close(vignette.Number("cet10_B_x4_t5"), model.ConditionalExpectedPurchases(new(4, 5, 6), 10), 1e-3, "B");
        double[] incremental = vignette.GetProperty("incremental_expected").Numbers();
        for (int n = 1; n <= incremental.Length; n++)
        {
            ReferenceCase.Close(incremental[n - 1], 11_104 * (model.ExpectedPurchases(n) - model.ExpectedPurchases(n - 1)), 1e-4, $"opportunity {n}");
        }

        double[] byFrequency = vignette.GetProperty("cond_exp_by_freq").GetProperty("expected").Numbers(), bins = vignette.GetProperty("cond_exp_by_freq").GetProperty("bin").Numbers();
        foreach (IGrouping<int, OpportunityGroup> groups in ReferenceCase.Donations().GroupBy(group => group.History.Purchases))
        {
            double mean = groups.Sum(group => group.Customers * model.ConditionalExpectedPurchases(group.History, 5)) / groups.Sum(group => group.Customers);
            ReferenceCase.Close(byFrequency[groups.Key], mean, 1e-4, $"frequency {groups.Key}");
            Assert.Equal(bins[groups.Key], groups.Sum(group => group.Customers));
        }
    }

    [ReferenceFact]
    public void Bg_bb_at_fixed_parameters_is_that_of_others()
    {
        BgBbModel model = new(1.2, 0.75, 0.66, 2.78);
        JsonElement expected = ReferenceCase.Expected("bgbb_donations.json").GetProperty("at_fixed");

        ReferenceCase.Close(expected.Number("ll"), model.LogLikelihood(ReferenceCase.Donations()), 1e-9, "log-likelihood");
        ReferenceCase.Close(expected.Number("expectation_n10"), model.ExpectedPurchases(10), 1e-9, "expectation");
        JsonElement grid = expected.GetProperty("grid");
        double[] x = grid.GetProperty("x").Numbers(), last = grid.GetProperty("t.x").Numbers(), n = grid.GetProperty("n").Numbers();
        for (int i = 0; i < x.Length; i++)
        {
            OpportunityHistory history = new((int)x[i], (int)last[i], (int)n[i]);
            ReferenceCase.Close(grid.GetProperty("cet10").Numbers()[i], model.ConditionalExpectedPurchases(history, 10), 1e-9, $"{history}");
            ReferenceCase.Close(grid.GetProperty("palive").Numbers()[i], model.ProbabilityAlive(history), 1e-9, $"{history}");
            ReferenceCase.Close(grid.GetProperty("dert0.1").Numbers()[i], model.DiscountedExpectedResidualTransactions(history, 0.1).OrThrow(), 1e-9, $"{history}");
        }

        double[] mass = expected.GetProperty("pmf_n6").Numbers();
        for (int i = 0; i < mass.Length; i++) ReferenceCase.Close(mass[i], model.Probability(i, 6), 1e-9, $"mass {i}");
    }

    [ReferenceFact]
    public void Gamma_gamma_fits_cdnow_as_published()
    {
        JsonElement expected = ReferenceCase.Expected("gamma_gamma_cdnow.json");
        FitReport exact = GammaGammaModel.Fit(ReferenceCase.Cdnow()).Report!;

        Fits(expected.GetProperty("mle_exact"), exact, SpendNames);
        Fits(expected.GetProperty("mle_rounded_summary_csv"), GammaGammaModel.Fit(ReferenceCase.CdnowRounded()).Report!, SpendNames);
        JsonElement published = expected.GetProperty("published");
        foreach (string name in SpendNames) Assert.Equal(published.Number(name), exact[name].Value, 0.01);
        Assert.Equal(946, exact.Observations);
        ReferenceCase.Close(published.Number("ll"), exact.LogLikelihood, 1e-8, "log-likelihood");

        JsonElement described = expected.GetProperty("descriptive"), rounded = described.GetProperty("rounded");
        double[] spend = [.. ReferenceCase.Cdnow().Customers.Where(customer => customer.History.Frequency > 0).Select(customer => customer.MonetaryValue.OrThrow())];
        Assert.Equal((int)described.Number("repeat_customers"), spend.Length);
        ReferenceCase.Close(described.Number("mean_repeat_spend"), spend.Average(), 1e-9, "mean");
        Assert.Equal(
            [rounded.Number("mean"), rounded.Number("std"), rounded.Number("min"), rounded.Number("median"), rounded.Number("max")],
            new[] { spend.Average(), spend.StandardDeviation(), spend.Min(), spend.Median(), spend.Max() }.Select(number => Math.Round(number)));
    }

    [ReferenceFact]
    public void Gamma_gamma_at_fixed_parameters_is_that_of_others()
    {
        GammaGammaModel model = new(6.25, 3.74, 15.44);
        JsonElement expected = ReferenceCase.Expected("gamma_gamma_cdnow.json"), at = expected.GetProperty("at_fixed"), grid = at.GetProperty("expected_value");
        double[] amounts = grid.GetProperty("m.x").Numbers(), repeats = grid.GetProperty("x").Numbers(), values = grid.GetProperty("v").Numbers();
        for (int i = 0; i < values.Length; i++) ReferenceCase.Close(values[i], model.ExpectedSpend((long)repeats[i], amounts[i]).OrThrow(), 1e-9, $"{i}");

        ReferenceCase.Close(at.Number("population_mean_x0"), model.MeanSpend.OrThrow(), 1e-9, "mean");
        double[] all = [.. ReferenceCase.CdnowRounded().Customers.Select(customer => model.ExpectedSpend(customer).OrThrow())];
        ReferenceCase.Close(at.Number("sum_all_2357"), all.Sum(), 1e-9, "sum");
        double[] first = at.GetProperty("first10_customers").Numbers(), sheet = expected.GetProperty("hardie_sheet_first10_customers").Numbers();
        for (int i = 0; i < first.Length; i++)
        {
            ReferenceCase.Close(first[i], all[i], 1e-9, $"customer {i}");
            Assert.Equal(sheet[i], all[i], 0.1);
        }
    }

    [ReferenceTheory]
    [InlineData("clv_12m_1pct_W", 12, 0.01)]
    [InlineData("clv_12m_0pct_W", 12, 0)]
    [InlineData("clv_36m_1pct_W", 36, 0.01)]
    public void Discounted_lifetime_values_of_cdnow_are_those_of_lifetimes(string name, int months, double discount)
    {
        JsonElement expected = ReferenceCase.Expected("clv_discounted_cdnow.json").GetProperty(name);
        BgNbdModel buying = new(0.243, 4.414, 0.793, 2.426);

        ValueList<CustomerLifetimeValue> values = buying.LifetimeValues(
            ReferenceCase.CdnowRounded(), new GammaGammaModel(6.25, 3.74, 15.44), new LifetimeValueTerms(months, discount, LifetimeValueTerms.WeeksPerMonth));

        double[] all = [.. values.Select(value => value.Value.OrThrow())];
        double[] first = expected.GetProperty("first10").Numbers();
        for (int i = 0; i < first.Length; i++) ReferenceCase.Close(first[i], all[i], 1e-9, $"customer {i}");
        ReferenceCase.Close(expected.Number("sum"), all.Sum(), 1e-9, "sum");
        ReferenceCase.Close(expected.Number("max"), all.Max(), 1e-9, "maximum");
        Assert.Equal((int)expected.Number("argmax"), Array.IndexOf(all, all.Max()));
    }

    [ReferenceFact]
    public void The_summary_of_cdnow_is_that_of_others()
    {
        JsonElement expected = ReferenceCase.Expected("rfm_cdnow_sample.json");
        CalibrationAndHoldout data = CalibrationAndHoldout.From(ReferenceCase.CdnowPurchases(), new LocalDate(1997, 9, 30), new LocalDate(1998, 6, 30), RfmOptions.DaysInWeeks);
        RfmSummary[] customers = [.. data.Calibration.Customers];

        Assert.Equal((int)expected.Number("customers"), customers.Length);
        Assert.Equal(expected.Number("sum_x"), customers.Sum(customer => customer.History.Frequency));
        ReferenceCase.Close(expected.Number("sum_tx_weeks"), customers.Sum(customer => customer.History.Recency), 1e-9, "recency");
        ReferenceCase.Close(expected.Number("sum_T_weeks"), customers.Sum(customer => customer.History.Age), 1e-9, "age");
        double[] means = [.. customers.Where(customer => customer.History.Frequency > 0).Select(customer => customer.MonetaryValue.OrThrow())];
        Assert.Equal((int)expected.Number("repeaters"), means.Length);
        ReferenceCase.Close(expected.Number("mean_monetary_repeaters"), means.Average(), 1e-9, "mean");
        Assert.Equal(expected.Number("zero_monetary"), means.Count(mean => mean == 0));
        Assert.Equal(expected.Number("holdout_39w_repeat_transactions"), data.Holdout.Sum(later => later.Frequency));
        Assert.Equal(expected.Number("calibration_customer_days"), customers.Sum(customer => customer.History.Frequency + 1));
        Assert.Equal(expected.Number("customer_days_full_78_weeks_after_same_day_merge"), customers.Sum(customer => customer.History.Frequency + 1) + data.Holdout.Sum(later => later.Frequency));
        Assert.Equal((int)expected.Number("rows"), ReferenceCase.CdnowPurchases().Length);
        int row = 0;
        foreach (JsonElement first in expected.GetProperty("customers_first3").EnumerateArray())
        {
            Assert.Equal(first.Number("id"), int.Parse(customers[row].CustomerId, CultureInfo.InvariantCulture));
            PurchaseHistory history = customers[row++].History;
            Assert.Equal(first.Number("x"), history.Frequency);
            Assert.Equal(first.Number("t_x"), history.Recency, 1e-9);
            Assert.Equal(first.Number("T"), history.Age, 1e-9);
        }
    }

    [ReferenceFact]
    public void Small_summaries_follow_the_rules_of_lifetimes()
    {
        JsonElement small = ReferenceCase.Case("rfm_from_transactions_small.json");
        JsonElement expected = small.GetProperty("expected");
        Purchase[] purchases = [.. small.GetProperty("inputs").GetProperty("daily").GetProperty("transactions").EnumerateArray().Select(row => new Purchase(
            $"{row[0].GetInt32()}", NodaTime.Text.LocalDatePattern.Iso.Parse(row[1].GetString()!).Value, row[2].GetDecimal()))];
        LocalDate end = new(2015, 2, 7);

        Same(expected.GetProperty("daily"), RfmTable.FromPurchases(purchases, end));
        Same(expected.GetProperty("weekly_monday_start"), RfmTable.FromPurchases(purchases, end, RfmOptions.Weeks));

        CalibrationAndHoldout cut = CalibrationAndHoldout.From(purchases, new LocalDate(2015, 2, 1), end);
        JsonElement both = expected.GetProperty("calibration_holdout_daily");
        Assert.DoesNotContain(cut.Calibration.Customers, customer => customer.CustomerId == "6");
        Assert.Equal(both.GetProperty("monetary_cal").Numbers(), cut.Calibration.Customers.Select(customer => customer.MonetaryValue.Value ?? 0));
        Assert.Equal(both.GetProperty("monetary_holdout").Numbers(), cut.Holdout.Select(customer => customer.MonetaryValue.Value ?? 0));

        // "monetary_excludes_first": in whatever order they come, the mean is that of the 20 and the 25.
        Purchase[] unordered = [new("A", new(2014, 4, 9), 20), new("A", new(2014, 3, 14), 10), new("A", new(2014, 5, 21), 25)];
        Assert.Equal(22.5, Assert.Single(RfmTable.FromPurchases(unordered, new LocalDate(2014, 6, 1)).Customers).MonetaryValue.OrThrow(), 1e-12);
    }

    private static void Same(JsonElement rows, RfmTable table)
    {
        Assert.Equal(rows.GetArrayLength(), table.Customers.Count);
        foreach ((JsonElement row, RfmSummary customer) in rows.EnumerateArray().Zip(table.Customers))
        {
            double[] numbers = row.Numbers();
            Assert.Equal($"{numbers[0]}", customer.CustomerId);
            Assert.Equal(new PurchaseHistory((long)numbers[1], numbers[2], numbers[3]), customer.History);
            if (numbers.Length > 4) Assert.Equal(numbers[4], customer.MonetaryValue.Value ?? 0);
        }
    }

    private static void Fits(JsonElement expected, FitReport report, string[] names)
    {
        Assert.True(report.Converged);
        Assert.Empty(report.Warnings);
        double[] parameters = expected.GetProperty("params").Numbers();
        ReferenceCase.Close(expected.Number("ll"), report.LogLikelihood, 1e-9, "log-likelihood");
        for (int i = 0; i < names.Length; i++) ReferenceCase.Close(parameters[i], report[names[i]].Value, 1e-4, names[i]);
        if (!expected.TryGetProperty("se", out JsonElement errors)) return;
        for (int i = 0; i < names.Length; i++) ReferenceCase.Close(errors.Numbers()[i], report[names[i]].StandardError.OrThrow(), 2e-3, $"error of {names[i]}");
    }

    /// <summary>CLVTools stops its search a little earlier.</summary>
    private static void FitsThoseOfClvTools(JsonElement expected, FitReport report, string[] names)
    {
        foreach (string name in names) ReferenceCase.Close(expected.Number(name), report[name].Value, 1e-3, name);
        Assert.Equal(expected.Number("ll"), report.LogLikelihood, 1e-3);
        if (!expected.TryGetProperty("se", out JsonElement errors)) return;
        foreach ((string name, double error) in names.Zip(errors.Numbers())) ReferenceCase.Close(error, report[name].StandardError.OrThrow(), 1e-3, $"error of {name}");
    }

    private static void Published(JsonElement expected, FitReport report, string[] names, double tolerance = 1e-3)
    {
        foreach (string name in names) Assert.Equal(expected.Number(name), report[name].Value, Math.Max(tolerance, 0.0005));
        Assert.Equal(expected.Number("ll"), report.LogLikelihood, 0.05);
    }

    private static void Expectations(JsonElement expected, BuyingModel model)
    {
        JsonElement purchases = expected.GetProperty("expected_purchases");
        foreach ((double t, double value) in purchases.GetProperty("t").Numbers().Zip(purchases.GetProperty("value").Numbers())) ReferenceCase.Close(value, model.ExpectedPurchases(t), 1e-9, $"E[X({t})]");
        double[] mass = expected.GetProperty("pmf_T30_n0_20").Numbers();
        for (int x = 0; x < mass.Length; x++) ReferenceCase.Close(mass[x], model.Probability(x, 30), 1e-9, $"P(X(30) = {x})");
    }

    private static IEnumerable<(PurchaseHistory History, JsonElement Grid, int Row)> Grid(JsonElement expected)
    {
        JsonElement grid = expected.GetProperty("grid");
        double[] x = grid.GetProperty("x").Numbers(), recency = grid.GetProperty("t.x").Numbers(), age = grid.GetProperty("T").Numbers();
        for (int i = 0; i < x.Length; i++) yield return (new((long)x[i], recency[i], age[i]), grid, i);
    }

    private static void Tracks(JsonElement expected, Func<RfmTable, BuyingModel> fit, double tolerance, double tracking = 1e-5)
    {
        CalibrationAndHoldout data = CalibrationAndHoldout.From(ReferenceCase.CdnowPurchases(), new LocalDate(1997, 9, 30), new LocalDate(1998, 6, 30), RfmOptions.DaysInWeeks);
        HoldoutReport report = HoldoutReport.Of(fit(data.Calibration), data);

        Assert.Equal(39, data.HoldoutLength, 1e-9);
        Assert.Equal(78, report.Tracking.Count);
        JsonElement weeks = expected.GetProperty("vignette_cumulative_tracking_weeks_20_25");
        for (int i = 0; i < 6; i++)
        {
            Assert.Equal(weeks.GetProperty("actual").Numbers()[i], report.Tracking[19 + i].Actual);
            ReferenceCase.Close(weeks.GetProperty("expected").Numbers()[i], report.Tracking[19 + i].Expected, tracking, $"week {20 + i}");
        }

        JsonElement byFrequency = expected.GetProperty("vignette_cond_exp_by_freq");
        Assert.Equal(byFrequency.GetProperty("customers").Numbers(), report.ByFrequency.Select(row => (double)row.Customers));
        for (int i = 0; i < 8; i++)
        {
            Assert.Equal(byFrequency.GetProperty("actual").Numbers()[i], report.ByFrequency[i].Actual, 5e-4);
            ReferenceCase.Close(byFrequency.GetProperty("expected").Numbers()[i], report.ByFrequency[i].Expected, Math.Max(tolerance, 5e-4 / byFrequency.GetProperty("expected").Numbers()[i]), $"frequency {i}");
        }
    }
}
