using System.Runtime.InteropServices;
using NodaTime;

namespace RevOps.Metrics;

/// <summary>Makes the relation of what is known of open deals.</summary>
internal sealed class DealStateFacts
{
    private static readonly NameList Categories = NameList.OfEnum<ForecastCategory>();

    private readonly AmountConverter _converter;
    private readonly List<Deal> _deals = [];
    private readonly List<int> _days = [], _closes = [], _categories = [];
    private readonly List<long> _counts = [], _amounts = [];

    private DealStateFacts(RevenueDataset data) => _converter = new AmountConverter(data);

    public static FactTable Compile(RevenueDataset data, CustomerNumbers customers, AttributeVersions versions)
    {
        DealStateFacts facts = new(data);
        foreach (Deal deal in data.Deals.Where(deal => deal.Outcome != DealOutcome.Void)) facts.Add(deal);
        FactTable table = new(facts._deals.Count);
        table.Add(DealStates.On, [.. facts._days]);
        table.Add(DealStates.ExpectedCloseOn, [.. facts._closes]);
        table.Add(DealStates.CountChange, [.. facts._counts]);
        table.Add(DealStates.AmountChange, [.. facts._amounts]);
        table.Add(DealStates.Category, [.. facts._categories], Categories);
        table.AddNames(DealStates.Owner, facts._deals, deal => deal.Owner);
        DealFacts.AddKinds(table, facts._deals, DealStates.Type, DealStates.Product);
        DealFacts.AddCustomers(table, facts._deals, customers, DealStates.CustomerId);
        DealFacts.AddAttributes(table, versions, [.. facts._deals.Select(deal => DealFacts.VersionOf(deal, customers, versions))], DealStates.CustomerAttribute);
        return table;
    }

    private void Add(Deal deal)
    {
        DealChange[] changes = [.. deal.History.OrderBy(change => change.On)];
        State state = FirstOf(deal, changes);
        Row(deal, deal.CreatedOn is { } created ? DayNumber.Of(created) : FactTable.SinceEver, state, 1);
        foreach (DealChange change in changes)
        {
            if (deal.ClosedOn is { } end && change.On >= end) break;
            State next = new(
                change.Category ?? state.Category, change.ExpectedCloseOn ?? state.ExpectedCloseOn,
                change.Amount is { } amount && !IsFirstAmount(change, changes) ? _converter.ToUnits(amount, change.On) : state.Amount);
            if (next == state) continue;
            Row(deal, DayNumber.Of(change.On), state, -1);
            Row(deal, DayNumber.Of(change.On), next, 1);
            state = next;
        }

        if (deal.ClosedOn is { } closed) Row(deal, DayNumber.Of(closed), state, -1);
    }

    /// <summary>What is told first of each, wherever that is in the history.</summary>
    private State FirstOf(Deal deal, DealChange[] changes)
    {
        DealChange? told = Array.Find(changes, change => change.Amount is not null);
        Money? first = told?.Amount ?? deal.Amount;
        return new State(
            Array.Find(changes, change => change.Category is not null)?.Category ?? deal.Category,
            Array.Find(changes, change => change.ExpectedCloseOn is not null)?.ExpectedCloseOn ?? deal.ExpectedCloseOn,
            first is { } amount ? _converter.ToUnits(amount, deal.CreatedOn ?? told?.On ?? DealFacts.RateDay(deal)) : 0);
    }

    /// <summary>The first amount holds since the creation, at the rate of that day.</summary>
    private static bool IsFirstAmount(DealChange change, DealChange[] changes) => ReferenceEquals(change, Array.Find(changes, other => other.Amount is not null));

    private void Row(Deal deal, int day, State state, int sign)
    {
        _deals.Add(deal);
        _days.Add(day);
        _closes.Add(DayNumber.OrNone(state.ExpectedCloseOn));
        _categories.Add(state.Category is { } category ? (int)category + 1 : 0);
        _counts.Add(sign);
        _amounts.Add(sign * state.Amount);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct State(ForecastCategory? Category, LocalDate? ExpectedCloseOn, long Amount);
}
