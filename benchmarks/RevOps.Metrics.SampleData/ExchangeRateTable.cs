using NodaTime;

namespace RevOps.Metrics.SampleData;

/// <summary>What a euro and a pound are worth in dollars, from the first of every month on.</summary>
internal sealed class ExchangeRateTable
{
    private readonly List<ExchangeRate> _rates = [];
    private readonly Dictionary<(int Month, Currency From), decimal> _byMonth = [];
    private readonly Currency _reporting;

    public ExchangeRateTable(SampleCompanyOptions options)
    {
        _reporting = options.ReportingCurrency;
        SampleRandom random = new(options.Seed, "exchange rates");
        decimal euro = 1.12m;
        decimal pound = 1.29m;
        for (LocalDate month = options.Founded.PlusMonths(-1); month <= options.To; month = month.PlusMonths(1))
        {
            Add(month, Currency.Eur, euro);
            Add(month, Currency.Gbp, pound);
            euro = Drift(random, euro, 1.09m);
            pound = Drift(random, pound, 1.27m);
        }
    }

    public IReadOnlyList<ExchangeRate> Rates => _rates;

    /// <summary>The amount in the reporting currency, at the rate of its month.</summary>
    public decimal Convert(Money money, LocalDate on) =>
        money.Currency == _reporting ? money.Amount : money.Amount * _byMonth[(MonthNumber(on), money.Currency)];

    private static int MonthNumber(LocalDate date) => (date.Year * 12) + date.Month;

    /// <summary>A step of up to 2 % either way, pulled back a little towards the long-run rate.</summary>
    private static decimal Drift(SampleRandom random, decimal rate, decimal longRun) =>
        decimal.Round(rate * (1m + (random.Between(-200, 200) / 10_000m)) + ((longRun - rate) * 0.08m), 4);

    private void Add(LocalDate month, Currency from, decimal rate)
    {
        _rates.Add(new ExchangeRate(month, from, _reporting, rate));
        _byMonth[(MonthNumber(month), from)] = rate;
    }
}
