namespace RevOps.Metrics.Predictive;

/// <summary>How long each was observed and whether it left: the plain numbers that survival is estimated from.</summary>
/// <remarks>
/// Columns, one entry for each observation; those of the optional ones that are empty say nothing. Times are in any unit, from the start of what is
/// timed: the first paying day, the creation of the deal. Only times that are exactly equal are ties.
/// </remarks>
public sealed class SurvivalObservations
{
    /// <summary>The observations of one group.</summary>
    /// <param name="durations">The time from the start to the event, or to when it was last seen; 0 or more.</param>
    /// <param name="events">Whether the event happened then; otherwise it was still there when last seen (censored).</param>
    /// <param name="entries">
    /// The time from the start at which observation began (delayed entry, left truncation): a customer of two years when the data begin enters at
    /// two years, because had it left before, nobody would know of it. Zero or none given: observed from the start.
    /// </param>
    /// <param name="weights">How many alike each stands for; one when not given.</param>
    /// <exception cref="ArgumentException">The columns differ in length, or an entry of one cannot be; the message names it.</exception>
    public SurvivalObservations(
        ReadOnlyMemory<double> durations, ReadOnlyMemory<bool> events, ReadOnlyMemory<double> entries = default, ReadOnlyMemory<double> weights = default)
        : this(durations, events, default, [], entries, weights)
    {
    }

    /// <summary>The observations of several groups.</summary>
    /// <param name="durations">The time from the start to the event, or to when it was last seen; 0 or more.</param>
    /// <param name="events">Whether the event happened then.</param>
    /// <param name="groups">The group of each: its place in <paramref name="groupNames"/>.</param>
    /// <param name="groupNames">The names of the groups. A group may be empty.</param>
    /// <param name="entries">The time from the start at which observation began; zero or none given: observed from the start.</param>
    /// <param name="weights">How many alike each stands for; one when not given.</param>
    /// <exception cref="ArgumentException">The columns differ in length, or an entry of one cannot be; the message names it.</exception>
    public SurvivalObservations(
        ReadOnlyMemory<double> durations, ReadOnlyMemory<bool> events, ReadOnlyMemory<int> groups, ValueList<string> groupNames,
        ReadOnlyMemory<double> entries = default, ReadOnlyMemory<double> weights = default)
    {
        ArgumentNullException.ThrowIfNull(groupNames);
        (Durations, Events, Entries, Weights, Groups, GroupNames) = (durations, events, entries, weights, groups, groupNames);
        ObservationCheck.Run(this);
    }

    /// <summary>The observations of several groups, each with the name of its group.</summary>
    /// <param name="durations">The time from the start to the event, or to when it was last seen; 0 or more.</param>
    /// <param name="events">Whether the event happened then.</param>
    /// <param name="groups">The name of the group of each; null is a group of its own, "(none)". Groups come in ordinal order, that one last.</param>
    /// <param name="entries">The time from the start at which observation began; zero or none given: observed from the start.</param>
    /// <param name="weights">How many alike each stands for; one when not given.</param>
    /// <exception cref="ArgumentException">The columns differ in length, or an entry of one cannot be; the message names it.</exception>
    public static SurvivalObservations ByGroup(
        ReadOnlyMemory<double> durations, ReadOnlyMemory<bool> events, IReadOnlyList<string?> groups,
        ReadOnlyMemory<double> entries = default, ReadOnlyMemory<double> weights = default)
    {
        ArgumentNullException.ThrowIfNull(groups);
        string[] names = [.. groups.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Dictionary<string, int> places = names.Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
        int[] codes = [.. groups.Select(name => name is null ? names.Length : places[name])];
        return new SurvivalObservations(durations, events, codes, codes.Contains(names.Length) ? [.. names, Cell.NoValue] : [.. names], entries, weights);
    }

    /// <summary>The time from the start to the event, or to when it was last seen.</summary>
    public ReadOnlyMemory<double> Durations { get; }

    /// <summary>Whether the event happened then.</summary>
    public ReadOnlyMemory<bool> Events { get; }

    /// <summary>The time from the start at which observation began; empty where all were observed from the start.</summary>
    public ReadOnlyMemory<double> Entries { get; }

    /// <summary>How many alike each stands for; empty where each is one.</summary>
    public ReadOnlyMemory<double> Weights { get; }

    /// <summary>The group of each, as a place in <see cref="GroupNames"/>; empty where there is one group.</summary>
    public ReadOnlyMemory<int> Groups { get; }

    /// <summary>The names of the groups; empty where there is one group.</summary>
    public ValueList<string> GroupNames { get; }

    /// <summary>How many rows there are.</summary>
    public int Count => Durations.Length;

    internal int GroupCount => Math.Max(1, GroupNames.Count);
}
