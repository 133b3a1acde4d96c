using CsvHelper;

namespace RevOps.Metrics.Csv;

/// <summary>The cells of one row while it is written.</summary>
internal sealed class CsvCells(IReadOnlyList<CsvColumn> columns, CsvFormat format)
{
    private readonly string?[] _cells = new string?[columns.Count];

    public void Set<T>(CsvColumn<T> column, T value) => Put(column, column.Write(value, format));

    public void Set<T>(CsvColumn<T> column, T? value)
        where T : struct
    {
        if (value is { } given) Put(column, column.Write(given, format));
    }

    public void SetText(TextColumn column, string? value)
    {
        if (value is not null) Put(column, column.Write(value, format));
    }

    /// <summary>An amount and its currency; the currency goes to <paramref name="own"/> where the row's shared one is already another.</summary>
    public void SetMoney(NumberColumn amount, CurrencyColumn shared, Money? value, CurrencyColumn? own = null)
    {
        if (value is not { } money) return;
        Put(amount, amount.Write(money.Amount, format));
        int index = IndexOf(shared);
        if (_cells[index] is null) Put(shared, money.Currency.Code);
        else if (own is not null && !string.Equals(_cells[index], money.Currency.Code, StringComparison.Ordinal)) Put(own, money.Currency.Code);
    }

    /// <summary>Writes the row and begins the next.</summary>
    public void WriteTo(CsvWriter writer)
    {
        foreach (string? cell in _cells) writer.WriteField(cell ?? "", ShouldQuote(cell, format.Options.Delimiter));
        writer.NextRecord();
        Array.Clear(_cells);
    }

    // Both line break characters are quoted whatever the file's own line end is, and so is a text's white space at either end.
    private static bool ShouldQuote(string? cell, char delimiter) =>
        !string.IsNullOrEmpty(cell) && (cell.AsSpan().IndexOfAny('"', '\r', '\n') >= 0 || cell.Contains(delimiter) || char.IsWhiteSpace(cell[0]) || char.IsWhiteSpace(cell[^1]));

    private void Put(CsvColumn column, string cell) => _cells[IndexOf(column)] = cell;

    private int IndexOf(CsvColumn column)
    {
        for (int i = 0; i < columns.Count; i++)
        {
            if (ReferenceEquals(columns[i], column)) return i;
        }

        throw new ArgumentException($"The layout has no column {column.Name}.", nameof(column));
    }
}
