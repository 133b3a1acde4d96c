namespace RevOps.Metrics.Predictive.Tests;

/// <summary>Whether the intervals of one simulation held the truth.</summary>
/// <param name="Name">What they are about: "alpha".</param>
/// <param name="Of80">Whether that of 80 % did.</param>
/// <param name="Of95">Whether that of 95 % did.</param>
internal readonly record struct Held(string Name, bool Of80, bool Of95)
{
    /// <summary>An interval asked for by its level. One that is missing neither holds the truth nor misses it: the simulation must have it.</summary>
    public static Held Of(string name, Func<double, Interval?> at, double truth) => new(name, Holds(at(0.80), name, truth), Holds(at(0.95), name, truth));

    /// <summary>The parameters of a fit, in their order, but for those that the data leave open, which the fit has told.</summary>
    public static IEnumerable<Held> Of(FitReport? report, params double[] truth) => report!.Parameters.Zip(truth)
        .Where(pair => pair.First.StandardError.IsDefined)
        .Select(pair => Of(pair.First.Name, pair.First.IntervalAt, pair.Second));

    private static bool Holds(Interval? interval, string name, double truth) => interval is { } known
        ? known.Contains(truth)
        : throw new InvalidOperationException($"{name} has no interval.");
}
