namespace RevOps.Metrics;

/// <summary>The days of some subscriptions: how far they reach, and how many there are.</summary>
/// <param name="Scale">The first and the last day on which any starts or ends.</param>
/// <param name="Changes">How many starts and ends there are.</param>
/// <param name="HasEndOfTime">True where any ends with the last day of the calendar, which is no end.</param>
internal sealed record PlainDays(PlainScale Scale, long Changes, bool HasEndOfTime)
{
    /// <summary>The last day of the calendar.</summary>
    public static readonly int EndOfTime = DayNumber.Of(CountedDays.Forever);

    /// <summary>The days of subscriptions by the first that counts of each, and the first after.</summary>
    public static PlainDays Of(ReadOnlyMemory<int> from, ReadOnlyMemory<int> to)
    {
        int threads = KernelOptions.Default.ThreadsFor(from.Length);
        PlainDays[] found = new PlainDays[threads];
        Split.Run(from.Length, threads, (range, first, end) => found[range] = Of(from.Span[first..end], to.Span[first..end]));
        return found.Aggregate((all, some) => new PlainDays(all.Scale.And(some.Scale), all.Changes + some.Changes, all.HasEndOfTime || some.HasEndOfTime));
    }

    private static PlainDays Of(ReadOnlySpan<int> from, ReadOnlySpan<int> to)
    {
        (PlainScale scale, long changes, bool hasEndOfTime) = (PlainScale.None, 0, false);
        for (int row = 0; row < from.Length; row++)
        {
            if (from[row] >= to[row]) continue;
            scale = scale.And(from[row]);
            changes++;
            if (to[row] == EndOfTime) hasEndOfTime = true;
            else if (to[row] != FactTable.NoDay)
            {
                scale = scale.And(to[row]);
                changes++;
            }
        }

        return new PlainDays(scale, changes, hasEndOfTime);
    }
}
