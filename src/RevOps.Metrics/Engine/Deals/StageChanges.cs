namespace RevOps.Metrics;

/// <summary>The changes of deals that tell a stage: all in most books, which then are not copied.</summary>
internal sealed class StageChanges
{
    private StageChanges(int[] first, DayNumbers on, Codes stages) => (First, On, Stages) = (first, on, stages);

    /// <summary>Where the changes of each deal begin, and after the last deal where all end.</summary>
    public int[] First { get; }

    /// <summary>The day of each change, in the scale of <see cref="DealDays"/>.</summary>
    public DayNumbers On { get; }

    /// <summary>The stage that each change tells.</summary>
    public Codes Stages { get; }

    public static StageChanges Of(DealDays days, DealNames stages)
    {
        bool[] isTold = new bool[days.ChangedOn.Count];
        for (int change = 0; change < isTold.Length; change++)
        {
            isTold[change] = stages switch
            {
                { Narrow: { Told: { } told } known } => told[change] != 0 && told[change] != known.Nothing,
                { Wide: { Told: { } told } known } => told[change] != 0 && told[change] != known.Nothing,
                _ => false,
            };
        }

        if (!isTold.Contains(false)) return new StageChanges(days.FirstChange, days.ChangedOn, ToldIn(stages));
        int[] first = new int[days.FirstChange.Length], from = new int[isTold.AsSpan().Count(true)];
        int count = 0;
        for (int deal = 0; deal + 1 < first.Length; deal++)
        {
            for (int change = days.FirstChange[deal]; change < days.FirstChange[deal + 1]; change++)
            {
                if (isTold[change]) from[count++] = change;
            }

            first[deal + 1] = count;
        }

        DayNumbers on = days.ChangedOn.Narrow is { } narrow ? days.ChangedOn.With(Taken(narrow, from)) : days.ChangedOn.With(Taken(days.ChangedOn.Wide!, from));
        return new StageChanges(first, on, ToldIn(stages) is { Narrow: { } codes } ? new Codes(Taken(codes, from)) : new Codes(Taken(ToldIn(stages).Wide!, from)));
    }

    private static Codes ToldIn(DealNames stages) => stages.Narrow is { } narrow ? new Codes(narrow.Told ?? []) : new Codes(stages.Wide!.Told ?? []);

    private static T[] Taken<T>(T[] all, int[] from) => Array.ConvertAll(from, place => all[place]);
}
