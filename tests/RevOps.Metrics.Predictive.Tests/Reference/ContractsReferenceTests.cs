using System.Globalization;
using System.Text.Json;
using RevOps.Metrics.Tests;

namespace RevOps.Metrics.Predictive.Tests.Reference;

public class ContractsReferenceTests
{
    [ReferenceTheory]
    [InlineData("high_end")]
    [InlineData("regular")]
    public void The_curves_of_2007_are_projected_as_published(string segment)
    {
        JsonElement reference = ReferenceCase.Case("sbg_fader_hardie_2007.json");
        double[] observed = reference.GetProperty("inputs").GetProperty("observed_survival_pct").GetProperty(segment).Numbers();
        JsonElement published = reference.GetProperty("expected").GetProperty("published").GetProperty(segment);
        JsonElement full = reference.GetProperty("expected").GetProperty("full_precision_mle").GetProperty(segment);
        // Of a thousand customers the percentages are whole numbers.
        CohortSurvivors cohort = CohortSurvivors.Of(segment, [.. observed.Take(8).Select(percent => Math.Round(10 * percent))]);

        Fitted<ShiftedBetaGeometricModel> fit = ShiftedBetaGeometricModel.Fit([cohort]);
        ShiftedBetaGeometricModel model = fit.OrThrow();

        Assert.True(fit.Report!.Converged);
        Assert.Equal(published.Number("alpha"), model.Alpha, 1e-3);
        Assert.Equal(published.Number("beta"), model.Beta, 1e-3);
        ReferenceCase.Close(full.Number("alpha"), model.Alpha, 1e-5, "alpha");
        ReferenceCase.Close(full.Number("beta"), model.Beta, 1e-5, "beta");
        ReferenceCase.Close(full.Number("loglik_per_customer"), fit.Report.LogLikelihood / 1000, 1e-9, "log-likelihood");

        ShiftedBetaGeometricModel given = new(full.Number("alpha"), full.Number("beta"));
        ValueList<SurvivalPoint> curve = given.Project(12);
        foreach ((double percent, SurvivalPoint point) in full.GetProperty("survival_pct").Numbers().Zip(curve)) ReferenceCase.Close(percent / 100, point.Survival, 1e-9, $"S({point.Period})");
        foreach ((double rate, SurvivalPoint point) in full.GetProperty("retention_rate").Numbers().Zip(curve.Skip(1))) ReferenceCase.Close(rate, point.RetentionRate!.Value, 1e-9, $"r({point.Period})");
        ReferenceCase.Close(full.Number("mean_churn_prob"), given.ChurnProbability(1), 1e-9, "churn");
        if (!published.TryGetProperty("projected_survival_y8_12", out JsonElement projected)) return;
        Assert.Equal(published.Number("loglik"), fit.Report.LogLikelihood / 1000, 5e-4);
        Assert.Equal(projected.Numbers(), curve.Skip(8).Select(point => Math.Round(point.Survival, 3)));
        Assert.Equal(published.Number("loglik_at_alpha1_beta1"), new ShiftedBetaGeometricModel(1, 1).LogLikelihood([cohort]) / 1000, 1e-3);
    }

    [ReferenceTheory]
    [InlineData("case1")]
    [InlineData("case2")]
    public void Residual_lifetimes_are_those_of_2010(string name)
    {
        JsonElement reference = ReferenceCase.Case("sbg_derl_fader_hardie_2010.json"), inputs = reference.GetProperty("inputs"), expected = reference.GetProperty("expected");
        ShiftedBetaGeometricModel model = new(inputs.GetProperty(name).Number("alpha"), inputs.GetProperty(name).Number("beta"));
        double[] exact = expected.GetProperty("exact_at_rounded_params").GetProperty(name).Numbers(), published = expected.GetProperty("published").GetProperty(name).Numbers();
        for (int n = 1; n <= exact.Length; n++)
        {
            double value = model.DiscountedExpectedResidualLifetime(n, inputs.Number("discount")).OrThrow();
            ReferenceCase.Close(exact[n - 1], value, 1e-9, $"period {n}");
            Assert.Equal(published[n - 1], value, 0.011);
        }

        double[] survival = expected.GetProperty($"survival_{name}").Numbers();
        for (int t = 0; t < survival.Length; t++) ReferenceCase.Close(survival[t], model.Survival(t), 1e-9, $"S({t})");
    }

    [ReferenceFact]
    public void Residual_lifetimes_of_high_end_customers_are_those_of_others()
    {
        JsonElement expected = ReferenceCase.Expected("sbg_derl_fader_hardie_2010.json").GetProperty("high_end_0668_3806_d10");
        double[] values = expected.GetProperty("values").Numbers();
        // Made with the unrounded estimates.
        JsonElement estimates = ReferenceCase.Expected("sbg_fader_hardie_2007.json").GetProperty("full_precision_mle").GetProperty("high_end");
        ShiftedBetaGeometricModel model = new(estimates.Number("alpha"), estimates.Number("beta"));
        for (int renewals = 0; renewals < values.Length; renewals++)
        {
            ReferenceCase.Close(values[renewals], model.DiscountedExpectedResidualLifetime(renewals + 1, 0.1).OrThrow(), 1e-9, $"{renewals}");
        }

        Assert.Equal(expected.Number("published_at_n7"), model.DiscountedExpectedResidualLifetime(8, 0.1).OrThrow(), 0.005);
    }

    [ReferenceFact]
    public void Several_cohorts_are_fitted_together_as_by_others()
    {
        JsonElement reference = ReferenceCase.Case("sbg_multi_cohort.json"), expected = reference.GetProperty("expected");
        CohortSurvivors[] cohorts = [.. reference.GetProperty("inputs").GetProperty("cohort_alive_counts").EnumerateArray().Select((counts, i) => CohortSurvivors.Of($"{i}", counts.Numbers()))];

        Fitted<ShiftedBetaGeometricModel> fit = ShiftedBetaGeometricModel.Fit(cohorts);

        double[] mle = expected.GetProperty("mle").Numbers();
        ReferenceCase.Close(mle[0], fit.OrThrow().Alpha, 1e-4, "alpha");
        ReferenceCase.Close(mle[1], fit.OrThrow().Beta, 1e-4, "beta");
        ReferenceCase.Close(expected.Number("loglik"), fit.Report!.LogLikelihood, 1e-9, "log-likelihood");
        Assert.Equal(expected.GetProperty("published").Number("alpha"), fit.OrThrow().Alpha, 1e-2);
        Assert.Equal(expected.GetProperty("published").Number("beta"), fit.OrThrow().Beta, 1e-2);
    }

    [ReferenceFact]
    public void Margin_multiples_are_those_of_algebra()
    {
        JsonElement reference = ReferenceCase.Case("clv_margin_multiple.json");
        double[] retention = reference.GetProperty("inputs").GetProperty("r").Numbers();
        foreach (JsonProperty row in reference.GetProperty("expected").EnumerateObject())
        {
            double discount = double.Parse(row.Name, CultureInfo.InvariantCulture);
            foreach ((double rate, double value) in retention.Zip(row.Value.Numbers()))
            {
                Assert.Equal(value, MarginMultiple.PaidAtEnd(rate, discount).OrThrow(), 1e-12);
                Assert.Equal(value + 1, MarginMultiple.PaidAtStart(rate, discount).OrThrow(), 1e-12);
            }
        }
    }
}
