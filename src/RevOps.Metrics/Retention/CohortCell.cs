namespace RevOps.Metrics;

/// <summary>What is there of a cohort at the close of one period.</summary>
public sealed record CohortCell
{
    /// <summary>How many periods after the one in which the cohort was acquired: 0 is that period itself.</summary>
    public required int Age { get; init; }

    /// <summary>The period at whose close it is told.</summary>
    public required ReportingPeriod Period { get; init; }

    /// <summary>The cohort's customers who are customers at the close, those who left and came back among them.</summary>
    public required MetricValue<Count> Customers { get; init; }

    /// <summary>The MRR of the cohort's customers at the close.</summary>
    public required MetricValue<PerMonth<Money>> Mrr { get; init; }

    /// <summary>The customers over those at age 0; undefined where there was none.</summary>
    public required MetricValue<Ratio> CustomerRetention { get; init; }

    /// <summary>The MRR over that at age 0; undefined where there was none. Growth of those who stay can bring it above 1.</summary>
    public required MetricValue<Ratio> RevenueRetention { get; init; }

    /// <summary>True when the period is over, so that its close is a fact and not only what is known of it by now.</summary>
    public required bool IsMature { get; init; }

    /// <summary>What a reader should know before adding or comparing it.</summary>
    public MetricFlags Flags { get; init; }
}
