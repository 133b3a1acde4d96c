namespace RevOps.Metrics.Predictive;

/// <summary>A series as a model is fitted to it: from the first observation to the last.</summary>
/// <remarks>What is missing at the end lengthens the way to the forecast; what is missing at the start is no history.</remarks>
internal readonly ref struct EtsSample
{
    public EtsSample(TimeSeries series)
    {
        ReadOnlySpan<double> y = series.Numbers;
        int first = 0, end = y.Length;
        while (first < end && double.IsNaN(y[first])) first++;
        while (end > first && double.IsNaN(y[end - 1])) end--;
        Values = y[first..end];
        (First, MissingAtEnd, SeasonLength) = (first, y.Length - end, series.SeasonLength);
        foreach (double value in Values) Observations += double.IsNaN(value) ? 0 : 1;
    }

    public ReadOnlySpan<double> Values { get; }

    /// <summary>The place of the first observation in the series.</summary>
    public int First { get; }

    public int MissingAtEnd { get; }

    public int SeasonLength { get; }

    public int Observations { get; }

    public bool IsConstant
    {
        get
        {
            foreach (double value in Values)
            {
                if (!double.IsNaN(value) && !value.Equals(Values[0])) return false;
            }

            return true;
        }
    }

    /// <summary>Why a form cannot be fitted; null when it can.</summary>
    public string? Against(EtsForm form, SmoothingOptions given)
    {
        if (Observations == 0) return "the series has no observation";
        if (form.HasSeasons && SeasonLength < 2) return "the series has no season: give it a seasonLength";
        for (int t = 0; form.NeedsPositiveValues && t < Values.Length; t++)
        {
            if (Values[t] <= 0) return FormattableString.Invariant($"it multiplies, which takes values above zero, and period {First + t + 1} is {Values[t]}");
        }

        int found = Found(form, given);
        if (found > 0 && Observations < found + 3)
        {
            return $"its {found} parameters and its variance take at least {found + 3} observations, and there {(Observations == 1 ? "is" : "are")} {Observations}";
        }

        for (int place = 0; form.HasSeasons && given.Start is null && place < SeasonLength; place++)
        {
            if (IsUnseen(place)) return $"the season's {Ordinal(place)} period was never observed";
        }

        return null;
    }

    private bool IsUnseen(int place)
    {
        for (int t = place; t < Values.Length; t += SeasonLength)
        {
            if (!double.IsNaN(Values[t])) return false;
        }

        return true;
    }

    private string Ordinal(int place) => FormattableString.Invariant($"{((First + place) % SeasonLength) + 1}.");

    /// <summary>How many parameters are found, the variance apart.</summary>
    private int Found(EtsForm form, SmoothingOptions given) =>
        (given.Start is null ? form.Parameters(SeasonLength) - SmoothingShares(form) : 0) + SmoothingShares(form)
        - (given.Alpha is null ? 0 : 1) - (given.Beta is null ? 0 : 1) - (given.Gamma is null ? 0 : 1) - (given.Phi is null ? 0 : 1);

    private static int SmoothingShares(EtsForm form) => 1 + (form.HasTrend ? 1 : 0) + (form.HasSeasons ? 1 : 0) + (form.IsDamped ? 1 : 0);
}
