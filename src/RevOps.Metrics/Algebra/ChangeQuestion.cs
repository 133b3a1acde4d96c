namespace RevOps.Metrics;

/// <summary>Two sides of a metric, each a period and the cell it is told of, to be split by further dimensions.</summary>
internal sealed class ChangeQuestion
{
    private readonly Metric _metric;
    private readonly (string Label, ReportingPeriod Period, Cell Cell) _from, _to;
    private readonly ValueList<Dimension> _by;
    private readonly Quotient? _quotient;

    private ChangeQuestion(
        Metric metric, (string Label, ReportingPeriod Period, Cell Cell) from, (string Label, ReportingPeriod Period, Cell Cell) to,
        ValueList<Dimension> wholes, IReadOnlyList<Dimension> by, MetricPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentNullException.ThrowIfNull(by);
        if (by.Count == 0) throw new ArgumentException("Give the dimensions whose values make the segments: without any there is nothing to split a change by.", nameof(by));
        (_metric, _from, _to, Wholes, _by) = (metric, from, to, wholes, ValueList.From(by));
        if (metric.Expression.AddsUp(policy)) return;
        _quotient = metric.Expression.AsQuotient(from.Period, policy) ?? metric.Expression.AsQuotient(to.Period, policy) ?? throw new ArgumentException(
            $"'{metric}' neither adds up nor is a quotient of two sums, so its change cannot be split by segment: ask for the parts of its formula.", nameof(metric));
    }

    public IReadOnlyList<Metric> Metrics => _quotient is null ? [_metric] : [_metric, _quotient.Numerator, _quotient.Denominator];

    public IReadOnlyList<ReportingPeriod> Periods => [.. new[] { _from.Period, _to.Period }.Distinct()];

    /// <summary>By what the wholes are told.</summary>
    public ValueList<Dimension> Wholes { get; }

    /// <summary>By what the segments are told.</summary>
    public ValueList<Dimension> Cells => [.. Wholes, .. _by];

    public static ChangeQuestion OfPeriods(Metric metric, ReportingPeriod from, ReportingPeriod to, IReadOnlyList<Dimension> by, EvaluationOptions? options)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        return new ChangeQuestion(metric, (from.Label, from, Cell.Total), (to.Label, to, Cell.Total), [], by, PolicyOf(options));
    }

    public static ChangeQuestion OfCells(
        Metric metric, ReportingPeriod period, (Dimension Of, string? From, string? To) values, IReadOnlyList<Dimension> by, EvaluationOptions? options)
    {
        ArgumentNullException.ThrowIfNull(period);
        return new ChangeQuestion(
            metric, ($"{period}, {values.From ?? Cell.NoValue}", period, Cell.Of(values.From)), ($"{period}, {values.To ?? Cell.NoValue}", period, Cell.Of(values.To)),
            [values.Of], by, PolicyOf(options));
    }

    /// <summary>The change, of the tables by segment and of the wholes.</summary>
    public MetricChange Answer(MetricTable segments, MetricTable wholes)
    {
        Quantity from = Number(wholes, _metric, _from.Period, _from.Cell), to = Number(wholes, _metric, _to.Period, _to.Cell);
        ValueList<ChangePart> parts = [];
        if (from.Value is not null && to.Value is not null)
        {
            Cell[] cells = [.. segments.Cells.Select(Segment).Distinct().Order(Cell.Order)];
            decimal change = ChangeSplit.Rounded(to.Value.Value) - ChangeSplit.Rounded(from.Value.Value);
            parts = ValueList.From(_quotient is { } quotient
                ? ChangeSplit.Of(cells, Side(quotient, _from, cells, segments, wholes), Side(quotient, _to, cells, segments, wholes), change)
                : ChangeSplit.Of(OfSum(cells, segments, from.Value.Value, to.Value.Value), change));
        }

        return new MetricChange(_metric, (_from.Label, from), (_to.Label, to), _by, parts, wholes.Currency);
    }

    private static MetricPolicy PolicyOf(EvaluationOptions? options) => (options ?? EvaluationOptions.Default).Policy;

    private Cell Segment(Cell cell) => new([.. cell.Values.Skip(Wholes.Count)]);

    private ChangePart[] OfSum(Cell[] cells, MetricTable segments, decimal from, decimal to)
    {
        ChangePart[] parts =
        [
            .. from cell in cells
               let before = Number(segments, _metric, _from.Period, Full(_from.Cell, cell)).Value
               let after = Number(segments, _metric, _to.Period, Full(_to.Cell, cell)).Value
               where before is not (null or 0) || after is not (null or 0)
               let change = ChangeSplit.Rounded((after ?? 0) - (before ?? 0))
               select new ChangePart { Cell = cell, From = before, To = after, Change = change },
        ];
        RequireWhole(parts.Sum(part => part.From ?? 0), from);
        RequireWhole(parts.Sum(part => part.To ?? 0), to);
        return parts;
    }

    private ChangeSplit.Side Side(Quotient quotient, (string Label, ReportingPeriod Period, Cell Cell) side, Cell[] cells, MetricTable segments, MetricTable wholes)
    {
        decimal Of(MetricTable table, Metric metric, Cell cell) => Number(table, metric, side.Period, cell).Value ?? 0;
        decimal[] above = [.. cells.Select(cell => Of(segments, quotient.Numerator, Full(side.Cell, cell)))];
        decimal[] below = [.. cells.Select(cell => Of(segments, quotient.Denominator, Full(side.Cell, cell)))];
        decimal whole = Of(wholes, quotient.Denominator, side.Cell);
        RequireWhole(above.Sum(), Of(wholes, quotient.Numerator, side.Cell));
        RequireWhole(below.Sum(), whole);
        RequireWhole(above.Sum() / whole, Of(wholes, _metric, side.Cell));
        return new ChangeSplit.Side(above, below, whole);
    }

    private static Cell Full(Cell whole, Cell segment) => new([.. whole.Values, .. segment.Values]);

    /// <summary>The number of a cell; in a cell where no row was found there is nothing.</summary>
    private static Quantity Number(MetricTable table, Metric metric, ReportingPeriod period, Cell cell)
    {
        if (!table.Cells.Contains(cell)) return Quantity.Undefined($"no row of {cell} was found");
        MetricResult result = table[metric, period, cell];
        return Quantity.OrUndefined(result.Magnitude, result.UndefinedReason ?? "");
    }

    private void RequireWhole(decimal parts, decimal whole)
    {
        if (Math.Abs(parts - whole) <= 1e-12m * Math.Max(1, Math.Abs(whole))) return;
        throw new MeasureRefusedException(
            [new Refusal(_metric.Name, $"it does not add up over {string.Join(" and ", _by)}: a customer can be in several segments, or it is capped as a whole; split it by another dimension.")]);
    }
}
