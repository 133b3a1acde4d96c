namespace RevOps.Metrics.Csv;

/// <summary>A number without decimals.</summary>
internal sealed class WholeNumberColumn(string name, string description, bool required = false) : CsvColumn<long>(name, "whole number", description, required)
{
    public override string ProblemCode => "csv.number.unreadable";

    public override string Problem => "is not a whole number, or too large";

    public override bool TryRead(string cell, CsvFormat format, out long value)
    {
        value = 0;
        if (!CsvNumber.TryParse(cell, format.Numbers, out decimal number) || number != decimal.Truncate(number)) return false;
        if (number is < long.MinValue or > long.MaxValue) return false;
        value = (long)number;
        return true;
    }

    public override string Write(long value, CsvFormat format) => value.ToString(format.Numbers);

    public override string Remedy(CsvFormat format) => "Write a whole number such as 12.";
}
