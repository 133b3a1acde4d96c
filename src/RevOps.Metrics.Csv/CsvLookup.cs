namespace RevOps.Metrics.Csv;

/// <summary>Reads from any file which value belongs to which key: the region of each seller, the list price of each product.</summary>
public static class CsvLookup
{
    /// <summary>Reads two columns of a file as keys and values.</summary>
    /// <param name="path">The file.</param>
    /// <param name="key">The header of the keys.</param>
    /// <param name="value">The header of the values; a row without a value is left out.</param>
    /// <param name="options">How the file is written; a comma and UTF-8 when not given.</param>
    /// <param name="onIssue">Told what is wrong, such as a key with two values, of which the first then counts. When not given, that throws.</param>
    /// <exception cref="DataIssueException">Something is wrong and <paramref name="onIssue"/> is not given.</exception>
    public static IReadOnlyDictionary<string, string> Read(
        string path,
        string key,
        string value,
        CsvOptions? options = null,
        Action<DataIssue>? onIssue = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        using FileStream stream = File.OpenRead(path);
        options ??= new CsvOptions();
        using StreamReader reader = new(stream, options.Encoding, detectEncodingFromByteOrderMarks: true);
        return Read(reader, Path.GetFileName(path), key, value, options, onIssue);
    }

    /// <summary>Reads two columns of a text as keys and values.</summary>
    /// <param name="text">The text; it is left open.</param>
    /// <param name="name">The name by which data issues call it.</param>
    /// <param name="key">The header of the keys.</param>
    /// <param name="value">The header of the values; a row without a value is left out.</param>
    /// <param name="options">How the text is written; a comma when not given.</param>
    /// <param name="onIssue">Told what is wrong, such as a key with two values, of which the first then counts. When not given, that throws.</param>
    /// <exception cref="DataIssueException">Something is wrong and <paramref name="onIssue"/> is not given.</exception>
    public static IReadOnlyDictionary<string, string> Read(
        TextReader text,
        string name,
        string key,
        string value,
        CsvOptions? options = null,
        Action<DataIssue>? onIssue = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        Action<DataIssue> report = onIssue ?? CsvImport.ThrowOnError;
        Dictionary<string, string> found = new(StringComparer.Ordinal);
        bool Accept(KeyValuePair<string, string?> row, DataOrigin origin)
        {
            if (row.Value is null || found.TryAdd(row.Key, row.Value)) return true;
            if (string.Equals(found[row.Key], row.Value, StringComparison.Ordinal)) return true;
            report(new DataIssue
            {
                Code = "csv.lookup.duplicate",
                Severity = DataIssueSeverity.Error,
                Record = $"row {row.Key}",
                Field = value,
                Message = $"{key} '{row.Key}' has the {value} \"{row.Value}\", and \"{found[row.Key]}\" in an earlier row.",
                Remedy = "Keep one of the two rows.",
                Origin = origin,
            });
            return false;
        }

        // The other columns of the file are somebody else's business, so they are not worth a note.
        void Report(DataIssue issue)
        {
            if (!string.Equals(issue.Code, "csv.column.unknown", StringComparison.Ordinal)) report(issue);
        }

        CsvFormat format = new(options ?? new CsvOptions());
        new CsvFileReader<KeyValuePair<string, string?>>(new LookupLayout(key, value), format, CsvMapping.None, Report)
            .Read(text, name, Accept, bytes: null, progress: null, CancellationToken.None);
        return found;
    }
}
