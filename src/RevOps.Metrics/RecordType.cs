namespace RevOps.Metrics;

/// <summary>The kinds of record a dataset is built from.</summary>
public enum RecordType
{
    /// <summary><see cref="RevOps.Metrics.Customer"/>.</summary>
    Customer,

    /// <summary><see cref="RevOps.Metrics.CustomerMerge"/>.</summary>
    CustomerMerge,

    /// <summary><see cref="RevOps.Metrics.Subscription"/>.</summary>
    Subscription,

    /// <summary><see cref="RevOps.Metrics.Deal"/>.</summary>
    Deal,

    /// <summary><see cref="RevOps.Metrics.Lead"/>.</summary>
    Lead,

    /// <summary><see cref="RevOps.Metrics.MarketingActivity"/>.</summary>
    MarketingActivity,

    /// <summary><see cref="RevOps.Metrics.Spend"/>.</summary>
    Spend,

    /// <summary><see cref="RevOps.Metrics.Invoice"/>.</summary>
    Invoice,

    /// <summary><see cref="RevOps.Metrics.CreditNote"/>.</summary>
    CreditNote,

    /// <summary><see cref="RevOps.Metrics.Payment"/>.</summary>
    Payment,

    /// <summary><see cref="RevOps.Metrics.Ticket"/>.</summary>
    Ticket,

    /// <summary><see cref="RevOps.Metrics.ForecastSnapshot"/>.</summary>
    ForecastSnapshot,

    /// <summary><see cref="RevOps.Metrics.Quota"/>.</summary>
    Quota,

    /// <summary><see cref="RevOps.Metrics.FinancialFigure"/>.</summary>
    FinancialFigure,
}
