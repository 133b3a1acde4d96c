using System.Globalization;
using System.Text;

namespace RevOps.Metrics;

/// <summary>The customers, or deals, or owners, behind a result.</summary>
/// <remarks>
/// Beside a question by <see cref="Dimensions.Customer"/> or <see cref="Dimensions.Deal"/>, the only answer that names them. What adds up is one part;
/// a ratio has a part for each number of its formula that does.
/// </remarks>
public sealed class Contributors
{
    internal Contributors(MetricResult result, Dimension by, ValueList<ContributorPart> parts) => (Result, By, Parts) = (result, by, parts);

    /// <summary>The result.</summary>
    public MetricResult Result { get; }

    /// <summary>What the contributors are: the dimension whose values are their ids.</summary>
    public Dimension By { get; }

    /// <summary>The numbers told by contributor.</summary>
    public ValueList<ContributorPart> Parts { get; }

    /// <summary>The result and, for each part, its contributors with their numbers.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(Result).Append('\n');
        foreach (ContributorPart part in Parts) Write(part, text);
        return text.ToString();
    }

    private void Write(ContributorPart part, StringBuilder text)
    {
        Currency currency = Result.Currency;
        text.Append(part.Metric);
        if (part.Period != Result.Period) text.Append(", ").Append(part.Period);
        text.Append(" by ").Append(By).Append(part.Refusal is null ? "" : $": {part.Refusal}").Append('\n');
        if (part.Refusal is not null) return;
        List<IReadOnlyList<string>> lines = [.. part.Largest.Select(one => new[] { one.Id ?? Cell.NoValue, part.Metric.Format(one.Magnitude, currency) })];
        int more = part.Count - part.Largest.Count;
        if (more > 0) lines.Add([string.Create(CultureInfo.InvariantCulture, $"{more} more"), part.Others is { } others ? part.Metric.Format(others, currency) : ""]);
        if (part.Magnitude is { } all) lines.Add(["in all", part.Metric.Format(all, currency)]);
        text.Append(TextTable.Format([By.Name, part.Metric.Name], lines, [1]));
    }
}
