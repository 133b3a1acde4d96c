using System.Globalization;
using System.Text.Json;
using RevOps.Metrics.Tests;
using static RevOps.Metrics.Predictive.Tests.SurvivalReference;

namespace RevOps.Metrics.Predictive.Tests;

/// <summary>Whole curves, tests and summaries beside R's survival package, lifelines and Kleinbaum.</summary>
public class SurvivalReferenceTests
{
    private static readonly Dictionary<string, Func<SurvivalCurve>> Curves = new(StringComparer.Ordinal)
    {
        ["lung/km"] = () => SurvivalCurve.Estimate(Lung()),
        ["lung/male"] = () => SurvivalCurve.Estimate(Lung("1")),
        ["lung/female"] = () => SurvivalCurves.Estimate(SurvivalObservations.ByGroup(Lung().Durations, Lung().Events, Columns("survival/lung.csv")["sex"]))["2"],
        ["ovarian/km"] = () => SurvivalCurve.Estimate(Ovarian()),
        ["veteran/km"] = () => SurvivalCurve.Estimate(Veteran()),
        ["aml/maintained"] = () => SurvivalCurves.Estimate(Aml())["Maintained"],
        ["aml/nonmaintained"] = () => SurvivalCurves.Estimate(Aml())["Nonmaintained"],
        ["telco/km"] = () => SurvivalCurve.Estimate(Telco()),
    };

    public static TheoryData<string> CurveNames => [.. Curves.Keys];

    [ReferenceTheory]
    [MemberData(nameof(CurveNames))]
    public void A_curve_is_Rs_at_every_step(string name)
    {
        JsonElement expected = name.Split('/').Aggregate(Json("survival_curves.json"), (at, part) => at.GetProperty(part));
        SurvivalCurve curve = Curves[name]();

        double?[] Of(string column) => Numbers(expected.GetProperty(column));
        double?[] Limits(string kind, string side) => Numbers(expected.GetProperty("ci").GetProperty(kind).GetProperty(side));
        Assert.Equal(expected.GetProperty("n").GetDouble(), curve.Observations);
        Assert.Equal(expected.GetProperty("events").GetDouble(), curve.Events);
        Same(Of("time"), curve.Steps.Select(step => (double?)step.Time), 0);
        Same(Of("n_risk"), curve.Steps.Select(step => (double?)step.AtRisk), 0);
        Same(Of("n_event"), curve.Steps.Select(step => (double?)step.Events), 0);
        Same(Of("surv"), curve.Steps.Select(step => (double?)step.Survival));
        Same(Of("std_err"), curve.Steps.Select(step => step.StandardError.Value));
        Same(Of("cumhaz_nelson_aalen"), curve.Hazard.Steps.Select(step => (double?)step.Hazard));
        Same(Of("std_cumhaz"), curve.Hazard.Steps.Select(step => (double?)step.StandardError));
        Same(Of("fleming_harrington_surv"), curve.Hazard.Steps.Select(step => (double?)step.Survival));
        foreach ((string kind, SurvivalIntervalKind ours) in new[] { ("plain", SurvivalIntervalKind.Plain), ("log", SurvivalIntervalKind.Log), ("log-log", SurvivalIntervalKind.LogLog) })
        {
            Same(Limits(kind, "lower"), curve.Steps.Select(step => step.Interval(kind: ours)?.Lower));
            Same(Limits(kind, "upper"), curve.Steps.Select(step => step.Interval(kind: ours)?.Upper));
        }
    }

    [ReferenceTheory]
    [MemberData(nameof(CurveNames))]
    public void Medians_quartiles_and_restricted_means_are_Rs(string name)
    {
        JsonElement expected = name.Split('/').Aggregate(Json("survival_curves.json"), (at, part) => at.GetProperty(part));
        SurvivalCurve curve = Curves[name]();

        Near(NumberOf(expected, "median"), curve.Median.Time.Value);
        Near(NumberOf(expected, "median_lcl_log"), curve.Median.Lower.Value);
        Near(NumberOf(expected, "median_ucl_log"), curve.Median.Upper.Value);
        foreach (JsonProperty quantile in expected.GetProperty("quantiles").EnumerateObject())
        {
            double share = double.Parse(quantile.Name, CultureInfo.InvariantCulture) / 100;
            Near(NumberOf(expected.GetProperty("quantiles"), quantile.Name), curve.Quantile(share).Time.Value);
        }

        RestrictedMean mean = curve.RestrictedMean();
        Near(NumberOf(expected, "rmean_at_max_time"), mean.Mean.Value);
        Near(NumberOf(expected, "se_rmean"), mean.StandardError.Value);
    }

