namespace RevOps.Metrics;

/// <summary>What a catalogue entry says about itself.</summary>
public sealed record MetricDefinition
{
    /// <summary>The stable identifier: "sales.win-rate".</summary>
    public required string Id { get; init; }

    /// <summary>The field's name for it: "Win rate".</summary>
    public required string Name { get; init; }

    /// <summary>Other names that people know it by.</summary>
    public ValueList<string> Synonyms { get; init; } = [];

    /// <summary>The team whose metric it is, the first part of its identifier: "sales".</summary>
    public string Team => Id[..Id.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>What it is, in one sentence.</summary>
    public required string Definition { get; init; }

    /// <summary>How it is computed, in words.</summary>
    public required string Formula { get; init; }

    /// <summary>Which direction is good.</summary>
    public GoodDirection Good { get; init; }

    /// <summary>The policy options that change it, by name.</summary>
    public ValueList<string> Policies { get; init; } = [];

    /// <summary>
    /// Where the definition comes from: the address of a public page, or a paper, that defines it, with what is different there; else "Defined here:"
    /// and why. Never null for an entry of the catalogue.
    /// </summary>
    public string? Source { get; init; }

    /// <summary>The policies that change any of some entries, each once, for a metric made of them.</summary>
    internal static ValueList<string> PoliciesOf(params ReadOnlySpan<Metric> entries)
    {
        List<string> policies = [];
        foreach (Metric entry in entries) policies.AddRange(entry.Definition!.Policies.Except(policies, StringComparer.Ordinal));
        return [.. policies];
    }

    /// <summary>Raised when the definition changes in a way that changes numbers.</summary>
    public int Version { get; init; } = 1;
}

/// <summary>Which direction of a metric is good.</summary>
public enum GoodDirection
{
    /// <summary>Neither by itself.</summary>
    Neutral,

    /// <summary>More is better.</summary>
    Up,

    /// <summary>Less is better.</summary>
    Down,
}
