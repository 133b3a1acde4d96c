using NodaTime;

namespace RevOps.Metrics.Csv;

/// <summary>Reads the rows of subscriptions.csv that are one price and nothing more, without making records of them.</summary>
/// <remarks>
/// <see cref="SubscriptionLayout"/> is the definition. A row that has anything else to say, or that cannot be read, is left to it; so nothing is
/// reported here. Texts that the mapping replaces are all left to it, because each replacement is a note.
/// </remarks>
internal sealed class PlainSubscriptionReader : IPlainRowReader
{
    private readonly CsvFormat _format;
    private readonly RevenueDatasetBuilder _builder;
    private readonly Func<ReadOnlySpan<char>, bool> _hasHistory;
    private readonly bool _isIso;
    private readonly CsvSource? _id, _customerId, _start, _end, _price, _quantity, _plan, _product;
    private readonly CellMemory<LocalDate> _startDates, _endDates;
    private readonly CellMemory<Currency> _currency;
    private readonly CellMemory<BillingInterval> _interval;
    private readonly CellMemory<PaymentCollection> _collection;
    private readonly CellMemory<bool> _isVoid;
    private readonly CsvSource[] _emptyOnes;

    // Of the row that was read last.
    private RowCells? _cells;
    private LocalDate _from;
    private LocalDate? _to;
    private decimal _amount, _units;
    private Currency _of;
    private BillingInterval _every;

    private PlainSubscriptionReader(CsvHeader header, CsvFormat format, RevenueDatasetBuilder builder, Func<ReadOnlySpan<char>, bool> hasHistory)
    {
        (_format, _builder, _hasHistory) = (format, builder, hasHistory);
        CsvSource? Source(CsvColumn column) => header.TryGetSource(column, out CsvSource? source) ? source : null;
        _isIso = string.Equals(format.Options.DatePattern, PlainCells.DatePattern, StringComparison.Ordinal);
        (_id, _customerId, _plan, _product) = (Source(SubscriptionLayout.Id), Source(SubscriptionLayout.CustomerId), Source(SubscriptionLayout.Plan), Source(SubscriptionLayout.Product));
        (_start, _end, _price, _quantity) = (Source(SubscriptionLayout.Start), Source(SubscriptionLayout.End), Source(SubscriptionLayout.Price), Source(SubscriptionLayout.Quantity));
        _startDates = new(SubscriptionLayout.Start, _start, format);
        _endDates = new(SubscriptionLayout.End, _end, format);
        _currency = new(SubscriptionLayout.Currency, Source(SubscriptionLayout.Currency), format);
        _interval = new(SubscriptionLayout.Interval, Source(SubscriptionLayout.Interval), format);
        _collection = new(SubscriptionLayout.Collection, Source(SubscriptionLayout.Collection), format);
        _isVoid = new(SubscriptionLayout.IsVoid, Source(SubscriptionLayout.IsVoid), format);
        CsvColumn[] others =
        [
            SubscriptionLayout.TrialEnd, SubscriptionLayout.SignedOn, SubscriptionLayout.ContractLength, SubscriptionLayout.AutoRenews, SubscriptionLayout.NoticeDays,
            SubscriptionLayout.RenewsId, SubscriptionLayout.ReplacesId, SubscriptionLayout.RecordedOn,
        ];
        _emptyOnes = [.. others.Select(Source).OfType<CsvSource>()];
    }

    /// <summary>A reader for a file; null where none of its rows can be plain.</summary>
    /// <param name="header">The file's header.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="builder">Takes the rows.</param>
    /// <param name="hasHistory">True for the id of a subscription of which rows in other files wait.</param>
    public static PlainSubscriptionReader? Of(CsvHeader header, CsvFormat format, RevenueDatasetBuilder builder, Func<ReadOnlySpan<char>, bool> hasHistory)
    {
        PlainSubscriptionReader reader = new(header, format, builder, hasHistory);
        CsvSource?[] texts = [reader._id, reader._customerId, reader._plan, reader._product];
        bool isPlain = reader._price is not null && reader._id is { Index: >= 0 } && reader._customerId is not null && reader._start is not null
            && Array.TrueForAll(texts, text => text is null or { Replacements: null }) && Array.TrueForAll(reader._emptyOnes, source => source is { Constant: null, Default: null });
        return isPlain ? reader : null;
    }

