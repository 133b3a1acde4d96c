using NodaTime;

namespace RevOps.Metrics.Benchmarks.Compare.Ours;

/// <summary>The movement waterfall over periods and the values of a dimension: opening, five kinds of movement, closing.</summary>
internal sealed class Waterfall
{
    private static readonly MovementKind[] Kinds =
        [MovementKind.New, MovementKind.Expansion, MovementKind.Contraction, MovementKind.Churn, MovementKind.Reactivation];

    private static readonly SumMeasure Balance = new("ARR", Movements.Amount, Movements.On);

    private static readonly SumMeasure[] Flows =
        [.. Kinds.Select(kind => new SumMeasure(kind.ToString(), Movements.Amount, Movements.On) { Where = [new CodeIn(Movements.Kind, [kind.ToString()])] })];

    private readonly List<(string Period, MeasureRequest[] Requests)> _lines = [];
    private readonly IReadOnlyList<string> _values;

    public Waterfall(IReadOnlyList<ReportingPeriod> periods, Dimension dimension, IReadOnlyList<string> values)
    {
        _values = values;
        foreach (ReportingPeriod period in periods)
        {
            MeasureRequest Ask(SumMeasure measure, LocalDate? from, LocalDate to) => new(measure, new DateWindow(from, to)) { By = [dimension] };
            _lines.Add((period.Label, [Ask(Balance, null, period.Start), .. Flows.Select(flow => Ask(flow, period.Start, period.End)), Ask(Balance, null, period.End)]));
        }

        Query = new MeasureQuery { Requests = [.. _lines.SelectMany(line => line.Requests)] };
    }

    /// <summary>What the engine is asked.</summary>
    public MeasureQuery Query { get; }

    /// <summary>The names of the numbers of a row.</summary>
    public static string[] Columns { get; } = ["opening", .. Kinds.Select(kind => kind.ToString().ToLowerInvariant()), "closing"];

    /// <summary>The rows, one for each period and value.</summary>
    public IEnumerable<(string Key, long[] Integers, decimal?[] Quotients)> RowsOf(MeasureTable table) =>
        from line in _lines
        from value in _values
        select ($"{line.Period}|{value}", line.Requests.Select(request => table[Cell.Of(value), request]).ToArray(), Array.Empty<decimal?>());
}
