using System.Globalization;

namespace RevOps.Metrics;

/// <summary>The sales cycle on each basis that a policy can choose.</summary>
internal sealed class SalesCycles
{
    private static readonly DealOutcome[] Won = [DealOutcome.Won];

    private static readonly SalesCycles FromCreated = new(Deals.CycleDays, Won, "no deal with a creation date was won");
    private static readonly SalesCycles FromLead = new(Deals.LeadCycleDays, Won, "no deal with a lead was won");
    private static readonly SalesCycles FromQualified = new(Deals.QualifiedCycleDays, Won, "no deal with a qualified lead was won");
    private static readonly SalesCycles OfAll = new(Deals.CycleDays, [DealOutcome.Won, DealOutcome.Lost], "no deal with a creation date was won or lost");

    private readonly ValueColumn _days;
    private readonly DealOutcome[] _outcomes;
    private readonly string _none;
    private readonly Metric<Days> _mean;

    private SalesCycles(ValueColumn days, DealOutcome[] outcomes, string none)
    {
        (_days, _outcomes, _none) = (days, outcomes, none);
        _mean = MetricArithmetic.Apply<Days>(
            "sales cycle",
            [
                Sales.Internal<Days>("days of the sales cycle", policy => PipelineMeasures.CycleDays(days, outcomes, policy)),
                Sales.Internal<Count>("deals with a sales cycle", policy => PipelineMeasures.WithCycle(days, outcomes, policy)),
            ],
            (v, _) => v[1] == 0 ? null : v[0] / v[1], _ => none);
    }

    public static Metric<Days> Mean(MetricPolicy policy) => Of(policy.SalesCycle)._mean;

    public static Metric<Days> Percentile(decimal share)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"sales cycle, percentile {share:0.####}");
        return MetricArithmetic.ByOption(name, policy => policy.SalesCycle, basis => Of(basis).PercentileOf(name, share));
    }

    private static SalesCycles Of(SalesCycleBasis basis) => basis switch
    {
        SalesCycleBasis.WonFromLead => FromLead,
        SalesCycleBasis.WonFromQualified => FromQualified,
        SalesCycleBasis.AllClosed => OfAll,
        _ => FromCreated,
    };

    private Metric<Days> PercentileOf(string name, decimal share) =>
        new(name, new PercentileExpression(policy => PipelineMeasures.CycleHistogram(_days, _outcomes, policy), share, _none));
}
