using System.Globalization;
using NodaTime;
using NodaTime.Text;
using static RevOps.Metrics.Tests.Reference.Books;

namespace RevOps.Metrics.Tests.Reference;

/// <summary>Published examples of churn and retention: who is counted, and when.</summary>
internal static class ChurnExamples
{
    private static readonly MetricPolicy AtRequest = new() { Ledger = new() { ChurnRecognition = ChurnRecognition.AtRequest } };
    private static readonly LocalDatePattern MonthAndDay = LocalDatePattern.CreateWithInvariantCulture("MM-dd");

    public static ComputedExamples Computed { get; } = new()
    {
        ["po-churn"] = ThirtyDaysBefore,
        ["pw-churn-date"] = DatesOfChurn,
        ["rc-recharge-day"] = e =>
        {
            // There the day of the cancellation is the last one served.
            LocalDate cancelled = ExampleInputs.ToDate(e.Text("cancelled_at").Split('T')[0]);
            return new() { ["churn_recorded"] = DayOfChurn(Make.Monthly("s", "c", 10, "2026-01-05") with { End = cancelled.PlusDays(1) }) };
        },
        ["cm-net-mrr-churn"] = e =>
        {
            // The page gives two sums: half of each is of one kind.
            decimal gain = e["expansion_plus_reactivation"] / 2, loss = e["churn_plus_contraction"] / 2;
            return new()
            {
                ["rate"] = Moving(BillingInterval.Month, e["start_mrr"], expansion: gain, contraction: loss, churn: loss, reactivation: gain)
                    .Told(Success.NetRevenueChurnRate, Step(2), MetricPolicy.Default with { NetChurnReactivation = ReactivationTreatment.Counted }),
            };
        },
        ["cm-annualised-churn"] = e =>
        {
            decimal leave = 100 * e["monthly_churn"];
            return new() { ["annual_churn"] = Told(Success.AnnualCustomerChurnRate, BillingInterval.Month, stay: 100 - leave, leave) };
        },
        ["nrr-notion"] = e => new()
        {
            ["nrr"] = Moving(BillingInterval.Year, e["start"], expansion: e["expansion"], churn: e["churn_contraction"])
                .Told(Success.NetRevenueRetention, Step(2, BillingInterval.Year)),
        },
        ["logo-retention"] = e => new()
        {
            ["rate"] = Told(
                Success.LogoRetention, BillingInterval.Year, stay: e["end"] - e["new"], leave: e["start"] + e["new"] - e["end"], join: e["new"]),
        },
        ["skok-churn"] = e =>
        {
            Subscription[] book =
            [
                .. e.Numbers("customers").SelectMany((mrr, i) => Paying($"c{i}", BillingInterval.Month, mrr, e.Numbers("lost").Contains(mrr) ? 0 : mrr)),
            ];
            return new()
            {
                ["customer_churn"] = book.Told(Success.CustomerChurnRate, Step(1)),
                ["dollar_churn"] = book.Told(Success.GrossRevenueChurnRate, Step(1)),
            };
        },
    };

    /// <summary>The thirty days before each day asked about, by the day on which the cancellation was requested.</summary>
    private static FigureValues ThirtyDaysBefore(WorkedExample e)
    {
        LocalDate requested = Make.Day(e.Text("canceled.one"));
        Subscription[] book = [.. Enumerable.Range(0, (int)e["subs"]).Select(i => Make.Monthly($"s{i}", $"c{i}", 10, "2023-06-15"))];
        book[0] = book[0] with { End = requested.PlusDays(14), Cancellations = [new() { RequestedOn = requested }] };
        return new FigureValues().AddList("rate", e.Entries("asof").Select(day =>
        {
            LocalDate asOf = Make.Day($"{requested.Year.ToString(CultureInfo.InvariantCulture)}-{day.GetString()}");
            return (object?)book.Told(Success.CustomerChurnRate, ReportingPeriod.Between(asOf.PlusDays(-30), asOf), AtRequest);
        }));
    }

    private static FigureValues DatesOfChurn(WorkedExample e)
    {
        LocalDate start = ExampleInputs.ToDate(e.Text("sub.start")), requested = ExampleInputs.ToDate(e.Text("cancel_requested"));
        BillingInterval interval = BillingInterval.Parse(e.Text("sub.interval"), null);
        Subscription cancelled = new()
        {
            Id = "s",
            CustomerId = "c",
            Start = start,
            End = Enumerable.Range(1, 12).Select(n => interval.After(start, n)).First(end => end > requested),
            Terms = [Price(e["sub.mrr"], interval) with { From = start }],
            Cancellations = [new() { RequestedOn = requested }],
        };
        return new() { ["profitwell"] = DayOfChurn(cancelled), ["on_cancel_vendors"] = DayOfChurn(cancelled, AtRequest) };
    }

    /// <summary>The one day of 2026 on which recurring revenue churns.</summary>
    private static string DayOfChurn(Subscription subscription, MetricPolicy? policy = null)
    {
        MetricTable days = RevenueDataset.Build(subscriptions: [subscription])
            .Evaluate(Revenue.ChurnedMrr, ReportingCalendar.Gregorian.Days(2026), options: new EvaluationOptions { Policy = policy ?? MetricPolicy.Default });
        return MonthAndDay.Format(Assert.Single(days.Results, day => day.Magnitude < 0).Period.Start);
    }

    /// <summary>The rate of a period in which so many customers stay, leave and join.</summary>
    private static decimal? Told(Metric rate, BillingInterval length, decimal stay, decimal leave, decimal join = 0)
    {
        static IEnumerable<Subscription> Each(string name, decimal count, BillingInterval length, params IReadOnlyList<decimal> mrr) =>
            Enumerable.Range(0, (int)count).SelectMany(i => Paying($"{name}{i}", length, mrr));
        Subscription[] book = [.. Each("stays", stay, length, 10), .. Each("leaves", leave, length, 10, 0), .. Each("joins", join, length, 0, 10)];
        return book.Told(rate, Step(1, length));
    }
}
