using System.Text.Json;
using RevOps.Metrics.Tests;

namespace RevOps.Metrics.Predictive.Tests;

/// <summary>ETS beside R's forecast 8.20, as reference/ets_state_space_linear.json holds it.</summary>
public class EtsReferenceTests
{
    public static TheoryData<string, string, string> Cases => new()
    {
        { "AirPassengers", "ses", "ANN" }, { "AirPassengers", "holt", "AAN" }, { "AirPassengers", "holt_damped", "AAdN" },
        { "AirPassengers", "hw_additive", "AAA" }, { "AirPassengers", "ets_AAA", "AAA" },
        { "Nile", "ses", "ANN" }, { "Nile", "holt", "AAN" }, { "Nile", "holt_damped", "AAdN" },
        { "WWWusage", "ses", "ANN" }, { "WWWusage", "holt", "AAN" }, { "WWWusage", "holt_damped", "AAdN" },
    };

    [ReferenceFact]
    public void Every_case_of_the_file_is_tested()
    {
        string[] inFile = [.. Expected.EnumerateObject().SelectMany(series => series.Value.EnumerateObject().Select(method => $"{series.Name} {method.Name}"))];
        Assert.Equal(inFile.Order(), Cases.Select(row => $"{row[0]} {row[1]}").Order());
    }

    [ReferenceTheory]
    [MemberData(nameof(Cases))]
    public void With_the_parameters_and_states_of_R_everything_is_as_in_R(string series, string method, string form)
    {
        JsonElement expected = Expected.GetProperty(series).GetProperty(method), ets = expected.GetProperty("ets");
        EtsModel model = EtsModel.Fit(ReferenceSeries.Training(series), EtsForm.Parse(form), Given(ets));

        ReferenceSeries.Near(ets.Number("loglik"), model.Report.LogLikelihood, 1e-9);
        ReferenceSeries.Near(ets.Number("sigma2"), model.Variance.OrThrow(), 1e-9);
        double[] fitted = [.. model.Fitted.Select(value => value.OrThrow())];
        ReferenceSeries.Near(ets.Numbers("fitted_first6"), fitted[..6], 1e-9);
        ReferenceSeries.Near(ets.Numbers("fitted_last6"), fitted[^6..], 1e-9);
        JsonElement last = ets.GetProperty("last_states");
        ReferenceSeries.Near(last.Number("l"), model.End.Level, 1e-9);
        if (model.End.Trend is { } trend) ReferenceSeries.Near(last.Number("b"), trend, 1e-9);
        for (int k = 0; k < model.End.Seasonal.Count; k++) ReferenceSeries.Near(last.Number($"s{12 - k}"), model.End.Seasonal[k], 1e-9);
        ReferenceSeries.Near(ets.Number("mse"), model.Fitted.Zip(ReferenceSeries.Training(series).Values).Average(pair => Math.Pow(pair.Second!.Value - pair.First.OrThrow(), 2)), 1e-9);
        SeriesForecast forecast = model.Forecast(expected.Numbers("mean").Length);
        ReferenceSeries.SameForecast(expected, forecast, 1e-9);
        ReferenceSeries.SameAccuracy(expected.GetProperty("accuracy"), ReferenceSeries.Training(series), forecast, ReferenceSeries.Test(series));
    }

    [ReferenceTheory]
    [MemberData(nameof(Cases))]
    public void Fitted_by_itself_it_is_at_least_as_likely_as_in_R(string series, string method, string form)
    {
        JsonElement ets = Expected.GetProperty(series).GetProperty(method).GetProperty("ets");
        EtsModel model = EtsModel.Fit(ReferenceSeries.Training(series), EtsForm.Parse(form));

        double theirs = ets.Number("loglik");
        Assert.True(model.Report.Converged);
        Assert.True(model.Report.LogLikelihood >= theirs - (1e-6 * Math.Abs(theirs)), FormattableString.Invariant($"{model.Report.LogLikelihood} is below {theirs}"));
        Assert.True(model.Aicc.OrThrow() <= ets.Number("aicc") + 1e-3);

        // The same count of parameters: each criterion differs from R's by the likelihood alone.
        double gain = 2 * (model.Report.LogLikelihood - theirs);
        ReferenceSeries.Near(ets.Number("aic"), model.Report.Aic + gain, 1e-9);
        ReferenceSeries.Near(ets.Number("aicc"), model.Aicc.OrThrow() + gain, 1e-9);
        ReferenceSeries.Near(ets.Number("bic"), model.Bic + gain, 1e-9);
    }

    private static JsonElement Expected => ReferenceSeries.Case("ets_state_space_linear.json").GetProperty("expected");

    internal static SmoothingOptions Given(JsonElement ets)
    {
        JsonElement parameters = ets.GetProperty("par"), start = ets.GetProperty("initstate");
        double? Of(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) ? value.GetDouble() : null;
        double[] seasonal = Of(start, "s1") is null ? [] : [.. Enumerable.Range(1, 12).Reverse().Select(k => start.Number($"s{k}"))];
        return new SmoothingOptions
        {
            Alpha = Of(parameters, "alpha"),
            Beta = Of(parameters, "beta"),
            Gamma = Of(parameters, "gamma"),
            Phi = Of(parameters, "phi"),
            Start = new SmoothingState(start.Number("l"), Of(start, "b"), ValueList.Create<double>(seasonal)),
        };
    }
}
