using System.Runtime.InteropServices;
using NodaTime;

namespace RevOps.Metrics;

/// <summary>Makes the relation of recurring revenue beside the ledger from the subscriptions of a dataset.</summary>
internal sealed class StateFacts
{
    private static readonly NameList States = NameList.OfEnum<RevenueState>();

    private readonly TermFacts _terms = new();
    private readonly ServicePricing _pricing, _pricingWhenUnpaid;
    private readonly Succession _succession;
    private readonly ILookup<string, UnpaidSpan> _unpaid;

    private StateFacts(RevenueDataset data, LedgerPolicy policy)
    {
        _pricing = new ServicePricing(policy, data, _terms);
        // What is past due stands beside the ledger even where the ledger leaves it out at once.
        _pricingWhenUnpaid = policy.PastDue == PastDueRule.Excluded ? new ServicePricing(policy with { PastDue = PastDueRule.Counted }, data, _terms) : _pricing;
        _succession = new Succession(data, policy.Identity);
        _unpaid = UnpaidSpan.BySubscription(data);
    }

    public static FactTable Compile(RevenueDataset data, LedgerPolicy policy, CustomerNumbers customers, AttributeVersions versions)
    {
        StateFacts facts = new(data, policy);
        LedgerEntities entities = new(data, policy, customers);
        List<Row> rows = [];
        foreach ((int number, Subscription subscription) in data.Subscriptions.Index())
        {
            foreach (var ofState in facts.Of(subscription, number).GroupBy(stand => stand.State))
            {
                int until = FactTable.SinceEver;
                foreach (Stand stand in ofState.OrderBy(stand => stand.Span.From))
                {
                    bool isStart = stand.Span.From != until;
                    foreach (PricedSpan span in entities.Assign(number, subscription.CustomerId, [stand.Span]))
                    {
                        Post(span, stand.State, entities.OwnerOf(span.Entity), isStart, versions, rows);
                        isStart = false;
                    }

                    until = stand.Span.To;
                }
            }
        }

        return ToTable(rows, customers, versions, facts._terms);
    }

    /// <summary>On under the values at its start, from value to value as they change, and off at its end.</summary>
    private static void Post(PricedSpan span, RevenueState state, int owner, bool isStart, AttributeVersions versions, List<Row> rows)
    {
        int version = versions.On(owner, span.From);
        rows.Add(new Row(owner, version, span.Term, span.From, state, span.Amount, isStart ? 1 : 0));
        for (int next = version + 1; next < versions.Of(owner).End && versions.FirstDay(next) < span.To; next++)
        {
            rows.Add(new Row(owner, next - 1, span.Term, versions.FirstDay(next), state, -span.Amount, 0));
            rows.Add(new Row(owner, next, span.Term, versions.FirstDay(next), state, span.Amount, 0));
            version = next;
        }

        if (span.To != FactTable.NoDay) rows.Add(new Row(owner, version, span.Term, span.To, state, -span.Amount, 0));
    }

    private IEnumerable<Stand> Of(Subscription subscription, int number)
    {
        if (subscription.IsVoid) return [];
        List<PricedSpan> spans = [], counted = [];
        _pricing.AddService(subscription, number, spans);
        _pricingWhenUnpaid.AddService(subscription, number, counted);
        DaySpans unpaid = new(_unpaid[subscription.Id].Select(debt => (DayNumber.Of(debt.DueOn) + 1, DayNumber.Of(debt.SettledOn))));
        return
        [
            .. Trial(subscription, number),
            .. from span in counted
               where span is { Amount: > 0, IsPaused: false }
               from days in unpaid.Within(span.From, span.To)
               select new Stand(RevenueState.PastDue, span with { From = days.From, To = days.To }),
            .. Committed(subscription, spans),
        ];
    }

    /// <summary>A trial stands with what the first paid day would charge if nothing ended the service before.</summary>
    private IEnumerable<Stand> Trial(Subscription subscription, int number)
    {
        if (subscription.TrialEnd is not { } paid) yield break;
        LocalDate to = LocalDate.Min(paid, subscription.End ?? paid);
        if (to <= subscription.Start) yield break;
        List<PricedSpan> spans = [];
        _pricing.AddService(subscription with { End = null, Pauses = [], Cancellations = [] }, number, spans);
        int day = DayNumber.Of(paid);
        if (spans.Find(span => span.From <= day && day < span.To && span.Amount > 0) is not { } first) yield break;
        yield return new Stand(RevenueState.Trial, first with { From = DayNumber.Of(subscription.Start), To = DayNumber.Of(to) });
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
        table.Add(RevenueStates.State, [.. rows.Select(row => (int)row.State + 1)], States);
        table.Add(RevenueStates.Plan, [.. rows.Select(row => terms.PlanOf(row.Term))], terms.Plans);
        table.Add(RevenueStates.Product, [.. rows.Select(row => terms.ProductOf(row.Term))], terms.Products);
        (int[] codes, NameList ids) = customers.Column([.. rows.Select(row => row.Owner)]);
        table.Add(RevenueStates.CustomerId, codes, ids);
        int[] versionOf = [.. rows.Select(row => row.Version)];
        foreach (string attribute in versions.Attributes)
        {
            (int[] values, NameList names) = versions.Column(attribute, versionOf);
            table.Add(RevenueStates.CustomerAttribute(attribute), values, names);
        }

        return table;
    }

    /// <summary>A span over which a subscription stands in a state with the span's amount.</summary>
    private sealed record Stand(RevenueState State, PricedSpan Span);

    /// <summary>A row of the relation.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Row(int Owner, int Version, int Term, int Day, RevenueState State, long Amount, int Started);
}
