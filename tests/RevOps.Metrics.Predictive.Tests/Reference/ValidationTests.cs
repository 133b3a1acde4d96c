using NodaTime;
using RevOps.Metrics.Tests;

namespace RevOps.Metrics.Predictive.Tests.Reference;

/// <summary>Computes the lines of docs/validation.md anew.</summary>
public class ValidationTests
{
    private const string Cdnow = "CDNOW, 2,357 customers";

    [ReferenceFact]
    public void Customers_who_buy_when_they_like_are_validated_as_documented()
    {
        RfmTable customers = ReferenceCase.Cdnow(), rounded = ReferenceCase.CdnowRounded();
        FitReport bg = BgNbdModel.Fit(customers).Report!, pareto = ParetoNbdModel.Fit(customers).Report!, spend = GammaGammaModel.Fit(customers).Report!;
        Fitted<BgBbModel> donors = BgBbModel.Fit(ReferenceCase.Donations());
        BgNbdModel fixedBg = new(0.243, 4.414, 0.793, 2.426);
        ParetoNbdModel fixedPareto = new(0.5534, 10.5802, 0.6061, 11.6562);
        GammaGammaModel fixedSpend = new(6.25, 3.74, 15.44);
        PurchaseHistory known = new(2, 30.43, 38.86);
        CalibrationAndHoldout cut = CalibrationAndHoldout.From(ReferenceCase.CdnowPurchases(), new LocalDate(1997, 9, 30), new LocalDate(1998, 6, 30), RfmOptions.DaysInWeeks);
        TrackedPurchases week25 = HoldoutReport.Of(BgNbdModel.Fit(cut.Calibration).OrThrow(), cut).Tracking[24];
        double clv = fixedBg.LifetimeValues(rounded, fixedSpend, new(12, 0.01, LifetimeValueTerms.WeeksPerMonth)).Sum(value => value.Value.OrThrow());

        ValidationLine.Hold(
            "Customers who buy when they like",
            new($"{Cdnow}: sums of x, t_x and T in weeks", "BTYD 2.4.3", "2457, 16135.571429, 77111.285714", [customers.Customers.Sum(one => one.History.Frequency), customers.Customers.Sum(one => one.History.Recency), customers.Customers.Sum(one => one.History.Age)], "exact", "0.######"),
            new("BG/NBD: r, alpha, a, b", "Fader, Hardie and Lee 2005, table 2", "0.243, 4.414, 0.793, 2.426", Parameters(bg), "0.001", "F4"),
            new("BG/NBD: log-likelihood", "CLVTools 0.12.1", "-9582.429", [bg.LogLikelihood], "1e-6 relative", "F4"),
            new("BG/NBD: purchases of a new customer in 52 weeks, at the published parameters", "BTYD 2.4.3", "1.4460505954", [fixedBg.ExpectedPurchases(52)], "1e-9", "F10"),
            new("BG/NBD: purchases in 39 weeks after x = 2, t_x = 30.43, T = 38.86", "BTYD 2.4.3", "1.2260281748", [fixedBg.ConditionalExpectedPurchases(known, 39)], "1e-9", "F10"),
            new("BG/NBD: P(alive) of the same", "BTYD 2.4.3", "0.7265785701", [fixedBg.ProbabilityAlive(known)], "1e-9", "F10"),
            new("BG/NBD: P(X(30) = 20)", "BTYD 2.4.3", "0.000222226048006636", [fixedBg.Probability(20, 30)], "1e-9 relative"),
            new("BG/NBD: repeat purchases to the end of week 25, made and expected", "BTYD 2.4.3, manual", "1672, 1669.60", [week25.Actual, week25.Expected], "1e-5 relative", "0.00##"),
            new("Pareto/NBD: r, alpha, s, beta", "Fader, Hardie and Lee 2005, table 2", "0.553, 10.578, 0.606, 11.669", Parameters(pareto), "0.001", "F4"),
            new("Pareto/NBD: log-likelihood", "CLVTools 0.12.1", "-9594.976", [pareto.LogLikelihood], "1e-6 relative", "F4"),
            new("Pareto/NBD: purchases in 52 weeks after the same, at fixed parameters", "BTYD 2.4.3", "1.8507607904", [fixedPareto.ConditionalExpectedPurchases(known, 52)], "1e-9", "F10"),
            new("Pareto/NBD: DERT of the same at 0.0027", "BTYD 2.4.3", "6.4825623649", [fixedPareto.DiscountedExpectedResidualTransactions(known, 0.0027)], "1e-9", "F10"),
            new("BG/BB, 11,104 donors: alpha, beta, gamma, delta", "Fader, Hardie and Shang 2010", "1.204, 0.750, 0.657, 2.783", Parameters(donors.Report!), "0.001", "F4"),
            new("BG/BB: log-likelihood", "the same", "-33225.6", [donors.Report!.LogLikelihood], "0.05", "F4"),
            new("BG/BB: donations of all in the next five years", "the same", "12,884", [ReferenceCase.Donations().Sum(group => group.Customers * donors.OrThrow().ConditionalExpectedPurchases(group.History, 5))], "0.5", "N1"),
            new("Gamma-Gamma, 946 customers: p, q, v", "Fader and Hardie, note 025", "6.25, 3.74, 15.44", Parameters(spend), "0.01", "F4"),
            new("Gamma-Gamma: log-likelihood", "CLVTools 0.12.1", "-4055.9177", [spend.LogLikelihood], "1e-6 relative", "F4"),
            new("Gamma-Gamma: expected spend after 3 purchases of 35, at fixed parameters", "BTYD 2.4.3", "35.0279199628", [fixedSpend.ExpectedSpend(3, 35).OrThrow()], "1e-9", "F10"),
            new($"Lifetime values of {Cdnow}, 12 months at 1 %: their sum", "lifetimes", "71560.208840", [clv], "1e-9 relative", "F6"));
    }

