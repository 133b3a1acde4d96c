namespace RevOps.Metrics.Csv;

/// <summary>Text, kept as it is.</summary>
internal sealed class TextColumn(string name, string description, bool required = false) : CsvColumn<string>(name, "text", description, required)
{
    public override bool IsText => true;

    public override string ProblemCode => "csv.text.unreadable";

    public override string Problem => "is not text";

    public override bool TryRead(string cell, CsvFormat format, out string value)
    {
        value = cell;
        return true;
    }

    public override string Write(string value, CsvFormat format) => SafeText.Protect(value);

    public override string Remedy(CsvFormat format) => "Correct the cell.";
}
