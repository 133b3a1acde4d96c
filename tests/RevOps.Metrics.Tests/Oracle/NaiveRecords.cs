using System.Runtime.CompilerServices;
using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>The relations that follow from single records: deals, the pipeline known on a day, spend by day, forecasts, figures, credit notes.</summary>
internal static partial class NaiveRecords
{
    private static readonly ConditionalWeakTable<Customer, Dictionary<LocalDate, IReadOnlyList<(string Name, string Value)>>> AttributesByDay = [];

    /// <summary>A customer's attributes on a day, by name; those of the last day there is when no day is given.</summary>
    public static IReadOnlyList<(string Name, string Value)> AttributesOn(Customer customer, LocalDate? day)
    {
        Dictionary<LocalDate, IReadOnlyList<(string, string)>> known = AttributesByDay.GetOrCreateValue(customer);
        if (known.TryGetValue(day ?? LocalDate.MaxIsoValue, out IReadOnlyList<(string, string)>? found)) return found;
        return known[day ?? LocalDate.MaxIsoValue] =
        [
            .. from attribute in customer.Attributes
               where attribute.From is not { } first || day is not { } asked || first <= asked
               group attribute by attribute.Name into ofName
               orderby ofName.Key
               select (ofName.Key, ofName.MaxBy(attribute => attribute.From ?? LocalDate.MinIsoValue)!.Value),
        ];
    }

    public static IEnumerable<NaiveRow> Deals(RevenueDataset data, CustomerIdentity identity) => data.Deals.Select(deal =>
    {
        LocalDate rateDay = deal.ClosedOn ?? deal.CreatedOn ?? LocalDate.MaxIsoValue;
        Money? latest = deal.Amount ?? AmountChanges(deal).LastOrDefault()?.Amount;
        return new NaiveRow().With(Metrics.Deals.Id, deal.Id)
            .With(Metrics.Deals.CreatedOn, deal.CreatedOn).With(Metrics.Deals.ClosedOn, deal.ClosedOn)
            .With(Metrics.Deals.Amount, latest is { } amount ? NaivePricing.Units(amount, rateDay, data) : null)
            .With(Metrics.Deals.TotalContractValue, ContractValue(deal, latest, rateDay, data))
            .With(Metrics.Deals.CycleDays, deal is { CreatedOn: { } created, ClosedOn: { } closed } ? (long)Period.DaysBetween(created, closed) : null)
            .With(Metrics.Deals.LeadCycleDays, DaysToClose(deal, LeadOf(deal, data)?.FirstTouchOn))
            .With(Metrics.Deals.QualifiedCycleDays, DaysToClose(deal, LeadOf(deal, data)?.SalesQualifiedOn))
            .With(Metrics.Deals.LostToNoDecision, deal.Outcome == DealOutcome.Lost && deal.LostReason?.ToUpperInvariant() == "NO DECISION" ? 1L : 0L)
            .With(Metrics.Deals.Outcome, deal.Outcome.ToString()).With(Metrics.Deals.LostReason, deal.LostReason).With(Metrics.Deals.Owner, deal.Owner)
            .With(Metrics.Deals.LeadTouchedOn, LeadOf(deal, data)?.FirstTouchOn).With(Metrics.Deals.NewCustomers, IsFirstBought(deal, data, identity) ? 1L : 0L)
            .WithDeal<Metrics.Deals>(deal, data, identity);
    });

    /// <summary>The deals open at the end of a day, each with its amount as it was known then.</summary>
    public static IEnumerable<NaiveRow> PipelineOn(LocalDate day, RevenueDataset data, CustomerIdentity identity) =>
        from deal in data.Deals
        where deal.Outcome != DealOutcome.Void && (deal.CreatedOn is not { } created || created <= day) && (deal.ClosedOn is not { } closed || day < closed)
        select PipelineRow(deal, day, data, identity);

