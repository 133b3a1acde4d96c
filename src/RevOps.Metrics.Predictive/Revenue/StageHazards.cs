namespace RevOps.Metrics.Predictive;

/// <summary>How deals leave one stage: the probability of leaving it on a day, by how long they have been there, and where they go then.</summary>
/// <remarks>
/// <para>Time is cut into bands of days in the stage. The day of entry is a band of its own, since only closes can happen on it, and so are the days
/// before the fifth exit by age. The bands after them are cut at quantiles of the stays that ended, so that each holds about
/// <see cref="ExitsPerBand"/> of them or more. Within a band the daily probability is constant: the exits over the days at risk, which is its maximum-likelihood estimate, stays that have not ended included (censored). The last band has no end.</para>
/// <para>Source: the discrete-time competing-risks model, Tutz and Schmid, Modeling Discrete Time-to-Event Data (2016), ch. 8.</para>
/// </remarks>
internal sealed class StageHazards
{
    private const int ExitsPerBand = 15;
    private const int EarlyExits = 5;
    private const int MostBands = 8;

    private StageHazards(int[] from, long[] exits, long[] daysAtRisk, long[][] to, int visits)
    {
        From = from;
        Exits = exits;
        DaysAtRisk = daysAtRisk;
        To = to;
        Visits = visits;
    }

    /// <summary>The first day in the stage of each band.</summary>
    public int[] From { get; }

    /// <summary>How many left in each band.</summary>
    public long[] Exits { get; }

    /// <summary>The days that deals spent in each band.</summary>
    public long[] DaysAtRisk { get; }

    /// <summary>How many left in each band for each exit.</summary>
    public long[][] To { get; }

    public int Visits { get; }

    public long AllExits => Exits.Sum();

    /// <summary>How many left for one exit.</summary>
    public long AllTo(int exit) => To.Sum(band => band[exit]);

    /// <summary>Learns a stage.</summary>
    /// <param name="spells">Its stays.</param>
    /// <param name="exits">How many kinds of exit there are.</param>
    /// <param name="from">The first day that is watched, counted from the day of the forecast.</param>
    public static StageHazards Learn(IEnumerable<StageSpell> spells, int exits, int from)
    {
        StageSpell[] watched = [.. spells.Where(spell => !(spell.Left < from))];
        int[] ages = [.. watched.Where(spell => spell.Left is not null).Select(spell => spell.Left!.Value - spell.Entered).Where(age => age > 0).Order()];
        List<int> edges = [0, 1];

        // Where nearly nobody leaves in the first days, a band that held them and the first exits would spread these over both. Not the very first exit: by the
        // least of a sample the days before it would be impossible, and they are only rare.
        if (ages.Length >= EarlyExits && ages[EarlyExits - 1] > 1) edges.Add(ages[EarlyExits - 1]);
        int bands = Math.Clamp(ages.Length / ExitsPerBand, 1, MostBands);
        for (int i = 1; i < bands; i++)
        {
            // The quantile itself still belongs to the band that it ends.
            int edge = ages[i * ages.Length / bands] + 1;
            if (edge > edges[^1] && edge <= ages[^1]) edges.Add(edge);
        }

        int[] starts = [.. edges];
        long[] exitCounts = new long[starts.Length], days = new long[starts.Length];
        long[][] to = new long[starts.Length][];
        for (int band = 0; band < starts.Length; band++) to[band] = new long[exits];
        foreach (StageSpell spell in watched)
        {
            int last = (spell.Left ?? 0) - spell.Entered;
            for (int band = 0; band < starts.Length; band++)
            {
                int end = EndOf(starts, band);
                days[band] += DaysIn(starts, band, spell, from);
                if (spell.Left is null || last < starts[band] || last > end) continue;
                exitCounts[band]++;
                to[band][spell.Exit]++;
            }
        }

        return new StageHazards(starts, exitCounts, days, to, watched.Length);
    }

    /// <summary>The band of a day in the stage.</summary>
    public int BandOf(int day) => Array.FindLastIndex(From, first => first <= day);

    /// <summary>How many exits of each kind the days of a stay would have brought with these probabilities.</summary>
    public double[] ExpectedExits(StageSpell spell, int from)
    {
        double[] expected = new double[To[0].Length];
        for (int band = 0; band < From.Length; band++)
        {
            if (Exits[band] == 0) continue;
            double days = (double)DaysIn(From, band, spell, from) / DaysAtRisk[band];
            for (int exit = 0; exit < expected.Length; exit++) expected[exit] += days * To[band][exit];
        }

        return expected;
    }

    /// <summary>The daily probability of leaving in a band; zero where nobody was watched.</summary>
    public double Probability(int band) => DaysAtRisk[band] == 0 ? 0 : (double)Exits[band] / DaysAtRisk[band];

    /// <summary>The probability that a stay is over by the end of so many days after the day of entry.</summary>
    public double LeftWithin(int days)
    {
        double stays = 1;
        for (int band = 0; band < From.Length && From[band] <= days; band++)
        {
            int end = band + 1 < From.Length ? Math.Min(From[band + 1] - 1, days) : days;
            stays *= Math.Pow(1 - Probability(band), end - From[band] + 1);
        }

        return 1 - stays;
    }

    /// <summary>The probability of each exit of a stay from its entry on; less than 1 in all where a last band holds no exit.</summary>
    public double[] ExitProbabilities()
    {
        double[] probabilities = new double[To[0].Length];
        double stays = 1;
        for (int band = 0; band < From.Length; band++)
        {
            if (Exits[band] == 0) continue;
            double left = band + 1 < From.Length ? 1 - Math.Pow(1 - Probability(band), From[band + 1] - From[band]) : 1;
            for (int exit = 0; exit < probabilities.Length; exit++) probabilities[exit] += stays * left * To[band][exit] / Exits[band];
            stays *= 1 - left;
        }

        return probabilities;
    }

    /// <summary>The days after which half of those who enter have left; null where that is never.</summary>
    public int? MedianDays()
    {
        double stays = 1;
        for (int band = 0; band < From.Length; band++)
        {
            double p = Probability(band);
            double next = band + 1 < From.Length ? stays * Math.Pow(1 - p, From[band + 1] - From[band]) : p > 0 ? 0 : stays;
            if (next <= 0.5) return From[band] + Math.Max(0, (int)Math.Ceiling(Math.Log(0.5 / stays) / Math.Log(1 - p)) - 1);
            stays = next;
        }

        return null;
    }

    private static int EndOf(int[] from, int band) => band + 1 < from.Length ? from[band + 1] - 1 : int.MaxValue;

    /// <summary>For how many days a stay was watched in a band; one that has not ended was survived through the day of the forecast, which is day 0.</summary>
    private static int DaysIn(int[] starts, int band, StageSpell spell, int from) =>
        Math.Max(0, Math.Min((spell.Left ?? 0) - spell.Entered, EndOf(starts, band)) - Math.Max(Math.Max(0, from - spell.Entered), starts[band]) + 1);

    public double LogLikelihood()
    {
        double sum = 0;
        for (int band = 0; band < From.Length; band++)
        {
            sum += Term(Exits[band], DaysAtRisk[band]) + Term(DaysAtRisk[band] - Exits[band], DaysAtRisk[band]);
            foreach (long to in To[band]) sum += Term(to, Exits[band]);
        }

        return sum;

        static double Term(long count, long of) => count == 0 ? 0 : count * Math.Log((double)count / of);
    }
}
