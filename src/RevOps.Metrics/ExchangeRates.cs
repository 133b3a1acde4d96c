using System.Collections.Frozen;
using NodaTime;

namespace RevOps.Metrics;

/// <summary>A dated, immutable table of exchange rates, and the only way from one currency to another.</summary>
/// <remarks>
/// <para><b>Date rule.</b> The rate in force on a day is the latest one dated on or before it. A rate never looks ahead, so a figure for
/// March does not change when April's rates arrive. It stays in force until a later one replaces it, however old it is, unless a maximal
/// age is set.</para>
/// <para><b>Path rule.</b> The first of these that has rates in force: the rate given for the pair; the inverse of the rate given for the
/// opposite pair; the two steps through one third currency, each of them given or inverted. Of several third currencies, the one whose
/// older step is the most recent is taken, and among equals the first by code. There are no longer paths.</para>
/// <para>A currency converts to itself on any day, without a rate. Conversion does not round to minor units.</para>
/// </remarks>
public sealed class ExchangeRates : IEquatable<ExchangeRates>
{
    private readonly ExchangeRate[] _rates;
    private readonly FrozenDictionary<(Currency From, Currency To), ExchangeRate[]> _byPair;
    private readonly FrozenDictionary<Currency, Currency[]> _neighbours;

    /// <summary>Builds the table.</summary>
    /// <param name="rates">The rates, in any order. The same rate given twice counts once.</param>
    /// <param name="maximumAgeDays">
    /// How many days after its date a rate may still be used: 0 for its own day only. Not set, a rate never grows too old; set it where
    /// a gap in the rates should be an error instead of a stale figure.
    /// </param>
    /// <exception cref="ArgumentException">
    /// A rate is not above zero, is from a currency to itself, or contradicts another of the same pair and date.
    /// </exception>
    public ExchangeRates(IEnumerable<ExchangeRate> rates, int? maximumAgeDays = null)
    {
        ArgumentNullException.ThrowIfNull(rates);
        if (maximumAgeDays is < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(maximumAgeDays), maximumAgeDays, "The maximal age of a rate is 0 days or more.");
        }

