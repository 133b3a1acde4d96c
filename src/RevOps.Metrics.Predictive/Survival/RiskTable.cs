namespace RevOps.Metrics.Predictive;

/// <summary>Who was at risk, who came and who went at each time at which any of it changed, in columns from the first time to the last.</summary>
/// <remarks>
/// Who enters at a time is at risk after it and not at it; who leaves at a time is at risk at it. So events at a time come before what is censored at it.
/// Who enters at 0 was there from the start, and is at risk at 0 too.
/// </remarks>
internal sealed class RiskTable
{
    /// <param name="times">The times, rising.</param>
    /// <param name="events">How many left at each.</param>
    /// <param name="exits">How many left or were last seen at each.</param>
    /// <param name="entered">How many came late at each; null where all were there from the start.</param>
    public RiskTable(double[] times, double[] events, double[] exits, double[]? entered)
    {
        (Times, Events, Exits, Entered) = (times, events, exits, entered);
        AtRisk = new double[times.Length];
        double atRisk = 0;
        // From the end, so that the last to leave are exactly those who are at risk, whatever the weights were rounded to.
        for (int row = times.Length - 1; row >= 0; row--)
        {
            atRisk += exits[row];
            if (entered is not null) atRisk = Math.Max(atRisk - entered[row], exits[row]);
            AtRisk[row] = atRisk;
        }
    }

    public double[] Times { get; }

    public double[] Events { get; }

    public double[] Exits { get; }

    public double[]? Entered { get; }

    public double[] AtRisk { get; }

    public int Rows => Times.Length;

    /// <summary>How many are at risk at any time.</summary>
    public double AtRiskAt(double time)
    {
        int row = FirstRowFrom(time);
        return row < Rows ? AtRisk[row] : 0;
    }

    /// <summary>The first row at a time or later; one past the last where there is none.</summary>
    public int FirstRowFrom(double time)
    {
        int place = Times.AsSpan().BinarySearch(time);
        return place < 0 ? ~place : place;
    }

    /// <summary>All groups as one.</summary>
    public static RiskTable Pool(IReadOnlyList<RiskTable> groups)
    {
        if (groups.Count == 1) return groups[0];
        int[] next = new int[groups.Count];
        bool hasEntries = groups.Any(group => group.Entered is not null);
        List<double> times = [], events = [], exits = [], entered = [];
        while (true)
        {
            double time = double.PositiveInfinity;
            for (int g = 0; g < next.Length; g++)
            {
                if (next[g] < groups[g].Rows) time = Math.Min(time, groups[g].Times[next[g]]);
            }

            if (double.IsPositiveInfinity(time)) break;
            double left = 0, gone = 0, came = 0;
            for (int g = 0; g < next.Length; g++)
            {
                RiskTable group = groups[g];
                int row = next[g];
                if (row >= group.Rows || group.Times[row] != time) continue;
                left += group.Events[row];
                gone += group.Exits[row];
                came += group.Entered is { } late ? late[row] : 0;
                next[g]++;
            }

            times.Add(time);
            events.Add(left);
            exits.Add(gone);
            entered.Add(came);
        }

        return new RiskTable([.. times], [.. events], [.. exits], hasEntries ? [.. entered] : null);
    }
}
