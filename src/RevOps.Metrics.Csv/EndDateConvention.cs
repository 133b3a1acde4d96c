namespace RevOps.Metrics.Csv;

/// <summary>What the end date of a span means in a file: its last day, or the first day after.</summary>
public enum EndDateConvention
{
    /// <summary>The last day of the span: a year of service from 2026-01-01 ends on 2026-12-31. Salesforce writes it so.</summary>
    Inclusive,

    /// <summary>The first day after the span: a year of service from 2026-01-01 ends on 2027-01-01. The records of this library hold it so.</summary>
    Exclusive,
}
