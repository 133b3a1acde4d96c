using System.Globalization;

namespace RevOps.Metrics.Predictive;

/// <summary>What cannot be in observations of survival.</summary>
internal static class ObservationCheck
{
    public static void Run(SurvivalObservations observations)
    {
        int count = observations.Count;
        SameLength("events", observations.Events.Length, count);
        if (!observations.Entries.IsEmpty) SameLength("entries", observations.Entries.Length, count);
        if (!observations.Weights.IsEmpty) SameLength("weights", observations.Weights.Length, count);
        if (!observations.Groups.IsEmpty || observations.GroupNames.Count > 0) SameLength("groups", observations.Groups.Length, count);

        ReadOnlySpan<double> durations = observations.Durations.Span;
        for (int i = 0; i < durations.Length; i++)
        {
            // Written so that NaN fails too.
            if (!(durations[i] >= 0 && durations[i] < double.PositiveInfinity))
                throw Wrong("durations", i, $"has duration {Text(durations[i])}: a duration is a number of at least 0. Leave it out, or give the time from its start to when it was last seen.");
        }

        CheckEntries(observations.Entries.Span, durations);
        ReadOnlySpan<double> weights = observations.Weights.Span;
        for (int i = 0; i < weights.Length; i++)
        {
            if (!(weights[i] >= 0 && weights[i] < double.PositiveInfinity))
                throw Wrong("weights", i, $"has weight {Text(weights[i])}: a weight is a number of at least 0, how many alike it stands for.");
        }

        ReadOnlySpan<int> groups = observations.Groups.Span;
        for (int i = 0; i < groups.Length; i++)
        {
            if ((uint)groups[i] >= (uint)observations.GroupNames.Count)
                throw Wrong("groups", i, string.Create(CultureInfo.InvariantCulture, $"is in group {groups[i]} of {observations.GroupNames.Count}: a group is a place in the list of names, counted from 0."));
        }
    }

    private static void CheckEntries(ReadOnlySpan<double> entries, ReadOnlySpan<double> durations)
    {
        for (int i = 0; i < entries.Length; i++)
        {
            if (!(entries[i] >= 0 && entries[i] < double.PositiveInfinity))
                throw Wrong("entries", i, $"has entry {Text(entries[i])}: an entry is a number of at least 0, 0 for observed from the start.");
            if (entries[i] > 0 && entries[i] >= durations[i])
            {
                throw Wrong("entries", i,
                    $"enters at {Text(entries[i])} and leaves at {Text(durations[i])}: it was never observed. Leave it out, or correct the two: both count from its start.");
            }
        }
    }

    private static void SameLength(string column, int length, int count)
    {
        if (length == count) return;
        throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
            $"There are {count} durations and {length} {column}: give one of each for every observation."), column);
    }

    private static ArgumentException Wrong(string column, int row, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Observation {row} (counted from 0) {what}"), column);

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
