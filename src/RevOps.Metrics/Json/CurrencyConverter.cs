namespace RevOps.Metrics;

/// <summary>A currency as its code, "USD".</summary>
internal sealed class CurrencyConverter() : TextConverter<Currency>("a currency code of ISO 4217, such as \"USD\"")
{
    protected override bool TryParse(string text, out Currency value) => Currency.TryFromCode(text, out value);

    protected override string Format(Currency value) => value.Code;
}
