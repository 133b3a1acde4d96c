namespace RevOps.Metrics.Predictive.Tests;

public class EtsLikelihoodTests
{
    public static TheoryData<string> Forms => [.. EtsForm.All.Select(form => form.ToString())];

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_fast_likelihood_is_that_of_the_plain_equations(string name)
    {
        (EtsForm form, double[] y, double[] arguments) = Case(name);
        EtsLikelihood fast = new(form, y, form.Seasonal == SeasonalForm.None ? 1 : 4, 1e-20);
        (SmoothingParameters parameters, SmoothingState start) = SimulatedSeries.Plain(form);

        EtsRun plain = new(form, parameters, start, y);

        Assert.Equal(-plain.LogLikelihood, fast.Value(arguments), 1e-11 * Math.Abs(plain.LogLikelihood));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_gradient_is_what_differences_of_the_likelihood_give(string name)
    {
        (EtsForm form, double[] y, double[] arguments) = Case(name);
        EtsLikelihood likelihood = new(form, y, form.Seasonal == SeasonalForm.None ? 1 : 4, 1e-20);
        double[] gradient = new double[arguments.Length];
        likelihood.Value(arguments);
        likelihood.Gradient(gradient);

        for (int i = 0; i < arguments.Length; i++)
        {
            bool isUsed = i switch
            {
                EtsLikelihood.Beta or EtsLikelihood.Trend or EtsLikelihood.Phi => form.Trend != TrendForm.None,
                EtsLikelihood.Gamma or >= EtsLikelihood.Seasons => form.Seasonal != SeasonalForm.None,
                _ => true,
            };
            if (!isUsed) continue;
            double step = 1e-6 * Math.Max(Math.Abs(arguments[i]), 0.1);
            double Beside(double off) => likelihood.Value([.. arguments.Select((argument, k) => k == i ? argument + off : argument)]);
            double differences = (Beside(step) - Beside(-step)) / (2 * step);
            Assert.Equal(differences, gradient[i], 1e-5 * Math.Max(1, Math.Abs(differences)));
        }
    }

    [Fact]
    public void A_forecast_below_zero_that_is_multiplied_by_has_no_likelihood()
    {
        EtsLikelihood likelihood = new(EtsForm.Parse("MNN"), [1, 2, 3], 1, 1e-20);

        Assert.Equal(double.PositiveInfinity, likelihood.Value([0.5, 0, 0, 0, -1, 0, 0]));
    }

    private static (EtsForm Form, double[] Y, double[] Arguments) Case(string name)
    {
        EtsForm form = EtsForm.Parse(name);
        (SmoothingParameters p, SmoothingState start) = SimulatedSeries.Plain(form);
        double[] y = SimulatedSeries.Make(form, p, start, SimulatedSeries.PlainDeviation(form), 30, 7);
        (y[5], y[17], y[18]) = (double.NaN, double.NaN, double.NaN);
        double[] seasons = start.Seasonal.Count == 0 ? [0] : [.. start.Seasonal];
        return (form, y, [p.Alpha, p.Beta ?? 0, p.Gamma ?? 0, form.Trend == TrendForm.None ? 0 : p.Phi ?? 1, start.Level, start.Trend ?? 0, .. seasons]);
    }
}
