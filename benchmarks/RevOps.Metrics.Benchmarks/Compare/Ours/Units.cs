namespace RevOps.Metrics.Benchmarks.Compare.Ours;

/// <summary>Amounts as whole numbers, in the ten-thousandths of a dollar that the library sums.</summary>
internal static class Units
{
    private const decimal PerDollar = 10_000m;

    public static long Of(decimal? dollars) => decimal.ToInt64(decimal.Round((dollars ?? 0) * PerDollar));
}
