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
        NaiveRow row = new NaiveRow().With(Metrics.Deals.Id, deal.Id)
            .With(Metrics.Deals.CreatedOn, deal.CreatedOn).With(Metrics.Deals.ClosedOn, deal.ClosedOn)
            .With(Metrics.Deals.Amount, (deal.Amount ?? AmountChanges(deal).LastOrDefault()?.Amount) is { } amount ? NaivePricing.Units(amount, rateDay, data) : null)
            .With(Metrics.Deals.CycleDays, deal is { CreatedOn: { } created, ClosedOn: { } closed } ? (long)Period.DaysBetween(created, closed) : null)
            .With(Metrics.Deals.Outcome, deal.Outcome.ToString()).With(Metrics.Deals.LostReason, deal.LostReason)
            .With(Metrics.Deals.CustomerId, CustomerOf(deal.CustomerId, data, identity)?.Id).With(Metrics.Deals.Type, deal.Type.ToString()).With(Metrics.Deals.Owner, deal.Owner).With(Metrics.Deals.Product, deal.Product);
        foreach ((string name, string value) in AttributesOf(deal, data, identity)) row.With(Metrics.Deals.CustomerAttribute(name), value);
        return row;
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
            .With(Metrics.Forecasts.Amount, NaivePricing.Units(forecast.Amount, forecast.TakenOn, data))
            .With(Metrics.Forecasts.Category, forecast.Category.ToString()).With(Metrics.Forecasts.Owner, forecast.Owner);

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

    private static NaiveRow PipelineRow(Deal deal, LocalDate day, RevenueDataset data, CustomerIdentity identity)
    {
        NaiveRow row = new NaiveRow().With(PipelineMovements.DealId, deal.Id).With(PipelineMovements.CountChange, 1L).With(PipelineMovements.AmountChange, KnownOn(deal, day, data))
            .With(PipelineMovements.CustomerId, CustomerOf(deal.CustomerId, data, identity)?.Id).With(PipelineMovements.Type, deal.Type.ToString()).With(PipelineMovements.Owner, deal.Owner).With(PipelineMovements.Product, deal.Product);
        foreach ((string name, string value) in AttributesOf(deal, data, identity)) row.With(PipelineMovements.CustomerAttribute(name), value);
        return row;
    }

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

    private static IEnumerable<(string Name, string Value)> AttributesOf(Deal deal, RevenueDataset data, CustomerIdentity identity) =>
        CustomerOf(deal.CustomerId, data, identity) is { } customer ? AttributesOn(customer, deal.ClosedOn) : [];

    /// <summary>The customer of an id; of a duplicate's, the customer it is.</summary>
    public static Customer? CustomerOf(string? id, RevenueDataset data, CustomerIdentity identity) =>
        data.CustomerMerges.FirstOrDefault(merge => identity == CustomerIdentity.Canonical && merge.Kind == CustomerMergeKind.Duplicate && merge.CustomerId == id) is { } merged
            ? CustomerOf(merged.IntoCustomerId, data, identity)
            : data.Customers.FirstOrDefault(customer => customer.Id == id);

    private static long DayOfPeriod(ForecastSnapshot forecast) => Period.DaysBetween(forecast.PeriodStart, forecast.TakenOn) + 1;
}