    [ReferenceFact]
    public void Customers_under_contract_are_validated_as_documented()
    {
        CohortSurvivors highEnd = CohortSurvivors.Of("high end", 1000, 869, 743, 653, 593, 551, 517, 491), regular = CohortSurvivors.Of("regular", 1000, 631, 468, 382, 326, 289, 262, 241);
        Fitted<ShiftedBetaGeometricModel> high = ShiftedBetaGeometricModel.Fit([highEnd]), low = ShiftedBetaGeometricModel.Fit([regular]);
        FitReport several = ShiftedBetaGeometricModel.Fit(
        [
            CohortSurvivors.Of("1", 10000, 8000, 6480, 5307, 4391), CohortSurvivors.Of("2", 10000, 8000, 6480, 5307),
            CohortSurvivors.Of("3", 10000, 8000, 6480), CohortSurvivors.Of("4", 10000, 8000),
        ]).Report!;
        double?[] Residuals(double alpha, double beta) => [.. Enumerable.Range(1, 5).Select(n => new ShiftedBetaGeometricModel(alpha, beta).DiscountedExpectedResidualLifetime(n, 0.1).Value)];

        ValidationLine.Hold(
            "Customers under contract",
            new("sBG, high end, seven years: alpha, beta", "Fader and Hardie 2007, appendix B", "0.668, 3.806", Parameters(high.Report!), "0.001", "F4"),
            new("sBG, high end: log-likelihood per customer", "the same", "-1.611", [high.Report!.LogLikelihood / 1000], "0.0005", "F6"),
            new("sBG, high end: survival after years 8 to 12", "the same, table 1", "0.460, 0.436, 0.414, 0.395, 0.378", [.. high.OrThrow().Project(12).Skip(8).Select(point => point.Survival)], "0.0005", "F5"),
            new("sBG, regular: alpha, beta", "the same", "0.704, 1.182", Parameters(low.Report!), "0.001", "F4"),
            new("sBG, four cohorts: alpha, beta", "jdmaturen/shifted_beta_geometric_py", "3.80, 15.19", Parameters(several), "0.01", "F4"),
            new("sBG, four cohorts: log-likelihood", "own, with SciPy", "-40255.8373", [several.LogLikelihood], "1e-6 relative", "F4"),
            new("DERL at 10 %, alpha 3.8, beta 15.2, periods 1 to 5", "Fader and Hardie 2010, table 3", "3.31, 3.45, 3.59, 3.72, 3.84", Residuals(3.8, 15.2), "0.005", "F4"),
            new("DERL at 10 %, alpha 0.067, beta 0.267 (printed from unrounded parameters)", "the same", "7.68, 9.46, 9.86, 10.06, 10.19", Residuals(0.067, 0.267), "0.011", "F4"),
            new("DERL at 10 % of a high end customer after seven renewals", "the same", "7.53", [high.OrThrow().DiscountedExpectedResidualLifetime(8, 0.1).OrThrow()], "0.005", "F4"),
            new("Margin multiple at 80 % retention and 10 % discount", "Gupta and Lehmann 2003", "2.66666666666667", [MarginMultiple.PaidAtEnd(0.8, 0.1).OrThrow()], "1e-12"));
    }

    private static double?[] Parameters(FitReport report) => [.. report.Parameters.Select(parameter => (double?)parameter.Value)];
}
