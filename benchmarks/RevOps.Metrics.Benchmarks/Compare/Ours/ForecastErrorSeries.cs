using System.Globalization;
using RevOps.Metrics.Benchmarks.Workloads;

namespace RevOps.Metrics.Benchmarks.Compare.Ours;

/// <summary>W7: three errors of each of many series of forecasts.</summary>
internal sealed class ForecastErrorSeries(Books books) : Workload("W7", "WAPE, MASE and bias of each of up to 100,000 series of 36 forecasts")
{
    /// <summary>Forecast and actual of each period.</summary>
    public override long LeastBytes => 8L * books.Data.Series.Actual.Length;

    public override void Prepare()
    {
    }

    public override Func<Answer> Run()
    {
        SeriesTable table = books.Data.Series;
        decimal[] forecasts = new decimal[SeriesTable.Periods], actuals = new decimal[SeriesTable.Periods];
        decimal?[][] errors = new decimal?[table.Series][];
        for (int series = 0; series < errors.Length; series++)
        {
            for (int t = 0; t < SeriesTable.Periods; t++)
            {
                forecasts[t] = table.Forecast[(series * SeriesTable.Periods) + t];
                actuals[t] = table.Actual[(series * SeriesTable.Periods) + t];
            }

            errors[series] =
            [
                Formulas.WeightedAbsolutePercentageError(forecasts, actuals), Formulas.MeanAbsoluteScaledError(forecasts, actuals, actuals),
                Formulas.MeanForecastBias(forecasts, actuals),
            ];
        }

        return () => Answer.Of([], ["q_wape", "q_mase", "q_bias"], errors.Select((row, series) =>
            (series.ToString(CultureInfo.InvariantCulture), Array.Empty<long>(), row)));
    }
}
