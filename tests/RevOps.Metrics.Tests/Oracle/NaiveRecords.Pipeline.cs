using NodaTime;

namespace RevOps.Metrics.Tests;

internal static partial class NaiveRecords
{
    /// <summary>The deals open at the end of a day, each under the day on which it was then expected to close.</summary>
    public static IEnumerable<NaiveRow> ExpectedClosesOn(LocalDate day, RevenueDataset data, CustomerIdentity identity) =>
        from deal in data.Deals
        where deal.Outcome != DealOutcome.Void && (deal.CreatedOn is not { } created || created <= day) && (deal.ClosedOn is not { } closed || day < closed)
        select CloseRow(deal, day, CloseKnownOn(deal, day), 1, KnownOn(deal, day, data), data, identity);

    /// <summary>What differs from the end of each day of a deal's life to the end of the next: where to, how much, and whether it is still open.</summary>
    public static IEnumerable<NaiveRow> ExpectedCloses(RevenueDataset data, CustomerIdentity identity)
    {
        foreach (Deal deal in data.Deals.Where(deal => deal.Outcome != DealOutcome.Void))
        {
            NaiveRow Row(LocalDate on, PipelineChangeKind kind, LocalDate? close, long count, long amount) =>
                CloseRow(deal, on, close, count, amount, data, identity).With(Metrics.ExpectedCloses.Kind, kind.ToString());

            LocalDate created = deal.CreatedOn ?? LocalDate.MinIsoValue, closed = deal.ClosedOn ?? LocalDate.MaxIsoValue;
            LocalDate? Close(LocalDate day) => day == closed && deal.Outcome == DealOutcome.Won ? day : CloseKnownOn(deal, day);
            yield return Row(created, PipelineChangeKind.Created, Close(created), 1, KnownOn(deal, created, data));

            LocalDate before = created;
            foreach (LocalDate day in deal.History.Select(change => change.On).Append(closed).Distinct().Order().Where(day => created < day && day <= closed))
            {
                LocalDate? from = Close(before), to = Close(day);
                long had = KnownOn(deal, before, data), has = KnownOn(deal, day, data);
                if (from != to)
                {
                    yield return Row(day, PipelineChangeKind.Moved, from, -1, -had).With(Metrics.ExpectedCloses.OtherCloseOn, to);
                    yield return Row(day, PipelineChangeKind.Moved, to, 1, had).With(Metrics.ExpectedCloses.OtherCloseOn, from);
                }

                if (had != has) yield return Row(day, PipelineChangeKind.Revised, to, 0, has - had);
                before = day;
            }

            if (deal.ClosedOn is null) continue;
            PipelineChangeKind end = deal.Outcome == DealOutcome.Won ? PipelineChangeKind.Won : PipelineChangeKind.Lost;
            yield return Row(closed, end, Close(closed), -1, -KnownOn(deal, closed, data));
        }
    }

    /// <summary>What of each deal is an owner's: its amount up to and with him, less that up to him.</summary>
    public static IEnumerable<NaiveRow> DealCredits(RevenueDataset data, CustomerIdentity identity)
    {
        foreach (Deal deal in data.Deals)
        {
            ValueList<OwnerSplit> splits = deal.Splits.Count > 0 ? deal.Splits : [new OwnerSplit(deal.Owner!, 1)];
            long? amount = (deal.Amount ?? AmountChanges(deal).LastOrDefault()?.Amount) is { } latest
                ? NaivePricing.Units(latest, deal.ClosedOn ?? deal.CreatedOn ?? LocalDate.MaxIsoValue, data) : null;
            long? UpTo(int owners) => amount is { } whole ? (long)decimal.Floor(whole * splits.Take(owners).Sum(split => split.Share)) : null;
            for (int i = 0; i < splits.Count; i++)
            {
                yield return new NaiveRow().With(Metrics.DealCredits.ClosedOn, deal.ClosedOn).With(Metrics.DealCredits.Amount, UpTo(i + 1) - UpTo(i))
                    .With(Metrics.DealCredits.Owner, splits[i].Owner).With(Metrics.DealCredits.Outcome, deal.Outcome.ToString())
                    .WithDeal<Metrics.DealCredits>(deal, data, identity);
            }
        }
    }

    public static IEnumerable<NaiveRow> QuotaDays(RevenueDataset data) =>
        from quota in data.Quotas
        let length = Period.DaysBetween(quota.PeriodStart, quota.PeriodEnd)
        let share = quota.RampShare ?? 1
        from day in Enumerable.Range(0, length)
        select new NaiveRow().With(Metrics.QuotaDays.On, quota.PeriodStart.PlusDays(day))
            .With(Metrics.QuotaDays.Amount, DayOf(NaivePricing.Units(quota.Amount, quota.PeriodStart, data), day, length))
            .With(Metrics.QuotaDays.RampedAmount, DayOf(NaivePricing.Units(quota.Amount * share, quota.PeriodStart, data), day, length))
            .With(Metrics.QuotaDays.Holder, quota.Owner is null ? "Company" : "Representative")
            .With(Metrics.QuotaDays.Owner, quota.Owner).With(Metrics.QuotaDays.Type, quota.Measure?.ToString());

    /// <summary>The total contract value told, or that of the term; none where neither is known.</summary>
    private static long? ContractValue(Deal deal, Money? amount, LocalDate rateDay, RevenueDataset data) => deal switch
    {
        { TotalContractValue: { } told } => NaivePricing.Units(told, rateDay, data),
        { TermMonths: { } months } when amount is { } ofYear => NaivePricing.Units(ofYear * months / 12, rateDay, data)
            + (deal.OneTimeAmount is { } once ? NaivePricing.Units(once, rateDay, data) : 0),
        _ => null,
    };

    private static long DayOf(decimal whole, int day, int length) => (long)(decimal.Floor(whole * (day + 1) / length) - decimal.Floor(whole * day / length));

    /// <summary>The expected close told last by a day. On the day it is lost a deal is expected when it was the day before, unless it was created that day.</summary>
    private static LocalDate? CloseKnownOn(Deal deal, LocalDate day)
    {
        List<DealChange> told = [.. deal.History.Where(change => change.ExpectedCloseOn is not null).OrderBy(change => change.On)];
        if (told.Count == 0) return deal.ExpectedCloseOn;
        LocalDate known = day == deal.ClosedOn && deal.CreatedOn != deal.ClosedOn ? day.PlusDays(-1) : day;
        return (told.Skip(1).LastOrDefault(change => change.On <= known) ?? told[0]).ExpectedCloseOn;
    }

    private static NaiveRow CloseRow(Deal deal, LocalDate on, LocalDate? close, long count, long amount, RevenueDataset data, CustomerIdentity identity) => new NaiveRow()
        .With(Metrics.ExpectedCloses.On, on).With(Metrics.ExpectedCloses.CloseOn, close)
        .With(Metrics.ExpectedCloses.CountChange, count).With(Metrics.ExpectedCloses.AmountChange, amount)
        .With(Metrics.ExpectedCloses.KnownFrom, deal.History.Count > 0 ? "History" : "LatestValues")
        .With(Metrics.ExpectedCloses.Owner, deal.Owner).WithDeal<Metrics.ExpectedCloses>(deal, data, identity);
}