        MaximumAgeDays = maximumAgeDays;
        _rates = Checked(rates);
        Rates = _rates.AsReadOnly();
        _byPair = _rates.GroupBy(rate => (rate.From, rate.To)).ToFrozenDictionary(pair => pair.Key, pair => pair.ToArray());
        _neighbours = _byPair.Keys
            .SelectMany(pair => new[] { (pair.From, pair.To), (From: pair.To, To: pair.From) })
            .Distinct()
            .GroupBy(pair => pair.From, pair => pair.To)
            .ToFrozenDictionary(from => from.Key, from => from.OrderBy(to => to.Code, StringComparer.Ordinal).ToArray());
    }

    /// <summary>No rates: right for a book in a single currency, where any conversion is a mistake.</summary>
    public static ExchangeRates None { get; } = new([]);

    /// <summary>The rates, by date, then by the codes of the pair.</summary>
    public IReadOnlyList<ExchangeRate> Rates { get; }

    /// <summary>How many days after its date a rate may still be used; null when it never grows too old.</summary>
    public int? MaximumAgeDays { get; }

    /// <summary>Converts an amount at the rate in force on a day.</summary>
    /// <remarks>
    /// The result is not rounded to minor units. An inverse divides by the given rate, so that 15,000 JPY at 150 to the dollar are 100 USD,
    /// not 99.99999.
    /// </remarks>
    /// <exception cref="MissingExchangeRateException">No rate leads from the amount's currency to the other on that day.</exception>
    public Money Convert(Money amount, Currency to, LocalDate on) => TryFind(amount.Currency, to, on, out Path path)
        ? new(amount.Amount * path.Numerator / path.Denominator, to)
        : throw new MissingExchangeRateException(amount.Currency, to, on, MaximumAgeDays);

    /// <summary>What one unit of a currency is worth in another on a day.</summary>
    /// <exception cref="MissingExchangeRateException">No rate leads from the one currency to the other on that day.</exception>
    public decimal GetRate(Currency from, Currency to, LocalDate on) => TryGetRate(from, to, on, out decimal rate)
        ? rate
        : throw new MissingExchangeRateException(from, to, on, MaximumAgeDays);

    /// <summary>What one unit of a currency is worth in another on a day; false when no rate leads there.</summary>
    public bool TryGetRate(Currency from, Currency to, LocalDate on, out decimal rate)
    {
        bool found = TryFind(from, to, on, out Path path);
        rate = found ? path.Numerator / path.Denominator : 0;
        return found;
    }

    /// <summary>True when the other table has the same rates and the same maximal age.</summary>
    public bool Equals(ExchangeRates? other) =>
        other is not null && MaximumAgeDays == other.MaximumAgeDays && _rates.AsSpan().SequenceEqual(other._rates);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ExchangeRates);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(MaximumAgeDays);
        foreach (ExchangeRate rate in _rates) hash.Add(rate);
        return hash.ToHashCode();
    }

    /// <inheritdoc cref="Equals(ExchangeRates)"/>
    public static bool operator ==(ExchangeRates? left, ExchangeRates? right) => left is null ? right is null : left.Equals(right);

    /// <summary>True when the tables differ.</summary>
    public static bool operator !=(ExchangeRates? left, ExchangeRates? right) => !(left == right);

    private static ExchangeRate[] Checked(IEnumerable<ExchangeRate> rates)
    {
        ExchangeRate[] sorted =
        [
            .. rates.Distinct()
                .OrderBy(rate => rate.Date)
                .ThenBy(rate => rate.From.Code, StringComparer.Ordinal)
                .ThenBy(rate => rate.To.Code, StringComparer.Ordinal),
        ];

        for (int i = 0; i < sorted.Length; i++)
        {
            ExchangeRate rate = sorted[i];
            if (rate.Rate <= 0) throw new ArgumentException($"An exchange rate is above zero: {rate}.", nameof(rates));
            if (rate.From == rate.To) throw new ArgumentException($"A currency needs no rate to itself: leave out {rate}.", nameof(rates));
            if (i > 0 && (sorted[i - 1].Date, sorted[i - 1].From, sorted[i - 1].To) == (rate.Date, rate.From, rate.To))
            {
                throw new ArgumentException(
                    $"Two rates for one pair and date: {sorted[i - 1]}, and {rate}. Keep one of them.",
                    nameof(rates));
            }
        }

        return sorted;
    }

    private bool TryFind(Currency from, Currency to, LocalDate on, out Path path)
    {
        if (from == to)
        {
            path = new(1, 1, on);
            return true;
        }

        return TryStep(from, to, on, out path) || TryCross(from, to, on, out path);
    }

    private bool TryCross(Currency from, Currency to, LocalDate on, out Path path)
    {
        bool found = false;
        path = default;
        foreach (Currency pivot in _neighbours.GetValueOrDefault(from, []))
        {
            if (TryStep(from, pivot, on, out Path first) && TryStep(pivot, to, on, out Path second))
            {
                LocalDate since = LocalDate.Min(first.Since, second.Since);
                if (found && since <= path.Since) continue;

                path = new(first.Numerator * second.Numerator, first.Denominator * second.Denominator, since);
                found = true;
            }
        }

        return found;
    }

    private bool TryStep(Currency from, Currency to, LocalDate on, out Path path)
    {
        if (TryGiven(from, to, on, out ExchangeRate given))
        {
            path = new(given.Rate, 1, given.Date);
            return true;
        }

        if (TryGiven(to, from, on, out ExchangeRate opposite))
        {
            path = new(1, opposite.Rate, opposite.Date);
            return true;
        }

        path = default;
        return false;
    }

    private bool TryGiven(Currency from, Currency to, LocalDate on, out ExchangeRate rate)
    {
        rate = default;
        if (!_byPair.TryGetValue((from, to), out ExchangeRate[]? series)) return false;

        int next = FirstAfter(series, on);
        if (next == 0) return false;

        rate = series[next - 1];
        return MaximumAgeDays is not int days || Period.DaysBetween(rate.Date, on) <= days;
    }

    /// <summary>The index of the first rate dated after the day; a binary search, since daily rates over years are thousands.</summary>
    private static int FirstAfter(ExchangeRate[] series, LocalDate on)
    {
        int low = 0;
        int high = series.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (series[middle].Date <= on) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>A rate as a fraction, so that inverting loses nothing, and the date of its oldest step.</summary>
    private readonly record struct Path(decimal Numerator, decimal Denominator, LocalDate Since);
}
