namespace RevOps.Metrics;

/// <summary>A state in which recurring revenue stands beside the ledger, or stands in it with a mark.</summary>
public enum RevenueState
{
    /// <summary>In trial: what the subscription would charge on its first paid day.</summary>
    Trial,

    /// <summary>In the ledger, with an invoice past due.</summary>
    PastDue,

    /// <summary>Signed, and not yet charged: what the contract charges on its first paid day.</summary>
    SignedNotStarted,

    /// <summary>An agreed step of price that is yet to come: what it adds or takes off.</summary>
    ContractedStep,

    /// <summary>In the ledger, with an end that is known: given notice, or signed to be followed by another contract. Negative.</summary>
    Ending,

    /// <summary>In the ledger at a discount: what the discounts take off the list price.</summary>
    Discounted,
}
