namespace RevOps.Metrics;

/// <summary>The measures of the contracts that fall due in a period, by how long after it a renewal still counts.</summary>
internal static class RenewalMeasures
{
    /// <summary>Contracts due.</summary>
    public static readonly Measure Due = new CountMeasure("contracts due", Renewals.DueOn);

    /// <summary>What contracts due charge in a year.</summary>
    public static readonly Measure DueAmount = new SumMeasure("ARR due", Renewals.Amount, Renewals.DueOn);

    /// <summary>What renewals charge in a year.</summary>
    public static readonly Measure RenewedAmount = new SumMeasure("renewed ARR", Renewals.RenewedAmount, Renewals.DueOn);

    /// <summary>What renewals charge in a year, at most what the contract did.</summary>
    public static readonly Measure KeptAmount = new SumMeasure("ARR kept by renewals", Renewals.KeptAmount, Renewals.DueOn);

    /// <summary>Renewals before the due day.</summary>
    public static Condition IsEarly { get; } = Condition.Between(Renewals.DaysLate, int.MinValue, -1);

    /// <summary>Renewals on the due day.</summary>
    public static Condition IsOnTime { get; } = Condition.Between(Renewals.DaysLate, 0, 0);

    /// <summary>Renewals after the due day, but within the grace.</summary>
    public static Condition IsLate(MetricPolicy policy) => Condition.Between(Renewals.DaysLate, 1, policy.RenewalGraceDays);

    /// <summary>Renewals at all: before the due day, on it, or within the grace.</summary>
    public static Condition IsRenewed(MetricPolicy policy) => Condition.Between(Renewals.DaysLate, int.MinValue, policy.RenewalGraceDays);

    /// <summary>Contracts whose grace the records do not cover to its end.</summary>
    public static Condition IsOpen(MetricPolicy policy) => Condition.Between(Renewals.DaysKnown, int.MinValue, policy.RenewalGraceDays);
}
