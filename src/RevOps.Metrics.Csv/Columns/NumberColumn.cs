namespace RevOps.Metrics.Csv;

/// <summary>A decimal number.</summary>
internal sealed class NumberColumn(string name, string description, bool required = false, string kind = "number") : CsvColumn<decimal>(name, kind, description, required)
{
    public override string ProblemCode => "csv.number.unreadable";

    public override string Problem => "is not a number";

    public override bool TryRead(string cell, CsvFormat format, out decimal value) => CsvNumber.TryParse(cell, format.Numbers, out value);

    public override string Write(decimal value, CsvFormat format) => value.ToString(format.Numbers);

    public override string Remedy(CsvFormat format) => NumberRemedy(format);

    internal static string NumberRemedy(CsvFormat format) =>
        $"Write a number such as {1234.5m.ToString(format.Numbers)} or {1234.5m.ToString("N1", format.Numbers)}, without a currency sign; "
        + "if the file writes numbers another way, set CsvOptions.Culture.";
}
