using System.Globalization;
using RevOps.Metrics.Tests;
using Xunit.Abstractions;

namespace RevOps.Metrics.Predictive.Tests;

/// <summary>Simulates data whose truth is known and counts how often intervals hold it: 80 % and 95 % of the time, if they are right.</summary>
/// <remarks>
/// A test takes as many simulations as a few seconds allow and fails outside the band that holds 99.9 % of counts by chance, from the binomial distribution
/// itself. With the environment variable <c>REVOPS_SIMULATIONS</c> it takes so many instead, finds fault with none, and prints its line of the table in
/// docs/validation.md (<c>dotnet test --logger "console;verbosity=detailed"</c>).
/// </remarks>
internal static class IntervalCoverage
{
    private static readonly int? Study = Environment.GetEnvironmentVariable("REVOPS_SIMULATIONS") is { } asked ? int.Parse(asked, CultureInfo.InvariantCulture) : null;

    /// <summary>How many simulations to take: those asked for, or those of an ordinary test.</summary>
    public static int Simulations(int ordinary) => Study ?? ordinary;

    /// <summary>Fails unless each interval holds the truth as often as it says, and unless the page on validation has a line of this case.</summary>
    /// <param name="output">Where a line of the table goes.</param>
    /// <param name="name">The model, its parameters and the amount of data.</param>
    /// <param name="simulations">How many simulations an ordinary test takes.</param>
    /// <param name="simulate">One simulation by its seed.</param>
    /// <param name="orMore">True where little data makes intervals that are wider than they need be: only too few held are a fault.</param>
    public static void Holds(ITestOutputHelper output, string name, int simulations, Func<int, IEnumerable<Held>> simulate, bool orMore = false)
    {
        Held[][] all = new Held[Simulations(simulations)][];
        Parallel.For(0, all.Length, seed => all[seed] = [.. simulate(seed)]);
        IGrouping<string, Held>[] counted = [.. all.SelectMany(one => one).GroupBy(held => held.Name, StringComparer.Ordinal)];
        string[] counts = [.. counted.Select(held => held.Count().ToString("N0", CultureInfo.InvariantCulture)).Distinct()];
        string[] names = [.. counted.Select(held => held.Key)], of80 = [.. counted.Select(held => Rate(held, one => one.Of80, 0.80))], of95 = [.. counted.Select(held => Rate(held, one => one.Of95, 0.95))];
        string line = $"| {name} | {string.Join(", ", names)} | {string.Join(", ", counts)} | {string.Join(", ", of80)} | {string.Join(", ", of95)} |";
        output.WriteLine(line);
        if (Study is not null) return;
        Assert.False(counted.Any(held => IsFault(held, one => one.Of80, 0.80, orMore) || IsFault(held, one => one.Of95, 0.95, orMore)), $"More or fewer than chance allows are held:\n{line}");
        Assert.Contains($"\n| {name} | {string.Join(", ", names)} |", File.ReadAllText(Path.Combine(ReferenceFolder.Repository, "docs", "validation.md")), StringComparison.Ordinal);
    }

    private static bool IsFault(IEnumerable<Held> held, Func<Held, bool> holds, double level, bool orMore) =>
        Beyond(held, holds, level) is var beyond && (beyond < 0 || (beyond > 0 && !orMore));

    /// <summary>-1 for fewer than chance allows, 1 for more, else 0.</summary>
    private static int Beyond(IEnumerable<Held> held, Func<Held, bool> holds, double level)
    {
        int count = held.Count(holds), of = held.Count();
        return CoverageBand.Holds(count, of, level) ? 0 : count < level * of ? -1 : 1;
    }

    /// <summary>The share in percent; bold where it is beyond chance.</summary>
    private static string Rate(IEnumerable<Held> held, Func<Held, bool> holds, double level)
    {
        string share = (100.0 * held.Count(holds) / held.Count()).ToString("F1", CultureInfo.InvariantCulture);
        return Beyond(held, holds, level) == 0 ? share : $"**{share}**";
    }
}
