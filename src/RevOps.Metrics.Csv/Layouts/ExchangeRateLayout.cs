namespace RevOps.Metrics.Csv;

/// <summary>How exchange-rates.csv holds its rows.</summary>
internal sealed class ExchangeRateLayout() : CsvLayout<ExchangeRate>(
    CsvFile.ExchangeRates,
    "exchange-rates.csv",
    "what one unit of a currency is worth in another from a day on",
    [Date, From, To, Rate])
{
    private static readonly DateColumn Date = new("date", "The first day of the rate.", required: true);
    private static readonly CurrencyColumn From = new("from", "The currency of which one unit is priced.", required: true);
    private static readonly CurrencyColumn To = new("to", "The currency that the price is in.", required: true);
    private static readonly NumberColumn Rate = new("rate", "The price; above zero.", required: true);

    public override ExchangeRate Read(CsvRow row)
    {
        ExchangeRate rate = new(row.Need(Date), row.Need(From), row.Need(To), row.Need(Rate));
        if (row.Failed) return rate;
        if (rate.Rate <= 0) row.Reject("csv.rate.invalid", Rate.Name, $"{rate}: the rate is not above zero.", "Correct the rate.");
        else if (rate.From == rate.To) row.Reject("csv.rate.invalid", To.Name, $"{rate}: a currency needs no rate to itself.", "Remove the row.");
        return rate;
    }

    public override void Write(ExchangeRate record, CsvCells cells)
    {
        cells.Set(Date, record.Date);
        cells.Set(From, record.From);
        cells.Set(To, record.To);
        cells.Set(Rate, record.Rate);
    }
}
