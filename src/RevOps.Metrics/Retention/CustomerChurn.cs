using System.Collections.Concurrent;

namespace RevOps.Metrics;

/// <summary>The customer churn rate under each policy: who is lost, over whom, in which window.</summary>
internal static class CustomerChurn
{
    private const int DaysOfAYear = 365;

    private static readonly ConcurrentDictionary<(ChurnWindow, ChurnDenominator, JoinedAndLostTreatment, LostAndReturnedTreatment), Metric<Ratio>> Rates = new();

    private static readonly ConcurrentDictionary<EntityMeasure, Metric<Count>> CustomersOfYear = new();

    private static readonly Metric<Count> ThirtyDaysAgo =
        new("customers 30 days before the close", MeasureExpression.TrailingDays(RetentionMeasures.AtOpen, 30));

    private static readonly Metric<Count> Joined = new("joined customers", MeasureExpression.Flow(RetentionMeasures.Joined));

    public static Metric<Ratio> RateBy(MetricPolicy policy) =>
        policy.ChurnWindow == ChurnWindow.ContractsDue
            ? ContractCohort.Churn
            : Rates.GetOrAdd(
                (policy.ChurnWindow, policy.ChurnDenominator, policy.JoinedAndLost, policy.LostAndReturned),
                options => Rate(options.Item1 == ChurnWindow.TrailingYear, options.Item2, options.Item3, options.Item4));

    private static Metric<Ratio> Rate(bool isOfYear, ChurnDenominator denominator, JoinedAndLostTreatment joinedAndLost, LostAndReturnedTreatment lostAndReturned)
    {
        // The catalogue's own where it has them, the others once, so that the parts of two rates are the same metrics.
        Metric<Count> Customers(EntityMeasure measure, Metric<Count> ofPeriod) => isOfYear
            ? CustomersOfYear.GetOrAdd(measure, _ => new Metric<Count>(ofPeriod.Name, MeasureExpression.TrailingDays(measure, DaysOfAYear)))
            : ofPeriod;
        Metric<Count> opening = Customers(RetentionMeasures.AtOpen, Success.OpeningCustomers), closing = Customers(RetentionMeasures.AtClose, Success.Customers);
        Metric<Count> lost = Customers(RetentionMeasures.Lost, Success.LostCustomers);
        if (lostAndReturned == LostAndReturnedTreatment.CountBoth)
        {
            lost = (lost + Customers(RetentionMeasures.LostAndReturned, Success.LostAndReturnedCustomers)).Named($"{lost}, returned or not");
        }

        Metric<Count> of = denominator switch
        {
            ChurnDenominator.OpeningAndNew => (opening + Customers(RetentionMeasures.Joined, Joined)).Named("opening and joined customers"),
            ChurnDenominator.Average => ((opening + closing) * 0.5m).Named("average customers"),
            ChurnDenominator.Closing => closing,
            ChurnDenominator.ThirtyDaysAgo => ThirtyDaysAgo,
            _ => opening,
        };
        if (joinedAndLost == JoinedAndLostTreatment.InBoth)
        {
            Metric<Count> visits = Customers(RetentionMeasures.JoinedAndLost, Success.JoinedAndLostCustomers);
            lost = (lost + visits).Named($"{lost}, joined ones too");
            of = (of + visits).Named($"{of}, joined and lost ones too");
        }

        // Who is lost is among those at the open, but not always among those at the close or of some days ago.
        bool isShare = denominator is ChurnDenominator.Opening or ChurnDenominator.OpeningAndNew;
        return MetricArithmetic.Apply<Ratio>(
            "customer churn rate", [lost, of],
            (v, _) => isShare ? Formulas.CustomerChurnRate(openingCustomers: v[1], lostCustomers: v[0]) : v[1] == 0 ? null : v[0] / v[1],
            _ => denominator == ChurnDenominator.Opening ? "there was no customer at the open" : "there was no customer to tell the rate of");
    }
}