    public static IEnumerable<NaiveRow> SpendDays(RevenueDataset data) =>
        from spend in data.Spends
        let length = spend.To is { } to ? Period.DaysBetween(spend.From, to) : 1
        let whole = (decimal)NaivePricing.Units(spend.Amount, spend.From, data)
        from day in Enumerable.Range(0, length)
        select new NaiveRow().With(Metrics.SpendDays.On, spend.From.PlusDays(day))
            .With(Metrics.SpendDays.Amount, (long)(decimal.Truncate(whole * (day + 1) / length) - decimal.Truncate(whole * day / length)))
            .With(Metrics.SpendDays.Category, spend.Category.ToString()).With(Metrics.SpendDays.Channel, spend.Channel)
            .With(Metrics.SpendDays.Campaign, spend.Campaign).With(Metrics.SpendDays.Segment, spend.Segment).With(Metrics.SpendDays.Owner, spend.Owner);

    /// <summary>The point forecasts; the last day on which one is the latest ends where its owner's next one of the category begins.</summary>
    public static IEnumerable<NaiveRow> Forecasts(RevenueDataset data) =>
        from forecast in data.ForecastSnapshots
        where forecast.Quantile is null
        let later = data.ForecastSnapshots.Where(other => other.Quantile is null && other.TakenOn > forecast.TakenOn
            && (other.PeriodStart, other.PeriodEnd, other.Owner, other.Category) == (forecast.PeriodStart, forecast.PeriodEnd, forecast.Owner, forecast.Category))
        select new NaiveRow().With(Metrics.Forecasts.PeriodStart, forecast.PeriodStart).With(Metrics.Forecasts.PeriodEnd, forecast.PeriodEnd)
            .With(Metrics.Forecasts.FirstDay, DayOfPeriod(forecast))
            .With(Metrics.Forecasts.LastDay, later.Any() ? later.Min(DayOfPeriod) - 1 : int.MaxValue)
            .With(Metrics.Forecasts.Number, 1L + data.ForecastSnapshots.Count(other => other.Quantile is null && other.TakenOn < forecast.TakenOn
                && (other.PeriodStart, other.PeriodEnd, other.Owner, other.Category) == (forecast.PeriodStart, forecast.PeriodEnd, forecast.Owner, forecast.Category)))
            .With(Metrics.Forecasts.Amount, NaivePricing.Units(forecast.Amount, forecast.TakenOn, data))
            .With(Metrics.Forecasts.Category, forecast.Category.ToString()).With(Metrics.Forecasts.Owner, forecast.Owner);

    /// <summary>The quantile forecasts; the last day on which one is the latest ends where its owner's next one of the category and quantile begins.</summary>
    public static IEnumerable<NaiveRow> QuantileForecasts(RevenueDataset data) =>
        from forecast in data.ForecastSnapshots
        where forecast.Quantile is not null
        let later = data.ForecastSnapshots.Where(other => other.TakenOn > forecast.TakenOn && other with { TakenOn = forecast.TakenOn, Amount = forecast.Amount } == forecast)
        select new NaiveRow().With(Metrics.QuantileForecasts.PeriodStart, forecast.PeriodStart).With(Metrics.QuantileForecasts.PeriodEnd, forecast.PeriodEnd)
            .With(Metrics.QuantileForecasts.FirstDay, DayOfPeriod(forecast))
            .With(Metrics.QuantileForecasts.LastDay, later.Any() ? later.Min(DayOfPeriod) - 1 : int.MaxValue)
            .With(Metrics.QuantileForecasts.Amount, NaivePricing.Units(forecast.Amount, forecast.TakenOn, data))
            .With(Metrics.QuantileForecasts.Quantile, $"0.{forecast.Quantile!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)[2..].TrimEnd('0')}")
            .With(Metrics.QuantileForecasts.Category, forecast.Category.ToString()).With(Metrics.QuantileForecasts.Owner, forecast.Owner);

    public static IEnumerable<NaiveRow> Figures(RevenueDataset data) => data.FinancialFigures.Select(figure => new NaiveRow()
        .With(Metrics.Figures.On, figure.On).With(Metrics.Figures.Account, figure.Account.ToString())
        .With(Metrics.Figures.Amount, NaivePricing.Units(figure.Amount, figure.On, data)));

