namespace RevOps.Metrics.Predictive;

/// <summary>Ages joined into bands, each watched often enough; the last one holds all older ages too.</summary>
internal sealed class AgeBands
{
    private readonly int[] _bandOf;

    public AgeBands(IReadOnlyList<CustomerStep> steps, int minimumWatched)
    {
        int oldest = steps.Max(step => step.Age);
        int[] watched = new int[oldest + 1];
        foreach (CustomerStep step in steps) watched[step.Age]++;
        List<int> first = [0];
        int inBand = 0, left = steps.Count;
        for (int age = 0; age <= oldest; age++)
        {
            if (inBand >= minimumWatched && left >= minimumWatched)
            {
                first.Add(age);
                inBand = 0;
            }

            inBand += watched[age];
            left -= watched[age];
        }

        FirstAge = [.. first];
        _bandOf = [.. Enumerable.Range(0, oldest + 1).Select(age => Array.FindLastIndex(FirstAge, from => from <= age))];
    }

    /// <summary>The first age of each band.</summary>
    public int[] FirstAge { get; }

    public int Of(int age) => age < _bandOf.Length ? _bandOf[age] : FirstAge.Length - 1;
}
