namespace RevOps.Metrics;

/// <summary>What customer lifetime value is where no customer was lost.</summary>
public enum ZeroChurnTreatment
{
    /// <summary>Undefined: nobody can say when customers would leave.</summary>
    Undefined,

    /// <summary>Zero.</summary>
    Zero,

    /// <summary>That of a customer who stays for <see cref="MetricPolicy.LifetimeCapMonths"/>.</summary>
    CappedLifetime,
}
