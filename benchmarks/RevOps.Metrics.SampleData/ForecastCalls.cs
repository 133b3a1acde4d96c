using NodaTime;

namespace RevOps.Metrics.SampleData;

/// <summary>What each owner called for each month, on its days 1, 5 and 15, from the new-business deals as they were known on that day.</summary>
internal sealed class ForecastCalls
{
    private static readonly int[] Days = [1, 5, 15];
    private readonly SampleCompanyOptions _options;
    private readonly SampleRandom _random;
    private readonly IReadOnlyList<Known> _deals;
    private readonly decimal _typicalMonth;

    public ForecastCalls(SampleCompanyOptions options, IReadOnlyList<Deal> deals, ExchangeRateTable rates, decimal monthlyNew)
    {
        _options = options;
        _random = new SampleRandom(options.Seed, "forecasts");
        _typicalMonth = monthlyNew / 11m;
        _deals = [.. deals.Where(deal => deal.Type == DealType.NewBusiness).Select(deal => new Known(deal, rates))];
    }

    public IReadOnlyList<ForecastSnapshot> Snapshots(SalesTeam team)
    {
        List<ForecastSnapshot> snapshots = [];
        foreach (LocalDate month in _options.Months)
        {
            foreach (int day in Days)
            {
                LocalDate takenOn = month.PlusDays(day - 1);
                Dictionary<string, Call> calls = CallsOn(takenOn, month);
                foreach (Owner owner in team.Owners.Where(o => o.WorksOn(month)))
                {
                    Call call = calls.GetValueOrDefault(owner.Name, new Call(0, 0, 0, 0));
                    decimal fresh = ShortCycleBusiness(owner, call, takenOn, month);
                    if (day > 1) Add(ForecastCategory.Closed, call.Closed);
                    Add(ForecastCategory.Commit, Judged(owner, call.Commit + fresh));
                    Add(ForecastCategory.BestCase, Judged(owner, call.BestCase + (0.3m * fresh)));

                    void Add(ForecastCategory category, decimal amount) => snapshots.Add(new ForecastSnapshot
                    {
                        PeriodStart = month,
                        PeriodEnd = month.PlusMonths(1),
                        TakenOn = takenOn,
                        Owner = owner.Name,
                        Category = category,
                        Amount = new Money(decimal.Round(amount / 100m) * 100m, _options.ReportingCurrency),
                    });
                }
            }
        }

        return snapshots;
    }

    /// <summary>A new owner's quota ramps up; the others' grows each year with the company.</summary>
    public IReadOnlyList<Quota> Quotas(SalesTeam team) =>
    [
        .. _options.Months.SelectMany(month => team.Owners.Where(owner => owner.WorksOn(month)).Select(owner => new Quota
        {
            PeriodStart = month,
            PeriodEnd = month.PlusMonths(1),
            Owner = owner.Name,
            RampShare = owner.RampOn(month),
            Amount = new Money(
                decimal.Round(_typicalMonth * (1.0m + (0.12m * (month.Year - _options.From.Year))) * (owner.RampOn(month) ?? 1m) / 500m) * 500m,
                _options.ReportingCurrency),
        })),
    ];

    /// <summary>What an owner expects of deals too young to be in commit: a part of what is usual, for the days that are left.</summary>
    private decimal ShortCycleBusiness(Owner owner, Call call, LocalDate takenOn, LocalDate month)
    {
        int length = Period.DaysBetween(month, month.PlusMonths(1));
        decimal left = (decimal)(length - takenOn.Day + 1) / length;
        bool hasHistory = month >= _options.From.PlusMonths(3) && owner.RampOn(month) is null;
        decimal usual = hasHistory ? (_typicalMonth + (call.LastQuarter / 3m)) / 2m : _typicalMonth * (owner.RampOn(month) ?? 1m);
        return 0.35m * left * (decimal)Market.Season[month.Month - 1] * usual;
    }

    private decimal Judged(Owner owner, decimal amount) => amount * owner.Optimism * _random.Between(90, 110) / 100m;

    private Dictionary<string, Call> CallsOn(LocalDate day, LocalDate month)
    {
        Dictionary<string, Call> calls = new(StringComparer.Ordinal);
        LocalDate lastQuarter = month.PlusMonths(-3);
        foreach (Known known in _deals)
        {
            Deal deal = known.Deal;
            if (deal.CreatedOn > day) continue;
            if (deal.ClosedOn <= day)
            {
                if (deal.Outcome != DealOutcome.Won || deal.ClosedOn < lastQuarter) continue;
                if (deal.ClosedOn >= month) Count(deal.Owner!, call => call with { Closed = call.Closed + known.Amount });
                else Count(deal.Owner!, call => call with { LastQuarter = call.LastQuarter + known.Amount });
                continue;
            }

            DealChange state = StateOn(deal, day);
            if (state.ExpectedCloseOn >= month.PlusMonths(1)) continue;
            decimal amount = known.Convert(state.Amount!.Value);
            if (state.Category == ForecastCategory.Commit) Count(state.Owner!, call => call with { Commit = call.Commit + amount });
            else if (state.Category != ForecastCategory.Pipeline) Count(state.Owner!, call => call with { BestCase = call.BestCase + amount });
        }

        return calls;

        void Count(string owner, Func<Call, Call> add) => calls[owner] = add(calls.GetValueOrDefault(owner, new Call(0, 0, 0, 0)));
    }

    private static DealChange StateOn(Deal deal, LocalDate day)
    {
        DealChange state = new() { On = day };
        foreach (DealChange change in deal.History)
        {
            if (change.On > day) break;
            state = state with
            {
                Amount = change.Amount ?? state.Amount,
                ExpectedCloseOn = change.ExpectedCloseOn ?? state.ExpectedCloseOn,
                Category = change.Category ?? state.Category,
                Owner = change.Owner ?? state.Owner,
            };
        }

        return state;
    }

    private sealed record Call(decimal Closed, decimal Commit, decimal BestCase, decimal LastQuarter);

    /// <summary>A deal with its amount in the reporting currency, at the rate of its close or creation.</summary>
    private sealed class Known(Deal deal, ExchangeRateTable rates)
    {
        public Deal Deal { get; } = deal;

        public decimal Amount { get; } = rates.Convert(deal.Amount!.Value, deal.ClosedOn ?? deal.CreatedOn!.Value);

        public decimal Convert(Money amount) => rates.Convert(amount, Deal.CreatedOn!.Value);
    }
}
