namespace RevOps.Metrics.Csv;

/// <summary>True or false.</summary>
internal sealed class YesNoColumn(string name, string description, bool required = false) : CsvColumn<bool>(name, "true or false", description, required)
{
    public override string ProblemCode => "csv.flag.unreadable";

    public override string Problem => "is neither true nor false";

    public override bool TryRead(string cell, CsvFormat format, out bool value)
    {
        value = cell.ToUpperInvariant() is "TRUE" or "YES" or "Y" or "1";
        return value || cell.ToUpperInvariant() is "FALSE" or "NO" or "N" or "0";
    }

    public override string Write(bool value, CsvFormat format) => value ? "true" : "false";

    public override string Remedy(CsvFormat format) => "Write true or false (yes, no, y, n, 1 and 0 are read too).";
}
