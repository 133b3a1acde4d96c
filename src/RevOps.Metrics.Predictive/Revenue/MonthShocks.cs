using MathNet.Numerics.Distributions;
using NodaTime;

namespace RevOps.Metrics.Predictive;

/// <summary>How much faster or slower all deals move in one month than in another: a factor of each calendar month, common to all of them.</summary>
/// <remarks>
/// Deals are not quite independent: holidays, a price list or a bad quarter touch all at once. The exits of a month are Poisson at the expected number times a gamma factor of mean 1, whose
/// variance is what the months of the history vary by beyond chance (method of moments), 0 where they do not. Of the month that has begun, the factor
/// is known in part. Source: shared frailty by calendar time, Therneau and Grambsch, Modeling Survival Data (2000), ch. 9.
/// </remarks>
internal sealed class MonthShocks
{
    private readonly double _variance, _begunExits, _begunExpected;

    private MonthShocks(int[] lastDays, double variance, double begunExits, double begunExpected) =>
        (LastDays, _variance, _begunExits, _begunExpected) = (lastDays, variance, begunExits, begunExpected);

    /// <summary>The last day of each month, that of the day of the forecast first, counted from that day; the last month has no end.</summary>
    public int[] LastDays { get; }

    /// <summary>Learns how much months vary.</summary>
    /// <param name="model">What is expected of a stay.</param>
    /// <param name="spells">The stays.</param>
    /// <param name="watchedFrom">The first day watched, counted from the day of the forecast.</param>
    /// <param name="day">The day of the forecast.</param>
    /// <param name="until">The last day to simulate.</param>
    public static MonthShocks Learn(StageModel model, IEnumerable<StageSpell> spells, int watchedFrom, LocalDate day, int until)
    {
        List<int> lastDays = [];
        for (LocalDate month = day.With(DateAdjusters.EndOfMonth); lastDays.Count == 0 || lastDays[^1] < until; month = month.PlusDays(1).With(DateAdjusters.EndOfMonth))
        {
            lastDays.Add(Period.DaysBetween(day, month));
        }

        int[] monthOf = [.. Enumerable.Range(0, 1 - watchedFrom).Select(ago => day.PlusDays(-ago)).Select(on => ((day.Year - on.Year) * 12) + day.Month - on.Month)];
        double[] exits = new double[monthOf[^1] + 1], expected = new double[exits.Length];
        foreach (StageSpell spell in spells.Where(spell => !(spell.Left < watchedFrom)))
        {
            if (spell.Left is { } left) exits[monthOf[-left]]++;
            StageTree tree = model.Trees[spell.Stage];
            StageHazards hazards = tree.Parts[tree.PartOf(spell.Arrival, spell.Amount)];
            int first = Math.Max(spell.Entered, watchedFrom), last = spell.Left ?? 0;
            for (int band = hazards.BandOf(first - spell.Entered); first <= last; band++)
            {
                int end = band + 1 < hazards.From.Length ? Math.Min(last, spell.Entered + hazards.From[band + 1] - 1) : last;
                for (double p = hazards.Probability(band); first <= end; first++) expected[monthOf[-first]] += p;
            }
        }

        double beyond = 0, squares = 0;
        for (int month = 0; month < exits.Length; month++)
        {
            beyond += Math.Pow(exits[month] - expected[month], 2) - expected[month];
            squares += expected[month] * expected[month];
        }

        return new MonthShocks([.. lastDays], squares > 0 ? Math.Max(0, beyond / squares) : 0, exits[0], expected[0]);
    }

    /// <summary>The factors of the months, as they may be.</summary>
    public double[] Draw(Random random)
    {
        double[] factors = new double[LastDays.Length];
        Array.Fill(factors, 1);
        if (_variance <= 0) return factors;
        double shape = 1 / _variance;
        for (int month = 0; month < factors.Length; month++)
        {
            factors[month] = month == 0 ? Gamma.Sample(random, shape + _begunExits, shape + _begunExpected) : Gamma.Sample(random, shape, shape);
        }

        return factors;
    }
}
