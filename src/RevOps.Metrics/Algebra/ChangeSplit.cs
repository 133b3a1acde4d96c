namespace RevOps.Metrics;

/// <summary>Splits the change of a ratio into mix and rate by segment (<see cref="MetricChange"/> says how).</summary>
internal static class ChangeSplit
{
    private const int Decimals = 12;

    public static decimal Rounded(decimal number) => decimal.Round(number, Decimals);

    public static IEnumerable<ChangePart> Of(Cell[] cells, Side from, Side to)
    {
        decimal mean = (from.Ratio + to.Ratio) / 2;
        List<ChangePart> parts = [];
        for (int i = 0; i < cells.Length; i++)
        {
            if (from.IsEmpty(i) && to.IsEmpty(i)) continue;
            decimal gained = to.Weight(i) - from.Weight(i);
            // Without a rate on one side there is none to compare with: the other side's.
            decimal rate = ((from.Rate(i) ?? to.Rate(i) ?? mean) + (to.Rate(i) ?? from.Rate(i) ?? mean)) / 2;
            parts.Add(new ChangePart
            {
                Cell = cells[i],
                From = from.Rate(i), To = to.Rate(i), WeightFrom = from.Weight(i), WeightTo = to.Weight(i),
                Mix = Rounded(gained * (rate - mean)), Rate = Rounded(to.Contribution(i) - from.Contribution(i) - (gained * rate)), Change = 0,
            });
        }

        return WithoutRemainder(parts, Rounded(to.Ratio) - Rounded(from.Ratio)).OrderByDescending(part => Math.Abs(part.Change));
    }

    /// <summary>What rounding leaves, a few units of the last decimal, goes to the largest rate.</summary>
    private static IEnumerable<ChangePart> WithoutRemainder(List<ChangePart> parts, decimal change)
    {
        decimal left = change - parts.Sum(part => part.Mix!.Value + part.Rate!.Value);
        int largest = parts.IndexOf(parts.MaxBy(part => Math.Abs(part.Rate!.Value))!);
        return parts.Select((part, i) =>
        {
            decimal rate = part.Rate!.Value + (i == largest ? left : 0);
            return part with { Rate = rate, Change = part.Mix!.Value + rate };
        });
    }

    /// <summary>One side: numerators and denominators by segment, and the denominator of all.</summary>
    public sealed class Side(decimal[] above, decimal[] below, decimal whole)
    {
        public decimal Ratio { get; } = above.Sum() / whole;

        public bool IsEmpty(int segment) => above[segment] == 0 && below[segment] == 0;

        public decimal Weight(int segment) => below[segment] / whole;

        public decimal Contribution(int segment) => above[segment] / whole;

        public decimal? Rate(int segment) => below[segment] == 0 ? null : above[segment] / below[segment];
    }
}
