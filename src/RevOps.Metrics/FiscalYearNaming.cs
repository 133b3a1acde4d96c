namespace RevOps.Metrics;

/// <summary>Which calendar year gives a fiscal year its name. A fiscal year that starts in January has only one to choose from.</summary>
public enum FiscalYearNaming
{
    /// <summary>The year in which it ends: July 2025 to June 2026 is FY26. The usual choice of companies.</summary>
    ByEndYear,

    /// <summary>The year in which it starts: July 2025 to June 2026 is FY25. The National Retail Federation names its years so.</summary>
    ByStartYear,
}
