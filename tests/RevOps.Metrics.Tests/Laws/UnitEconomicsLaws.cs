using FsCheck;
using FsCheck.Fluent;

namespace RevOps.Metrics.Tests;

/// <summary>A customer is worth no more by being told of for a shorter time, or by being paid for later.</summary>
public sealed class UnitEconomicsLaws
{
    private static readonly Gen<(RandomBook Book, Question Question)> Cases =
        from book in RandomBooks.All
        from question in Question.Any
        select (book, question with { By = [] });

    private static readonly Metric[] Values = [UnitEconomics.Cltv, UnitEconomics.CappedCltv, UnitEconomics.DiscountedCltv];

    [Fact]
    public void Neither_a_cap_nor_a_discount_makes_a_lifetime_worth_more() => Law.Holds(
        Cases,
        c =>
        {
            EvaluationOptions options = c.Question.Options with
            {
                Policy = c.Question.Options.Policy with { ZeroChurn = ZeroChurnTreatment.Undefined },
                Assumptions = Assumptions.None.With(UnitEconomics.AssumedGrossMargin, new Ratio(0.8m))
                    .With(UnitEconomics.DiscountRate, new PerMonth<Ratio>(new Ratio(0.01m))),
            };
            // The churn of a trailing year cannot be told where a year ago lies within a fixed period.
            if (Values.Except(c.Question.Metrics).Any()) return true;
            MetricTable table = c.Book.Build().Evaluate(Values, c.Question.Periods, options: options);
            return c.Question.Periods.All(period =>
            {
                // The books may show a margin below zero.
                decimal? Size(Metric metric) => table[metric, period].Magnitude is { } value ? Math.Abs(value) : null;
                if (Size(UnitEconomics.Cltv) is not { } whole) return true;
                return Size(UnitEconomics.CappedCltv) <= whole * (1 + 1e-12m) && Size(UnitEconomics.DiscountedCltv) <= whole * (1 + 1e-12m);
            });
        },
        c => c.Book.Shrink().Select(smaller => (smaller, c.Question)), cases: 2000);
}
