using NodaTime;

namespace RevOps.Metrics.Tests;

internal static partial class NaiveRecords
{
    /// <summary>The deals open at the end of a day, each with its category, expected close and amount as they were known then.</summary>
    public static IEnumerable<NaiveRow> OpenDealsOn(LocalDate day, RevenueDataset data, CustomerIdentity identity)
    {
        foreach (Deal deal in data.Deals)
        {
            bool isOpen = deal.Outcome != DealOutcome.Void && !(deal.CreatedOn > day) && !(deal.ClosedOn <= day);
            if (!isOpen) continue;
            NaiveRow row = new NaiveRow()
                .With(DealStates.CountChange, 1L).With(DealStates.AmountChange, KnownOn(deal, day, data))
                .With(DealStates.Category, ToldBy(deal, day, change => change.Category, deal.Category)?.ToString())
                .With(DealStates.ExpectedCloseOn, ToldBy(deal, day, change => change.ExpectedCloseOn, deal.ExpectedCloseOn))
                .With(DealStates.CustomerId, CustomerOf(deal.CustomerId, data, identity)?.Id)
                .With(DealStates.Type, deal.Type.ToString()).With(DealStates.Owner, deal.Owner).With(DealStates.Product, deal.Product);
            foreach ((string name, string value) in AttributesOf(deal, data, identity)) row.With(DealStates.CustomerAttribute(name), value);
            yield return row;
        }
    }

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

    /// <summary>The latest of what was told by a day; what was told first holds before, and without any history the deal's own.</summary>
    private static T? ToldBy<T>(Deal deal, LocalDate day, Func<DealChange, T?> told, T? own)
        where T : struct
    {
        DealChange[] changes = [.. deal.History.Where(change => told(change) is not null).OrderBy(change => change.On)];
        if (changes.Length == 0) return own;
        return told(changes.Skip(1).LastOrDefault(change => change.On <= day) ?? changes[0]);
    }
}
