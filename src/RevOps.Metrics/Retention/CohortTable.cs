using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics;

/// <summary>Retention triangles: the customers acquired in each period, and how many of them and how much of their revenue is left as they age.</summary>
public sealed class CohortTable
{
    private readonly Dictionary<(ReportingPeriod, Cell), Cohort> _byKey;

    internal CohortTable(
        IReadOnlyList<ReportingPeriod> periods, ValueList<Dimension> dimensions, IReadOnlyList<Cohort> cohorts, LocalDate? knownTo, Currency currency)
    {
        Periods = periods;
        Dimensions = dimensions;
        Cohorts = cohorts;
        KnownTo = knownTo;
        Currency = currency;
        _byKey = cohorts.ToDictionary(cohort => (cohort.Period, cohort.Cell));
    }

    /// <summary>The periods: each is a cohort's, and the close at which those before it are looked at again.</summary>
    public IReadOnlyList<ReportingPeriod> Periods { get; }

    /// <summary>The dimensions, other than the period of acquisition, whose values make the cells.</summary>
    public ValueList<Dimension> Dimensions { get; }

    /// <summary>The cohorts: by period, then by cell.</summary>
    public IReadOnlyList<Cohort> Cohorts { get; }

    /// <summary>The last day about which all is known; periods that end after it are not mature. Null where no day is: nothing is mature.</summary>
    public LocalDate? KnownTo { get; }

    /// <summary>The currency of revenue.</summary>
    public Currency Currency { get; }

    /// <summary>The cohort of a period and cell (the total, when none is given).</summary>
    /// <exception cref="KeyNotFoundException">The table does not hold it.</exception>
    public Cohort this[ReportingPeriod period, Cell? cell = null] => _byKey.TryGetValue((period, cell ?? Cell.Total), out Cohort? cohort)
        ? cohort
        : throw new KeyNotFoundException($"The table does not hold the cohort of {period} and {cell ?? Cell.Total}.");

    /// <summary>Two triangles for a terminal, of customers and of MRR: a line for each cohort, a column for each age. Cells not yet mature have a star.</summary>
    public override string ToString()
    {
        List<string> notes = [];
        StringBuilder text = new();
        Append(text, "customers", cohort => Shown(cohort.Size, notes), cell => Shown(cell.CustomerRetention, notes));
        text.Append('\n');
        Append(text, $"MRR ({RefundedRevenue.LedgerMrr.Symbol(Currency)})", cohort => Shown(cohort.OpeningMrr, notes), cell => Shown(cell.RevenueRetention, notes));
        for (int i = 0; i < notes.Count; i++) text.Append(CultureInfo.InvariantCulture, $"[{i + 1}] undefined: {notes[i]}\n");
        if (Cohorts.Any(cohort => cohort.Ages.Any(cell => !cell.IsMature)))
        {
            string why = KnownTo is { } day ? $"the period ends after {LocalDatePattern.Iso.Format(day)}" : "no day is known to be complete";
            text.Append(CultureInfo.InvariantCulture, $"* not yet mature: {why}\n");
        }

        return text.ToString();
    }

    private void Append(StringBuilder text, string size, Func<Cohort, string> sizeOf, Func<CohortCell, string> shareOf)
    {
        List<string> header = ["cohort", .. Dimensions.Select(dimension => dimension.Name), size];
        int labels = header.Count - 1;
        header.AddRange(Periods.Select((_, age) => age.ToString(CultureInfo.InvariantCulture)));
        List<IReadOnlyList<string>> lines = [];
        foreach (Cohort cohort in Cohorts)
        {
            List<string> line = [cohort.Period.Label, .. cohort.Cell.Values.Select(value => value ?? Cell.NoValue), sizeOf(cohort)];
            line.AddRange(cohort.Ages.Select(cell => $"{(cell.IsMature ? "" : "*")}{shareOf(cell)}"));
            while (line.Count < header.Count) line.Add("");
            lines.Add(line);
        }

        text.Append(TextTable.Format(header, lines, [.. Enumerable.Range(labels, header.Count - labels)]));
    }

    private string Shown<TUnit>(MetricValue<TUnit> value, List<string> notes)
        where TUnit : struct, IUnit<TUnit>
    {
        if (value.IsDefined)
        {
            return TextTable.WithoutUnit(TUnit.Format(value.Value.Magnitude, Currency), TUnit.Symbol(Currency));
        }

        if (!notes.Contains(value.UndefinedReason, StringComparer.Ordinal)) notes.Add(value.UndefinedReason!);
        return string.Create(CultureInfo.InvariantCulture, $"- [{notes.IndexOf(value.UndefinedReason!) + 1}]");
    }
}
