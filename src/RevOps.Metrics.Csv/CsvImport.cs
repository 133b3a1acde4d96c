namespace RevOps.Metrics.Csv;

/// <summary>Reads a folder of CSV files into a dataset.</summary>
/// <seealso cref="CsvImporter"/>
public static class CsvImport
{
    /// <summary>Reads all known files of a folder; what a company does not have is left out.</summary>
    /// <param name="path">The folder. Files are found by name: customers.csv, deals.csv, or the name that a mapping gives.</param>
    /// <param name="options">How the files are written, and how other people's columns lead to ours.</param>
    /// <param name="datasetOptions">How the dataset is built: strict unless said otherwise. Rates in exchange-rates.csv are added to its own.</param>
    /// <param name="progress">Told every 10,000 rows, and at the end of each file.</param>
    /// <param name="cancellationToken">Stops between two rows.</param>
    /// <exception cref="DataIssueException">A row or record cannot be used and the dataset is built strictly.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">There is no known file in it, or not the one that a mapping names.</exception>
    /// <exception cref="ArgumentException">A file holds end dates and <see cref="CsvOptions.EndDates"/> is not set; or a mapping speaks of a column that there is not.</exception>
    public static RevenueDataset ReadFolder(
        string path,
        CsvOptions options,
        DatasetOptions? datasetOptions = null,
        IProgress<CsvProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(options);
        Dictionary<CsvFile, string> files = FindFiles(path, options);
        datasetOptions ??= DatasetOptions.Default;

        List<DataIssue> early = [];
        if (files.TryGetValue(CsvFile.ExchangeRates, out string? rates))
        {
            ExchangeRates all = ReadRates(rates, options, datasetOptions.ExchangeRates, early.Add, progress, cancellationToken);
            datasetOptions = datasetOptions with { ExchangeRates = all };
        }

        RevenueDatasetBuilder builder = new(datasetOptions);
        ReportUnknownFiles(path, files, builder.Report);
        foreach (DataIssue issue in early) builder.Report(issue);
        CsvImporter importer = new(builder, options, progress);
        foreach (CsvLayout layout in CsvLayouts.InReadingOrder)
        {
            if (layout.File is { } file && files.TryGetValue(file, out string? found)) importer.Read(file, found, cancellationToken: cancellationToken);
        }

        return importer.Build();
    }

    /// <summary>Reads exchange rates, for <see cref="DatasetOptions.ExchangeRates"/>.</summary>
    /// <exception cref="DataIssueException">A row cannot be used.</exception>
    public static ExchangeRates ReadExchangeRates(string path, CsvOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(options);
        return ReadRates(path, options, ExchangeRates.None, ThrowOnError, null, CancellationToken.None);
    }

    internal static void ThrowOnError(DataIssue issue)
    {
        if (issue.Severity == DataIssueSeverity.Error) throw new DataIssueException(issue);
    }

    private static Dictionary<CsvFile, string> FindFiles(string path, CsvOptions options)
    {
        if (!Directory.Exists(path)) throw new DirectoryNotFoundException($"There is no folder {path}.");
        Dictionary<string, string> present = Directory.EnumerateFiles(path).Order(StringComparer.Ordinal)
            .DistinctBy(Path.GetFileName, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(file => Path.GetFileName(file), StringComparer.OrdinalIgnoreCase);
        Dictionary<CsvFile, string> files = [];
        foreach (CsvLayout layout in CsvLayouts.All)
        {
            string? mapped = options.Mappings.GetValueOrDefault(layout.File!.Value)?.File;
            if (present.TryGetValue(mapped ?? layout.FileName, out string? file)) files[layout.File.Value] = file;
            else if (mapped is not null) throw new FileNotFoundException($"The folder {path} has no file {mapped}, which a mapping reads as {layout.FileName}.", mapped);
        }

        return files.Count > 0 ? files : throw new FileNotFoundException(
            $"The folder {path} has no file to read. Known names are {string.Join(", ", CsvLayouts.All.Select(layout => layout.FileName))}; "
            + "for other names set CsvOptions.Mappings with CsvMapping.File.");
    }

    /// <summary>A misspelt file name must not look like a company without deals.</summary>
    private static void ReportUnknownFiles(string path, Dictionary<CsvFile, string> files, Action<DataIssue> report)
    {
        foreach (string file in Directory.EnumerateFiles(path, "*.csv").Order(StringComparer.Ordinal).Where(file => !files.ContainsValue(file)))
        {
            report(new DataIssue
            {
                Code = "csv.file.unknown",
                Severity = DataIssueSeverity.Note,
                Record = "file",
                Message = $"{Path.GetFileName(file)} is not read: no layout has that name.",
                Remedy = "Correct its name, or name it in CsvMapping.File; nothing to do if it holds something else.",
                Origin = new DataOrigin(Path.GetFileName(file), 1),
            });
        }
    }

    private static ExchangeRates ReadRates(
        string path, CsvOptions options, ExchangeRates given, Action<DataIssue> report, IProgress<CsvProgress>? progress, CancellationToken cancellationToken)
    {
        Dictionary<(NodaTime.LocalDate, Currency, Currency), ExchangeRate> rates = given.Rates.ToDictionary(rate => (rate.Date, rate.From, rate.To));
        bool Accept(ExchangeRate rate, DataOrigin origin)
        {
            if (rates.TryAdd((rate.Date, rate.From, rate.To), rate) || rates[(rate.Date, rate.From, rate.To)] == rate) return true;
            report(new DataIssue
            {
                Code = "csv.rate.contradicted",
                Severity = DataIssueSeverity.Error,
                Record = "row",
                Field = "rate",
                Message = $"{rate}, but an earlier row or the options say {rates[(rate.Date, rate.From, rate.To)]}.",
                Remedy = "Keep one of the two.",
                Origin = origin,
            });
            return false;
        }

        using FileStream stream = File.OpenRead(path);
        using StreamReader reader = new(stream, options.Encoding, detectEncodingFromByteOrderMarks: true);
        CsvMapping mapping = options.Mappings.GetValueOrDefault(CsvFile.ExchangeRates) ?? CsvMapping.None;
        new CsvFileReader<ExchangeRate>(CsvLayouts.ExchangeRates, new CsvFormat(options), mapping, report)
            .Read(reader, Path.GetFileName(path), Accept, () => stream.Position, progress, cancellationToken);
        return new ExchangeRates(rates.Values, given.MaximumAgeDays);
    }
}
