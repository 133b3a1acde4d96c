namespace RevOps.Metrics;

/// <summary>Whose quota it is.</summary>
public enum QuotaHolder
{
    /// <summary>The company's: a quota without an owner.</summary>
    Company,

    /// <summary>A sales representative's.</summary>
    Representative,
}
