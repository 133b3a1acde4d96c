using System.Diagnostics.CodeAnalysis;

namespace RevOps.Metrics;

/// <summary>A currency of ISO 4217: its alphabetic and numeric code, its name and its number of minor units.</summary>
/// <remarks>
/// <para>All of list one is here (amendment 180, in effect since 2026-01-01): currencies, funds, metals, the testing code XTS and
/// <see cref="None"/> (XXX), which is also the default value.</para>
/// <para>Records live longer than currencies, so the predecessors of the euro (HRK, BGN, DEM, ...) and codes withdrawn since 2013 are known
/// too; they say so by <see cref="IsHistoric"/> and are listed in <see cref="Historic"/>.</para>
/// <para>The canonical form of a code is three upper-case letters; lookups accept either case.</para>
/// </remarks>
public readonly record struct Currency : ISpanParsable<Currency>, ISpanFormattable
{
    private readonly ushort _index;

    private Currency(ushort index) => _index = index;

    /// <summary>No currency (XXX), the default value.</summary>
    public static Currency None => default;

    /// <summary>Australian dollar.</summary>
    public static Currency Aud { get; } = FromCode("AUD");

    /// <summary>Brazilian real.</summary>
    public static Currency Brl { get; } = FromCode("BRL");

    /// <summary>Canadian dollar.</summary>
    public static Currency Cad { get; } = FromCode("CAD");

    /// <summary>Swiss franc.</summary>
    public static Currency Chf { get; } = FromCode("CHF");

    /// <summary>Yuan renminbi.</summary>
    public static Currency Cny { get; } = FromCode("CNY");

    /// <summary>Danish krone.</summary>
    public static Currency Dkk { get; } = FromCode("DKK");

    /// <summary>Euro.</summary>
    public static Currency Eur { get; } = FromCode("EUR");

    /// <summary>Pound sterling.</summary>
    public static Currency Gbp { get; } = FromCode("GBP");

    /// <summary>Indian rupee.</summary>
    public static Currency Inr { get; } = FromCode("INR");

    /// <summary>Japanese yen, which has no minor unit in use (0 digits).</summary>
    public static Currency Jpy { get; } = FromCode("JPY");

    /// <summary>Mexican peso.</summary>
    public static Currency Mxn { get; } = FromCode("MXN");

    /// <summary>Norwegian krone.</summary>
    public static Currency Nok { get; } = FromCode("NOK");

    /// <summary>New Zealand dollar.</summary>
    public static Currency Nzd { get; } = FromCode("NZD");

    /// <summary>Polish zloty.</summary>
    public static Currency Pln { get; } = FromCode("PLN");

    /// <summary>Swedish krona.</summary>
    public static Currency Sek { get; } = FromCode("SEK");

    /// <summary>Singapore dollar.</summary>
    public static Currency Sgd { get; } = FromCode("SGD");

    /// <summary>United States dollar.</summary>
    public static Currency Usd { get; } = FromCode("USD");

    /// <summary>The whole of ISO 4217 list one, by code.</summary>
    public static IReadOnlyList<Currency> All { get; } = Listed(0, CurrencyTable.FirstHistoric);

    /// <summary>The withdrawn currencies that old records may still hold, by code.</summary>
    public static IReadOnlyList<Currency> Historic { get; } = Listed(CurrencyTable.FirstHistoric, CurrencyTable.Rows.Length);

    /// <summary>The three upper-case letters of ISO 4217, such as "USD".</summary>
    public string Code => Row.Code;

    /// <summary>The number of ISO 4217, such as 840 for USD; written with three digits ("008" for ALL).</summary>
    /// <remarks>Unique among current currencies only: a currency that is replaced one to one may pass its number on (ANG to XCG).</remarks>
    public int NumericCode => Row.NumericCode;

    /// <summary>The English name in ISO 4217, such as "US Dollar".</summary>
    public string Name => Row.Name;

    /// <summary>The decimal digits of the minor unit: 2 for USD (cents), 0 for JPY, 3 for BHD; 0 where there is no minor unit.</summary>
    public int MinorUnits => Row.MinorUnits ?? 0;

    /// <summary>False where ISO 4217 says that minor units do not apply (gold, SDR, XXX): such amounts are never rounded.</summary>
    public bool HasMinorUnits => Row.MinorUnits is not null;

    /// <summary>True for a currency that ISO 4217 has withdrawn.</summary>
    public bool IsHistoric => _index >= CurrencyTable.FirstHistoric;

    private CurrencyTable.Row Row => CurrencyTable.Rows[_index];

    /// <summary>Finds a currency by its code.</summary>
    /// <exception cref="ArgumentException">The code is not one of ISO 4217.</exception>
    public static Currency FromCode(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return TryFromCode(code, out Currency currency) ? currency : throw new ArgumentException(Unknown(code), nameof(code));
    }

    /// <summary>Finds a currency by its code; false, and <see cref="None"/>, when there is none.</summary>
    public static bool TryFromCode([NotNullWhen(true)] string? code, out Currency currency) => TryFromCode(code.AsSpan(), out currency);

    /// <inheritdoc cref="TryFromCode(string, out Currency)"/>
    public static bool TryFromCode(ReadOnlySpan<char> code, out Currency currency)
    {
        bool found = CurrencyTable.TryFind(code, out ushort index);
        currency = found ? new Currency(index) : None;
        return found;
    }

    /// <summary>Reads a currency from its code; the provider is not used, codes are the same everywhere.</summary>
    /// <exception cref="FormatException">The text is not a code of ISO 4217.</exception>
    public static Currency Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider)"/>
    public static Currency Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryFromCode(s, out Currency currency) ? currency : throw new FormatException(Unknown(s));

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Currency result) =>
        TryFromCode(s, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Currency result) => TryFromCode(s, out result);

    /// <summary>The code, such as "USD".</summary>
    public override string ToString() => Code;

    /// <summary>The code, such as "USD"; the only format is "G", and the provider is not used.</summary>
    /// <exception cref="FormatException">The format is not "G" or empty.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        ThrowUnlessGeneral(format);
        return Code;
    }

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        ThrowUnlessGeneral(format);
        bool fits = Code.TryCopyTo(destination);
        charsWritten = fits ? Code.Length : 0;
        return fits;
    }

    private static void ThrowUnlessGeneral(ReadOnlySpan<char> format)
    {
        if (format is not ("" or "G" or "g"))
        {
            throw new FormatException($"A currency has no format \"{format}\": use \"G\" for its code, or its Name.");
        }
    }

    private static string Unknown(ReadOnlySpan<char> code) =>
        $"\"{code}\" is not a currency code of ISO 4217: give three letters such as \"USD\" (Currency.All lists them).";

    private static Currency[] Listed(int from, int to) =>
    [
        .. Enumerable.Range(from, to - from)
            .Select(index => new Currency((ushort)index))
            .OrderBy(currency => currency.Code, StringComparer.Ordinal),
    ];
}
