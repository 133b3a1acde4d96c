namespace RevOps.Metrics;

/// <summary>Whether credit notes lower recurring revenue.</summary>
public enum RefundTreatment
{
    /// <summary>No: a credit lowers revenue, and the price goes on as it was.</summary>
    NotInMrr,

    /// <summary>
    /// Yes, that of the period in which they are issued: its MRR is less by their amount per month of the period, its ARR by twelve times that.
    /// </summary>
    /// <remarks>
    /// A credit of 50 in March takes 50 off March's MRR and, spread over the quarter, 16.67 off that of the first quarter. The opening stays the
    /// ledger's, so that next month starts without it; the waterfalls show the credit on a line of its own (<see cref="Revenue.RefundedMrr"/>).
    /// ARPA, concentration, lifetime value, churn and retention stay those of the ledger: a credit for one month is no smaller customer. Where credit
    /// notes do not cover a period, MRR is undefined, so declare their coverage.
    /// </remarks>
    InMrrOfPeriod,
}
