using NodaTime;

namespace RevOps.Metrics;

/// <summary>Turns amounts into units of the reporting currency at the rate of a day, rounded once, half to even.</summary>
internal sealed class AmountConverter(RevenueDataset data)
{
    private readonly decimal _unitsPerOne = AmountScale.UnitsPerOne(data.ReportingCurrency);

    public long ToUnits(Money amount, LocalDate on) =>
        AmountScale.Round(amount.Amount * data.Options.ExchangeRates.GetRate(amount.Currency, data.ReportingCurrency, on) * _unitsPerOne);
}
