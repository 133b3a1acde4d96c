using NodaTime;

namespace RevOps.Metrics.Csv;

/// <summary>A day.</summary>
internal class DateColumn(string name, string description, bool required = false, string kind = "date") : CsvColumn<LocalDate>(name, kind, description, required)
{
    public override string ProblemCode => "csv.date.unreadable";

    public override string Problem => "is not a day that exists";

    public override bool TryRead(string cell, CsvFormat format, out LocalDate value) => format.Dates.Parse(cell).TryGetValue(default, out value);

    public override string Write(LocalDate value, CsvFormat format) => format.Dates.Format(value);

    public override string Remedy(CsvFormat format) =>
        $"Write a day such as {format.Dates.Format(new LocalDate(2026, 1, 31))}; "
        + $"if the file writes dates another way, set CsvOptions.DatePattern (it is {format.Options.DatePattern}).";
}
