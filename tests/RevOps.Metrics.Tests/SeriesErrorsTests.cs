using FsCheck.Fluent;

namespace RevOps.Metrics.Tests;

public sealed class SeriesErrorsTests
{
    [Fact]
    public void Two_series_have_their_own_errors()
    {
        SeriesErrors[] errors = SeriesErrors.Of(new long[] { 110, 90, 10, 10 }, new long[] { 100, 100, 0, 20 }, periods: 2);

        // 10 and -10 of 200; 10 and -10 of 20, beside a change of 20.
        Assert.Equal(new SeriesErrors(0.1m, null, 0m, 10m), errors[0]);
        Assert.Equal(new SeriesErrors(1m, 0.5m, 0m, 10m), errors[1]);
    }

    [Fact]
    public void They_are_those_of_the_formulas() => Law.Holds(
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from periods in Gen.Choose(1, 40)
        from season in Gen.Choose(1, 13)
        select (seed, periods, season),
        c =>
        {
            Random random = new(c.seed);
            int series = random.Next(0, 5);
            long most = random.Next(3) switch { 0 => 3, 1 => 1L << 50, _ => 1L << 57 };
            long[] forecasts = [.. Enumerable.Range(0, series * c.periods).Select(_ => random.NextInt64(-most, most))];
            long[] actuals = [.. forecasts.Select(forecast => random.Next(3) == 0 ? forecast : random.NextInt64(-most, most))];
            SeriesErrors[] errors = SeriesErrors.Of(forecasts, actuals, c.periods, c.season);
            for (int i = 0; i < series; i++)
            {
                decimal[] f = [.. forecasts.Skip(i * c.periods).Take(c.periods).Select(x => (decimal)x)], a = [.. actuals.Skip(i * c.periods).Take(c.periods).Select(x => (decimal)x)];
                SeriesErrors expected = new(
                    Formulas.WeightedAbsolutePercentageError(f, a), Formulas.MeanAbsoluteScaledError(f, a, a, c.season),
                    Formulas.MeanForecastBias(f, a)!.Value, Formulas.MeanAbsoluteError(f, a)!.Value);
                if (errors[i] != expected) throw new InvalidOperationException($"{errors[i]}, not {expected}");
            }

            return errors.Length == series;
        },
        cases: 1_000);

    [Fact]
    public void Sums_that_are_too_large_are_an_error() =>
        Assert.Throws<OverflowException>(() => SeriesErrors.Of(new[] { long.MaxValue, long.MaxValue }, new long[] { 1, 1 }, periods: 2));

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    [InlineData(39)]
    public void A_number_without_a_size_is_an_error_wherever_it_stands(int place)
    {
        long[] numbers = new long[40];
        numbers[place] = long.MinValue;
        Assert.Throws<OverflowException>(() => SeriesErrors.Of(numbers, new long[40], periods: 40));
        Assert.Throws<OverflowException>(() => SeriesErrors.Of(new long[40], numbers, periods: 40));
    }

    [Fact]
    public void Many_numbers_that_are_large_together_are_an_error()
    {
        long[] large = Enumerable.Repeat(long.MaxValue / 39, 40).ToArray();
        Assert.Throws<OverflowException>(() => SeriesErrors.Of(large, new long[40], periods: 40));
        Assert.Equal(long.MaxValue / 39, SeriesErrors.Of(large.AsMemory(0, 39), new long[39], periods: 39)[0].MeanAbsoluteError);
    }

    [Fact]
    public void What_is_no_whole_series_is_refused()
    {
        Assert.Contains("no whole series of 2 periods", Assert.Throws<ArgumentException>(() => SeriesErrors.Of(new long[3], new long[3], 2)).Message, StringComparison.Ordinal);
        Assert.Contains("one actual for each forecast", Assert.Throws<ArgumentException>(() => SeriesErrors.Of(new long[4], new long[2], 2)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => SeriesErrors.Of(new long[4], new long[4], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SeriesErrors.Of(new long[4], new long[4], 2, seasonLength: 0));
        Assert.Empty(SeriesErrors.Of(ReadOnlyMemory<long>.Empty, ReadOnlyMemory<long>.Empty, 36));
    }
}
