using NodaTime;

namespace RevOps.Metrics.Csv;

/// <summary>The end of a span: in the file its last day or the day after, by <see cref="CsvOptions.EndDates"/>; in the record always the day after.</summary>
internal sealed class EndDateColumn(string name, string description, bool required = false) : DateColumn(name, description, required, "end date")
{
    public override bool IsEndDate => true;

    public override bool TryRead(string cell, CsvFormat format, out LocalDate value)
    {
        if (!base.TryRead(cell, format, out value) || value == LocalDate.MaxIsoValue) return false;
        value = value.PlusDays(format.DaysToEnd);
        return true;
    }

    public override string Write(LocalDate value, CsvFormat format) => base.Write(value.PlusDays(-format.DaysToEnd), format);
}
