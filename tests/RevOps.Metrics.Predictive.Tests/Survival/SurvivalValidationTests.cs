using System.Text.Json;
using RevOps.Metrics.Tests;
using static RevOps.Metrics.Predictive.Tests.SurvivalReference;

namespace RevOps.Metrics.Predictive.Tests;

public class SurvivalValidationTests
{
    private const string R = "R 4.2.2, survival 3.5-3", Lifelines = "lifelines; Kleinbaum and Klein, Survival Analysis, 3rd ed.";

    [ReferenceFact]
    public void The_page_on_validation_has_the_numbers_of_today()
    {
        JsonElement curves = Json("survival_curves.json"), small = Json("km_small_logrank_lifelines.json").GetProperty("expected");
        double? Of(params string[] path)
        {
            JsonElement at = path.Aggregate(curves, (element, part) => element.GetProperty(part));
            return at.ValueKind == JsonValueKind.Null ? null : at.GetDouble();
        }

        SurvivalCurve lung = SurvivalCurve.Estimate(Lung()), veteran = SurvivalCurve.Estimate(Veteran()), telco = SurvivalCurve.Estimate(Telco());
        SurvivalCurve ovarian = SurvivalCurve.Estimate(Ovarian()), maintained = SurvivalCurves.Estimate(Aml())["Maintained"];
        SurvivalCurves sexes = SurvivalCurves.Estimate(SurvivalObservations.ByGroup(Lung().Durations, Lung().Events, Columns("survival/lung.csv")["sex"]));
        SurvivalCurves leukemia = SurvivalCurves.Estimate(Leukemia()), contracts = SurvivalCurves.Estimate(Telco(byContract: true));
        LogRankTest bySex = sexes.Compare(), byCell = SurvivalCurves.Estimate(Veteran("celltype")).Compare();
        JsonElement weighted = small.GetProperty("leukemia_weighted");

        ValidationLine.Hold(
            "Survival",
            new("lung: median", R, Of("lung", "km", "median"), lung.Median.Time.Value, "1e-11 relative"),
            new("lung: median, lower limit (log)", R, Of("lung", "km", "median_lcl_log"), lung.Median.Lower.Value, "1e-11 relative"),
            new("lung: median, upper limit (log)", R, Of("lung", "km", "median_ucl_log"), lung.Median.Upper.Value, "1e-11 relative"),
            new("lung: restricted mean", R, Of("lung", "km", "rmean_at_max_time"), lung.RestrictedMean().Mean.Value, "1e-11 relative"),
            new("lung: its standard error", R, Of("lung", "km", "se_rmean"), lung.RestrictedMean().StandardError.Value, "1e-11 relative"),
            new("lung by sex: log-rank chi-square", R, Of("lung", "logrank_sex", "chisq"), bySex.ChiSquare.Value, "1e-11 relative"),
            new("lung by sex: p", R, Of("lung", "logrank_sex", "p"), bySex.PValue.Value, "1e-10 relative"),
            new("lung by sex: Fleming-Harrington (1, 0)", R, Of("lung", "logrank_sex", "peto_rho1_chisq"), sexes.Compare(LogRankWeights.FlemingHarrington(1, 0)).ChiSquare.Value, "1e-11 relative"),
            new("ovarian: median", R, Of("ovarian", "km", "median"), ovarian.Median.Time.Value, "1e-11 relative"),
            new("ovarian: median, upper limit (log)", R, Of("ovarian", "km", "median_ucl_log"), ovarian.Median.Upper.Value, "1e-11 relative"),
            new("veteran: median", R, Of("veteran", "km", "median"), veteran.Median.Time.Value, "1e-11 relative"),
            new("veteran: restricted mean", R, Of("veteran", "km", "rmean_at_max_time"), veteran.RestrictedMean().Mean.Value, "1e-11 relative"),
            new("veteran by cell type: log-rank chi-square (3)", R, Of("veteran", "logrank_celltype", "chisq"), byCell.ChiSquare.Value, "1e-11 relative"),
            new("veteran by cell type: p", R, Of("veteran", "logrank_celltype", "p"), byCell.PValue.Value, "1e-10 relative"),
            new("aml, maintained: S(48)", R, 0.184090909090909, maintained.SurvivalAt(48).Value, "1e-11 relative"),
            new("aml, maintained: its standard error", R, 0.153492745786294, maintained.StandardErrorAt(48).Value, "1e-11 relative"),
            new("aml, maintained: cumulative hazard", R, 1.40876623376623, maintained.Hazard.At(48).Value, "1e-11 relative"),
            new("aml, maintained: its standard error", R, 0.637806887760883, maintained.Hazard.StandardErrorAt(48).Value, "1e-11 relative"),
            new("leukemia (Freireich): log-rank chi-square", R, weighted.GetProperty("logrank").GetDouble(), leukemia.Compare().ChiSquare.Value, "1e-11 relative"),
            new("leukemia: Gehan-Wilcoxon", Lifelines, weighted.GetProperty("gehan_wilcoxon").GetDouble(), leukemia.Compare(LogRankWeights.GehanWilcoxon).ChiSquare.Value, "1e-7 relative"),
            new("leukemia: Tarone-Ware", Lifelines, weighted.GetProperty("tarone_ware").GetDouble(), leukemia.Compare(LogRankWeights.TaroneWare).ChiSquare.Value, "1e-7 relative"),
            new("leukemia: Peto-Peto", Lifelines, weighted.GetProperty("peto_lifelines_kleinbaum").GetDouble(), leukemia.Compare(LogRankWeights.PetoPeto).ChiSquare.Value, "1e-7 relative"),
            new("leukemia: Fleming-Harrington (1, 0)", R, weighted.GetProperty("peto_R_rho1").GetDouble(), leukemia.Compare(LogRankWeights.FlemingHarrington(1, 0)).ChiSquare.Value, "1e-11 relative"),
            new("lymphoma: log-rank chi-square", R, small.GetProperty("lymphoma").GetProperty("chisq").GetDouble(), SurvivalCurves.Estimate(Lymphoma()).Compare().ChiSquare.Value, "1e-11 relative"),
            new("telco: S(12)", R, 0.843199553815831, telco.SurvivalAt(12).Value, "1e-11 relative"),
            new("telco: S(72)", R, 0.59279015205223, telco.SurvivalAt(72).Value, "1e-11 relative"),
            new("telco: median", R, Of("telco", "km", "median"), telco.Median.Time.Value, "1e-11 relative"),
            new("telco: restricted mean", R, Of("telco", "km", "rmean_at_max_time"), telco.RestrictedMean().Mean.Value, "1e-11 relative"),
            new("telco by contract: log-rank chi-square (2)", R, Of("telco", "logrank_contract", "chisq"), contracts.Compare().ChiSquare.Value, "1e-11 relative"));
    }
}
