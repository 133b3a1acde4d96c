namespace RevOps.Metrics;

/// <summary>Makes the relation of quotas by day.</summary>
internal static class QuotaFacts
{
    private static readonly NameList Holders = NameList.OfEnum<QuotaHolder>();
    private static readonly NameList Types = NameList.OfEnum<DealType>();

    public static FactTable Compile(RevenueDataset data)
    {
        AmountConverter converter = new(data);
        List<Quota> quotas = [];
        List<int> days = [];
        List<long> amounts = [], ramped = [];
        foreach (Quota quota in data.Quotas)
        {
            int first = DayNumber.Of(quota.PeriodStart), length = DayNumber.Of(quota.PeriodEnd) - first;
            Int128 whole = converter.ToUnits(quota.Amount, quota.PeriodStart);
            Int128 rampedWhole = converter.ToUnits(quota.Amount * (quota.RampShare ?? 1), quota.PeriodStart);
            for (int day = 0; day < length; day++)
            {
                quotas.Add(quota);
                days.Add(first + day);
                amounts.Add(DaySpread.PartOf(whole, day, length));
                ramped.Add(DaySpread.PartOf(rampedWhole, day, length));
            }
        }

        FactTable table = new(quotas.Count);
        table.Add(QuotaDays.On, [.. days]);
        table.Add(QuotaDays.Amount, [.. amounts]);
        table.Add(QuotaDays.RampedAmount, [.. ramped]);
        table.Add(QuotaDays.Holder, [.. quotas.Select(quota => (int)HolderOf(quota) + 1)], Holders);
        table.AddNames(QuotaDays.Owner, quotas, quota => quota.Owner);
        table.Add(QuotaDays.Type, [.. quotas.Select(quota => quota.Measure is { } type ? (int)type + 1 : 0)], Types);
        return table;
    }

    private static QuotaHolder HolderOf(Quota quota) => string.IsNullOrEmpty(quota.Owner) ? QuotaHolder.Company : QuotaHolder.Representative;
}
