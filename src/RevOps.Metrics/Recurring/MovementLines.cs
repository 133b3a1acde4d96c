using System.Collections.Concurrent;

namespace RevOps.Metrics;

/// <summary>The lines of the movement waterfall: the kinds of the ledger, shown as the policy says.</summary>
/// <remarks>The ledger always tells a return from a first purchase, and exchange rates from what customers did; a line may hold both. Together the lines are all kinds.</remarks>
internal static class MovementLines
{
    private static readonly ConcurrentDictionary<(MovementKind, ReactivationRule, FxEffect), FlowMetric<PerYear<Money>>> Lines = new();

    /// <summary>The annualised amount of a line.</summary>
    public static FlowMetric<PerYear<Money>> Of(MovementKind line, MetricPolicy policy) =>
        Lines.GetOrAdd((line, policy.Ledger.Reactivation, policy.FxEffect), key => Sum($"{line} ARR", Parts(key.Item1, key.Item2, key.Item3)));

    /// <summary>The annualised amount of one kind of the ledger, however it is shown.</summary>
    public static FlowMetric<PerYear<Money>> OfLedger(MovementKind kind) => Of(kind, MetricPolicy.Default);

    private static FlowMetric<PerYear<Money>> Sum(string name, IEnumerable<Measure> parts)
    {
        FlowMetric<PerYear<Money>>[] metrics = [.. parts.Select(part => new FlowMetric<PerYear<Money>>(part.Name, MeasureExpression.Flow(part)))];
        return metrics.Length == 1 ? metrics[0].Named(name) : MetricArithmetic.Apply<PerYear<Money>>(name, metrics, (v, _) => v.Sum(), _ => "").AsFlow();
    }

    private static IEnumerable<Measure> Parts(MovementKind line, ReactivationRule reactivation, FxEffect fx)
    {
        // A line that shows nothing is still one of the ledger's: none where no subscriptions were given.
        Measure own = RecurringMeasures.AmountOf(line), none = own.With(Condition.Between(Movements.Amount, 1, 0));
        Measure returned = RecurringMeasures.AmountOf(MovementKind.Reactivation), rates = RecurringMeasures.AmountOf(MovementKind.Fx);
        Condition Absent(long from, long to) => Condition.Between(Movements.AbsentDays, from, to);
        bool within = reactivation.Kind == ReactivationRule.Treatment.OwnWithin, inExpansion = reactivation.Kind == ReactivationRule.Treatment.InExpansion;
        bool inside = fx == FxEffect.InsideMovements;
        switch (line)
        {
            case MovementKind.Reactivation:
                yield return inExpansion ? none : within ? own.With(Absent(0, reactivation.Days)) : own;
                break;
            case MovementKind.Fx:
                yield return inside ? none : own;
                break;
            default:
                yield return own;
                break;
        }

        if (line == MovementKind.New && within) yield return returned.With(Absent(reactivation.Days + 1L, long.MaxValue));
        if (line == MovementKind.Expansion && inExpansion) yield return returned;
        if (line == MovementKind.Expansion && inside) yield return rates.With(Condition.Between(Movements.Amount, 1, long.MaxValue));
        if (line == MovementKind.Contraction && inside) yield return rates.With(Condition.Between(Movements.Amount, long.MinValue + 1, -1));
    }
}
