using NodaTime;

namespace RevOps.Metrics.SampleData;

/// <summary>Which company to make up: how large, over which days, from which seed.</summary>
/// <remarks>Equal options give equal companies. Every list grows in proportion to <see cref="Customers"/> or <see cref="Deals"/>.</remarks>
public sealed record SampleCompanyOptions
{
    /// <summary>The company of the documentation: 600 customers, 2,500 deals, the years 2023 to 2025.</summary>
    public static SampleCompanyOptions Default { get; } = new();

    /// <summary>Where the random numbers start.</summary>
    public long Seed { get; init; } = 2026;

    /// <summary>How many accounts ever held a subscription. Accounts that only ever had a deal come on top, as in a CRM.</summary>
    public int Customers { get; init; } = 600;

    /// <summary>How many deals, exactly; at least three for each customer.</summary>
    public int Deals { get; init; } = 2500;

    /// <summary>The first day of the window: deals close, spend falls and tickets open from here.</summary>
    /// <remarks>Customers may have joined up to 42 months before, and deals been created.</remarks>
    public LocalDate From { get; init; } = new(2023, 1, 1);

    /// <summary>The day the data was exported: nothing that happened on it or later is known.</summary>
    public LocalDate To { get; init; } = new(2026, 1, 1);

    /// <summary>The currency of the company's own books. Customers also pay in EUR and GBP.</summary>
    public Currency ReportingCurrency { get; } = Currency.Usd;

    /// <summary>The earliest day a customer can have joined.</summary>
    internal LocalDate Founded => From.PlusMonths(-42);

    /// <summary>The months of the window, by their first day.</summary>
    internal IEnumerable<LocalDate> Months
    {
        get
        {
            for (LocalDate month = From; month < To; month = month.PlusMonths(1)) yield return month;
        }
    }

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Customers);
        if (From.Day != 1 || To.Day != 1 || To < From.PlusMonths(12))
            throw new ArgumentException("The window must run from the first day of a month to the first day of a month, at least a year later.");
        if (Deals < 3L * Customers)
            throw new ArgumentException($"{Deals} deals are too few for {Customers} customers: ask for at least {3L * Customers}.");
    }
}
