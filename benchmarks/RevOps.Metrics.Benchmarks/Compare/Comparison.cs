namespace RevOps.Metrics.Benchmarks.Compare;

/// <summary>What was measured of one workload.</summary>
/// <param name="Name">The workload, W1 to W8.</param>
/// <param name="Ours">Our times in seconds, run by run.</param>
/// <param name="OurPeak">The resident memory that a run took at most above what there was after loading; null where it is not known.</param>
/// <param name="FloorSeconds">The time in which this machine copies the bytes that must be read at least once.</param>
/// <param name="Theirs">The peer's side; null where it is not installed.</param>
internal sealed record Comparison(string Name, double[] Ours, long? OurPeak, double FloorSeconds, PeerTimes? Theirs)
{
    /// <summary>Our median.</summary>
    public double Seconds => Median(Ours);

    /// <summary>How many times as long the peer takes, of the medians.</summary>
    public double? Ratio => Theirs is null ? null : Theirs.Seconds / Seconds;

    /// <summary>The same of each pair of runs, one right after the other: the least and the most.</summary>
    public (double Least, double Most) RatioRange
    {
        get
        {
            double[] ratios = [.. Ours.Zip(Theirs!.Times, (ours, theirs) => theirs / ours)];
            return (ratios.Min(), ratios.Max());
        }
    }

    /// <summary>How many times the floor our median is.</summary>
    public double TimesFloor => Seconds / FloorSeconds;

    public static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

/// <summary>The peer's side of a comparison.</summary>
/// <param name="Formulation">The fastest of its formulations, by the name of its SQL file.</param>
/// <param name="Times">Its times in seconds, run by run.</param>
/// <param name="Peak">The resident memory of its process that a run took at most above what there was after loading; null where it is not known.</param>
internal sealed record PeerTimes(string Formulation, double[] Times, long? Peak)
{
    /// <summary>Its median.</summary>
    public double Seconds => Comparison.Median(Times);
}
