using System.Globalization;

namespace RevOps.Metrics;

/// <summary>The place a record was read from.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">The line on which the record starts, counted from one.</param>
public sealed record DataOrigin(string File, long Line)
{
    /// <summary>"deals.csv line 12".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File} line {Line}");
}
