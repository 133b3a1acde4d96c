using NodaTime;

namespace RevOps.Metrics.Tests.Reference;

/// <summary>Small books of subscriptions as the published examples tell of them, and what the catalogue says of a book.</summary>
internal static class Books
{
    private static readonly LocalDate FirstDay = new(2025, 1, 1);

    /// <summary>What the catalogue says of a book in a period.</summary>
    public static decimal? Told(
        this IEnumerable<Subscription> book, Metric metric, ReportingPeriod period, MetricPolicy? policy = null, DatasetOptions? options = null) =>
        RevenueDataset.Build(subscriptions: book, options: options)
            .Evaluate(metric, [period], options: new EvaluationOptions { Policy = policy ?? MetricPolicy.Default }).Results[0].Magnitude;

    /// <summary>The n-th period of so many months or years, from 2025 on.</summary>
    public static ReportingPeriod Step(int n, BillingInterval length = default) =>
        ReportingPeriod.Between(length.After(FirstDay, n), length.After(FirstDay, n + 1));

    /// <summary>A customer of each term, in service from the term's first day.</summary>
    public static IEnumerable<Subscription> CustomerEach(params IEnumerable<PriceTerm> terms) =>
        terms.Select((term, i) => new Subscription { Id = $"s{i}", CustomerId = $"c{i}", Start = term.From, Terms = [term] });

    /// <summary>A price from the first step on.</summary>
    public static PriceTerm Price(decimal price, BillingInterval interval = default, decimal quantity = 1) =>
        new() { From = FirstDay, Price = Make.Usd(price), Interval = interval, Quantity = quantity };

    /// <summary>A customer who pays so much a month in each step, and goes on at the last amount; not served in a step of zero.</summary>
    public static IEnumerable<Subscription> Paying(string customer, BillingInterval step, params IReadOnlyList<decimal> mrr)
    {
        for (int i = 0; i < mrr.Count; i++)
        {
            if (mrr[i] == 0) continue;
            int first = i;
            while (i + 1 < mrr.Count && mrr[i + 1] > 0) i++;
            yield return new Subscription
            {
                Id = $"{customer}-{first}",
                CustomerId = customer,
                Start = step.After(FirstDay, first),
                End = i + 1 < mrr.Count ? step.After(FirstDay, i + 1) : null,
                Terms = [.. Enumerable.Range(first, i + 1 - first).Select(n => Price(mrr[n]) with { From = step.After(FirstDay, n) })],
            };
        }
    }

    /// <summary>A book that moves by these amounts in step 2; who comes back left before step 1.</summary>
    /// <param name="step">The length of a step.</param>
    /// <param name="opening">The MRR at the open, at least the churn and twice the contraction.</param>
    /// <param name="newMrr">Of one customer who comes.</param>
    /// <param name="expansion">Of the customer who pays what the others leave of the opening.</param>
    /// <param name="contraction">Of one customer who pays twice that.</param>
    /// <param name="churn">Of one customer who leaves.</param>
    /// <param name="reactivation">Of one customer who comes back.</param>
    public static IEnumerable<Subscription> Moving(
        BillingInterval step, decimal opening, decimal newMrr = 0, decimal expansion = 0, decimal contraction = 0, decimal churn = 0, decimal reactivation = 0)
    {
        decimal rest = opening - churn - contraction - contraction;
        return
        [
            .. Paying("stays", step, rest, rest, rest + expansion),
            .. Paying("shrinks", step, 2 * contraction, 2 * contraction, contraction),
            .. Paying("leaves", step, churn, churn, 0),
            .. Paying("returns", step, reactivation, 0, reactivation),
            .. Paying("comes", step, 0, 0, newMrr),
        ];
    }

    /// <summary>The book at these discounts on every price.</summary>
    public static IEnumerable<Subscription> Discounted(this IEnumerable<Subscription> book, params IReadOnlyList<Discount> discounts) =>
        book.Select(subscription => subscription with { Terms = [.. subscription.Terms.Select(term => term with { Discounts = [.. discounts] })] });
}
