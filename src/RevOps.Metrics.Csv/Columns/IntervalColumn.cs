namespace RevOps.Metrics.Csv;

/// <summary>A billing interval: "month", "3 months".</summary>
internal sealed class IntervalColumn(string name, string description, bool required = false) : CsvColumn<BillingInterval>(name, "billing interval", description, required)
{
    public override string ProblemCode => "csv.interval.unreadable";

    public override string Problem => "is not a billing interval";

    public override bool TryRead(string cell, CsvFormat format, out BillingInterval value) => BillingInterval.TryParse(cell, null, out value);

    public override string Write(BillingInterval value, CsvFormat format) => value.ToString();

    public override string Remedy(CsvFormat format) => "Write day, week, month, quarter or year, with a count before it if more than one (2 weeks), or map other words with CsvMapping.Replace.";
}
