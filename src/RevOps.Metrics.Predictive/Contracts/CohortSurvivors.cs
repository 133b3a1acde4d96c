using System.Globalization;

namespace RevOps.Metrics.Predictive;

/// <summary>The customers of one cohort who were still there after each contract period.</summary>
/// <remarks>
/// The first count is the cohort at its start, before anyone could leave; the next those who renewed once, and so on. A period that was not
/// counted is null: who left then is known only to have left between the counts around it. Counts need not be whole (shares of a published
/// curve will do), but standard errors are those of so many customers.
/// </remarks>
public sealed record CohortSurvivors
{
    private CohortSurvivors(string name, ValueList<double?> counts, double returned) => (Name, Counts, Returned) = (name, counts, returned);

    /// <summary>What the cohort is called in messages.</summary>
    public string Name { get; }

    /// <summary>The customers at the start and after each period; null where they were not counted.</summary>
    public ValueList<double?> Counts { get; }

    /// <summary>The customers who came back after they had left, and are not in the counts.</summary>
    public double Returned { get; }

    /// <summary>A cohort.</summary>
    /// <param name="name">What it is called in messages.</param>
    /// <param name="counts">The customers at its start and after each period; null where they were not counted.</param>
    /// <exception cref="ArgumentException">The start is missing or not above zero; a count is negative, not finite, or more than one before it.</exception>
    public static CohortSurvivors Of(string name, IEnumerable<double?> counts)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(counts);
        ValueList<double?> list = [.. counts];
        if (list.Count == 0 || !(list[0] > 0)) throw new ArgumentException($"Cohort '{name}' has no customers at its start: give how many there were before anyone could leave.", nameof(counts));
        double before = double.PositiveInfinity;
        for (int period = 0; period < list.Count; period++)
        {
            if (list[period] is not { } count) continue;
            if (!double.IsFinite(count) || count < 0) throw new ArgumentException(Text($"Cohort '{name}' has {count} survivors in period {period}: count them from 0."), nameof(counts));
            if (count > before) throw new ArgumentException(Text($"Cohort '{name}' has {count} survivors in period {period} after {before}: survivors cannot increase. Leave out those who came back."), nameof(counts));
            before = count;
        }

        return new(name, list, 0);
    }

    /// <inheritdoc cref="Of(string, IEnumerable{double?})"/>
    public static CohortSurvivors Of(string name, params double[] counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return Of(name, counts.Select(count => (double?)count));
    }

    /// <summary>The cohorts of a dataset, each with its customers at the closes that are over.</summary>
    /// <param name="cohorts">From <c>data.Cohorts(calendar, periods)</c>, with periods as long as the contracts: years where they are yearly.</param>
    /// <remarks>
    /// A cohort starts with the customers at the close of the period in which they came; those who came and left within it are in none. Where a count
    /// rises again, customers came back: they left all the same, so the least count so far is taken, and <see cref="Returned"/> says how many
    /// came back. Ask without a dimension that a customer can change, else moving looks like leaving.
    /// </remarks>
    public static ValueList<CohortSurvivors> From(CohortTable cohorts)
    {
        ArgumentNullException.ThrowIfNull(cohorts);
        List<CohortSurvivors> found = [];
        foreach (Cohort cohort in cohorts.Cohorts)
        {
            List<double?> counts = [];
            double least = double.PositiveInfinity, returned = 0;
            foreach (CohortCell cell in cohort.Ages.TakeWhile(cell => cell.IsMature))
            {
                double? count = cell.Customers.OrNull() is { } customers ? (double)customers.Value : null;
                returned = Math.Max(returned, (count ?? 0) - least);
                if (count < least) least = count.Value;
                counts.Add(count is null ? null : least);
            }

            if (counts is not [> 0, ..]) continue;
            string name = cohorts.Dimensions.Count == 0 ? cohort.Period.ToString() : $"{cohort.Period} {cohort.Cell}";
            found.Add(new(name, [.. counts], returned));
        }

        return [.. found];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
