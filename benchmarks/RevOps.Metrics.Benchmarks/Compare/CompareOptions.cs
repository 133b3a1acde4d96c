using System.Globalization;

namespace RevOps.Metrics.Benchmarks.Compare;

/// <summary>The words after <c>compare</c>.</summary>
/// <param name="Rows">How many rows the largest tables have; of a sweep, how many at most.</param>
/// <param name="Threads">How many threads each side may use.</param>
/// <param name="Sweep">Whether to run from ten thousand rows to the given number, with one thread and with two.</param>
/// <param name="Only">The workloads to run; all where none is named.</param>
/// <param name="Peer">The other side: duckdb or postgresql.</param>
/// <param name="Save">A file to write the figures to as CSV; the sweep collects them so.</param>
internal sealed record CompareOptions(int Rows, int Threads, bool Sweep, IReadOnlyList<string> Only, string Peer, string? Save)
{
    private const int SmallRows = 100_000, SweepRows = 10_000_000;

    public const string DuckDb = "duckdb", PostgreSql = "postgresql";

    public const string Usage = "compare [--rows N] [--threads T] [--sweep] [--only W1,W5] [--peer duckdb|postgresql] [--save FILE]";

    /// <summary>The options, or null where a word is not understood.</summary>
    public static CompareOptions? Parse(IReadOnlyList<string> words)
    {
        int? rows = null, threads = null;
        bool sweep = false;
        string[] only = [];
        string peer = DuckDb;
        string? save = null;
        for (int i = 0; i < words.Count; i++)
        {
            string? value = i + 1 < words.Count ? words[i + 1] : null;
            switch (words[i])
            {
                case "--sweep":
                    sweep = true;
                    continue;
                case "--rows" when Count(value) is { } count:
                    rows = count;
                    break;
                case "--threads" when Count(value) is { } count:
                    threads = count;
                    break;
                case "--only" when value is not null:
                    only = value.ToUpperInvariant().Split(',');
                    break;
                case "--peer" when value is DuckDb or PostgreSql:
                    peer = value;
                    break;
                case "--save" when value is not null:
                    save = value;
                    break;
                default:
                    return null;
            }

            i++;
        }

        return new CompareOptions(rows ?? (sweep ? SweepRows : SmallRows), threads ?? Environment.ProcessorCount, sweep, only, peer, save);
    }

    private static int? Count(string? word) =>
        int.TryParse(word, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out int count) && count > 0 ? count : null;
}
