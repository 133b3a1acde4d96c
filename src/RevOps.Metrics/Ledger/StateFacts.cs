using System.Runtime.InteropServices;
using NodaTime;

namespace RevOps.Metrics;

/// <summary>Makes the relation of recurring revenue beside the ledger from the subscriptions of a dataset.</summary>
internal sealed class StateFacts
{
    private static readonly NameList States = NameList.OfEnum<RevenueState>();
    private static readonly NameList Ends = NameList.OfEnum<RevenueStateEnd>();

    private readonly TermFacts _terms = new();
    private readonly ServicePricing _pricing, _pricingWhenUnpaid, _listPricing;
    private readonly Succession _succession;
    private readonly ILookup<string, UnpaidSpan> _unpaid;
    private readonly LocalDate? _knownTo;

    private StateFacts(RevenueDataset data, LedgerPolicy policy)
    {
        _pricing = new ServicePricing(policy, data, _terms);
        // What is past due stands beside the ledger even where the ledger leaves it out at once.
        _pricingWhenUnpaid = policy.PastDue == PastDueRule.Excluded ? new ServicePricing(policy with { PastDue = PastDueRule.Counted }, data, _terms) : _pricing;
        _listPricing = policy.Discounts == DiscountTreatment.None ? _pricing : new ServicePricing(policy with { Discounts = DiscountTreatment.None }, data, _terms);
        _succession = new Succession(data, policy.Identity);
        _unpaid = UnpaidSpan.BySubscription(data);
        _knownTo = data.CoverageOf(RecordType.Subscription)?.To;
    }

    public static FactTable Compile(RevenueDataset data, LedgerPolicy policy, CustomerNumbers customers, AttributeVersions versions)
    {
        StateFacts facts = new(data, policy);
        LedgerEntities entities = new(data, policy, customers);
        List<Row> rows = [];
        int spells = 0;
        foreach ((int number, Subscription subscription) in data.Subscriptions.Index())
        {
            foreach (List<Stand> spell in facts.Of(subscription, number).GroupBy(stand => stand.State).SelectMany(Spells))
            {
                PricedSpan[] pieces = [.. spell.SelectMany(stand => entities.Assign(number, subscription.CustomerId, [stand.Span]))];
                foreach ((int i, PricedSpan piece) in pieces.Index())
                {
                    Row row = new(entities.OwnerOf(piece.Entity), piece.Term, spell[0].State, spells, spell[^1].EndedBy);
                    Post(row, piece, isStart: i == 0, isEnd: i == pieces.Length - 1, versions, rows);
                }

                spells++;
            }
        }

        return ToTable(rows, customers, versions, facts._terms);
    }

    /// <summary>The stands of one state in groups of those that follow each other without a gap.</summary>
    private static IEnumerable<List<Stand>> Spells(IEnumerable<Stand> ofState)
    {
        List<Stand> spell = [];
        foreach (Stand stand in ofState.OrderBy(stand => stand.Span.From))
        {
            if (spell.Count > 0 && stand.Span.From != spell[^1].Span.To)
            {
                yield return spell;
                spell = [];
            }

            spell.Add(stand);
        }

        if (spell.Count > 0) yield return spell;
    }

    /// <summary>On under the values at its start, from value to value as they change, and off at its end.</summary>
    private static void Post(Row row, PricedSpan span, bool isStart, bool isEnd, AttributeVersions versions, List<Row> rows)
    {
        int version = versions.On(row.Owner, span.From);
        rows.Add(row with { Version = version, Day = span.From, Amount = span.Amount, Started = isStart ? 1 : 0 });
        for (int next = version + 1; next < versions.Of(row.Owner).End && versions.FirstDay(next) < span.To; next++)
        {
            rows.Add(row with { Version = next - 1, Day = versions.FirstDay(next), Amount = -span.Amount });
            rows.Add(row with { Version = next, Day = versions.FirstDay(next), Amount = span.Amount });
            version = next;
        }

        if (span.To != FactTable.NoDay) rows.Add(row with { Version = version, Day = span.To, Amount = -span.Amount, Ended = isEnd ? 1 : 0 });
    }

    private IEnumerable<Stand> Of(Subscription subscription, int number)
    {
        if (subscription.IsVoid) return [];
        List<PricedSpan> spans = [], counted = [];
        _pricing.AddService(subscription, number, spans);
        _pricingWhenUnpaid.AddService(subscription, number, counted);
        DaySpans unpaid = new(_unpaid[subscription.Id].Select(debt => (
            DayNumber.Of(debt.DueOn) + 1, debt.SettledOn == CountedDays.Forever ? FactTable.NoDay : DayNumber.Of(debt.SettledOn))));
        return
        [
            .. Trial(subscription, number, spans),
            .. from span in counted
               where span is { Amount: > 0, IsPaused: false }
               from days in unpaid.Within(span.From, span.To)
               select new Stand(RevenueState.PastDue, span with { From = days.From, To = days.To }, EndOfDebt(days.To, unpaid, counted)),
            .. Committed(subscription, spans),
            .. Discounted(subscription, number, spans),
        ];
    }

    /// <summary>Settled where nothing is unpaid on the day after; else the service has stopped, or is only paused.</summary>
    private static RevenueStateEnd? EndOfDebt(int end, DaySpans unpaid, List<PricedSpan> counted)
    {
        if (end == FactTable.NoDay) return null;
        if (!unpaid.Within(end, end + 1).Any()) return RevenueStateEnd.Settled;
        return counted.Exists(span => span is { Amount: > 0, IsPaused: true } && span.From <= end && end < span.To) ? null : RevenueStateEnd.Stopped;
    }