    public static IEnumerable<NaiveRow> Credits(RevenueDataset data, CustomerIdentity identity) => data.CreditNotes.Select(note =>
    {
        NaiveRow row = new NaiveRow().With(Metrics.Credits.On, note.IssuedOn).With(Metrics.Credits.Amount, NaivePricing.Units(note.Amount, note.IssuedOn, data))
            .With(Metrics.Credits.CustomerId, CustomerOf(note.CustomerId, data, identity)!.Id);
        foreach ((string name, string value) in AttributesOn(CustomerOf(note.CustomerId, data, identity)!, note.IssuedOn)) row.With(Metrics.Credits.CustomerAttribute(name), value);
        return row;
    });

    private static NaiveRow PipelineRow(Deal deal, LocalDate day, RevenueDataset data, CustomerIdentity identity) => new NaiveRow()
        .With(PipelineMovements.DealId, deal.Id).With(PipelineMovements.CountChange, 1L).With(PipelineMovements.AmountChange, KnownOn(deal, day, data))
        .With(PipelineMovements.Stage, ToldBy(day, deal, change => change.Stage, deal.Stage)).With(PipelineMovements.Owner, ToldBy(day, deal, change => change.Owner, deal.Owner))
        .With(PipelineMovements.Category, ToldBy(day, deal, change => change.Category?.ToString(), deal.Category?.ToString()))
        .With(PipelineMovements.ExpectedCloseOn, ToldBy(day, deal, change => change.ExpectedCloseOn, deal.ExpectedCloseOn))
        .With(PipelineMovements.Outcome, deal.Outcome.ToString()).With(PipelineMovements.ClosedOn, deal.ClosedOn)
        .With(PipelineMovements.Until, deal.History.Select(change => (LocalDate?)change.On).Append(deal.ClosedOn).Where(on => on > day && !(on > deal.ClosedOn)).Min())
        .WithDeal<PipelineMovements>(deal, data, identity);

    /// <summary>The latest amount told by a day. The first amount told holds from the creation on; without any history the deal's own does.</summary>
    private static long KnownOn(Deal deal, LocalDate day, RevenueDataset data)
    {
        List<DealChange> changes = AmountChanges(deal);
        if (changes.Count == 0)
        {
            return deal.Amount is { } own ? NaivePricing.Units(own, deal.CreatedOn ?? deal.ClosedOn ?? LocalDate.MaxIsoValue, data) : 0;
        }

        DealChange? known = changes.Skip(1).LastOrDefault(change => change.On <= day);
        return known is null
            ? NaivePricing.Units(changes[0].Amount!.Value, deal.CreatedOn ?? changes[0].On, data)
            : NaivePricing.Units(known.Amount!.Value, known.On, data);
    }

    private static List<DealChange> AmountChanges(Deal deal) => [.. deal.History.Where(change => change.Amount is not null).OrderBy(change => change.On)];

    /// <summary>What was told last by a day; what is told first holds before it too, and without any history the deal's own does.</summary>
    private static T ToldBy<T>(LocalDate day, Deal deal, Func<DealChange, T> value, T own)
    {
        DealChange[] told = [.. deal.History.Where(change => value(change) is not null).OrderBy(change => change.On)];
        return told.Length == 0 ? own : value(told.LastOrDefault(change => change.On <= day) ?? told[0]);
    }

    private static long? DaysToClose(Deal deal, LocalDate? from) => from is { } first && first <= deal.ClosedOn ? Period.DaysBetween(first, deal.ClosedOn.Value) : null;

    private static IEnumerable<(string Name, string Value)> AttributesOf(Deal deal, RevenueDataset data, CustomerIdentity identity) =>
        CustomerOf(deal.CustomerId, data, identity) is { } customer ? AttributesOn(customer, deal.ClosedOn) : [];

    /// <summary>The customer of an id; of a duplicate's, the customer it is.</summary>
    public static Customer? CustomerOf(string? id, RevenueDataset data, CustomerIdentity identity) =>
        data.CustomerMerges.FirstOrDefault(merge => identity == CustomerIdentity.Canonical && merge.Kind == CustomerMergeKind.Duplicate && merge.CustomerId == id) is { } merged
            ? CustomerOf(merged.IntoCustomerId, data, identity)
            : data.Customers.FirstOrDefault(customer => customer.Id == id);

    private static long DayOfPeriod(ForecastSnapshot forecast) => Period.DaysBetween(forecast.PeriodStart, forecast.TakenOn) + 1;
}