    [ReferenceTheory]
    [InlineData("lung", "logrank_sex")]
    [InlineData("ovarian", "logrank_rx")]
    [InlineData("veteran", "logrank_trt")]
    [InlineData("veteran", "logrank_celltype")]
    [InlineData("aml", "logrank")]
    [InlineData("telco", "logrank_contract")]
    public void A_log_rank_test_is_Rs(string data, string name)
    {
        JsonElement expected = Json("survival_curves.json").GetProperty(data).GetProperty(name);
        SurvivalCurves curves = SurvivalCurves.Estimate((data, name) switch
        {
            ("lung", _) => SurvivalObservations.ByGroup(Lung().Durations, Lung().Events, Columns("survival/lung.csv")["sex"]),
            ("ovarian", _) => Ovarian(byTreatment: true),
            ("veteran", "logrank_trt") => Veteran("trt"),
            ("veteran", _) => Veteran("celltype"),
            ("aml", _) => Aml(),
            _ => Telco(byContract: true),
        });

        LogRankTest test = curves.Compare();
        // R has the cell types in another order than the ordinal one.
        string[] groups = [.. expected.GetProperty("groups").EnumerateArray().Select(group => group.GetString()!.Split('=')[1])];
        int[] places = [.. groups.Select(group => Array.FindIndex([.. test.Groups], one => one.Name == group))];
        Same(Numbers(expected.GetProperty("n")), places.Select(place => (double?)test.Groups[place].Observations), 0);
        Same(Numbers(expected.GetProperty("observed")), places.Select(place => (double?)test.Groups[place].Observed), 0);
        Same(Numbers(expected.GetProperty("expected")), places.Select(place => (double?)test.Groups[place].Expected));
        double?[][] covariance = [.. expected.GetProperty("var").EnumerateArray().Select(Numbers)];
        foreach ((int row, int place) in places.Index()) Same(covariance[row], places.Select(other => (double?)test.Covariance[place][other]));
        Near(NumberOf(expected, "chisq"), test.ChiSquare.Value);
        Near(NumberOf(expected, "p"), test.PValue.Value, 1e-10);
        Assert.Equal(expected.GetProperty("df").GetInt32(), test.DegreesOfFreedom);
        if (!expected.TryGetProperty("peto_rho1_chisq", out _)) return;
        LogRankTest early = curves.Compare(LogRankWeights.FlemingHarrington(1, 0));
        Near(NumberOf(expected, "peto_rho1_chisq"), early.ChiSquare.Value);
        Near(NumberOf(expected, "peto_p"), early.PValue.Value, 1e-10);
    }

    [ReferenceFact]
    public void The_headlines_of_lung_ovarian_veteran_and_aml_are_Rs()
    {
        JsonElement expected = Json("km_lung_ovarian_veteran_aml.json").GetProperty("expected");
        SurvivalCurve lung = SurvivalCurve.Estimate(Lung());
        Same(Numbers(expected.GetProperty("lung").GetProperty("ci_log")), [lung.Median.Lower.Value, lung.Median.Upper.Value]);
        Near(NumberOf(expected.GetProperty("lung"), "male_median"), SurvivalCurve.Estimate(Lung("1")).Median.Time.Value);
        Near(NumberOf(expected.GetProperty("lung"), "female_median"), SurvivalCurve.Estimate(Lung("2")).Median.Time.Value);
        Near(NumberOf(expected.GetProperty("ovarian"), "median"), SurvivalCurve.Estimate(Ovarian()).Median.Time.Value);
        Near(NumberOf(expected.GetProperty("veteran"), "median"), SurvivalCurve.Estimate(Veteran()).Median.Time.Value);
        foreach ((string group, string name) in new[] { ("maintained", "Maintained"), ("nonmaintained", "Nonmaintained") })
        {
            JsonElement aml = expected.GetProperty("aml").GetProperty(group);
            SurvivalCurve curve = SurvivalCurves.Estimate(Aml())[name];
            Same(Numbers(aml.GetProperty("surv")), curve.Steps.Select(step => (double?)step.Survival));
            Same(Numbers(aml.GetProperty("std_err")), curve.Steps.Select(step => step.StandardError.Value));
            Same(Numbers(aml.GetProperty("ci").GetProperty("log-log").GetProperty("upper")), curve.Steps.Select(step => step.Interval(kind: SurvivalIntervalKind.LogLog)?.Upper));
            Near(NumberOf(aml, "median_ucl_log"), curve.Median.Upper.Value);
            Near(NumberOf(aml, "rmean_at_max_time"), curve.RestrictedMean().Mean.Value);
        }
    }

