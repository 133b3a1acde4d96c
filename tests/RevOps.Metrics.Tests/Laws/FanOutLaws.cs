using FsCheck;
using FsCheck.Fluent;

namespace RevOps.Metrics.Tests;

/// <summary>However many records of one kind belong to one of another, no sum is multiplied.</summary>
public sealed class FanOutLaws
{
    private static readonly Metric[] Flows =
    [
        .. MetricCatalog.All.Where(metric => metric.GetType().GetGenericTypeDefinition() == typeof(FlowMetric<>)),
        .. Enum.GetValues<MovementKind>().Select(Revenue.ArrMovement),
    ];

    private static readonly Relation[] Doubled = [Relation.Leads, Relation.MarketingActivities, Relation.SpendDays];

    private static readonly Dimension[] AllBy =
        [Dimensions.Channel, Dimensions.Segment, Dimensions.Owner, Dimensions.Campaign, Dimensions.LeadSource, Dimensions.Customer, Dimensions.Product];

    private static readonly Gen<(RandomBook Book, Question Question, Dimension By)> Cases =
        from book in RandomBooks.All
        from question in Question.Any
        from dimension in Gen.Elements(AllBy)
        select (book with { IsCovered = true, CoveredTo = null }, question with { By = [dimension], Options = question.Options with { Where = [] } }, dimension);

    [Fact]
    public void Every_flow_adds_up_over_a_dimension_to_its_total_when_all_are_asked_at_once() => Holds((book, question, by) =>
    {
        RevenueDataset data = book.Build();
        Metric[] flows = [.. Flows.Intersect(question.Metrics)];
        MetricTable total = data.Evaluate(flows, question.Periods, options: question.Options);
        MetricTable parts = data.Evaluate(flows, question.Periods, [by], question.Options);
        return total.Results.All(result => Named(result, result.Magnitude is null
            ? parts.Cells.All(cell => parts[result.Metric, result.Period, cell].Magnitude is null)
            : Exactly(result.Metric, result.Magnitude) == Exactly(result.Metric, parts.Cells.Sum(cell => parts[result.Metric, result.Period, cell].Magnitude))));
    });

    [Fact]
    public void More_records_of_one_kind_multiply_no_sum_of_another() => Holds((book, question, by) =>
    {
        // Each lead a second time, touched on the day of the first; each activity and each spend in two.
        RandomBook more = book with
        {
            Leads = [.. book.Leads, .. book.Leads.Select(lead => lead with { Id = $"{lead.Id}/2", DealId = lead.DealId ?? book.Deals.FirstOrDefault(deal => deal.LeadId == lead.Id)?.Id })],
            Activities = [.. book.Activities, .. book.Activities],
            Spends = [.. book.Spends, .. book.Spends],
        };
        RevenueDataset once = book.Build(), twice = more.Build();
        Metric[] flows = [.. Flows.Intersect(question.Metrics)];
        MetricTable before = once.Evaluate(flows, question.Periods, [by], question.Options), after = twice.Evaluate(flows, question.Periods, [by], question.Options);
        return before.Results.All(result => Named(result, Times(result) * result.Magnitude == after[result.Metric, result.Period, result.Cell].Magnitude));
    });

    [Fact]
    public void Most_flows_of_the_catalogue_can_be_told_by_channel_segment_and_owner()
    {
        // What has no path is refused and not multiplied; but too many without one would leave the laws with nothing to say.
        Assert.True(Flows.Length >= 30, $"{Flows.Length} flows");
        RevenueDataset data = RandomBooks.All.Sample(size: 50, seed: new Rnd(2026), numberOfSamples: 1).Single().Build();
        Assert.True(Flows.Count(flow => CanAsk(data, flow, Dimensions.Channel)) >= 30);
        Assert.True(Flows.Count(flow => CanAsk(data, flow, Dimensions.Segment)) >= 25);
        Assert.True(Flows.Count(flow => CanAsk(data, flow, Dimensions.Owner)) >= 12);
    }

    private static bool Named(MetricResult r, bool ok) => ok ? true : throw new InvalidOperationException($"XX {r}");

    /// <summary>Twice as many of the records that a flow itself is a sum of give twice the sum.</summary>
    private static int Times(MetricResult result)
    {
        Relation[] relations = [.. MeasuresOf(result.Explain()).Distinct()];
        return relations.Any(Doubled.Contains) ? relations.All(Doubled.Contains) ? 2 : throw new InvalidOperationException($"{result.Metric} is of several records.") : 1;

        static IEnumerable<Relation> MeasuresOf(Explanation node) => node.Request is { } request ? [request.Measure.Relation] : node.Parts.SelectMany(MeasuresOf);
    }

    /// <summary>Twelfths of a year's amount do not end; everything else is exact.</summary>
    private static decimal? Exactly(Metric metric, decimal? number) => metric is Metric<PerMonth<Money>> && number is { } some ? decimal.Round(some, 12) : number;

    private static bool CanAsk(RevenueDataset data, Metric metric, Dimension by)
    {
        try
        {
            data.Evaluate(metric, [Make.Month("2025-03")], [by]);
            return true;
        }
        catch (MeasureRefusedException)
        {
            return false;
        }
    }

    private static void Holds(Func<RandomBook, Question, Dimension, bool> law) => Law.Holds(
        Cases, c => law(c.Book, c.Question, c.By), c => c.Book.Shrink().Select(smaller => (smaller, c.Question, c.By)), cases: 1000);
}
