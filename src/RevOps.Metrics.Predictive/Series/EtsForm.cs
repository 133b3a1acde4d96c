namespace RevOps.Metrics.Predictive;

/// <summary>Which of the ETS models: its error, trend and seasonal forms, as in ETS(M,Ad,A).</summary>
/// <remarks>
/// <para>The 18 forms of fpp3. A multiplicative trend is left out, as there: it forecasts poorly.</para>
/// <para>Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., https://otexts.com/fpp3/taxonomy.html</para>
/// </remarks>
/// <param name="Error">How the error enters.</param>
/// <param name="Trend">How growth is carried on.</param>
/// <param name="Seasonal">How seasons act.</param>
public readonly record struct EtsForm(ErrorForm Error, TrendForm Trend, SeasonalForm Seasonal)
{
    /// <summary>All 18, the simple ones first.</summary>
    public static ValueList<EtsForm> All { get; } =
    [
        .. from seasonal in Enum.GetValues<SeasonalForm>()
           from trend in Enum.GetValues<TrendForm>()
           from error in Enum.GetValues<ErrorForm>()
           select new EtsForm(error, trend, seasonal),
    ];

    /// <summary>True when it multiplies anywhere, and so takes values above zero only.</summary>
    public bool NeedsPositiveValues => Error == ErrorForm.Multiplicative || Seasonal == SeasonalForm.Multiplicative;

    /// <summary>
    /// True for an additive error with multiplicative seasons. The value may then come near zero, where these models divide by it: their forecasts have no
    /// finite variance, so that there are no analytic intervals and automatic selection leaves them out, as R and fable do.
    /// </summary>
    public bool HasInfiniteVariance => Error == ErrorForm.Additive && Seasonal == SeasonalForm.Multiplicative;

    internal bool HasTrend => Trend != TrendForm.None;

    internal bool HasSeasons => Seasonal != SeasonalForm.None;

    internal bool IsDamped => Trend == TrendForm.Damped;

    /// <summary>alpha, beta, gamma, phi and the first states; of the seasons all but one, which follows from the others.</summary>
    internal int Parameters(int seasonLength) =>
        2 + (HasTrend ? 2 : 0) + (IsDamped ? 1 : 0) + (HasSeasons ? seasonLength : 0);

    /// <summary>The form that is written like this: "AAN", "M,Ad,M" or "ETS(A,N,A)".</summary>
    /// <exception cref="FormatException">It is written otherwise.</exception>
    public static EtsForm Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string letters = text.Replace("ETS", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal).Trim('(', ')', ' ');
        foreach (EtsForm form in All)
        {
            if (form.Letters("") == letters) return form;
        }

        throw new FormatException(
            $"'{text}' is no ETS form: write error (A, M), trend (N, A, Ad) and season (N, A, M) in this order, such as \"AAdM\" or \"ETS(A,Ad,M)\".");
    }

    /// <summary>"ETS(A,Ad,M)".</summary>
    public override string ToString() => $"ETS({Letters(",")})";

    private string Letters(string separator) => string.Join(
        separator,
        Error == ErrorForm.Additive ? "A" : "M",
        Trend switch { TrendForm.None => "N", TrendForm.Additive => "A", _ => "Ad" },
        Seasonal switch { SeasonalForm.None => "N", SeasonalForm.Additive => "A", _ => "M" });
}
