using NodaTime;

namespace RevOps.Metrics.Tests.Reference;

/// <summary>Published win rates that need deals and not only their numbers.</summary>
internal static class WinRateExamples
{
    /// <summary>The win rate of the deals created in a month of which so many were won, lost or are open.</summary>
    public static decimal? OfCreated(decimal won, decimal lost, decimal open)
    {
        LocalDate created = new(2026, 1, 10);
        IEnumerable<Deal> Several(DealOutcome outcome, decimal count) => Enumerable.Range(0, (int)count).Select(i => new Deal
        {
            Id = $"{outcome}{i}", Outcome = outcome, CreatedOn = created, ClosedOn = outcome == DealOutcome.Open ? null : created.PlusMonths(2),
        });
        RevenueDataset data = RevenueDataset.Build(deals: [.. Several(DealOutcome.Won, won), .. Several(DealOutcome.Lost, lost), .. Several(DealOutcome.Open, open)]);
        EvaluationOptions options = new() { Policy = new() { WinRate = WinRateBasis.CreatedCohort } };
        return data.Evaluate(Sales.WinRate, [Make.Month("2026-01")], options: options).Results[0].Magnitude;
    }
}
