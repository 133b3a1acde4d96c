namespace RevOps.Metrics;

/// <summary>An amount as "12.50 USD".</summary>
/// <remarks>Text and not a JSON number: many readers take numbers as binary floating point, which loses the trailing zero at best and a cent at worst.</remarks>
internal sealed class MoneyConverter() : TextConverter<Money>("a number, a space and a currency code of ISO 4217, such as \"12.50 USD\"")
{
    protected override bool TryParse(string text, out Money value) => Money.TryParse(text, null, out value);

    protected override string Format(Money value) => value.ToString("G", null);
}