    [ReferenceFact]
    public void The_headlines_are_those_of_the_whole_curves()
    {
        // One file repeats figures of another, which are tested there; that they are the same is all that is left.
        JsonElement headlines = Json("km_lung_ovarian_veteran_aml.json").GetProperty("expected"), whole = Json("survival_curves.json");
        JsonElement lung = headlines.GetProperty("lung"), curve = whole.GetProperty("lung").GetProperty("km");
        foreach ((string name, string same) in new[] { ("n", "n"), ("events", "events"), ("median", "median"), ("rmean", "rmean_at_max_time"), ("se_rmean", "se_rmean"), ("quartiles", "quantiles") })
            Repeats(lung.GetProperty(name), curve.GetProperty(same));
        foreach ((string data, string test) in new[] { ("lung", "logrank_sex"), ("ovarian", "logrank_rx"), ("veteran", "logrank_trt"), ("veteran", "logrank_celltype"), ("aml", "logrank") })
            Repeats(headlines.GetProperty(data).GetProperty(test), whole.GetProperty(data).GetProperty(test));
        foreach (string group in new[] { "maintained", "nonmaintained" }) Repeats(headlines.GetProperty("aml").GetProperty(group), whole.GetProperty("aml").GetProperty(group));

        JsonElement telco = Json("telco_churn.json").GetProperty("expected");
        Repeats(telco.GetProperty("km_at"), whole.GetProperty("telco_at"));
        Repeats(telco.GetProperty("km_by_contract"), whole.GetProperty("telco_by_contract"));
        Repeats(telco.GetProperty("logrank_contract"), whole.GetProperty("telco").GetProperty("logrank_contract"));
    }

