using NodaTime;
using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests.Reference;

/// <summary>Books of which a published example of support and retention cost tells, and what the catalogue says of them.</summary>
internal static class SupportExamples
{
    private static readonly ReportingPeriod Year = ReportingCalendar.Gregorian.Parse("2026");

    /// <summary>The cost of each ticket of a year in which so many are resolved, up to 24 opened on a day.</summary>
    public static decimal? CostPerTicket(decimal cost, decimal tickets) => RevenueDataset.Build(
        tickets: Enumerable.Range(0, (int)tickets).Select(n => new Ticket { Id = $"{n}", OpenedOn = Year.Start.PlusDays(n / 24 % 360), ResolvedOn = Year.Start.PlusDays((n / 24 % 360) + 2) }),
        spends: [Spent(cost)]).Evaluate(Success.CostPerTicket, [Year]).Results[0].Magnitude;

    /// <summary>The retention cost of a year at whose close there are so many customers, of whom some joined in it.</summary>
    public static decimal? RetentionCost(decimal cost, decimal customers, decimal joined, RetentionCostPer per) => RevenueDataset.Build(
        subscriptions: Enumerable.Range(0, (int)customers).Select(n => Monthly($"s{n}", $"c{n}", 10, n < joined ? "2026-05-01" : "2025-05-01")),
        spends: [Spent(cost)]).Evaluate(Success.RetentionCost, [Year], options: new() { Policy = new() { RetentionCostPer = per } }).Results[0].Magnitude;

    private static Spend Spent(decimal amount) => new() { From = Year.Start, To = Year.End, Amount = Usd(amount), Category = SpendCategory.CustomerSuccess };
}
