using System.Globalization;
using System.Runtime.InteropServices;

namespace RevOps.Metrics.Predictive;

/// <summary>How much each time at which any left counts in a comparison of groups.</summary>
/// <remarks>
/// The choice is made before looking: equal weights find a difference that lasts, early ones one that fades. "The Peto test" is two: R's <c>rho = 1</c> is
/// <see cref="FlemingHarrington"/>(1, 0), lifelines' and Kleinbaum's is <see cref="PetoPeto"/>, and they differ on the same data.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LogRankWeights
{
    private readonly Form _form;
    private readonly double _p, _q;

    private LogRankWeights(Form form, double p = 0, double q = 0) => (_form, _p, _q) = (form, p, q);

    /// <summary>1: every event counts alike (Mantel and Cox).</summary>
    public static LogRankWeights LogRank => default;

    /// <summary>n, the number at risk (Gehan and Breslow): early times count most, and the more so the more are censored.</summary>
    public static LogRankWeights GehanWilcoxon => new(Form.GehanWilcoxon);

    /// <summary>The square root of n (Tarone and Ware): between the two.</summary>
    public static LogRankWeights TaroneWare => new(Form.TaroneWare);

    /// <summary>The product up to the time itself of 1 - d / (n + 1), an estimate of survival in all groups (Peto and Peto): early times, whatever is censored.</summary>
    public static LogRankWeights PetoPeto => new(Form.PetoPeto);

    /// <summary>S^p (1 - S)^q, for S by Kaplan and Meier over all groups just before the time (Fleming and Harrington): (1, 0) early times, (0, 1) late ones, (0, 0) all alike.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A power is negative or no number.</exception>
    public static LogRankWeights FlemingHarrington(double p, double q)
    {
        if (!(p >= 0 && double.IsFinite(p))) throw new ArgumentOutOfRangeException(nameof(p), p, "A power of the weights is a number of at least 0.");
        if (!(q >= 0 && double.IsFinite(q))) throw new ArgumentOutOfRangeException(nameof(q), q, "A power of the weights is a number of at least 0.");
        return p == 0 && q == 0 ? default : new(Form.FlemingHarrington, p, q);
    }

    /// <summary>"log-rank", "Gehan-Wilcoxon", "Tarone-Ware", "Peto-Peto", "Fleming-Harrington (1, 0)".</summary>
    public override string ToString() => _form switch
    {
        Form.LogRank => "log-rank",
        Form.GehanWilcoxon => "Gehan-Wilcoxon",
        Form.TaroneWare => "Tarone-Ware",
        Form.PetoPeto => "Peto-Peto",
        _ => string.Create(CultureInfo.InvariantCulture, $"Fleming-Harrington ({_p:G}, {_q:G})"),
    };

    /// <param name="atRisk">How many were at risk in all groups.</param>
    /// <param name="survivalBefore">Kaplan and Meier's estimate over all groups just before the time.</param>
    /// <param name="petoSurvival">Peto and Peto's estimate over all groups after it.</param>
    internal double At(double atRisk, double survivalBefore, double petoSurvival) => _form switch
    {
        Form.LogRank => 1,
        Form.GehanWilcoxon => atRisk,
        Form.TaroneWare => Math.Sqrt(atRisk),
        Form.PetoPeto => petoSurvival,
        _ => Math.Pow(survivalBefore, _p) * Math.Pow(1 - survivalBefore, _q),
    };

    private enum Form
    {
        LogRank,
        GehanWilcoxon,
        TaroneWare,
        PetoPeto,
        FlemingHarrington,
    }
}