    /// <summary>A trial stands with what the first paid day would charge if nothing ended the service before; whether it is, what counts then tells.</summary>
    private IEnumerable<Stand> Trial(Subscription subscription, int number, List<PricedSpan> counted)
    {
        if (subscription.TrialEnd is not { } paid) yield break;
        LocalDate to = LocalDate.Min(paid, subscription.End ?? paid);
        if (to <= subscription.Start) yield break;
        List<PricedSpan> spans = [];
        _pricing.AddService(subscription with { End = null, Pauses = [], Cancellations = [] }, number, spans);
        int day = DayNumber.Of(paid);
        if (spans.Find(span => span.From <= day && day < span.To && span.Amount > 0) is not { } first) yield break;
        bool isCharged = to == paid && counted.Exists(span => span.Amount > 0 && span.From <= day && day < span.To);
        RevenueStateEnd? end = to >= _knownTo ? null : isCharged ? RevenueStateEnd.Charged : RevenueStateEnd.Stopped;
        yield return new Stand(RevenueState.Trial, first with { From = DayNumber.Of(subscription.Start), To = DayNumber.Of(to) }, end);
    }

    /// <summary>What is signed or agreed for later, while no end of it is known; and from then on, off, what still counts.</summary>
    private IEnumerable<Stand> Committed(Subscription subscription, List<PricedSpan> spans)
    {
        if (spans.Count == 0) yield break;
        DaySpans ending = new(EndingDays(subscription));
        int signed = subscription.SignedOn is { } on ? Math.Min(DayNumber.Of(on), spans[0].From) : spans[0].From;
        foreach ((int from, int to) in spans[0].Amount > 0 ? ending.Without(signed, spans[0].From) : [])
        {
            yield return new Stand(RevenueState.SignedNotStarted, spans[0] with { From = from, To = to });
        }

        foreach ((PricedSpan before, PricedSpan step) in spans.Zip(spans.Skip(1)))
        {
            bool isStep = before.To == step.From && before.Term != step.Term && step.Amount != before.Amount && _terms.IsContractedStep(step.Term);
            foreach ((int from, int to) in isStep ? ending.Without(signed, step.From) : [])
            {
                yield return new Stand(RevenueState.ContractedStep, step with { From = from, To = to, Amount = step.Amount - before.Amount });
            }
        }

        foreach (PricedSpan span in spans.Where(span => span is { Amount: > 0, IsPaused: false }))
        {
            foreach ((int from, int to) in ending.Within(span.From, span.To)) yield return new Stand(RevenueState.Ending, span with { From = from, To = to, Amount = -span.Amount });
        }
    }

    /// <summary>What the list price is above the price that counts, while the service is not paused.</summary>
    private IEnumerable<Stand> Discounted(Subscription subscription, int number, List<PricedSpan> spans)
    {
        if (_listPricing == _pricing) return [];
        List<PricedSpan> listed = [];
        _listPricing.AddService(subscription, number, listed);
        return from list in listed
               where !list.IsPaused
               from span in spans
               let shared = list with { From = Math.Max(list.From, span.From), To = Math.Min(list.To, span.To), Amount = list.Amount - span.Amount }
               where shared.From < shared.To && shared.Amount > 0
               select new Stand(RevenueState.Discounted, shared);
    }

    /// <summary>The days on which it is known that a subscription ends: while notice stands, and from the signing of what follows it.</summary>
    private IEnumerable<(int From, int To)> EndingDays(Subscription subscription)
    {
        foreach (CancellationRequest request in subscription.Cancellations) yield return (DayNumber.Of(request.RequestedOn), DayNumber.OrNone(request.WithdrawnOn));
        if (_succession.SuccessorSignedOn(subscription) is { } signed) yield return (DayNumber.Of(signed), FactTable.NoDay);
    }

    private static FactTable ToTable(List<Row> rows, CustomerNumbers customers, AttributeVersions versions, TermFacts terms)
    {
        FactTable table = new(rows.Count);
        table.Add(RevenueStates.On, [.. rows.Select(row => row.Day)]);
        table.Add(RevenueStates.Amount, [.. rows.Select(row => row.Amount)]);
        table.Add(RevenueStates.Started, [.. rows.Select(row => (long)row.Started)]);
        table.Add(RevenueStates.Ended, [.. rows.Select(row => (long)row.Ended)]);
        table.Add(RevenueStates.EndedBy, [.. rows.Select(row => row.EndedBy is { } end ? (int)end + 1 : 0)], Ends);
        table.Add(RevenueStates.Spell, [.. rows.Select(row => row.Spell)], RevenueStates.On);
        table.Add(RevenueStates.State, [.. rows.Select(row => (int)row.State + 1)], States);
        table.Add(RevenueStates.Plan, [.. rows.Select(row => terms.PlanOf(row.Term))], terms.Plans);
        table.Add(RevenueStates.Product, [.. rows.Select(row => terms.ProductOf(row.Term))], terms.Products);
        (int[] codes, NameList ids) = customers.Column([.. rows.Select(row => row.Owner)]);
        table.Add(RevenueStates.CustomerId, codes, ids);
        int[] versionOf = [.. rows.Select(row => row.Version)];
        versions.AddTo(table, RevenueStates.CustomerAttribute, () => versionOf);

        return table;
    }

    /// <summary>A span over which a subscription stands in a state with the span's amount, and what ends it unless another follows at once.</summary>
    private sealed record Stand(RevenueState State, PricedSpan Span, RevenueStateEnd? EndedBy = null);

    /// <summary>A row of the relation.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Row(int Owner, int Term, RevenueState State, int Spell, RevenueStateEnd? EndedBy)
    {
        public int Version { get; init; }

        public int Day { get; init; }

        public long Amount { get; init; }

        public int Started { get; init; }

        public int Ended { get; init; }
    }
}
