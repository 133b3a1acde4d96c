namespace RevOps.Metrics;

/// <summary>Many subscriptions of one price each, in columns: an array for each field, and a place in all of them for each subscription.</summary>
/// <remarks>
/// <para>
/// For books of millions, as they come from a warehouse or a Parquet file: a dataset holds them in 24 to 50 bytes each, checks them in bulk, and
/// makes a <see cref="Subscription"/> only when one is looked at. What has several prices, a trial, a pause, a request to cancel or a discount is
/// a record instead; a dataset takes its subscriptions by one of the two ways.
/// </para>
/// <para>
/// A row says what a record with one price term from its start says. Days are numbers of days since 1970-01-01, as Arrow and most databases hold
/// them. Names are codes: places in a list, counted from zero. A column left empty has the same in every row: the first of its list, a quantity
/// of one, no plan, no product. The arrays are copied, and may be used again.
/// </para>
/// </remarks>
/// <example><code>
/// SubscriptionColumns columns = new()
/// {
///     CustomerIds = ["Acme", "Globex"], Customer = new[] { 1, 0, 1 },
///     Start = new[] { 20454, 20454, 20513 }, End = new[] { 20513, SubscriptionColumns.NoEnd, SubscriptionColumns.NoEnd },
///     Price = new[] { 99_00L, 49_00L, 149_00L }, Currencies = [Currency.Usd],
/// };
/// RevenueDataset data = RevenueDataset.Build(customers, subscriptionColumns: columns);
/// </code></example>
public sealed record SubscriptionColumns
{
    /// <summary>The end of a subscription of which no end is known.</summary>
    public const int NoEnd = int.MaxValue;

    /// <summary>The code of a plan or a product that is not given.</summary>
    public const int NoName = -1;

    /// <summary>The ids of customers, those without a subscription too if need be.</summary>
    public required IReadOnlyList<string> CustomerIds { get; init; }

    /// <summary>The customer who pays, by its place in <see cref="CustomerIds"/>.</summary>
    public required ReadOnlyMemory<int> Customer { get; init; }

    /// <summary>The identifiers; without them a subscription's is the number of its row, counted from one, with zeros before it.</summary>
    /// <remarks>Without ids rows are held in the order in which they come, which is then the order in which transfers are taken; and in less memory.</remarks>
    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>The first day of service.</summary>
    public required ReadOnlyMemory<int> Start { get; init; }

    /// <summary>The first day not served; <see cref="NoEnd"/> while none is known.</summary>
    public required ReadOnlyMemory<int> End { get; init; }

    /// <summary>The price of one unit for one interval, without tax, in minor units of its currency: 4900 is $49.</summary>
    public required ReadOnlyMemory<long> Price { get; init; }

    /// <summary>The currencies of the prices.</summary>
    public required IReadOnlyList<Currency> Currencies { get; init; }

    /// <summary>The currency of the price, by its place in <see cref="Currencies"/>.</summary>
    public ReadOnlyMemory<byte> CurrencyCode { get; init; }

    /// <summary>The intervals that prices pay for; a month where nothing else is said.</summary>
    public IReadOnlyList<BillingInterval> Intervals { get; init; } = [BillingInterval.Month];

    /// <summary>What one price pays for, by its place in <see cref="Intervals"/>.</summary>
    public ReadOnlyMemory<byte> Interval { get; init; }

    /// <summary>How many units are paid for.</summary>
    public ReadOnlyMemory<decimal> Quantity { get; init; }

    /// <summary>The names of the plans.</summary>
    public IReadOnlyList<string> Plans { get; init; } = [];

    /// <summary>The plan, by its place in <see cref="Plans"/>; <see cref="NoName"/> for none.</summary>
    public ReadOnlyMemory<int> Plan { get; init; }

    /// <summary>The names of the products.</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>The product, by its place in <see cref="Products"/>; <see cref="NoName"/> for none.</summary>
    public ReadOnlyMemory<int> Product { get; init; }

    /// <summary>The number of subscriptions.</summary>
    public int Count => Customer.Length;
}
