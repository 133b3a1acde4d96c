namespace RevOps.Metrics.Predictive.Tests.Fitting;

public class OrderedSumTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(100_001)]
    public void The_sum_is_the_same_to_the_last_bit_on_any_number_of_threads(int rows)
    {
        double[] values = [.. Enumerable.Range(1, rows).Select(i => Math.Sin(i) / i)];
        double[] Sums(int? threads)
        {
            double[] totals = new double[2];
            OrderedSum.Add(rows, (from, to, sums) =>
            {
                for (int i = from; i < to; i++)
                {
                    sums[0] += values[i];
                    sums[1]++;
                }
            }, totals, threads, CancellationToken.None);
            return totals;
        }

        double[] one = Sums(1);
        Assert.Equal(one, Sums(2));
        Assert.Equal(one, Sums(null));
        Assert.Equal(rows, one[1]);
        Assert.Equal(values.Sum(), one[0], 1e-9);
    }
}
