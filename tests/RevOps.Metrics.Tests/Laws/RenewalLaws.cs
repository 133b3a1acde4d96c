using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>Contracts due are renewed, lost or pending, renewals keep at most what was due, and a slow telling of them agrees.</summary>
public sealed class RenewalLaws
{
    private static readonly ValueList<Dimension>[] AllBy =
        [[], [Dimensions.Segment], [Dimensions.Plan], [Dimensions.Channel, Dimensions.Product], [Dimensions.CustomerAttribute("account")]];

    private static readonly Metric[] OfRenewals =
    [
        Success.ContractsDue, Success.RenewedContracts, Success.EarlyRenewals, Success.OnTimeRenewals, Success.LateRenewals, Success.LostContracts,
        Success.PendingContracts, Success.DueArr, Success.RenewedArr, Success.LostArr, Success.PendingArr, Success.LateRenewalArr,
        Success.RenewalRate, Success.GrossRenewalRate, Success.NetRenewalRate,
    ];

    private static readonly Gen<(RandomBook Book, Question Question)> Cases =
        from book in RandomBooks.All
        from question in Question.Any
        select (book, question with { Options = question.Options with { Where = [] } });

    [Fact]
    public void Contracts_due_are_renewed_or_lost_or_pending_and_renewals_early_on_time_or_late() => Holds((data, question) => Told(
        data, question, OfRenewals, AllBy, of =>
            of(Success.ContractsDue) == of(Success.RenewedContracts) + of(Success.LostContracts) + of(Success.PendingContracts)
            && of(Success.RenewedContracts) == of(Success.EarlyRenewals) + of(Success.OnTimeRenewals) + of(Success.LateRenewals)
            && of(Success.LostContracts) >= 0 && of(Success.PendingContracts) >= 0 && of(Success.LostArr) >= 0 && of(Success.PendingArr) >= 0
            && of(Success.LostArr) + of(Success.PendingArr) + of(Success.LateRenewalArr) <= of(Success.DueArr)));

    [Fact]
    public void The_gross_renewal_rate_is_a_share_and_the_net_rate_is_not_below_it() => Holds((data, question) => Told(data, question, OfRenewals, AllBy, of =>
        of(Success.RenewalRate) is null or (>= 0 and <= 1)
        && of(Success.GrossRenewalRate) is null or (>= 0 and <= 1)
        && !(of(Success.NetRenewalRate) < of(Success.GrossRenewalRate))
        && (of(Success.RenewalRate) is null) == (of(Success.GrossRenewalRate) is null)));

    [Fact]
    public void Retention_of_the_contracts_due_is_their_renewal_rate() => Holds((data, question) =>
    {
        MetricPolicy policy = question.Options.Policy with
        {
            RetentionCohort = RetentionCohort.ContractsDue,
            RetentionCap = RetentionCap.PerCustomer,
            MinimumCohort = 0,
            ChurnWindow = ChurnWindow.ContractsDue,
        };
        Metric[] metrics =
        [
            Success.ContractsDue, Success.RenewalRate, Success.GrossRenewalRate, Success.NetRenewalRate, Success.GrossRevenueRetention,
            Success.NetRevenueRetention, Success.CustomerChurnRate,
        ];
        return Told(data, question with { Options = new EvaluationOptions { Policy = policy } }, metrics, AllBy, of =>
            of(Success.GrossRevenueRetention) == of(Success.GrossRenewalRate) && of(Success.NetRevenueRetention) == of(Success.NetRenewalRate)
            && of(Success.CustomerChurnRate) is var churn && (churn is null ? of(Success.RenewalRate) is null : Math.Abs(churn.Value + of(Success.RenewalRate)!.Value - 1) < 1e-20m));
    });

    [Fact]
    public void Contracts_due_add_up_over_segments_and_months() => Holds((data, question) =>
    {
        ReportingPeriod quarter = ReportingCalendar.Gregorian.Quarters(2026)[question.Periods.Count % 4];
        IReadOnlyList<ReportingPeriod> months = ReportingCalendar.Gregorian.Periods(CalendarGrain.Month, quarter);
        Metric[] counts = [Success.ContractsDue, Success.RenewedContracts, Success.LostContracts, Success.PendingContracts, Success.RenewedArr, Success.LostArr];
        EvaluationOptions options = question.Options;
        MetricTable total = data.Evaluate(counts, [quarter, .. months], options: options), parts = data.Evaluate(counts, [quarter], [Dimensions.Plan], options);
        return counts.All(metric => !months.All(month => total[metric, month].IsDefined)
            || (total[metric, quarter].Magnitude == months.Sum(month => total[metric, month].Magnitude)
                && total[metric, quarter].Magnitude == parts.Cells.Sum(cell => parts[metric, quarter, cell].Magnitude)));
    });

    [Fact]
    public void The_contracts_due_agree_with_the_naive_ones_day_by_day_and_by_everything() => Holds((data, question) =>
    {
        LocalDate[] days = [.. new NaiveRenewals(data, question.Options.Policy.Ledger).Rows.Select(row => row.Day(Renewals.DueOn)!.Value).Distinct().Order()];
        Measure[] measures =
        [
            new CountMeasure("due", Renewals.DueOn), new SumMeasure("amount", Renewals.Amount, Renewals.DueOn), new SumMeasure("renewed", Renewals.RenewedAmount, Renewals.DueOn),
            new SumMeasure("kept", Renewals.KeptAmount, Renewals.DueOn), new HistogramMeasure("late", Renewals.DaysLate, Renewals.DueOn),
            new SumMeasure("known", Renewals.DaysKnown, Renewals.DueOn), new CountMeasure("renewals", Renewals.RenewedOn),
        ];
        ValueList<Dimension> dimensions = [Dimensions.CustomerAttribute("account"), Dimensions.Segment, Dimensions.Plan, Dimensions.Product];
        MeasureQuery query = new()
        {
            Requests = [.. from measure in measures from day in days select new MeasureRequest(measure, new DateWindow(day, day.PlusDays(1))) { By = dimensions }],
            Ledger = question.Options.Policy.Ledger,
        };
        new TwinEngine(data.Engine, new NaiveEngine(data)).MeasureAsync(query).AsTask().GetAwaiter().GetResult();
        return true;
    });

    private static bool Told(RevenueDataset data, Question question, Metric[] metrics, ValueList<Dimension>[] dimensions, Func<Func<Metric, decimal?>, bool> holds)
    {
        foreach (ValueList<Dimension> by in dimensions)
        {
            MetricTable table = data.Evaluate(metrics, question.Periods, by, question.Options);
            foreach ((ReportingPeriod period, Cell cell) in table.Periods.SelectMany(period => table.Cells.Select(cell => (period, cell))))
            {
                if (table[metrics[0], period, cell].IsDefined && !holds(metric => table[metric, period, cell].Magnitude)) return false;
            }
        }

        return true;
    }

    private static void Holds(Func<RevenueDataset, Question, bool> law, int cases = 2500) => Law.Holds(
        Cases, c => law(c.Book.Build(), c.Question), c => c.Book.Shrink().Select(smaller => (smaller, c.Question)), cases);
}
