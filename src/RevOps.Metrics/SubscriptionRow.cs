using NodaTime;

namespace RevOps.Metrics;

/// <summary>A subscription of one price, as a row of a table says it: for reading many without making a record of each.</summary>
/// <remarks>
/// It says what a <see cref="Subscription"/> with one price term from its start says, and is checked by the same rules. Its texts are spans, which
/// may lie in a buffer that is used again for the next row: a dataset keeps what it needs of them.
/// </remarks>
/// <example><code>
/// while (reader.Read())
/// {
///     builder.Add(new SubscriptionRow
///     {
///         Id = reader.GetString(0), CustomerId = reader.GetString(1), Start = LocalDate.FromDateTime(reader.GetDateTime(2)),
///         Price = new Money(reader.GetDecimal(3), Currency.Usd), Interval = BillingInterval.Month,
///     });
/// }
/// </code></example>
public readonly ref struct SubscriptionRow()
{
    /// <inheritdoc cref="Subscription.Id"/>
    public required ReadOnlySpan<char> Id { get; init; }

    /// <inheritdoc cref="Subscription.CustomerId"/>
    public required ReadOnlySpan<char> CustomerId { get; init; }

    /// <inheritdoc cref="Subscription.Start"/>
    public required LocalDate Start { get; init; }

    /// <inheritdoc cref="Subscription.End"/>
    public LocalDate? End { get; init; }

    /// <inheritdoc cref="PriceTerm.Price"/>
    public required Money Price { get; init; }

    /// <inheritdoc cref="PriceTerm.Interval"/>
    public required BillingInterval Interval { get; init; }

    /// <inheritdoc cref="PriceTerm.Quantity"/>
    public decimal Quantity { get; init; } = 1m;

    /// <summary>The plan's name; empty for none.</summary>
    public ReadOnlySpan<char> Plan { get; init; }

    /// <summary>The product's name; empty for none.</summary>
    public ReadOnlySpan<char> Product { get; init; }

    /// <summary>The record that says the same.</summary>
    public Subscription ToRecord() => new()
    {
        Id = Id.ToString(), CustomerId = CustomerId.ToString(), Start = Start, End = End,
        Terms =
        [
            new()
            {
                From = Start, Price = Price, Interval = Interval, Quantity = Quantity,
                Plan = Plan.IsEmpty ? null : Plan.ToString(), Product = Product.IsEmpty ? null : Product.ToString(),
            },
        ],
    };

    /// <summary>The row that says the same as a record; false for a record that says more than a row can.</summary>
    internal static bool TryOf(Subscription record, out SubscriptionRow row)
    {
        row = default;
        bool isPlain = record is
        {
            Id: not null, CustomerId: not null, Terms: { Count: 1 }, TrialEnd: null, Pauses.Count: 0, Cancellations.Count: 0, SignedOn: null, AutoRenews: null,
            ContractLength: null, NoticeDays: null, RenewsId: null, ReplacesId: null, Collection: PaymentCollection.Automatic, IsVoid: false, RecordedOn: null,
        }
            && record.Terms[0] is { To: null, IsContractedStep: false, IsUsageCommitment: false, Discounts.Count: 0, Plan: not "", Product: not "" } only
            && only.From == record.Start;
        if (!isPlain) return false;
        PriceTerm term = record.Terms[0];
        row = new SubscriptionRow
        {
            Id = record.Id, CustomerId = record.CustomerId, Start = record.Start, End = record.End,
            Price = term.Price, Interval = term.Interval, Quantity = term.Quantity, Plan = term.Plan, Product = term.Product,
        };
        return true;
    }
}
