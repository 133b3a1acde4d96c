using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics;

/// <summary>What one unit of a currency is worth in another from a date on, until a later rate takes over.</summary>
/// <param name="Date">The first day on which the rate is in force.</param>
/// <param name="From">The currency of which one unit is priced.</param>
/// <param name="To">The currency that the price is in.</param>
/// <param name="Rate">How many units of <paramref name="To"/> one unit of <paramref name="From"/> is worth; above zero.</param>
public readonly record struct ExchangeRate(LocalDate Date, Currency From, Currency To, decimal Rate)
{
    /// <summary>The rate in words, such as "1 EUR = 1.08 USD from 2026-01-31".</summary>
    public override string ToString() =>
        $"1 {From} = {Rate.ToString(CultureInfo.InvariantCulture)} {To} from {LocalDatePattern.Iso.Format(Date)}";
}
