namespace RevOps.Metrics;

/// <summary>Of what the magic number tells the growth.</summary>
public enum MagicNumberBasis
{
    /// <summary>Recurring revenue of the period, the sum of its month-end MRRs, against that of the period before; told by the year.</summary>
    RecurringRevenue,

    /// <summary>Recognised revenue of the period from the books, against that of the period before; told by the year.</summary>
    RecognisedRevenue,

    /// <summary>ARR at the close, against that at the close of the period before; annual already, so never annualised again.</summary>
    ArrChange,
}
