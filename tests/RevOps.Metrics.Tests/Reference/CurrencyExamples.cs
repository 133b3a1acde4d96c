using static RevOps.Metrics.Tests.Reference.Books;

namespace RevOps.Metrics.Tests.Reference;

/// <summary>Published examples of recurring revenue in several currencies.</summary>
internal static class CurrencyExamples
{
    public static ComputedExamples Computed { get; } = new()
    {
        ["st-fx"] = e =>
        {
            Currency from = Currency.Parse(e.Text("from"), null), to = Currency.Parse(e.Text("to"), null);
            PriceTerm term = Price(e["amount"]) with { Price = new Money(e["amount"], from) };
            DatasetOptions options = new() { ReportingCurrency = to, ExchangeRates = new([new(term.From, from, to, e["rate"])]) };
            return new() { ["amount"] = CustomerEach(term).Told(Revenue.Mrr, Step(0), options: options) };
        },
        ["po-fx"] = AtTheAverageOfTheMonth,
    };

    /// <summary>
    /// The average is that of the rates given in a month, not of its days: each rate holds on its own day alone, and the library's average takes
    /// the days that have one.
    /// </summary>
    private static FigureValues AtTheAverageOfTheMonth(WorkedExample e)
    {
        PriceTerm[] terms =
        [
            .. e.Entries("subs").SelectMany(sub => sub.EnumerateObject()).Select(price =>
                Price(1) with { Price = new Money(price.Value.GetDecimal(), Currency.Parse(price.Name, null)) }),
        ];
        string[] months = ["Jan", "Feb"];
        IEnumerable<ExchangeRate> rates =
            from month in months.Index()
            from term in terms
            let currency = term.Price.Currency
            from rate in e.Numbers($"rates.{month.Item}.{currency.Code}").Index()
            select new ExchangeRate(Step(month.Index).Start.PlusDays(rate.Index), currency, Currency.Usd, rate.Item);
        DatasetOptions options = new() { ReportingCurrency = Currency.Usd, ExchangeRates = new(rates, maximumAgeDays: 0) };
        MetricPolicy atAverage = new() { Ledger = new() { FxRate = FxRateRule.PeriodAverage } };
        FigureValues figures = [];
        foreach ((int index, string month) in months.Index())
        {
            figures[$"mrr.{month}"] = CustomerEach(terms).Told(Revenue.Mrr, Step(index), atAverage, options);
            figures[$"arpu.{month}"] = CustomerEach(terms).Told(Revenue.Arpa, Step(index), atAverage, options);
        }

        return figures;
    }
}
