using System.Diagnostics.CodeAnalysis;

namespace RevOps.Metrics.Csv;

/// <summary>The row being read: gives cells as values, and reports those that are not.</summary>
internal sealed class CsvRow(RowCells cells, CsvHeader header, CsvFormat format, string file, Action<DataIssue> report)
{
    private long _line = 1;
    private DataOrigin? _origin;

    /// <summary>True once a cell of the row was reported: the row is rejected.</summary>
    public bool Failed { get; private set; }

    public DataOrigin Origin => _origin ??= new DataOrigin(file, _line);

    public void Begin(long line)
    {
        (_line, _origin, Failed) = (line, null, false);
    }

    /// <summary>The value of a cell that must not be empty; a default without meaning when it is.</summary>
    public T Need<T>(CsvColumn<T> column)
    {
        if (Cell(column) is not { } cell)
        {
            Reject("csv.cell.missing", column.Name, "the cell is empty.", $"Give {column.Name} a value, or set CsvMapping.Default.");
            return default!;
        }

        return Convert(column, cell, out T? value) ? value : default!;
    }

    /// <summary>The value of a cell that may be empty.</summary>
    public T? Get<T>(CsvColumn<T> column)
        where T : struct => Cell(column) is { } cell && Convert(column, cell, out T value) ? value : null;

    /// <inheritdoc cref="Get{T}(CsvColumn{T})"/>
    public string? Get(TextColumn column) => Cell(column);

    /// <inheritdoc cref="Get{T}(CsvColumn{T})"/>
    public int? GetInt(WholeNumberColumn column)
    {
        if (Get(column) is not { } value) return null;
        if (value is >= int.MinValue and <= int.MaxValue) return (int)value;
        Reject(column.ProblemCode, column.Name, $"\"{value.ToString(format.Numbers)}\" {column.Problem}.", column.Remedy(format));
        return null;
    }

    /// <summary>An amount with its currency: its own where the row has one, else the row's shared one.</summary>
    public Money? GetMoney(NumberColumn amount, CurrencyColumn shared, CurrencyColumn? own = null)
    {
        decimal? number = Get(amount);
        if (number is null) return null;
        bool failedBefore = Failed;
        Currency? currency = (own is null ? null : Get(own)) ?? Get(shared);
        if (currency is null && Failed == failedBefore)
        {
            Reject("csv.currency.missing", shared.Name, $"{amount.Name} has no currency.",
                $"Fill the column {shared.Name}, or give the whole file one with CsvMapping.Constant(\"{shared.Name}\", \"USD\").");
        }

        return new Money(number.Value, currency ?? Currency.None);
    }

    /// <summary>An amount that must be there.</summary>
    public Money NeedMoney(NumberColumn amount, CurrencyColumn currency)
    {
        if (Cell(amount) is null) _ = Need(amount);
        return GetMoney(amount, currency) ?? default;
    }

    /// <summary>The cells of the columns named <c>attribute:...</c> that are not empty.</summary>
    public ValueList<CustomerAttribute> Attributes()
    {
        if (header.Attributes.Count == 0) return [];
        List<CustomerAttribute> attributes = [];
        foreach ((string name, TextColumn column) in header.Attributes)
        {
            if (Cell(column) is { } value) attributes.Add(new CustomerAttribute(name, value));
        }

        return ValueList.From(attributes);
    }

    public void Reject(string code, string? field, string message, string remedy)
    {
        Failed = true;
        report(Issue(code, DataIssueSeverity.Error, field, message, remedy));
    }

    /// <summary>A cell after constants, defaults and replacements; null when there is nothing in it.</summary>
    private string? Cell(CsvColumn column)
    {
        if (!header.TryGetSource(column, out CsvSource? source)) return null;
        string? cell = source.Constant ?? (source.Index < 0 ? null : cells[source.Index].ToString());
        if (!column.IsText) cell = cell?.Trim();
        if (string.IsNullOrEmpty(cell)) cell = source.Default;
        if (string.IsNullOrEmpty(cell)) return null;
        if (column.IsText)
        {
            cell = SafeText.Unprotect(cell);
            if (cell.Contains('\uFFFD'))
            {
                report(Issue("csv.text.damaged", DataIssueSeverity.Warning, column.Name,
                    $"\"{cell}\" holds characters that could not be decoded.", "Set CsvOptions.Encoding to the encoding of the file."));
            }
        }

        return source.Replacements is not null && source.Replacements.TryGetValue(cell, out string? replaced) ? Replaced(column, cell, replaced) : cell;
    }

    private string? Replaced(CsvColumn column, string cell, string replaced)
    {
        if (column.IsText && !string.Equals(cell, replaced, StringComparison.Ordinal))
        {
            report(Issue("csv.value.mapped", DataIssueSeverity.Note, column.Name, $"\"{cell}\" became \"{replaced}\".", "Nothing: the mapping asks for it."));
        }

        return replaced.Length == 0 ? null : replaced;
    }

    private bool Convert<T>(CsvColumn<T> column, string cell, [MaybeNullWhen(false)] out T value)
    {
        if (column.TryRead(cell, format, out value)) return true;
        string name = header.TryGetSource(column, out CsvSource? source) ? source.Describe(column) : column.Name;
        Reject(column.ProblemCode, name, $"\"{cell}\" {column.Problem}.", column.Remedy(format));
        return false;
    }

    private DataIssue Issue(string code, DataIssueSeverity severity, string? field, string message, string remedy) => new()
    {
        Code = code,
        Severity = severity,
        Record = "row",
        Field = field,
        Message = message,
        Remedy = remedy,
        Origin = Origin,
    };
}
