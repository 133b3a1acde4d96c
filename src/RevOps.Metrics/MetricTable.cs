using System.Globalization;
using System.Text;

namespace RevOps.Metrics;

/// <summary>The results of some metrics over some periods and cells.</summary>
public sealed partial class MetricTable
{
    private readonly Dictionary<Metric, int> _metrics;
    private readonly Dictionary<ReportingPeriod, int> _periods;
    private readonly Dictionary<Cell, int> _cells;

    internal MetricTable(
        IReadOnlyList<Metric> metrics, IReadOnlyList<ReportingPeriod> periods, IReadOnlyList<Cell> cells, ValueList<Dimension> dimensions,
        IReadOnlyList<MetricResult> results, MetricPolicy policy, Currency currency)
    {
        Metrics = metrics;
        Periods = periods;
        Cells = cells;
        Dimensions = dimensions;
        Results = results;
        Policy = policy;
        Currency = currency;
        (_metrics, _periods, _cells) = (PlacesOf(metrics), PlacesOf(periods), PlacesOf(cells));
    }

    /// <summary>The metrics.</summary>
    public IReadOnlyList<Metric> Metrics { get; }

    /// <summary>The periods.</summary>
    public IReadOnlyList<ReportingPeriod> Periods { get; }

    /// <summary>The cells in which any fact was found, in order; the total alone without dimensions.</summary>
    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>The dimensions whose values make the cells.</summary>
    public ValueList<Dimension> Dimensions { get; }

    /// <summary>All results: by period, then cell, then metric.</summary>
    public IReadOnlyList<MetricResult> Results { get; }

    /// <summary>By whose definition they were computed.</summary>
    public MetricPolicy Policy { get; }

    /// <summary>The currency of money values.</summary>
    public Currency Currency { get; }

    /// <summary>The result of a metric for a period and cell (the total, when none is given).</summary>
    /// <exception cref="KeyNotFoundException">The table does not hold it.</exception>
    public MetricResult this[Metric metric, ReportingPeriod period, Cell? cell = null] =>
        _metrics.TryGetValue(metric, out int place) && _periods.TryGetValue(period, out int ofPeriod) && _cells.TryGetValue(cell ?? Cell.Total, out int ofCell)
            ? Results[(((ofPeriod * Cells.Count) + ofCell) * Metrics.Count) + place]
            : throw new KeyNotFoundException($"The table does not hold '{metric}' for {period} and {cell ?? Cell.Total}.");

    /// <summary>The value of a metric for a period and cell (the total, when none is given), with its unit.</summary>
    /// <exception cref="KeyNotFoundException">The table does not hold it.</exception>
    public MetricValue<TUnit> Value<TUnit>(Metric<TUnit> metric, ReportingPeriod period, Cell? cell = null)
        where TUnit : struct, IUnit<TUnit>
    {
        MetricResult result = this[metric, period, cell];
        return new MetricValue<TUnit>(result.Magnitude is { } magnitude ? TUnit.FromMagnitude(magnitude, Currency) : null, result.UndefinedReason);
    }

    /// <summary>The table for a terminal: a line for each period and cell, a column for each metric; a unit that all share above, reasons for what is undefined below.</summary>
    public override string ToString()
    {
        List<string> notes = [];
        List<string> header = [];
        if (Periods.Count > 1) header.Add("period");
        header.AddRange(Dimensions.Select(dimension => dimension.Name));
        int labels = header.Count;
        string[] units = [.. Metrics.Select(metric => metric.Symbol(Currency))];
        string? unitOfAll = units.Length > 1 && units[0].Length > 0 && units.All(unit => unit == units[0]) ? units[0] : null;
        header.AddRange(Metrics.Select((metric, i) => unitOfAll is null && units[i].Length > 0 ? $"{metric.Name} ({units[i]})" : metric.Name));

        List<IReadOnlyList<string>> lines = [];
        foreach (ReportingPeriod period in Periods)
        {
            foreach (Cell cell in Cells)
            {
                List<string> line = [];
                if (Periods.Count > 1) line.Add(period.Label);
                line.AddRange(cell.Values.Select(value => value ?? Cell.NoValue));
                line.AddRange(Metrics.Select(metric => Shown(this[metric, period, cell], notes)));
                lines.Add(line);
            }
        }

        StringBuilder text = new(unitOfAll is null ? "" : $"in {unitOfAll}\n");
        text.Append(TextTable.Format(header, lines, [.. Enumerable.Range(labels, Metrics.Count)]));
        for (int i = 0; i < notes.Count; i++) text.Append(CultureInfo.InvariantCulture, $"[{i + 1}] undefined: {notes[i]}\n");
        return text.ToString();
    }

    private static Dictionary<T, int> PlacesOf<T>(IReadOnlyList<T> items)
        where T : notnull
    {
        Dictionary<T, int> places = new(items.Count);
        foreach ((int place, T item) in items.Index()) places[item] = place;
        return places;
    }

    private string Shown(MetricResult result, List<string> notes)
    {
        if (result.Magnitude is { } magnitude)
        {
            return TextTable.WithoutUnit(result.Metric.Format(magnitude, Currency), result.Metric.Symbol(Currency));
        }

        int note = notes.IndexOf(result.UndefinedReason!);
        if (note < 0)
        {
            notes.Add(result.UndefinedReason!);
            note = notes.Count - 1;
        }

        return string.Create(CultureInfo.InvariantCulture, $"- [{note + 1}]");
    }
}
