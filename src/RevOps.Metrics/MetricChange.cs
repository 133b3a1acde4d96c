using System.Globalization;
using System.Text;

namespace RevOps.Metrics;

/// <summary>Why a metric is another number than before, or in one segment than in another: the change split over segments, without a remainder.</summary>
/// <remarks>
/// <para>A metric that adds up changes by what its segments change.</para>
/// <para>
/// A ratio is the mean of its segments' rates r, weighted by their shares w of the denominator. Each segment's part is mix and rate:
/// mix = (w1 - w0) x ((r0 + r1) / 2 - (R0 + R1) / 2), where R is the ratio of all, and rate = (r1 - r0) x (w0 + w1) / 2. Taking the mean of both
/// sides makes it symmetric: backwards it gives the same with the other sign, and nothing is left over. That is the decomposition of Kitagawa
/// (1955), "Components of a Difference Between Two Rates", Journal of the American Statistical Association 50, 1168-1194; its mix is told against the
/// ratio of all, which changes no sum. A segment that is there on one side only has no other rate to compare with, so all it does is mix; a
/// numerator without a denominator, such as spend on a channel that won nobody, is rate.
/// </para>
/// </remarks>
public sealed class MetricChange
{
    internal MetricChange(Metric metric, (string Label, Quantity Value) from, (string Label, Quantity Value) to, ValueList<Dimension> by, ValueList<ChangePart> parts, Currency currency)
    {
        (Metric, By, Parts, Currency) = (metric, by, parts, currency);
        (FromLabel, From) = (from.Label, from.Value.Value);
        (ToLabel, To) = (to.Label, to.Value.Value);
        UndefinedReason = from.Value.Reason ?? to.Value.Reason;
    }

    /// <summary>The metric.</summary>
    public Metric Metric { get; }

    /// <summary>What it is compared with: a period, or a value of a dimension.</summary>
    public string FromLabel { get; }

    /// <summary>What is compared.</summary>
    public string ToLabel { get; }

    /// <summary>The number before; null where it is undefined.</summary>
    public decimal? From { get; }

    /// <summary>The number after; null where it is undefined.</summary>
    public decimal? To { get; }

    /// <summary>After less before, to twelve decimals: the sum of the parts. Null where one of them is undefined.</summary>
    public decimal? Change => UndefinedReason is null ? Parts.Sum(part => part.Change) : null;

    /// <summary>Why there is no change to tell; null when there is one.</summary>
    public string? UndefinedReason { get; }

    /// <summary>The dimensions whose values make the segments.</summary>
    public ValueList<Dimension> By { get; }

    /// <summary>What each segment does, from the largest effect down; none where the change is undefined.</summary>
    public ValueList<ChangePart> Parts { get; }

    /// <summary>What the change of weights does in all; null for a metric that adds up.</summary>
    public decimal? Mix => IsRatio ? Parts.Sum(part => part.Mix) : null;

    /// <summary>What the change of rates does in all; null for a metric that adds up.</summary>
    public decimal? Rate => IsRatio ? Parts.Sum(part => part.Rate) : null;

    /// <summary>The currency of money values.</summary>
    public Currency Currency { get; }

    private bool IsRatio => Parts.Count > 0 && Parts[0].Mix is not null;

    /// <summary>The change and a line for each segment.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{Metric}, {FromLabel} to {ToLabel}: ");
        if (UndefinedReason is not null) return text.Append(CultureInfo.InvariantCulture, $"undefined: {UndefinedReason}\n").ToString();
        text.Append(CultureInfo.InvariantCulture, $"{Shown(From)} to {Shown(To)}, {Signed(Change)}");
        if (IsRatio) text.Append(CultureInfo.InvariantCulture, $" = mix {Signed(Mix)}, rate {Signed(Rate)}");
        text.Append('\n');
        string[] names = [.. By.Select(dimension => dimension.Name)];
        string[] header = IsRatio ? [.. names, "from", "to", "weight from", "weight to", "mix", "rate", "change"] : [.. names, "from", "to", "change"];
        return text.Append(TextTable.Format(header, Parts.Select(Line), [.. Enumerable.Range(names.Length, header.Length - names.Length)])).ToString();
    }

    private string[] Line(ChangePart part)
    {
        IEnumerable<string> labels = part.Cell.Values.Select(value => value ?? Cell.NoValue);
        return part.Mix is null
            ? [.. labels, Shown(part.From), Shown(part.To), Signed(part.Change)]
            : [.. labels, Shown(part.From), Shown(part.To), Share(part.WeightFrom), Share(part.WeightTo), Signed(part.Mix), Signed(part.Rate), Signed(part.Change)];
    }

    private string Shown(decimal? number) => number is { } magnitude ? Metric.Format(magnitude, Currency) : "-";

    private string Signed(decimal? number) => number > 0 ? $"+{Shown(number)}" : Shown(number);

    private static string Share(decimal? weight) => weight is { } share ? Ratio.Format(share, Currency.None) : "-";
}