    [ReferenceFact]
    public void The_customers_of_the_telephone_company_are_counted_by_the_core_as_by_others()
    {
        JsonElement expected = Json("telco_churn.json").GetProperty("expected");
        Dictionary<string, string[]> table = Columns("telco/Telco-Customer-Churn.csv");
        int[] rows = [.. Enumerable.Range(0, table["Churn"].Length)];
        bool Left(int row) => table["Churn"][row] == "Yes";
        double[] tenures = [.. table["tenure"].Select(tenure => double.Parse(tenure, CultureInfo.InvariantCulture))];
        string[] paid = [.. table["TotalCharges"].Where(charges => charges.Trim().Length > 0)];

        // All were customers at the end of January, and who is marked as churned left in February.
        ReportingPeriod[] months = [.. ReportingCalendar.Gregorian.Months(2019).Take(2)];
        RevenueDataset data = RevenueDataset.Build(
            customers: rows.Select(row => new Customer { Id = table["customerID"][row] }),
            subscriptions: rows.Select(row => new Subscription
            {
                Id = $"S{row}", CustomerId = table["customerID"][row], Start = months[0].Start, End = Left(row) ? months[1].Start.PlusDays(14) : null,
                Terms = [new() { From = months[0].Start, Interval = BillingInterval.Month, Price = new Money(decimal.Parse(table["MonthlyCharges"][row], CultureInfo.InvariantCulture), Currency.Usd) }],
            }));
        MetricTable all = data.Evaluate([Revenue.Mrr, Revenue.Arpa, Success.CustomerChurnRate, Success.GrossRevenueChurnRate], months);
        double Of(Metric metric, int month) => (double)all[metric, months[month]].Magnitude!.Value;

        Near(NumberOf(expected, "monthly_charges_total"), Of(Revenue.Mrr, 0));
        Near(NumberOf(expected, "monthly_charges_churned"), Of(Revenue.Mrr, 0) - Of(Revenue.Mrr, 1));
        Near(NumberOf(expected, "arpa"), Of(Revenue.Arpa, 0));
        Near(NumberOf(expected, "churn_rate"), Of(Success.CustomerChurnRate, 1));
        Near(NumberOf(expected, "revenue_churn_rate"), Of(Success.GrossRevenueChurnRate, 1));
        Assert.Equal(expected.GetProperty("rows").GetInt32(), rows.Length);
        Assert.Equal(expected.GetProperty("churned").GetInt32(), rows.Count(Left));
        Assert.Equal(expected.GetProperty("dup_ids").GetInt32(), rows.Length - table["customerID"].Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(expected.GetProperty("total_charges_blank").GetInt32(), rows.Length - paid.Length);
        Near(NumberOf(expected, "total_charges_sum"), (double)paid.Sum(charges => decimal.Parse(charges, CultureInfo.InvariantCulture)));
        Assert.Equal(expected.GetProperty("tenure_zero").GetInt32(), tenures.Count(tenure => tenure == 0));
        Near(NumberOf(expected, "mean_tenure"), tenures.Average());
        Assert.Equal(expected.GetProperty("median_tenure").GetDouble(), tenures.Order().ElementAt(rows.Length / 2));
        foreach (JsonProperty contract in expected.GetProperty("by_contract").EnumerateObject())
        {
            int[] of = [.. rows.Where(row => table["Contract"][row] == contract.Name)];
            Assert.Equal(contract.Value.GetProperty("n").GetInt32(), of.Length);
            Assert.Equal(contract.Value.GetProperty("churned").GetInt32(), of.Count(Left));
            Near(NumberOf(contract.Value, "rate"), (double)Formulas.CustomerChurnRate(of.Length, of.Count(Left))!.Value);
        }
    }

    [ReferenceFact]
    public void The_small_cases_are_those_of_lifelines_Kleinbaum_and_R()
    {
        JsonElement file = Json("km_small_logrank_lifelines.json"), inputs = file.GetProperty("inputs"), expected = file.GetProperty("expected");
        JsonElement six = inputs.GetProperty("six");
        double[] times = Plain(six.GetProperty("t"));
        int[] groups = [.. Plain(six.GetProperty("g")).Select(group => (int)group)];
        foreach ((string name, bool[] events) in new[] { ("six_uncensored", new[] { true, true, true, true, true, true }), ("six_censored", [.. Plain(six.GetProperty("censored_e")).Select(e => e == 1)]) })
        {
            LogRankTest test = SurvivalCurves.Estimate(new SurvivalObservations(times, events, groups, ["0", "1"])).Compare();
            Near(NumberOf(expected.GetProperty(name), "chisq"), test.ChiSquare.Value);
            Near(NumberOf(expected.GetProperty(name), "p"), test.PValue.Value);
        }

        SurvivalCurves freireich = Freireich(inputs.GetProperty("freireich"));
        JsonElement leukemia = expected.GetProperty("freireich");
        Compare(leukemia.GetProperty("logrank"), freireich.Compare());
        Compare(leukemia.GetProperty("km_treat"), freireich["treated"], SurvivalIntervalKind.Log);
        Compare(leukemia.GetProperty("km_control"), freireich["control"], SurvivalIntervalKind.Log);

        JsonElement weighted = expected.GetProperty("leukemia_weighted");
        SurvivalCurves anderson = SurvivalCurves.Estimate(Leukemia());
        Near(NumberOf(weighted, "logrank"), anderson.Compare().ChiSquare.Value);
        Near(NumberOf(weighted, "gehan_wilcoxon"), anderson.Compare(LogRankWeights.GehanWilcoxon).ChiSquare.Value, 1e-7);
        Near(NumberOf(weighted, "tarone_ware"), anderson.Compare(LogRankWeights.TaroneWare).ChiSquare.Value, 1e-7);
        Near(NumberOf(weighted, "peto_lifelines_kleinbaum"), anderson.Compare(LogRankWeights.PetoPeto).ChiSquare.Value, 1e-7);
        Near(NumberOf(weighted, "peto_R_rho1"), anderson.Compare(LogRankWeights.FlemingHarrington(1, 0)).ChiSquare.Value);

        SurvivalCurves g3 = SurvivalCurves.Estimate(G3());
        SurvivalCurve other = g3.Single(curve => curve.Group != "RIT");
        Compare(expected.GetProperty("g3").GetProperty("km_rit"), g3["RIT"], SurvivalIntervalKind.LogLog);
        Compare(expected.GetProperty("g3").GetProperty("km_other_loglog"), other, SurvivalIntervalKind.LogLog);
        Compare(expected.GetProperty("g3").GetProperty("logrank"), g3.Compare());
        Compare(expected.GetProperty("lymphoma"), SurvivalCurves.Estimate(Lymphoma()).Compare());
    }

    [ReferenceFact]
    public void The_churn_of_the_telephone_company_is_Rs()
    {
        JsonElement expected = Json("telco_churn.json").GetProperty("expected"), at = expected.GetProperty("km_at");
        SurvivalCurve all = SurvivalCurve.Estimate(Telco());
        Assert.Equal(7043, all.Observations);
        Assert.Equal(1869, all.Events);
        Assert.False(all.Median.Time.IsDefined);
        Assert.Equal(JsonValueKind.Null, expected.GetProperty("median").ValueKind);
        double[] times = Plain(at.GetProperty("t"));
        Same(Numbers(at.GetProperty("surv")), times.Select(time => all.SurvivalAt(time).Value));
        Same(Numbers(at.GetProperty("n_risk")), times.Select(time => (double?)all.AtRisk(time)), 0);
        Same(Numbers(at.GetProperty("se")), times.Select(time => all.StandardErrorAt(time).Value));
        Same(Numbers(at.GetProperty("lower")), times.Select(time => all.IntervalAt(time)?.Lower));
        Same(Numbers(at.GetProperty("upper")), times.Select(time => all.IntervalAt(time)?.Upper));

        SurvivalCurves contracts = SurvivalCurves.Estimate(Telco(byContract: true));
        foreach (JsonProperty contract in expected.GetProperty("km_by_contract").EnumerateObject())
        {
            SurvivalCurve curve = contracts[contract.Name];
            Assert.Equal(contract.Value.GetProperty("n").GetDouble(), curve.Observations);
            Assert.Equal(contract.Value.GetProperty("events").GetDouble(), curve.Events);
            Same(Numbers(contract.Value.GetProperty("surv")), Plain(contract.Value.GetProperty("t")).Select(time => curve.SurvivalAt(time).Value));
        }

        JsonElement logRank = expected.GetProperty("logrank_contract");
        LogRankTest test = contracts.Compare();
        Same(Numbers(logRank.GetProperty("expected")), test.Groups.Select(group => (double?)group.Expected));
        Near(NumberOf(logRank, "chisq"), test.ChiSquare.Value);
    }

    private static SurvivalCurves Freireich(JsonElement input)
    {
        double[] control = Plain(input.GetProperty("control")), treated = Plain(input.GetProperty("treat_t"));
        bool[] events = [.. control.Select(_ => true), .. Plain(input.GetProperty("treat_e")).Select(e => e == 1)];
        int[] groups = [.. control.Select(_ => 0), .. treated.Select(_ => 1)];
        return SurvivalCurves.Estimate(new SurvivalObservations((double[])[.. control, .. treated], events, groups, ["control", "treated"]));
    }

    private static void Compare(JsonElement expected, SurvivalCurve curve, SurvivalIntervalKind kind)
    {
        Same(Numbers(expected.GetProperty("time")), curve.Steps.Select(step => (double?)step.Time), 0);
        Same(Numbers(expected.GetProperty("n_risk")), curve.Steps.Select(step => (double?)step.AtRisk), 0);
        Same(Numbers(expected.GetProperty("n_event")), curve.Steps.Select(step => (double?)step.Events), 0);
        Same(Numbers(expected.GetProperty("surv")), curve.Steps.Select(step => (double?)step.Survival));
        Same(Numbers(expected.GetProperty("std_err")), curve.Steps.Select(step => step.StandardError.Value));
        Same(Numbers(expected.GetProperty("lower")), curve.Steps.Select(step => step.Interval(kind: kind)?.Lower));
        Same(Numbers(expected.GetProperty("upper")), curve.Steps.Select(step => step.Interval(kind: kind)?.Upper));
        Same(Numbers(expected.GetProperty("cumhaz")), curve.Hazard.Steps.Select(step => (double?)step.Hazard));
    }

    /// <summary>The reference has its groups in an order of its own: compared by size.</summary>
    private static void Compare(JsonElement expected, LogRankTest test)
    {
        Same(Numbers(expected.GetProperty("expected")).Order(), test.Groups.Select(group => (double?)group.Expected).Order());
        Same(Numbers(expected.GetProperty("observed")).Order(), test.Groups.Select(group => (double?)group.Observed).Order(), 0);
        Same(Numbers(expected.GetProperty("n")).Order(), test.Groups.Select(group => (double?)group.Observations).Order(), 0);
        Assert.Equal(expected.GetProperty("df").GetInt32(), test.DegreesOfFreedom);
        Near(NumberOf(expected, "chisq"), test.ChiSquare.Value);
        Near(NumberOf(expected, "p"), test.PValue.Value);
    }

    /// <summary>Each figure of the one stands in the other with the same name.</summary>
    private static void Repeats(JsonElement one, JsonElement whole)
    {
        if (one.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty part in one.EnumerateObject()) Repeats(part.Value, whole.GetProperty(part.Name));
        }
        else
        {
            Assert.True(JsonElement.DeepEquals(one, whole), $"{one} is not {whole}");
        }
    }

    private static double? NumberOf(JsonElement of, string name) => of.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private static double[] Plain(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetDouble())];

    private static void Same(IEnumerable<double?> expected, IEnumerable<double?> actual, double tolerance = 1e-11)
    {
        double?[] left = [.. expected], right = [.. actual];
        Assert.Equal(left.Length, right.Length);
        for (int i = 0; i < left.Length; i++) Near(left[i], right[i], tolerance);
    }
}
