namespace RevOps.Metrics;

/// <summary>Reads the rows of entities that count, one entity at a time.</summary>
internal sealed class EntityReader
{
    /// <summary>The cell of an entity that moves between cells.</summary>
    public const int Moves = -2;

    private readonly CellIndex _cells;
    private readonly TimeSpans _spans;
    private readonly DayNumbers _days;
    private readonly int[] _spanOf;
    private readonly WholeNumbers _values;
    private readonly RowFilter _filter, _within;
    private readonly Func<int, EdgeBalances, int> _read;

    public EntityReader(
        FactTable table, CellIndex cells, (EntityColumn Entity, ValueColumn Balance, DateColumn Date) columns, TimeSpans spans, RowFilter filter, RowFilter within)
    {
        (_cells, _spans, _filter, _within) = (cells, spans, filter, within);
        (Rows, _days, _values) = (table[columns.Entity], table[columns.Date], table[columns.Balance]);
        _spanOf = _days.Narrow is null ? [] : spans.ByDistance(_days);
        _read = (cells.Codes, cells.CellOfCode) switch
        {
            (null, _) => Reader(default(OnePlace)),
            ({ Narrow: { } codes }, var cellOf) => Reader(new PlacesByOne<byte>(codes, cellOf)),
            ({ OfTwoBytes: { } codes }, var cellOf) => Reader(new PlacesByOne<ushort>(codes, cellOf)),
            ({ } codes, var cellOf) => Reader(new PlacesByOne<int>(codes.Wide!, cellOf)),
        };
    }

    /// <summary>The rows of each entity.</summary>
    public EntityRows Rows { get; }

    /// <summary>Reads the balances of an entity as far as it stays in one cell.</summary>
    /// <returns>The cell; -1 where it has no row that counts, or none in a cell asked for; <see cref="Moves"/> where it moves between cells.</returns>
    public int Read(int entity, EdgeBalances balances) => _read(entity, balances);

    /// <summary>Reads the history of an entity, and marks the cells that it has rows in.</summary>
    public void Read(int entity, EntityHistory history, bool[] seen)
    {
        history.Clear();
        (int start, int end) = Rows.Of(entity);
        for (int place = start; place < end; place++)
        {
            int row = Rows[place], span = _days.Narrow is { } days ? _spanOf[days[row]] : _spans.Of(_days[row]);
            if (span == _spans.Count || !_filter.Takes(row)) continue;
            int cell = _cells[row];
            history.Add(cell, _days[row], span, _values[row], _within.Takes(row));
            if (cell >= 0) seen[cell] = true;
        }

        history.End();
    }

    /// <summary>Chooses the loop that is compiled for these columns.</summary>
    private Func<int, EdgeBalances, int> Reader<TCells>(TCells cells)
        where TCells : struct, IRowPlaces => _days.Narrow is { } days ? Reader(cells, new SpansByTable(days, _spanOf)) : Reader(cells, new SpansBySearch(_days, _spans, width: 1));

    private Func<int, EdgeBalances, int> Reader<TCells, TSpans>(TCells cells, TSpans spans)
        where TCells : struct, IRowPlaces
        where TSpans : struct, IRowSpans => _values switch
        {
            { Small: { } small } => Reader(cells, spans, new SmallValues(small)),
            { Narrow: { } narrow } => Reader(cells, spans, new NarrowValues(narrow)),
            _ => Reader(cells, spans, new WideValues(_values.Wide!)),
        };

    private Func<int, EdgeBalances, int> Reader<TCells, TSpans, TValues>(TCells cells, TSpans spans, TValues values)
        where TCells : struct, IRowPlaces
        where TSpans : struct, IRowSpans
        where TValues : struct, IRowValues => (_filter.TakesAll, _filter.ByCode, _within.TakesAll, _within.ByCode) switch
        {
            (true, _, true, _) => Reader(cells, spans, values, default(AllRows), default(AllRows)),
            (true, _, _, (var codes, var taken)) => Reader(cells, spans, values, default(AllRows), new RowsByCode(codes, taken)),
            (_, (var codes, var taken), true, _) => Reader(cells, spans, values, new RowsByCode(codes, taken), default(AllRows)),
            _ => Reader(cells, spans, values, new RowsByFilter(_filter), new RowsByFilter(_within)),
        };

    private Func<int, EdgeBalances, int> Reader<TCells, TSpans, TValues, TWhere, TWithin>(TCells cells, TSpans spans, TValues values, TWhere where, TWithin within)
        where TCells : struct, IRowPlaces
        where TSpans : struct, IRowSpans
        where TValues : struct, IRowValues
        where TWhere : struct, IRowTest
        where TWithin : struct, IRowTest
    {
        EntityRows rows = Rows;
        int none = _spans.Count;
        bool mayMove = !_cells.KeepTogether(rows);
        return (entity, balances) =>
        {
            balances.Clear();
            (int start, int end) = rows.Of(entity);
            int cell = -1;
            bool isFirst = true;
            for (int place = start; place < end; place++)
            {
                int row = rows[place], span = spans[row];
                if (span == none || !where[row]) continue;
                if (isFirst) (cell, isFirst) = (cells[row], false);
                else if (mayMove && cells[row] != cell) return Moves;
                balances.Add(span, values[row], within[row]);
            }

            return cell;
        };
    }
}
