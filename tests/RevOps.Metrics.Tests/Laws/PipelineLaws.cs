using FsCheck;
using FsCheck.Fluent;

namespace RevOps.Metrics.Tests;

/// <summary>What holds of stages and of the pipeline whatever the deals.</summary>
public sealed class PipelineLaws
{
    private static readonly Gen<(RandomBook Book, Question Question)> Cases =
        from book in RandomBooks.All
        from question in Question.Any
        select (book with { IsCovered = true }, question);

    [Fact]
    public void Of_a_cohort_the_share_that_goes_on_lies_between_none_and_all_and_each_later_stage_is_reached_by_fewer() => Holds((data, question) =>
    {
        Metric<Ratio> demo = Sales.StageConversionBetween("Qualified", "Demo"), proposal = Sales.StageConversionBetween("Qualified", "Proposal");
        EvaluationOptions options = question.Options with { Policy = question.Options.Policy with { StageConversion = StageConversionBasis.Cohort } };
        MetricTable table = data.Evaluate(
            [Sales.StageConversion, demo, proposal, Sales.StageEntries, Sales.UndecidedStageEntries], question.Periods, [Dimensions.Owner], options);
        foreach (MetricResult result in table.Results)
        {
            decimal? Of(Metric metric) => table[metric, result.Period, result.Cell].Magnitude;
            if (Of(Sales.StageConversion) is < 0 or > 1 || Of(demo) > 1 || Of(proposal) > Of(demo) || Of(proposal) < 0) return false;
            bool hasEntries = Of(Sales.StageEntries) > 0;
            if (Of(Sales.StageConversion) is null == hasEntries || Of(demo) is null != Of(proposal) is null) return false;
            if (Of(Sales.StageConversion) * Of(Sales.StageEntries) + Of(Sales.UndecidedStageEntries) > Of(Sales.StageEntries) + 1e-9m) return false;
            bool isFlagged = table[Sales.StageConversion, result.Period, result.Cell].Flags.HasFlag(MetricFlags.Immature);
            if (isFlagged != Of(Sales.UndecidedStageEntries) > 0) return false;
        }

        return true;
    });

    [Fact]
    public void The_pipeline_by_stage_category_and_owner_adds_up_to_the_open_pipeline() => Holds((data, question) =>
    {
        MetricTable total = data.Evaluate([Sales.OpenDeals, Sales.OpenPipeline, Sales.StaleDeals], question.Periods, options: question.Options);
        MetricTable parts = data.Evaluate(
            total.Metrics, question.Periods, [Dimensions.Stage, Dimensions.ForecastCategory, Dimensions.Owner], question.Options);
        return total.Results.All(result => result.Magnitude == parts.Cells.Sum(cell => parts[result.Metric, result.Period, cell].Magnitude));
    });

    [Fact]
    public void Weighted_at_one_the_pipeline_is_the_open_pipeline_and_at_less_it_is_less() => Holds((data, question) =>
    {
        Assumptions Certain(decimal probability) => Assumptions.None.With(Sales.StageProbability, new Ratio(probability));
        decimal?[] Weighted(decimal probability) => [.. data.Evaluate(
            Sales.WeightedPipeline, question.Periods, [Dimensions.Owner], question.Options with { Assumptions = Certain(probability) }).Results.Select(result => result.Magnitude)];
        MetricTable open = data.Evaluate(Sales.OpenPipeline, question.Periods, [Dimensions.Owner], question.Options);
        decimal?[] whole = [.. open.Results.Select(result => result.Magnitude)];
        return Weighted(1).SequenceEqual(whole) && Weighted(0.25m).SequenceEqual(whole.Select(amount => amount / 4)) && Weighted(0).All(amount => amount == 0);
    });

    [Fact]
    public void Deals_are_stale_after_many_days_only_where_they_are_after_few_and_all_are_open() => Holds((data, question) =>
    {
        Metric<Count> few = Sales.StaleDealsAfter(1), many = Sales.StaleDealsAfter(90);
        MetricTable table = data.Evaluate([Sales.OpenDeals, few, Sales.StaleDeals, many], question.Periods, [Dimensions.Stage], question.Options);
        return table.Results.All(result =>
        {
            decimal? Of(Metric metric) => table[metric, result.Period, result.Cell].Magnitude;
            return Of(many) >= 0 && Of(many) <= Of(Sales.StaleDeals) && Of(Sales.StaleDeals) <= Of(few) && Of(few) <= Of(Sales.OpenDeals);
        });
    });

    [Fact]
    public void The_mean_and_the_median_time_in_stage_lie_between_the_shortest_and_the_longest() => Holds((data, question) =>
    {
        Metric<Days> shortest = Sales.TimeInStagePercentile(0), longest = Sales.TimeInStagePercentile(1);
        MetricTable table = data.Evaluate([shortest, Sales.TimeInStage, Sales.MedianTimeInStage, longest, Sales.OpenStageVisits], question.Periods, [Dimensions.Stage], question.Options);
        return table.Results.All(result =>
        {
            decimal? Of(Metric metric) => table[metric, result.Period, result.Cell].Magnitude;
            if (Of(Sales.OpenStageVisits) < 0) return false;
            if (Of(shortest) is not { } least) return Of(Sales.TimeInStage) is null;
            return least <= Of(Sales.TimeInStage) && Of(Sales.TimeInStage) <= Of(longest) && least <= Of(Sales.MedianTimeInStage) && Of(Sales.MedianTimeInStage) <= Of(longest);
        });
    });

    [Fact]
    public void The_thirds_of_the_won_amount_make_the_whole_and_what_is_committed_is_won_at_most_whole() => Holds((data, question) =>
    {
        Metric<Ratio>[] thirds = [Sales.WonInFirstThird, Sales.WonInSecondThird, Sales.WonInLastThird];
        MetricTable table = data.Evaluate([.. thirds, Sales.WonAmount, Sales.CommitConversion, Sales.WinRate], question.Periods, [Dimensions.Owner], question.Options);
        return table.Results.All(result =>
        {
            decimal? Of(Metric metric) => table[metric, result.Period, result.Cell].Magnitude;
            if (Of(Sales.CommitConversion) is < 0 or > 1 || Of(Sales.WinRate) is < 0 or > 1) return false;
            return Of(Sales.WonAmount) is 0 or null ? thirds.All(third => Of(third) is null) : Math.Abs(thirds.Sum(third => Of(third)!.Value) - 1) < 1e-20m;
        });
    });

    private static void Holds(Func<RevenueDataset, Question, bool> law) => Law.Holds(
        Cases, c => law(c.Book.Build(), c.Question), c => c.Book.Shrink().Select(smaller => (smaller, c.Question)));
}
