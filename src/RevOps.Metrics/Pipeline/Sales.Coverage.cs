using NodaTime;

namespace RevOps.Metrics;

public static partial class Sales
{
    /// <summary>Pipeline coverage: how many times the open pipeline of the period holds what is left of its quota.</summary>
    /// <remarks>
    /// Unit: ratio. Formula: open deals expected to close in the period / (quota - won so far), all as known at the end of day
    /// <see cref="MetricPolicy.CoverageDay"/> of the period; by default at its opening, when nothing is won yet. A day after the period's last is its last.
    /// Undefined without a quota and where the quota is reached. Source: https://winsabove.pages.dev/glossary/pipeline-coverage-ratio.
    /// </remarks>
    public static Metric<Ratio> PipelineCoverage { get; } = MetricArithmetic.Apply<Ratio>("pipeline coverage",
        [
            new Metric<Money>("open pipeline", new MeasureExpression((period, policy) =>
                BridgeMeasures.KnownBefore(AfterCoverageDay(period, policy), period, policy))),
            QuotaOfPeriod(),
            new Metric<Money>("won so far", new MeasureExpression((period, policy) => new MeasureRequest(
                PipelineMeasures.Credited(policy), new DateWindow(period.Start, AfterCoverageDay(period, policy))))),
        ],
        (v, _) => Formulas.PipelineCoverage(openPipeline: v[0], quota: v[1], wonSoFar: v[2]), _ => "nothing of the quota is left to be won").Described(new()
        {
            Id = "sales.pipeline-coverage", Name = "pipeline coverage", Synonyms = ["pipeline coverage ratio"], Good = GoodDirection.Up,
            Definition = "How many times the open pipeline of the period holds what is left of its quota.", Formula = "open pipeline / (quota - won so far)",
            Policies = ["CoverageDay", "Deals"], Source = "https://winsabove.pages.dev/glossary/pipeline-coverage-ratio",
        });

    private static LocalDate AfterCoverageDay(ReportingPeriod period, MetricPolicy policy) => LocalDate.Min(period.End, period.Start.PlusDays(policy.CoverageDay));
}
