using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed class AssumptionsTests
{
    private static readonly Assumption<Ratio> Margin = UnitEconomics.AssumedGrossMargin;

    private static readonly RevenueDataset Data = RevenueDataset.Build(
        [Customer("a", Segment("SMB")), Customer("b", Segment("Enterprise"))], [Monthly("s", "a", 100, "2026-01-01"), Monthly("t", "b", 100, "2026-01-01")]);

    private static readonly Metric<PerMonth<Money>> Gross = (Revenue.Mrr * Metric<Ratio>.Assumed(Margin)).Named("gross margin of MRR");

    private static MetricResult[] Tell(Assumptions assumptions, params Dimension[] by) =>
        [.. Table(assumptions, by, []).Results];

    private static MetricTable Table(Assumptions assumptions, Dimension[] by, ValueList<DimensionFilter> where) =>
        Data.Evaluate(Gross, [Month("2026-01"), Month("2026-02")], by, new() { Assumptions = assumptions, Where = where });

    [Fact]
    public void A_value_from_a_day_on_is_that_of_the_periods_that_close_on_it_or_later()
    {
        Assumptions stated = Assumptions.None.With(Margin, new Ratio(0.8m)).With(Margin, new Ratio(0.5m), from: Day("2026-02-28"));
        Assert.Equal([160m, 100m], Tell(stated).Select(result => result.Magnitude));
        Assumptions late = Assumptions.None.With(Margin, new Ratio(0.5m), from: Day("2026-02-28"));
        Assert.Equal("assumption gross margin not given by 2026-01-31", Tell(late)[0].UndefinedReason);
        Assert.Equal(100, Tell(late)[1].Magnitude);
    }

    [Fact]
    public void A_value_for_a_cell_goes_before_one_for_all_whatever_their_days()
    {
        Assumptions stated = Assumptions.None.With(Margin, Dimensions.Segment, "SMB", new Ratio(0.7m)).With(Margin, new Ratio(0.5m), from: Day("2026-01-10"));
        Assert.Equal([50m, 70m], Tell(stated, Dimensions.Segment).Take(2).Select(result => result.Magnitude));
        Assert.Equal(100, Tell(stated)[0].Magnitude);
    }

    [Fact]
    public void A_cell_without_a_value_is_named()
    {
        Assumptions stated = Assumptions.None.With(Margin, Dimensions.Segment, "SMB", new Ratio(0.7m));
        Assert.Equal("assumption gross margin not given for segment Enterprise", Tell(stated, Dimensions.Segment)[0].UndefinedReason);
        Assert.Equal("assumption gross margin not given", Tell(stated)[0].UndefinedReason);
    }

    [Fact]
    public void Under_a_filter_by_one_value_its_assumption_holds()
    {
        Assumptions stated = Assumptions.None.With(Margin, Dimensions.Segment, "SMB", new Ratio(0.7m));
        Assert.Equal(70, Table(stated, [], [new DimensionFilter(Dimensions.Segment, ["SMB"])]).Results[0].Magnitude);
        Assert.Null(Table(stated, [], [new DimensionFilter(Dimensions.Segment, ["SMB", "Enterprise"])]).Results[0].Magnitude);
    }

    [Fact]
    public void Of_values_for_the_same_the_one_stated_last_holds()
    {
        Assumptions stated = Assumptions.None.With(Margin, new Ratio(0.8m)).With(Margin, new Ratio(0.6m));
        Assert.Equal(120, Tell(stated)[0].Magnitude);
    }
}
