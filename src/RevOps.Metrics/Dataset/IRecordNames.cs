namespace RevOps.Metrics;

/// <summary>Names records as messages do.</summary>
internal interface IRecordNames
{
    /// <summary>The record as messages name it: "deal D7".</summary>
    string NameOf(object record);
}
