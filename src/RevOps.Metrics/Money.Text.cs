using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace RevOps.Metrics;

/// <content>Reading and writing: "1234.50 USD".</content>
public readonly partial record struct Money
{
    private const NumberStyles AmountStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>Reads an amount and a code, such as "1234.50 USD" or "-0.5 eur".</summary>
    /// <remarks>
    /// The number comes first, then one space, then the code. Group separators are refused: whether "1,234" is a thousand or one and a bit
    /// depends on who wrote it. Without a provider the decimal separator is a point.
    /// </remarks>
    /// <exception cref="FormatException">The text is not an amount and a code of ISO 4217.</exception>
    public static Money Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider)"/>
    public static Money Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => TryParse(s, provider, out Money money)
        ? money
        : throw new FormatException(
            $"\"{s}\" is not an amount of money: write a number without group separators, a space and a code, such as \"1234.50 USD\".");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Money result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Money result)
    {
        int space = s.LastIndexOf(' ');
        if (space > 0
            && decimal.TryParse(s[..space], AmountStyle, provider ?? CultureInfo.InvariantCulture, out decimal amount)
            && Currency.TryFromCode(s[(space + 1)..], out Currency currency))
        {
            result = new(amount, currency);
            return true;
        }

        result = default;
        return false;
    }

    /// <summary>The exact amount and the code, such as "1234.5 USD".</summary>
    /// <remarks><see cref="Parse(string, IFormatProvider)"/> gives the same amount back, to the last digit.</remarks>
    public override string ToString() => ToString("G", CultureInfo.InvariantCulture);

    /// <summary>Writes the amount and the code.</summary>
    /// <param name="format">
    /// "G" or nothing: exact, with the digits the amount has ("1234.5 USD"). "F": rounded half to even to the minor units ("1234.50 USD").
    /// "N": as "F", with group separators ("1,234.50 USD"). Where the currency has no minor units, "F" and "N" do not round.
    /// </param>
    /// <param name="formatProvider">Whose separators to use; invariant when it is not given, never the culture of the machine.</param>
    /// <exception cref="FormatException">The format is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        (decimal shown, string amountFormat) = Shown(format);
        return $"{shown.ToString(amountFormat, formatProvider ?? CultureInfo.InvariantCulture)} {Currency}";
    }

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        (decimal shown, string amountFormat) = Shown(format);
        string code = Currency.Code;
        if (shown.TryFormat(destination, out int digits, amountFormat, provider ?? CultureInfo.InvariantCulture)
            && destination.Length > digits
            && code.TryCopyTo(destination[(digits + 1)..]))
        {
            destination[digits] = ' ';
            charsWritten = digits + 1 + code.Length;
            return true;
        }

        charsWritten = 0;
        return false;
    }

    /// <summary>The amount to write and how decimal is to write it.</summary>
    private (decimal Amount, string Format) Shown(ReadOnlySpan<char> format) => format switch
    {
        "" or "G" or "g" => (Amount, "G"),
        "F" or "f" => (Round().Amount, Currency.HasMinorUnits ? DigitsFormat('F') : "0.############################"),
        "N" or "n" => (Round().Amount, Currency.HasMinorUnits ? DigitsFormat('N') : "#,0.############################"),
        _ => throw new FormatException(
            $"Money has no format \"{format}\": use \"G\" (exact), \"F\" (minor units) or \"N\" (minor units, grouped)."),
    };

    private string DigitsFormat(char specifier) => $"{specifier}{(char)('0' + Currency.MinorUnits)}";
}
