namespace RevOps.Metrics;

/// <summary>Which usage is recurring revenue.</summary>
public enum UsageTreatment
{
    /// <summary>What is committed: the quantities of the price terms. Measured usage is not recurring.</summary>
    Committed,

    /// <summary>
    /// What is committed, and beside it the usage lines of invoices, each over the whole period of <see cref="LedgerPolicy.FixedGrain"/> in which its
    /// invoice was issued.
    /// </summary>
    /// <remarks>
    /// A subscription's usage of a period counts in a year with its sum, never below zero, x 12 / the period's months, of a week x 52, of a day
    /// x 365, so that usage of 30 invoiced in February is 30 of February's MRR. It is told at the rate of the day of the invoice, and counts only on
    /// days on which the subscription does: usage invoiced after the end of service is in no MRR. In the ledger it is a line of its own beside the
    /// subscription's price, and a rise is an expansion of the same product where the price has that product too.
    /// </remarks>
    AsInvoiced,

    /// <summary>None: neither usage lines nor price terms that pay for committed usage (<see cref="PriceTerm.IsUsageCommitment"/>).</summary>
    Excluded,
}
