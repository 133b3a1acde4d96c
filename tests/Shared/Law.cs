using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace RevOps.Metrics.Tests;

/// <summary>
/// Runs a property over random cases. A failure throws with the shrunk case and the seed; set the environment variable
/// <c>REVOPS_LAW_CASES</c> to run another number of cases than a test asks for.
/// </summary>
internal static class Law
{
    /// <summary>Checks that <paramref name="law"/> holds (returns true and throws nothing) for random values of <paramref name="generator"/>.</summary>
    public static void Holds<T>(Gen<T> generator, Func<T, bool> law, Func<T, IEnumerable<T>>? shrink = null, int cases = 200)
    {
        Arbitrary<T> arbitrary = shrink is null ? Arb.From(generator) : Arb.From(generator, shrink);
        string? more = Environment.GetEnvironmentVariable("REVOPS_LAW_CASES");
        int count = more is null ? cases : int.Parse(more, CultureInfo.InvariantCulture);
        Prop.ForAll(arbitrary, law).Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithQuietOnSuccess(true));
    }
}
