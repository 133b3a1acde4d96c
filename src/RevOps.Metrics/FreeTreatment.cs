namespace RevOps.Metrics;

/// <summary>Whether who pays nothing is a customer.</summary>
public enum FreeTreatment
{
    /// <summary>No: a free plan, or a discount of everything, is no customer; going free is churn.</summary>
    NotPaying,

    /// <summary>Yes: a customer with a recurring revenue of zero; going free is contraction.</summary>
    Active,
}
