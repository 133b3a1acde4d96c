using System.Globalization;

namespace RevOps.Metrics.Benchmarks.Compare;

/// <summary>Comparisons as lines for a terminal, and as lines of a CSV file.</summary>
internal static class ComparisonText
{
    private const double Mebi = 1 << 20;

    public const string CsvHeader = "workload,rows,threads,seconds,peak_bytes,peer_seconds,peer_peak_bytes,floor_seconds";

    public static string Header(string peer) =>
        $"{"",-3} {"ours s",10} {peer + " s",12} {"ratio",8} {"least..most",16} {"ours MiB",9} {"its MiB",11} {"floor s",10} {"x floor",8}  formulation";

    public static string Line(Comparison comparison)
    {
        PeerTimes? theirs = comparison.Theirs;
        string range = theirs is null ? "-" : Text($"{comparison.RatioRange.Least:0.00}..{comparison.RatioRange.Most:0.00}");
        return Text($"{comparison.Name,-3} {comparison.Seconds,10:0.00000} {Or(theirs?.Seconds, "0.00000"),12} {Or(comparison.Ratio, "0.00"),8} {range,16} ")
            + Text($"{Or(comparison.OurPeak / Mebi, "0.0"),9} {Or(theirs?.Peak / Mebi, "0.0"),11} {comparison.FloorSeconds,10:0.00000} {comparison.TimesFloor,8:0.0}  {theirs?.Formulation ?? "-"}");
    }

    /// <summary>The last line: "ratio W1 12.3 W2 0.95 ... floor W2 1.6"; without a peer the seconds in place of the ratios.</summary>
    public static string LastLine(IReadOnlyList<Comparison> comparisons)
    {
        bool isAlone = comparisons.Any(comparison => comparison.Theirs is null);
        IEnumerable<string> each = comparisons.Select(c => isAlone ? Text($"{c.Name} {c.Seconds:0.0000}") : Text($"{c.Name} {Or(c.Ratio, c.Ratio < 1 ? "0.00" : "0.0")}"));
        string floor = string.Concat(comparisons.Where(c => c.Name == "W2").Select(c => Text($" floor {c.Name} {c.TimesFloor:0.0}")));
        return $"{(isAlone ? "seconds" : "ratio")} {string.Join(' ', each)}{floor}";
    }

    public static string CsvLine(Comparison c, CompareOptions options) => Text(
        $"{c.Name},{options.Rows},{options.Threads},{c.Seconds:R},{c.OurPeak},{c.Theirs?.Seconds:R},{c.Theirs?.Peak},{c.FloorSeconds:R}");

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Or(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";
}