    /// <inheritdoc/>
    public bool TryRead(RowCells cells)
    {
        foreach (CsvSource source in _emptyOnes)
        {
            if (!cells[source.Index].IsEmpty) return false;
        }

        // Whether there is a price decides whether what belongs to it is looked at.
        return IsPlain(_id, cells, isNeeded: true) && IsPlain(_customerId, cells, isNeeded: true)
            && TryDate(_start, _startDates, null, cells, out LocalDate? start) && start is not null && TryDate(_end, _endDates, _format.DaysToEnd, cells, out _to)
            && _collection.TryRead(cells, out PaymentCollection? collection) && collection is null or PaymentCollection.Automatic
            && _isVoid.TryRead(cells, out bool? isVoid) && isVoid is not true
            && TryNumber(_price, cells, out decimal? price) && price is not null
            && _currency.TryRead(cells, out Currency? currency) && currency is not null && _interval.TryRead(cells, out BillingInterval? interval) && interval is not null
            && TryNumber(_quantity, cells, out decimal? quantity) && IsPlain(_plan, cells) && IsPlain(_product, cells)
            && !_hasHistory(Text(_id, cells))
            && Keep(cells, start.Value, price.Value, currency.Value, interval.Value, quantity ?? 1m);
    }

    /// <inheritdoc/>
    public bool Accept(DataOrigin origin) => _builder.Add(
        new SubscriptionRow
        {
            Id = Text(_id, _cells!), CustomerId = Text(_customerId, _cells!), Start = _from, End = _to, Price = new Money(_amount, _of), Interval = _every, Quantity = _units,
            Plan = Text(_plan, _cells!), Product = Text(_product, _cells!),
        },
        origin);

    private bool Keep(RowCells cells, LocalDate start, decimal price, Currency currency, BillingInterval interval, decimal quantity)
    {
        (_cells, _from, _amount, _of, _every, _units) = (cells, start, price, currency, interval, quantity);
        return true;
    }

    private static ReadOnlySpan<char> Text(CsvSource? source, RowCells cells) => source is null ? "" : source.Constant ?? (source.Index < 0 ? "" : cells[source.Index]);

    /// <summary>True for a text that is taken as it stands.</summary>
    private static bool IsPlain(CsvSource? source, RowCells cells, bool isNeeded = false)
    {
        ReadOnlySpan<char> text = Text(source, cells);
        if (text.IsEmpty) return !isNeeded && source?.Default is null;
        return text[0] != '\'' && !text.Contains('\uFFFD');
    }

    private bool TryDate(CsvSource? source, CellMemory<LocalDate> memory, int? daysToEnd, RowCells cells, out LocalDate? date)
    {
        date = null;
        if (source is null) return true;
        if (!_isIso || source is not { Constant: null, Index: >= 0, Replacements: null }) return memory.TryRead(cells, out date);
        ReadOnlySpan<char> cell = cells[source.Index];
        if (cell.IsEmpty) return source.Default is null;
        if (!PlainCells.TryDate(cell, out LocalDate found)) return memory.TryRead(cells, out date);
        // The end of time is no end date.
        if (daysToEnd is not null && found == LocalDate.MaxIsoValue) return false;
        date = daysToEnd is > 0 and var days ? found.PlusDays(days) : found;
        return true;
    }

    private bool TryNumber(CsvSource? source, RowCells cells, out decimal? number)
    {
        number = null;
        if (source is null) return true;
        if (source is not { Constant: null, Index: >= 0, Replacements: null }) return false;
        ReadOnlySpan<char> cell = cells[source.Index];
        if (cell.IsEmpty) return source.Default is null;
        if (!PlainCells.TryNumber(cell, _format.Numbers, out decimal found) && !CsvNumber.TryParse(cell.Trim().ToString(), _format.Numbers, out found)) return false;
        number = found;
        return true;
    }
}
