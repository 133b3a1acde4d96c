namespace RevOps.Metrics.Csv;

/// <summary>A currency by its code.</summary>
internal sealed class CurrencyColumn(string name = "currency", string description = "The currency of the amounts in the row; required where there is one.", bool required = false)
    : CsvColumn<Currency>(name, "currency code", description, required)
{
    public override string ProblemCode => "csv.currency.unknown";

    public override string Problem => "is not a currency code of ISO 4217";

    public override bool TryRead(string cell, CsvFormat format, out Currency value) => Currency.TryFromCode(cell, out value);

    public override string Write(Currency value, CsvFormat format) => value.Code;

    public override string Remedy(CsvFormat format) => "Write three letters such as USD, or map other words with CsvMapping.Replace.";
}
