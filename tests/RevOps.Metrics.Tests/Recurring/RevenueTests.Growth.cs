using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed partial class RevenueTests
{
    [Fact]
    public void Growth_is_from_close_to_close_and_undefined_from_nothing()
    {
        Assert.Equal((380m - 300) / 300, Told(Revenue.MrrGrowth, "2026-01").Magnitude);
        Assert.Equal((380m - 400) / 400, Told(Revenue.ArrGrowth, "2026-01").Magnitude);
        Assert.Equal("subscriptions are known from 2025-01-01, which 2024-12 is not part of", Told(Revenue.MrrGrowth, "2025-01").UndefinedReason);
        Assert.Equal("subscriptions are known from 2025-01-01, which 2024-01 is not part of", Told(Revenue.ArrGrowth, "2025-01").UndefinedReason);

        RevenueDataset covered = RevenueDataset.Build(
            subscriptions: [Monthly("a", "a", 100, "2026-01-10")],
            options: new() { Coverage = new Dictionary<RecordType, Coverage> { [RecordType.Subscription] = new(Day("2024-01-01")) } });
        Assert.Equal("MRR, prior period is not above zero", covered.Evaluate(Revenue.MrrGrowth, [Month("2026-01")]).Results[0].UndefinedReason);
    }

    [Fact]
    public void What_is_new_on_balance_leaves_out_what_no_customer_decided()
    {
        Assert.Equal(120 + 30 + 60 - 30 - 100, Told(Revenue.NetNewMrr, "2026-01").Magnitude);
        Assert.Equal(30m / 300, Told(Revenue.ExpansionRate, "2026-01").Magnitude);
        Assert.Equal("there was no recurring revenue at the open", Told(Revenue.ExpansionRate, "2025-01").UndefinedReason);
        Assert.Equal("no recurring revenue churned", Told(Revenue.ChurnedMrrShare, "2025-12").UndefinedReason);
    }

    [Fact]
    public void Shares_of_churn_add_up_over_the_reasons_and_those_without_one()
    {
        Subscription Left(string id, decimal price, string? reason) => Monthly(id, id, price, "2026-01-01", "2026-02-10") with { Cancellations = [new() { RequestedOn = Day("2026-02-01"), Reason = reason }] };
        RevenueDataset data = RevenueDataset.Build(subscriptions: [Left("a", 30, "Price"), Left("b", 10, "Closed"), Left("c", 20, "Price"), Left("d", 40, null), Monthly("e", "e", 5, "2026-01-01")]);
        MetricTable table = data.Evaluate([Revenue.ChurnedMrr, Revenue.ChurnedMrrShare], [Month("2026-02")], [Dimensions.ChurnReason]);
        Assert.Equal(["Closed", "Price", "(none)"], table.Cells.Select(cell => cell.ToString()));
        Assert.Equal([-10, 0.1m, -50, 0.5m, -40, 0.4m], table.Results.Select(result => result.Magnitude));
    }

    /// <summary>A trial of January that ends on 10 February, by records that end on a day.</summary>
    private static MetricResult Converted(string? knownTo, TrialConversionBasis basis, string month) => RevenueDataset.Build(
        subscriptions: [Monthly("a", "a", 100, "2026-01-20") with { TrialEnd = Day("2026-02-10") }],
        options: knownTo is null ? null : new() { Coverage = new Dictionary<RecordType, Coverage> { [RecordType.Subscription] = new(Day("2026-01-01"), Day(knownTo)) } })
        .Evaluate(Revenue.TrialConversion, [Month(month)], options: new() { Policy = new() { TrialConversion = basis } }).Results[0];

    [Fact]
    public void A_trial_is_decided_on_its_first_paid_day_and_not_before()
    {
        Assert.Equal(1, Converted("2026-02-11", TrialConversionBasis.StartedInPeriod, "2026-01").Magnitude);
        Assert.Equal("some of the trials started still ran where the records end", Converted("2026-02-10", TrialConversionBasis.StartedInPeriod, "2026-01").UndefinedReason);
        Assert.Equal(1, Converted(null, TrialConversionBasis.EndedInPeriod, "2026-02").Magnitude);
        Assert.Equal("no trial ended", Converted("2026-02-10", TrialConversionBasis.EndedInPeriod, "2026-02").UndefinedReason);
        Assert.Equal("no trial started", Converted(null, TrialConversionBasis.StartedInPeriod, "2026-02").UndefinedReason);
    }
}
