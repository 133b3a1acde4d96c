using NodaTime;

namespace RevOps.Metrics.Tests;

/// <content>The visits of deals to stages, from the stage that a deal was in at the end of each day.</content>
internal static partial class NaiveRecords
{
    public static IEnumerable<NaiveRow> StageVisits(RevenueDataset data, CustomerIdentity identity) =>
        from deal in data.Deals
        where deal.Outcome != DealOutcome.Void
        let dated = deal.History.Select(change => change.On).Distinct().Order().Where(day => StageOn(deal, day) != StageOn(deal, day.PlusDays(-1))).ToArray()
        let undated = deal.Outcome == DealOutcome.Open && !string.IsNullOrEmpty(deal.Stage) && deal.Stage != StageOn(deal, LocalDate.MaxIsoValue)
        let visits = dated.Select(day => ((LocalDate?)day, StageOn(deal, day)!)).Concat(undated ? [(null, deal.Stage!)] : []).ToArray()
        from number in Enumerable.Range(0, visits.Length)
        select StageVisit(deal, visits, number, data, identity);

    private static NaiveRow StageVisit(Deal deal, (LocalDate? On, string Stage)[] visits, int number, RevenueDataset data, CustomerIdentity identity)
    {
        (LocalDate? entered, string stage) = visits[number];
        (LocalDate? On, string Stage)[] later = visits[(number + 1)..];
        LocalDate? left = later.Length > 0 ? later[0].On : deal.ClosedOn;
        string[] process = [.. data.Options.Stages];
        NaiveRow row = new NaiveRow()
            .With(Metrics.StageVisits.EnteredOn, entered).With(Metrics.StageVisits.LeftOn, left).With(Metrics.StageVisits.Stage, stage)
            .With(Metrics.StageVisits.DaysInStage, entered is { } from && left is { } to ? (long)Period.DaysBetween(from, to) : null)
            .With(Metrics.StageVisits.Visit, 1L + visits.Take(number).Count(visit => visit.Stage == stage))
            .With(Metrics.StageVisits.NextStage, later.Length > 0 ? later[0].Stage : null).With(Metrics.StageVisits.Outcome, deal.Outcome.ToString())
            .With(Metrics.StageVisits.Owner, deal.Owner).WithDeal<Metrics.StageVisits>(deal, data, identity);
        if (process.Contains(stage))
        {
            (long isReached, LocalDate? on) = Reach([.. process.SkipWhile(other => other != stage).Skip(1)]);
            row.With(Metrics.StageVisits.Advanced, isReached).With(Metrics.StageVisits.AdvancedOn, on);
        }

        foreach (string goal in process)
        {
            (long isReached, LocalDate? on) = Reach([.. process.SkipWhile(other => other != goal)]);
            row.With(Metrics.StageVisits.Reached(goal), isReached).With(Metrics.StageVisits.ReachedOn(goal), on);
        }

        return row;

        (long IsReached, LocalDate? On) Reach(string[] goals)
        {
            var reached = later.Where(visit => goals.Contains(visit.Stage)).Take(1).ToArray();
            return reached.Length > 0 ? (1, reached[0].On) : deal.Outcome == DealOutcome.Won ? (1, deal.ClosedOn) : (0, null);
        }
    }

    /// <summary>The stage told last by the end of a day on which the deal was open; null before the first.</summary>
    private static string? StageOn(Deal deal, LocalDate day) =>
        deal.History.Where(change => !string.IsNullOrEmpty(change.Stage) && change.On <= day && !(change.On >= deal.ClosedOn)).OrderBy(change => change.On).LastOrDefault()?.Stage;
}
