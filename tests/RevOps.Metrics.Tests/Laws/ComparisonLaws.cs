using FsCheck;
using FsCheck.Fluent;

namespace RevOps.Metrics.Tests;

/// <summary>What a comparison splits adds up to the whole again.</summary>
public sealed class ComparisonLaws
{
    private static readonly Gen<(RandomBook Book, Question Question, MetricPolicy Other, int Metric)> Cases =
        from book in RandomBooks.All
        from question in Question.Any
        from other in Question.Any
        from metric in Gen.Choose(0, MetricCatalog.All.Count - 1)
        select (book, Between(question, other), other.Options.Policy, metric);

    [Fact]
    public void Steps_add_up_to_the_whole_and_end_at_the_second_side() => Holds((data, question, metric, other) =>
        data.Compare(metric, question.Periods, question.Options.Policy, other, question.Options).Periods.All(period => AreWhole(period, metric, data, question, other)));

    [Fact]
    public void Customers_add_up_to_each_part_that_adds_up() => Holds((data, question, metric, other) =>
        data.Compare(metric, question.Periods, question.Options.Policy, other, question.Options).Periods.All(CustomersAreWhole));

    [Fact]
    public void Every_metric_of_the_catalogue_splits_into_parts_whose_customers_add_up() => Holds((data, question, _, other) =>
        Both(question, other).All(metric => data.Compare(metric, [question.Periods[0]], question.Options.Policy, other, question.Options).Periods.All(CustomersAreWhole)), cases: 20);

    [Fact]
    public void A_policy_compared_with_itself_differs_in_nothing() => Holds((data, question, metric, _) =>
        data.Compare(metric, question.Periods, question.Options.Policy, question.Options.Policy with { }, question.Options).Periods.All(period =>
            period.Steps.Count == 0 && period.Value.Difference is null or 0 && period.Parts.All(part => part.Customers.Count == 0 && part.Value.Difference is null or 0)));

    [Fact]
    public void Two_states_of_the_records_add_up_too() => Law.Holds(Cases, c =>
    {
        RevenueDataset before = c.Book.PartOf(id => id != "c1", withTheRest: true).Build(), after = c.Book.Build();
        Metric metric = MetricOf(c.Question, c.Other, c.Metric);
        MetricComparison comparison = MetricComparison.Between((before, c.Question.Options), (after, c.Question.Options with { Policy = c.Other }), metric, c.Question.Periods);
        return comparison.Periods.All(period => AreWhole(period, metric, after, c.Question, c.Other) && CustomersAreWhole(period)
            && period.Steps[0].Option == "records");
    }, c => c.Book.Shrink().Select(smaller => (smaller, c.Question, c.Other, c.Metric)), cases: 200);

    private static bool AreWhole(PeriodComparison period, Metric metric, RevenueDataset data, Question question, MetricPolicy other)
    {
        MetricResult second = data.Evaluate(metric, [period.Period], options: question.Options with { Policy = other }).Results[0];
        if (period.Value.Second != second.Magnitude || period.Value.SecondUndefinedReason != second.UndefinedReason) return false;
        if (period.Steps.Count > 0 && (period.Steps[^1].Magnitude, period.Steps[^1].UndefinedReason) != (second.Magnitude, second.UndefinedReason)) return false;
        if (period.Steps.Any(step => step.Magnitude is null != step.UndefinedReason is not null)) return false;
        return period.Value.Difference is not { } whole || period.Steps.Sum(step => step.Change ?? 0) == whole;
    }

    private static bool CustomersAreWhole(PeriodComparison period) => period.Parts.All(part =>
    {
        if (part.NotByCustomer is not null || part.Value.Difference is not { } whole) return part.Customers.Count == 0;
        decimal rest = part.Customers.Sum(one => one.Difference) - whole;
        // Twelfths do not end; everything else is exact.
        return part.Metric.UnitName == "money per month" ? Math.Abs(rest) < 0.000_000_000_1m : rest == 0;
    });

    /// <summary>A question about periods of both that both policies can tell; where there is none, both can still tell what is no recurring revenue.</summary>
    private static Question Between(Question one, Question other)
    {
        ReportingPeriod[] both =
        [
            .. one.Periods.Union(other.Periods)
                .Where(period => Question.CanTell(period, one.Options.Policy) && Question.CanTell(period, other.Options.Policy)).Take(4),
        ];
        return one with { By = [], Periods = both.Length > 0 ? both : one.Periods };
    }

    /// <summary>The metrics that can be asked under both policies; a comparison of any other is refused, as asking for it is.</summary>
    private static Metric[] Both(Question question, MetricPolicy other) =>
        [.. question.Metrics.Intersect((question with { Options = question.Options with { Policy = other } }).Metrics)];

    private static Metric MetricOf(Question question, MetricPolicy other, int index)
    {
        Metric[] metrics = Both(question, other);
        return metrics[index % metrics.Length];
    }

    private static void Holds(Func<RevenueDataset, Question, Metric, MetricPolicy, bool> law, int cases = 300) => Law.Holds(
        Cases, c => law(c.Book.Build(), c.Question, MetricOf(c.Question, c.Other, c.Metric), c.Other),
        c => c.Book.Shrink().Select(smaller => (smaller, c.Question, c.Other, c.Metric)), cases);
}
