namespace RevOps.Metrics.Predictive;

/// <summary>The stays in one stage, parted by what is known of a deal when it enters: how long it took to get there, and what it is worth.</summary>
/// <remarks>
/// <para>A deal that was fast so far is often fast from here on, and a large one is often slow and won less often. With one set of probabilities for all, both are told wrongly: so
/// stays are parted where the history says that it matters. A part is cut in two at that value at which the deviance between exits and those expected under
/// common probabilities is greatest, by kind of exit, as long as it passes the Bayesian information criterion, and both hold at least <see cref="ExitsPerPart"/>.</para>
/// <para>Sources: LeBlanc and Crowley, Relative Risk Trees for Censored Survival Data, Biometrics 48 (1992); the time of arrival as a covariate, Putter, Fiocco
/// and Geskus, Tutorial in Biostatistics: Competing Risks and Multi-State Models, Statistics in Medicine 26 (2007).</para>
/// </remarks>
internal sealed class StageTree
{
    private const int ExitsPerPart = 30;
    private const int MostCuts = 6;
    private const int Candidates = 8;

    private readonly List<StageHazards> _parts = [];
    private readonly Node _root;

    private StageTree(StageSpell[] spells, int exits, int from)
    {
        All = StageHazards.Learn(spells, exits, from);
        _root = Grow(spells, All, exits, from, MostCuts);
    }

    /// <summary>The stage as a whole.</summary>
    public StageHazards All { get; }

    /// <summary>The parts.</summary>
    public IReadOnlyList<StageHazards> Parts => _parts;

    /// <summary>Learns a stage.</summary>
    /// <param name="spells">Its stays.</param>
    /// <param name="exits">How many kinds of exit there are.</param>
    /// <param name="from">The first day that is watched, counted from the day of the forecast.</param>
    public static StageTree Learn(IEnumerable<StageSpell> spells, int exits, int from) => new([.. spells.Where(spell => !(spell.Left < from))], exits, from);

    /// <summary>The part to which a deal belongs.</summary>
    public int PartOf(int arrival, double amount)
    {
        Node node = _root;
        while (node.Low is not null) node = (node.IsByAmount ? amount : arrival) <= node.Highest ? node.Low : node.High!;
        return node.Part;
    }

    private Node Grow(StageSpell[] spells, StageHazards hazards, int exits, int from, int cuts)
    {
        if (cuts > 0 && Cut(spells, hazards, exits, from) is { } cut)
        {
            StageSpell[] low = Array.FindAll(spells, spell => ValueOf(spell, cut.IsByAmount) <= cut.Highest), high = Array.FindAll(spells, spell => ValueOf(spell, cut.IsByAmount) > cut.Highest);
            return new Node(cut.IsByAmount, cut.Highest, Grow(low, StageHazards.Learn(low, exits, from), exits, from, cuts - 1), Grow(high, StageHazards.Learn(high, exits, from), exits, from, cuts - 1), 0);
        }

        _parts.Add(hazards);
        return new Node(false, 0, null, null, _parts.Count - 1);
    }

    private static (bool IsByAmount, double Highest)? Cut(StageSpell[] spells, StageHazards hazards, int exits, int from)
    {
        long left = hazards.AllExits;
        if (left < 2 * ExitsPerPart) return null;
        int kinds = Enumerable.Range(0, exits).Count(exit => hazards.AllTo(exit) > 0);
        double best = kinds / 2.0 * Math.Log(left);
        (bool, double)? cut = null;
        double[][] expected = Array.ConvertAll(spells, spell => hazards.ExpectedExits(spell, from));
        foreach (bool isByAmount in new[] { false, true })
        {
            double[] values = Array.ConvertAll(spells, spell => ValueOf(spell, isByAmount));
            int[] order = [.. Enumerable.Range(0, spells.Length).OrderBy(i => values[i])];
            double[] observedLow = new double[exits], expectedLow = new double[exits];
            double exitsLow = 0;
            int next = 1;
            for (int i = 0; i < order.Length - 1; i++)
            {
                for (int exit = 0; exit < exits; exit++) expectedLow[exit] += expected[order[i]][exit];
                if (spells[order[i]].Left is not null)
                {
                    observedLow[spells[order[i]].Exit]++;
                    exitsLow++;
                }

                // Cuts are tried at quantiles of the exits, between different values.
                if (exitsLow < (double)next * left / Candidates || values[order[i]] == values[order[i + 1]]) continue;
                while (exitsLow >= (double)next * left / Candidates) next++;
                if (exitsLow < ExitsPerPart || left - exitsLow < ExitsPerPart) continue;
                double gain = 0;
                for (int exit = 0; exit < exits; exit++)
                {
                    double all = hazards.AllTo(exit);
                    gain += Term(observedLow[exit], expectedLow[exit]) + Term(all - observedLow[exit], all - expectedLow[exit]);
                }

                if (gain > best) (best, cut) = (gain, (isByAmount, values[order[i]]));
            }
        }

        return cut;

        static double Term(double observed, double expected) => observed <= 0 ? 0 : observed * Math.Log(observed / Math.Max(expected, 1e-9));
    }

    private static double ValueOf(StageSpell spell, bool isByAmount) => isByAmount ? spell.Amount : spell.Arrival;

    private sealed record Node(bool IsByAmount, double Highest, Node? Low, Node? High, int Part);
}
