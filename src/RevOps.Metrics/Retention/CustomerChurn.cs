using System.Collections.Concurrent;

namespace RevOps.Metrics;

/// <summary>The customer churn rate under each policy: who is lost, over whom.</summary>
internal static class CustomerChurn
{
    private static readonly ConcurrentDictionary<(ChurnDenominator, JoinedAndLostTreatment, LostAndReturnedTreatment), Metric<Ratio>> Rates = new();

    private static readonly Metric<Count> Joined = new("joined customers", MeasureExpression.Flow(RetentionMeasures.Joined));

    public static Metric<Ratio> RateBy(MetricPolicy policy) =>
        Rates.GetOrAdd((policy.ChurnDenominator, policy.JoinedAndLost, policy.LostAndReturned), options => Rate(options.Item1, options.Item2, options.Item3));

    private static Metric<Ratio> Rate(ChurnDenominator denominator, JoinedAndLostTreatment joinedAndLost, LostAndReturnedTreatment lostAndReturned)
    {
        Metric<Count> lost = Success.LostCustomers;
        if (lostAndReturned == LostAndReturnedTreatment.CountBoth) lost += Success.LostAndReturnedCustomers;
        Metric<Count> of = denominator switch
        {
            ChurnDenominator.OpeningAndNew => Success.OpeningCustomers + Joined,
            ChurnDenominator.Average => ((Success.OpeningCustomers + Success.Customers) * 0.5m).Named("average customers"),
            ChurnDenominator.Closing => Success.Customers,
            _ => Success.OpeningCustomers,
        };
        if (joinedAndLost == JoinedAndLostTreatment.InBoth)
        {
            lost += Success.JoinedAndLostCustomers;
            of += Success.JoinedAndLostCustomers;
        }

        // Who is lost is among those at the open, but not always among those at the close.
        bool isShare = denominator is ChurnDenominator.Opening or ChurnDenominator.OpeningAndNew;
        return MetricArithmetic.Apply<Ratio>(
            "customer churn rate", [lost, of],
            (v, _) => isShare ? Formulas.CustomerChurnRate(openingCustomers: v[1], lostCustomers: v[0]) : v[1] == 0 ? null : v[0] / v[1],
            _ => denominator == ChurnDenominator.Opening ? "there was no customer at the open" : "there was no customer to tell the rate of");
    }
}
