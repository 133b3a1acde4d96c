using System.Text.RegularExpressions;

namespace RevOps.Metrics.Benchmarks.Compare;

/// <summary>The SQL of PostgreSQL's side.</summary>
internal sealed partial class PostgresFiles
{
    private readonly string _sql = Path.Combine(PeerFolder.Of("postgresql"), "sql");

    /// <summary>Where the data is, which stands for {folder}.</summary>
    public string Folder { get; set; } = "";

    /// <summary>The names of the formulations, "w1-events".</summary>
    public IReadOnlyList<string> Formulations => [.. Directory.EnumerateFiles(_sql, "w?-*.sql").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <summary>A file's text; "-- include waterfall number=month_number" in it stands for waterfall.sql with {number} replaced.</summary>
    public string TextOf(string name) => Include().Replace(File.ReadAllText(Path.Combine(_sql, $"{name}.sql")), Included).Replace("{folder}", Folder, StringComparison.Ordinal);

    private string Included(Match include)
    {
        string text = File.ReadAllText(Path.Combine(_sql, $"{include.Groups[1].Value}.sql"));
        foreach (string[] value in include.Groups[2].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(value => value.Split('=')))
        {
            text = text.Replace($"{{{value[0]}}}", value[1], StringComparison.Ordinal);
        }

        return text;
    }

    [GeneratedRegex(@"^-- include (\w+)(.*)$", RegexOptions.Multiline)]
    private static partial Regex Include();
}
