using FsCheck.Fluent;

namespace RevOps.Metrics.Tests;

/// <summary>Sums of parts of columns, whose numbers may be as large as their width allows.</summary>
public sealed class WholeNumbersTests
{
    [Fact]
    public void A_sum_is_that_of_its_rows_one_by_one() => Law.Holds(
        Gen.Choose(0, int.MaxValue - 1).Select(seed => new Random(seed)),
        random =>
        {
            int rows = random.Next(0, 400), first = random.Next(0, rows + 1), end = random.Next(first, rows + 1);
            int[] narrow = [.. Enumerable.Range(0, rows).Select(_ => random.Next(4) switch { 0 => int.MaxValue, 1 => int.MinValue, _ => random.Next(-1000, 1000) })];
            sbyte[] small = [.. narrow.Select(number => (sbyte)Math.Clamp(number, sbyte.MinValue, sbyte.MaxValue))];
            return new WholeNumbers(narrow).Sum(first, end) == narrow[first..end].Sum(number => (long)number)
                && new WholeNumbers(small).Sum(first, end) == small[first..end].Sum(number => (long)number);
        },
        cases: 500);

    [Fact]
    public void Large_numbers_of_one_sign_do_not_leave_the_sum()
    {
        int[] most = [.. Enumerable.Repeat(int.MinValue, 1_000_000)];
        sbyte[] least = [.. Enumerable.Repeat(sbyte.MinValue, 1_000_000)];

        Assert.Equal(1_000_000L * int.MinValue, new WholeNumbers(most).Sum(0, most.Length));
        Assert.Equal(1_000_000L * sbyte.MinValue, new WholeNumbers(least).Sum(0, least.Length));
    }

    [Fact]
    public void Numbers_of_eight_bytes_are_not_added_blindly() =>
        Assert.Throws<InvalidOperationException>(() => WholeNumbers.Of([1, FactTable.NoValue]).Sum(0, 2));
}
