using NodaTime;

namespace RevOps.Metrics;

/// <summary>What was known of an open deal from one day on.</summary>
/// <param name="From">The day; before all days for a deal whose creation is unknown.</param>
/// <param name="Amount">Its amount in units of the reporting currency, at the rate of the day on which it was told.</param>
/// <param name="Stage">Its stage.</param>
/// <param name="Category">Its forecast category.</param>
/// <param name="ExpectedCloseOn">The day on which it is expected to close.</param>
/// <param name="Owner">Its owner.</param>
internal sealed record DealState(int From, long Amount, string? Stage, ForecastCategory? Category, LocalDate? ExpectedCloseOn, string? Owner)
{
    /// <summary>The states of a deal from its creation to its close, each from the day of a change on, in order.</summary>
    /// <remarks>What the history tells first holds from the creation on; of several changes on one day, the last in the history holds.</remarks>
    public static IReadOnlyList<DealState> Of(Deal deal, AmountConverter converter)
    {
        DealChange[] changes = [.. deal.History.OrderBy(change => change.On)];
        DealChange? firstAmount = Array.Find(changes, change => change.Amount is not null);
        LocalDate rateDay = deal.CreatedOn ?? firstAmount?.On ?? DealFacts.RateDay(deal);
        DealState state = new(
            deal.CreatedOn is { } created ? DayNumber.Of(created) : FactTable.SinceEver,
            (firstAmount?.Amount ?? deal.Amount) is { } amount ? converter.ToUnits(amount, rateDay) : 0,
            Array.Find(changes, change => change.Stage is not null)?.Stage ?? deal.Stage,
            Array.Find(changes, change => change.Category is not null)?.Category ?? deal.Category,
            Array.Find(changes, change => change.ExpectedCloseOn is not null)?.ExpectedCloseOn ?? deal.ExpectedCloseOn,
            Array.Find(changes, change => change.Owner is not null)?.Owner ?? deal.Owner);
        List<DealState> states = [state];
        bool isFirstAmount = true;
        foreach (DealChange change in changes)
        {
            if (deal.ClosedOn is { } end && change.On >= end) break;
            state = state with
            {
                From = Math.Max(state.From, DayNumber.Of(change.On)),
                Amount = change.Amount is { } told && !isFirstAmount ? converter.ToUnits(told, change.On) : state.Amount,
                Stage = change.Stage ?? state.Stage,
                Category = change.Category ?? state.Category,
                ExpectedCloseOn = change.ExpectedCloseOn ?? state.ExpectedCloseOn,
                Owner = change.Owner ?? state.Owner,
            };
            isFirstAmount &= change.Amount is null;
            if (state.From == states[^1].From) states[^1] = state;
            else states.Add(state);
        }

        return states;
    }
}
