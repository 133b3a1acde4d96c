using FsCheck;
using FsCheck.Fluent;

namespace RevOps.Metrics.Tests;

/// <summary>Results defend themselves: what explains them gives them again, and what splits them adds up.</summary>
public sealed class ResultLaws
{
    private static readonly Gen<(RandomBook Book, Question Question)> Cases =
        from book in RandomBooks.All
        from question in Question.Any
        select (book, question);

    [Fact]
    public void An_explanation_gives_the_result_again_down_to_what_the_engine_says() => Holds((data, question) =>
    {
        foreach (MetricResult result in Some(question.Ask(data.Engine).Results, 60))
        {
            Explanation root = result.Explain();
            if ((root.Magnitude, root.UndefinedReason) != (result.Magnitude, result.UndefinedReason) || root.ToString().Length == 0 || !Follows(root, data, question)) throw new InvalidOperationException("XX\n" + root);
        }

        return true;
    });

    [Fact]
    public void Contributors_add_up_to_what_they_are_behind() => Holds((data, question) =>
    {
        foreach (MetricResult result in Some(question.Ask(data.Engine).Results, 30))
        {
            foreach (ContributorPart part in PartsOf(data, result))
            {
                if (part.Refusal is not null || part.Others is not { } others) continue;
                // Twelfths do not end; everything else is exact.
                decimal rest = part.Largest.Sum(one => one.Magnitude) + others - part.Magnitude!.Value;
                if (rest != 0 || (part.Largest.Count == part.Count && Math.Abs(others) > 1e-9m)) return false;
            }
        }

        return true;
    });

    [Fact]
    public void A_change_splits_without_a_remainder_and_backwards_into_its_opposite() => Holds((data, question) =>
    {
        ReportingPeriod from = question.Periods[0], to = question.Periods[^1];
        foreach (Metric metric in question.Metrics.Where(metric => metric.Expression.AddsUp(question.Options.Policy) || metric.Expression.AsQuotient(from, question.Options.Policy) is not null))
        {
            if (Asked(() => data.WhatChanged(metric, from, to, [Dimensions.Segment], question.Options)) is not { } change) continue;
            MetricChange back = data.WhatChanged(metric, to, from, [Dimensions.Segment], question.Options);
            if (change.Change is null != (change.From is null || change.To is null)) return false;
            if (change.Change is not { } whole) continue;
            if (whole != decimal.Round(change.To!.Value, 12) - decimal.Round(change.From!.Value, 12) || (change.Mix + change.Rate) is { } split && split != whole) return false;
            if (change.Parts.Any(part => part.Mix + part.Rate is { } both && both != part.Change)) return false;
            if (whole != -back.Change || Math.Abs((change.Mix + back.Mix) ?? 0) > 1e-9m) return false;
        }

        return true;
    });

    [Fact]
    public void Shares_of_a_total_add_up_to_one() => Holds((data, question) =>
    {
        MetricTable table = data.Evaluate([Sales.WonAmount, Sales.CreatedDeals], question.Periods, [Dimensions.Segment], question.Options);
        return table.Metrics.All(metric => table.ShareOfTotal(metric).GroupBy(share => share.Result.Period).All(period =>
            period.All(share => !share.Share.IsDefined) || Math.Abs(period.Sum(share => share.Share.Value.Value) - 1) < 1e-9m));
    });

    /// <summary>A value follows from those of the parts, and a measure's is the engine's own.</summary>
    private static bool Follows(Explanation node, RevenueDataset data, Question question)
    {
        if (!node.Parts.All(part => Follows(part, data, question))) return false;
        if (node.Magnitude is null) return node.UndefinedReason is not null;
        return node.Kind switch
        {
            ExplanationKind.Policy or ExplanationKind.Filter or ExplanationKind.OtherPeriod or ExplanationKind.Total => Assert.Single(node.Parts).Magnitude == node.Magnitude,
            ExplanationKind.FirstDefined => node.Parts[^1].Magnitude == node.Magnitude && node.Parts.SkipLast(1).All(part => part.Magnitude is null),
            ExplanationKind.Formula => node.Parts.All(part => part.Magnitude is not null),
            ExplanationKind.Allocation => node.Parts[0].Magnitude * node.Parts[1].Magnitude / node.Parts[2].Magnitude == node.Magnitude,
            ExplanationKind.Measure => EngineSays(node, data, question),
            ExplanationKind.Sum => node.Parts.Sum(part => part.Magnitude) == node.Magnitude,
            ExplanationKind.WeightedSum => node.Parts.Chunk(2).Sum(pair => pair[0].Magnitude * pair[1].Magnitude) == node.Magnitude,
            ExplanationKind.Derived => node.Parts.Count > 0,
            _ => node.Parts.Count == 0,
        };
    }

    private static bool EngineSays(Explanation leaf, RevenueDataset data, Question question)
    {
        MeasureRequest request = leaf.Request!;
        MeasureTable table = data.Engine.Measure(new MeasureQuery { Requests = [request], Ledger = question.Options.Policy.Ledger });
        if (request.Measure is HistogramMeasure) return table.Histogram(leaf.Cell, request).Count > 0;
        decimal number = request.Measure is TopMeasure ? table.Top(leaf.Cell, request).Sum() : table[leaf.Cell, request];
        return leaf.Magnitude == (request.Measure.IsAmount ? number / AmountScale.UnitsPerOne(data.ReportingCurrency) : number);
    }

    private static ValueList<ContributorPart> PartsOf(RevenueDataset data, MetricResult result) => Asked(() => data.Contributors(result, top: 2))?.Parts ?? [];

    private static T? Asked<T>(Func<T> ask)
        where T : class
    {
        try
        {
            return ask();
        }
        catch (MeasureRefusedException)
        {
            return null;
        }
    }

    /// <summary>Some results spread over all of them.</summary>
    private static IEnumerable<MetricResult> Some(IReadOnlyList<MetricResult> results, int count) =>
        Enumerable.Range(0, Math.Min(count, results.Count)).Select(i => results[(int)((long)i * results.Count / Math.Min(count, results.Count))]);

    private static void Holds(Func<RevenueDataset, Question, bool> law) => Law.Holds(
        Cases, c => law(c.Book.Build(), c.Question), c => c.Book.Shrink().Select(smaller => (smaller, c.Question)), cases: 60);
}
