using System.Collections.Concurrent;
using System.Globalization;

namespace RevOps.Metrics;

/// <summary>What is spent to win customers, and the cost of one under each policy.</summary>
internal static class AcquisitionMeasures
{
    private static readonly ConcurrentDictionary<CacScope, FlowMetric<Money>> ByScope = new();

    private static readonly ConcurrentDictionary<(CacScope? Scope, NewCustomerBasis Customers, int Lag), Metric<Money>> Costs = new();

    /// <summary>Spend of every category.</summary>
    public static readonly FlowMetric<Money> AllSpend = Spend("total spend");

    /// <summary>Marketing spend on a channel.</summary>
    public static readonly FlowMetric<Money> AdSpend = Spend(
        "ad spend", SpendDays.Category.Is(nameof(SpendCategory.Marketing)), SpendDays.Channel.IsKnown());

    /// <summary>Customers by the close of the deal by which they first bought.</summary>
    private static readonly FlowMetric<Count> FirstBuyers = Measures.Sum(Deals.NewCustomers, on: Deals.ClosedOn).InPeriod().Named("customers by first won deal");

    /// <summary>Spend of some categories; the same metric each time.</summary>
    public static FlowMetric<Money> SpendOn(CacScope scope) => ByScope.GetOrAdd(scope, of => Spend(
        of == CacScope.SalesAndMarketing ? "acquisition spend" : of == CacScope.MarketingOnly ? "marketing spend" : $"spend on {of}",
        SpendDays.Category.Is([.. of.Categories.Select(category => category.ToString())])));

    /// <summary>The cost of a new customer under a policy.</summary>
    public static Metric<Money> Cac(MetricPolicy policy) => CostOf(policy.CacScope, policy);

    /// <summary>The cost of a new customer by the spend of every category.</summary>
    public static Metric<Money> BlendedCac(MetricPolicy policy) => CostOf(null, policy);

    private static Metric<Money> CostOf(CacScope? scope, MetricPolicy policy) => Costs.GetOrAdd((scope, policy.CacCustomers, policy.CacSpendLag), key =>
    {
        Metric<Money> spend = key.Scope is null ? AllSpend : SpendOn(key.Scope);
        string name = spend.Name;
        for (int i = 0; i < key.Lag; i++) spend = spend.PriorPeriod();
        if (key.Lag > 0) spend = spend.Named(string.Create(CultureInfo.InvariantCulture, $"{name}, {key.Lag} {(key.Lag == 1 ? "period" : "periods")} before"));
        Metric<Count> customers = key.Customers == NewCustomerBasis.FirstWonDeal ? FirstBuyers : Success.NewCustomers;
        return MetricArithmetic.Apply<Money>(
            key.Scope is null ? "blended CAC" : "CAC", [spend, customers],
            (v, _) => Formulas.CustomerAcquisitionCost(spend: v[0], newCustomers: v[1]), _ => "there is no new customer");
    });

    private static FlowMetric<Money> Spend(string name, params ReadOnlySpan<Condition<SpendDays>> conditions) =>
        new(name, MeasureExpression.Flow(new SumMeasure(name, SpendDays.Amount, SpendDays.On).With(conditions)));
}
