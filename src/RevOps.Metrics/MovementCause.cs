namespace RevOps.Metrics;

/// <summary>What is behind an expansion, a contraction or a churn: the part of a movement's kind that it belongs to.</summary>
public enum MovementCause
{
    /// <summary>More or less of a product that the customer has: another subscription to it, units, or a switch of plan.</summary>
    SameProduct,

    /// <summary>A product that the customer did not have, or the last of one that it had.</summary>
    OtherProduct,

    /// <summary>Another price for the same units of the same plan.</summary>
    Price,

    /// <summary>A discount that begins, ends or changes.</summary>
    Discount,

    /// <summary>A step of price that the contract had agreed on.</summary>
    ContractedStep,

    /// <summary>The service goes on at no charge.</summary>
    ToFree,

    /// <summary>The customer chose to leave.</summary>
    Voluntary,

    /// <summary>The seller ended it: unpaid bills and the like.</summary>
    Involuntary,
}
