namespace RevOps.Metrics.Tests;

public sealed class SubscriptionColumnsTests
{
    private static readonly SubscriptionColumns Three = new()
    {
        CustomerIds = ["Acme", "Globex"], Customer = new[] { 1, 0, 1 },
        Start = new[] { 20454, 20454, 20513 }, End = new[] { 20513, SubscriptionColumns.NoEnd, SubscriptionColumns.NoEnd },
        Price = new[] { 99_00L, 49_00L, 149_00L }, Currencies = [Currency.Usd],
    };

    [Fact]
    public void A_row_is_the_record_that_says_the_same()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptionColumns: Three with { Plans = ["Pro"], Plan = new[] { 0, SubscriptionColumns.NoName, 0 } });
        Assert.Equal(3, data.Subscriptions.Count);
        Assert.Equal(
            new Subscription
            {
                Id = "1", CustomerId = "Globex", Start = new(2026, 1, 1), End = new(2026, 3, 1),
                Terms = [new() { From = new(2026, 1, 1), Price = new Money(99, Currency.Usd), Interval = BillingInterval.Month, Plan = "Pro" }],
            },
            data.Subscriptions[0]);
        Assert.Null(data.Subscriptions[1].Terms[0].Plan);
        using MemoryStream json = new();
        RevenueJson.Write(json, data);
        json.Position = 0;
        Assert.Equal(data, RevenueJson.Read(json));
    }

    [Fact]
    public void The_dataset_keeps_what_it_was_given_when_the_arrays_change()
    {
        long[] price = [99_00, 49_00, 149_00];
        RevenueDataset data = RevenueDataset.Build(subscriptionColumns: Three with { Price = price });
        price[0] = 1;
        Assert.Equal(99, data.Subscriptions[0].Terms[0].Price.Amount);
    }

    [Fact]
    public void An_issue_names_the_row()
    {
        DataIssueException refused = Assert.Throws<DataIssueException>(() => RevenueDataset.Build(subscriptionColumns: Three with { Price = new[] { 99_00L, 49_00L, -1L } }));
        Assert.Equal("subscription.term.price.negative", refused.Issue.Code);
        Assert.Equal(new DataOrigin("subscription columns", 3), refused.Issue.Origin);
    }

    [Fact]
    public void A_row_left_out_leaves_the_ids_of_the_others_alone()
    {
        RevenueDataset data = RevenueDataset.Build(
            subscriptionColumns: Three with { Price = new[] { -1L, 49_00L, 149_00L } }, options: new DatasetOptions { Strictness = Strictness.Lenient });
        Assert.Equal(["2", "3"], data.Subscriptions.Select(subscription => subscription.Id));
    }

    [Fact]
    public void Columns_of_different_lengths_and_codes_that_lead_nowhere_are_misuse()
    {
        Assert.Throws<ArgumentException>(() => RevenueDataset.Build(subscriptionColumns: Three with { End = new[] { 20513 } }));
        Assert.Throws<ArgumentException>(() => RevenueDataset.Build(subscriptionColumns: Three with { Customer = new[] { 0, 1, 2 } }));
        Assert.Throws<ArgumentException>(() => RevenueDataset.Build(subscriptionColumns: Three with { Plan = new[] { 0, 0, 0 } }));
        Assert.Throws<ArgumentException>(() => RevenueDataset.Build(subscriptionColumns: Three with { Start = new[] { 0, 0, int.MaxValue } }));
        Assert.Throws<ArgumentException>(() => RevenueDataset.Build(subscriptionColumns: Three with { Currencies = [] }));
    }

    [Fact]
    public void A_dataset_takes_subscriptions_one_way()
    {
        RevenueDatasetBuilder builder = new();
        builder.Add(Three);
        Assert.Throws<InvalidOperationException>(() => builder.Add(Three));
        Assert.Throws<InvalidOperationException>(() => builder.Add(RevenueDataset.Build(subscriptionColumns: Three).Subscriptions[0]));
    }

    [Fact]
    public void A_row_is_held_in_less_than_64_bytes()
    {
        const int Rows = 20_000;
        int[] days = [.. Enumerable.Repeat(20454, Rows)], codes = new int[Rows];
        SubscriptionColumns columns = Three with
        {
            Customer = codes,
            Start = days,
            End = days,
            Price = new long[Rows],
            Plans = ["Pro"],
            Plan = codes,
            Products = ["Core"],
            Product = codes,
            Quantity = new decimal[Rows],
            CurrencyCode = new byte[Rows],
            Interval = new byte[Rows],
        };
        RevenueDataset data = RevenueDataset.Build(subscriptionColumns: columns);
        // The columns of days, prices, customers, plans and products alone are 28.
        Assert.InRange((double)HeldBytes.Of(data) / Rows, 28, 64);
        Assert.Equal(Rows, data.Subscriptions.Count);
    }

    [Fact]
    public void A_record_of_one_price_is_held_in_less_than_64_bytes_with_its_id_and_customer()
    {
        const int Rows = 20_000;
        RevenueDataset data = RevenueDataset.Build(subscriptions: Enumerable.Range(0, Rows).Select(i => new Subscription
        {
            Id = $"S{i:00000000}", CustomerId = $"C{i / 4:00000000}", Start = new(2026, 1, 1),
            Terms = [new() { From = new(2026, 1, 1), Price = new Money(i, Currency.Usd), Interval = BillingInterval.Month, Plan = $"Plan {i % 6}" }],
        }));
        Assert.InRange((double)HeldBytes.Of(data) / Rows, 28, 64);
        Assert.Equal("S00000007", data.Subscriptions[7].Id);
    }
}
