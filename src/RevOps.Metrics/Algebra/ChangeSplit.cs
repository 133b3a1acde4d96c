namespace RevOps.Metrics;

/// <summary>Splits the change of a ratio into mix and rate by segment (<see cref="MetricChange"/> says how).</summary>
internal static class ChangeSplit
{
    private const int Decimals = 12;

    public static decimal Rounded(decimal number) => decimal.Round(number, Decimals);

    /// <summary>A sum's change: what each segment changed.</summary>
    public static IEnumerable<ChangePart> Of(IEnumerable<ChangePart> parts, decimal change) => WithoutRemainder([.. parts], change, part => part.Change, (part, more) =>
        part with { Change = part.Change + more });

    /// <summary>A ratio's change: mix and rate of each segment.</summary>
    public static IEnumerable<ChangePart> Of(Cell[] cells, Side from, Side to, decimal change)
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

        return WithoutRemainder([.. parts.Select(part => part with { Change = part.Mix!.Value + part.Rate!.Value })], change, part => part.Rate!.Value, (part, more) =>
            part with { Rate = part.Rate + more, Change = part.Change + more });
    }

    /// <summary>What rounding leaves, a few units of the last decimal, goes to the largest; then from the largest change down.</summary>
    private static IEnumerable<ChangePart> WithoutRemainder(List<ChangePart> parts, decimal change, Func<ChangePart, decimal> size, Func<ChangePart, decimal, ChangePart> add)
    {
        if (parts.Count == 0) return parts;
        int largest = parts.IndexOf(parts.MaxBy(part => Math.Abs(size(part)))!);
        parts[largest] = add(parts[largest], change - parts.Sum(part => part.Change));
        return parts.OrderByDescending(part => Math.Abs(part.Change));
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
