using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>
/// Customers whose attributes never change, with subscriptions that follow on each other or on a gap, without products: most of their days are a start or end
/// alone or a switch, which the kernel posts several at once.
/// </summary>
public sealed class SteadyCustomerLaws
{
    /// <summary>One subscription after another: how many days lie between the end of the one before and its start, how many it lasts, and its price.</summary>
    private static readonly Gen<(int Gap, int Days, decimal Price)> Link =
        from gap in Gen.Elements(0, 0, 0, 0, 3, 40)
        from days in Gen.Elements(1, 1, 10, 30)
        from price in Gen.Elements(10m, 20m, 20m, 30m)
        select (gap, days, price);

    /// <summary>What makes a day other than those: a subscription beside the others, or one that is free.</summary>
    private static readonly Gen<(int Start, int Days, decimal Price)> Extra =
        from start in Gen.Choose(0, 60)
        from days in Gen.Choose(1, 30)
        from price in Gen.Elements(0m, 10m, 20m)
        select (start, days, price);

    private static readonly Gen<List<(int Start, int? End, decimal Price)>> OneCustomer =
        from first in Gen.Choose(0, 5)
        from count in Gen.Choose(0, 14)
        from links in Link.ArrayOf(count)
        from extras in Gen.Elements(0, 0, 0, 1, 4)
        from beside in Extra.ArrayOf(extras)
        from isLeft in Gen.Elements(true, false)
        select Subscriptions(first, links, isLeft, beside);

    [Fact]
    public void The_kernel_makes_the_ledger_of_customers_who_switch_that_the_general_way_makes() => Law.Holds(
        from customers in OneCustomer.ListOf()
        from free in Gen.Elements(FreeTreatment.NotPaying, FreeTreatment.Active)
        select (customers, free),
        book =>
        {
            LedgerText.AssertSameByKernel(Build([.. book.customers]), LedgerPolicy.Default with { Free = book.free }, new(1, 100_000));
            return true;
        },
        book => book.customers.Select((_, left) => (Without(book.customers, left), book.free)),
        cases: 1000);

    private static List<(int Start, int? End, decimal Price)> Subscriptions(int first, (int Gap, int Days, decimal Price)[] links, bool isLeft, (int Start, int Days, decimal Price)[] extras)
    {
        List<(int Start, int? End, decimal Price)> all = [];
        int day = first;
        foreach ((int gap, int days, decimal price) in links)
        {
            all.Add((day + gap, day + gap + days, price));
            day += gap + days;
        }

        if (!isLeft) all.Add((day, null, 20m));
        all.AddRange(extras.Select(extra => (extra.Start, (int?)(extra.Start + extra.Days), extra.Price)));
        return all;
    }

    private static RevenueDataset Build(IReadOnlyList<List<(int Start, int? End, decimal Price)>> customers)
    {
        LocalDate first = new(2024, 1, 1);
        return RevenueDataset.Build(
            customers.Select((_, i) => new Customer { Id = $"c{i:000}" }),
            customers.SelectMany((subscriptions, customer) => subscriptions.Select((s, i) => new Subscription
            {
                Id = $"c{customer:000}-{i}", CustomerId = $"c{customer:000}", Start = first.PlusDays(s.Start), End = s.End is { } end ? first.PlusDays(end) : null,
                Terms = [new() { From = first.PlusDays(s.Start), Price = new Money(s.Price, Currency.Usd), Interval = BillingInterval.Month }],
            })),
            []);
    }

    private static List<List<(int Start, int? End, decimal Price)>> Without(IEnumerable<List<(int Start, int? End, decimal Price)>> customers, int left) =>
        [.. customers.Where((_, i) => i != left)];
}
