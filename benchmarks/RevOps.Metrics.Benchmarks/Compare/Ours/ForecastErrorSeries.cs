using System.Globalization;
using RevOps.Metrics.Benchmarks.Workloads;

namespace RevOps.Metrics.Benchmarks.Compare.Ours;

/// <summary>W7: three errors of each of many series of forecasts.</summary>
internal sealed class ForecastErrorSeries(Books books) : Workload("W7", "WAPE, MASE and bias of each of up to 100,000 series of 36 forecasts")
{
    private long[] _forecasts = [], _actuals = [];

    /// <summary>Forecast and actual of each period.</summary>
    public override long LeastBytes => 8L * books.Data.Series.Actual.Length;

    public override void Prepare() =>
        (_forecasts, _actuals) = (Array.ConvertAll(books.Data.Series.Forecast, cents => (long)cents), Array.ConvertAll(books.Data.Series.Actual, cents => (long)cents));

    public override Func<Answer> Run()
    {
        SeriesErrors[] errors = SeriesErrors.Of(_forecasts, _actuals, SeriesTable.Periods);
        return () => Answer.Of([], ["q_wape", "q_mase", "q_bias"], errors.Select((of, series) =>
            (series.ToString(CultureInfo.InvariantCulture), Array.Empty<long>(), new[] { of.Wape, of.Mase, of.MeanBias })));
    }
}
