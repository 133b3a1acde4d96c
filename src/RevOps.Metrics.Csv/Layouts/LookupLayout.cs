namespace RevOps.Metrics.Csv;

/// <summary>Two columns of any file.</summary>
internal sealed class LookupLayout : CsvLayout<KeyValuePair<string, string?>>
{
    private readonly TextColumn _key;
    private readonly TextColumn _value;

    public LookupLayout(string key, string value)
        : this(new TextColumn(key, "The key.", required: true), new TextColumn(value, "The value."))
    {
    }

    private LookupLayout(TextColumn key, TextColumn value)
        : base(null, "the lookup", "a key and its value", [key, value]) => (_key, _value) = (key, value);

    public override KeyValuePair<string, string?> Read(CsvRow row) => new(row.Need(_key), row.Get(_value));

    public override void Write(KeyValuePair<string, string?> record, CsvCells cells)
    {
        cells.SetText(_key, record.Key);
        cells.SetText(_value, record.Value);
    }
}
