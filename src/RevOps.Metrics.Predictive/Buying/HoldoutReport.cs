using System.Globalization;
using System.Text;

namespace RevOps.Metrics.Predictive;

/// <summary>A model beside what the same customers did after it was fitted: over time, and by how often they had bought.</summary>
public sealed record HoldoutReport
{
    private HoldoutReport()
    {
    }

    /// <summary>Repeat purchases of all customers of the calibration, from their first purchase on, added up to the end of each step of time.</summary>
    public required ValueList<TrackedPurchases> Tracking { get; init; }

    /// <summary>Mean purchases in the holdout of customers with the same frequency in the calibration; the last row is of that frequency and above.</summary>
    public required ValueList<PurchasesByFrequency> ByFrequency { get; init; }

    /// <summary>The purchases of all in the holdout.</summary>
    public required double ActualPurchases { get; init; }

    /// <summary>The purchases that the model expected of all in the holdout.</summary>
    public required double ExpectedPurchases { get; init; }

    /// <summary>Compares a model with a holdout.</summary>
    /// <param name="model">The model, fitted to the calibration.</param>
    /// <param name="data">Calibration and holdout.</param>
    /// <param name="step">How far apart the rows of the tracking are, in the unit of the table; it starts with the first purchase of all.</param>
    /// <param name="lastFrequency">The frequency from which on customers are taken together.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step or the last frequency is not above zero.</exception>
    public static HoldoutReport Of(BuyingModel model, CalibrationAndHoldout data, double step = 1, int lastFrequency = 7, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lastFrequency);
        Dictionary<PurchaseHistory, double> expected = [];
        long[] customers = new long[lastFrequency + 1];
        double[] actualByFrequency = new double[lastFrequency + 1], expectedByFrequency = new double[lastFrequency + 1];
        foreach ((RfmSummary known, HoldoutPurchases later) in data.Calibration.Customers.Zip(data.Holdout))
        {
            if (!expected.TryGetValue(known.History, out double purchases))
            {
                cancellationToken.ThrowIfCancellationRequested();
                expected.Add(known.History, purchases = model.ConditionalExpectedPurchases(known.History, data.HoldoutLength));
            }

            int row = (int)Math.Min(known.History.Frequency, lastFrequency);
            customers[row]++;
            actualByFrequency[row] += later.Frequency;
            expectedByFrequency[row] += purchases;
        }

        return new()
        {
            Tracking = Track(model, data, step, cancellationToken),
            ByFrequency = [.. Enumerable.Range(0, lastFrequency + 1).Where(x => customers[x] > 0).Select(x =>
                new PurchasesByFrequency(x, x == lastFrequency, customers[x], actualByFrequency[x] / customers[x], expectedByFrequency[x] / customers[x]))],
            ActualPurchases = actualByFrequency.Sum(),
            ExpectedPurchases = expectedByFrequency.Sum(),
        };
    }

    /// <summary>The comparison by frequency as a table for a terminal, and the totals.</summary>
    public override string ToString()
    {
        StringBuilder text = new("frequency  customers  actual  expected\n");
        foreach (PurchasesByFrequency row in ByFrequency)
        {
            string frequency = string.Create(CultureInfo.InvariantCulture, $"{row.Frequency}{(row.AndAbove ? "+" : "")}");
            text.Append(CultureInfo.InvariantCulture, $"{frequency,9}  {row.Customers,9}  {row.Actual,6:0.00}  {row.Expected,8:0.00}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"in all {ActualPurchases:N0} purchases, {ExpectedPurchases:N0} expected\n");
        return text.ToString();
    }

    private static ValueList<TrackedPurchases> Track(BuyingModel model, CalibrationAndHoldout data, double step, CancellationToken cancellationToken)
    {
        (double Time, int Customers)[] births = [.. data.Births.GroupBy(time => time, (time, all) => (time, all.Count())).OrderBy(birth => birth.time)];
        double[] repeats = [.. data.Repeats.Order()];
        Dictionary<double, double> expected = [];
        List<TrackedPurchases> rows = [];
        int made = 0;
        int steps = (int)Math.Floor((data.Length / step) + 1e-9);
        for (int i = 1; i <= steps; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double time = i * step;
            // What is dated at the end of a step belongs to the next one.
            while (made < repeats.Length && repeats[made] < time - 1e-9) made++;
            double sum = 0;
            foreach ((double birth, int customers) in births)
            {
                // To a billionth, so that the same span between other dates is the same key.
                double span = Math.Round(time - birth, 9);
                if (span <= 0) break;
                if (!expected.TryGetValue(span, out double purchases)) expected.Add(span, purchases = model.ExpectedPurchases(span));
                sum += customers * purchases;
            }

            rows.Add(new(time, made, sum));
        }

        return [.. rows];
    }
}

/// <summary>Repeat purchases up to a time, made and expected.</summary>
/// <param name="Time">The end of the step, from the first purchase of all.</param>
/// <param name="Actual">The repeat purchases made before it.</param>
/// <param name="Expected">Those that the model expected.</param>
public readonly record struct TrackedPurchases(double Time, double Actual, double Expected);

/// <summary>The purchases in the holdout of customers with the same frequency, made and expected.</summary>
/// <param name="Frequency">The repeat purchases in the calibration.</param>
/// <param name="AndAbove">True for the row of this frequency and all above.</param>
/// <param name="Customers">How many customers.</param>
/// <param name="Actual">The mean of the purchases they made in the holdout.</param>
/// <param name="Expected">The mean of those that the model expected.</param>
public readonly record struct PurchasesByFrequency(int Frequency, bool AndAbove, long Customers, double Actual, double Expected);
