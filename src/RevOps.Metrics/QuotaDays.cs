namespace RevOps.Metrics;

/// <summary>The columns of the quotas, one row for each day of each.</summary>
/// <remarks>
/// A quota counts in a period by its days: 31 of the 90 days of a quota for the quarter are January's. So the months add up to the quarter, and a
/// period of its own length has it whole.
/// </remarks>
public sealed class QuotaDays : IRelation
{
    private QuotaDays()
    {
    }

    static Relation IRelation.Relation => Relation.QuotaDays;

    /// <summary>The day.</summary>
    public static DateColumn<QuotaDays> On { get; } = new("on");

    /// <summary>The day's part of the amount, at the rate of the quota's first day; the parts add up to the whole.</summary>
    public static ValueColumn<QuotaDays, Money> Amount { get; } = new("amount");

    /// <summary>The day's part of the amount times the ramp share: what can be expected of somebody who is still new.</summary>
    public static ValueColumn<QuotaDays, Money> RampedAmount { get; } = new("ramped_amount");

    /// <summary>Whose it is, one of <see cref="QuotaHolder"/> by name.</summary>
    public static CodeColumn<QuotaDays> Holder { get; } = new("holder");

    /// <summary>The sales representative; missing for the company's.</summary>
    public static CodeColumn<QuotaDays> Owner { get; } = new("owner");

    /// <summary>What counts towards it, one of <see cref="DealType"/> by name; missing where every type does.</summary>
    public static CodeColumn<QuotaDays> Type { get; } = new("type");
}
