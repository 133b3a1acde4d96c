namespace RevOps.Metrics;

/// <summary>The columns of the contracts that fall due, one row for each time that one does.</summary>
/// <remarks>
/// <para>What falls due: a subscription with a <see cref="Subscription.ContractLength"/>, at each multiple of it after the first paid day. Without
/// one, a price billed by the year or longer, at the end of each of its service periods; a change of the price alone moves no due day. And a
/// subscription with an end that says whether it renews, or that another one renews, at its end. All others are evergreen and never due, and so are
/// void contracts and those that charge nothing. A contract that ended before its due day is due on it all the same: that is when it would have
/// renewed. Due days are known for a year after the declared coverage of subscriptions, or where that has no end for 30 years from the first paid
/// day; the contracts due in that year are pending.</para>
/// <para>What renews it: the same subscription where it goes on or comes back, at what it then charges; else the one whose
/// <see cref="Subscription.RenewsId"/>, else <see cref="Subscription.ReplacesId"/>, names it and whose first paid day lies on or after the
/// contract's first; else, judged by service alone, another subscription of the customer and product that names none, whose first paid day lies from
/// the day the service ended (at the latest the due day) to 366 days after the due day. Such subscriptions are taken by their first paid days, and
/// each renews one contract: the one whose service ended last. What starts where the coverage of subscriptions has ended has not happened yet.</para>
/// <para>Contracts are told by customer, duplicates as one; an acquisition moves none of them.</para>
/// <para>How late is still a renewal is no matter of these rows but of <see cref="MetricPolicy.RenewalGraceDays"/>.</para>
/// </remarks>
public sealed class Renewals : IRelation
{
    private Renewals()
    {
    }

    static Relation IRelation.Relation => Relation.Renewals;

    /// <summary>The day the contract falls due: the first day that it no longer covers.</summary>
    public static DateColumn<Renewals> DueOn { get; } = new("due_on");

    /// <summary>The first paid day of the renewal; unknown while there is none.</summary>
    public static DateColumn<Renewals> RenewedOn { get; } = new("renewed_on");

    /// <summary>What the contract charges in a year by the day before it is due, or by the last day it served; a pause does not lessen it.</summary>
    public static ValueColumn<Renewals, PerYear<Money>> Amount { get; } = new("amount");

    /// <summary>What the renewal charges in a year on its first day, at the exchange rate of the contract it renews; zero without one.</summary>
    public static ValueColumn<Renewals, PerYear<Money>> RenewedAmount { get; } = new("renewed_amount");

    /// <summary>The lesser of what the contract and its renewal charge.</summary>
    public static ValueColumn<Renewals, PerYear<Money>> KeptAmount { get; } = new("kept_amount");

    /// <summary>The days from the due day to the renewal: negative when early, 0 on time; missing without a renewal.</summary>
    public static ValueColumn<Renewals, Days> DaysLate { get; } = new("days_late");

    /// <summary>The days from the due day to the end of the coverage of subscriptions; very many where it has no end.</summary>
    public static ValueColumn<Renewals, Days> DaysKnown { get; } = new("days_known");

    /// <summary>Whose contract it is.</summary>
    public static EntityColumn<Renewals> Customer { get; } = new("customer");

    /// <summary>The plan of the contract's last price.</summary>
    public static CodeColumn<Renewals> Plan { get; } = new("plan");

    /// <summary>The product of the contract's last price.</summary>
    public static CodeColumn<Renewals> Product { get; } = new("product");

    /// <summary>An attribute of the customer, as it was on the day before the contract is due.</summary>
    public static CodeColumn<Renewals> CustomerAttribute(string name) => new($"customer.{name}");
}
