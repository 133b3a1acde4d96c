using NodaTime;

namespace RevOps.Metrics;

/// <summary>Makes the relations of spend by day and of figures from the books.</summary>
internal static class CostFacts
{
    private static readonly NameList Categories = NameList.OfEnum<SpendCategory>();
    private static readonly NameList Accounts = NameList.OfEnum<FinancialAccount>();

    public static FactTable CompileSpend(RevenueDataset data)
    {
        AmountConverter converter = new(data);
        List<Spend> spends = [];
        List<int> days = [];
        List<long> amounts = [];
        foreach (Spend spend in data.Spends)
        {
            Int128 whole = converter.ToUnits(spend.Amount, spend.From);
            int first = DayNumber.Of(spend.From), length = spend.To is { } to ? DayNumber.Of(to) - first : 1;
            for (int day = 0; day < length; day++)
            {
                spends.Add(spend);
                days.Add(first + day);
                amounts.Add(DaySpread.PartOf(whole, day, length));
            }
        }

        FactTable table = new(spends.Count);
        table.Add(SpendDays.On, [.. days]);
        table.Add(SpendDays.Amount, [.. amounts]);
        table.Add(SpendDays.Category, [.. spends.Select(spend => (int)spend.Category + 1)], Categories);
        table.AddNames(SpendDays.Channel, spends, spend => spend.Channel);
        table.AddNames(SpendDays.Campaign, spends, spend => spend.Campaign);
        table.AddNames(SpendDays.Segment, spends, spend => spend.Segment);
        table.AddNames(SpendDays.Owner, spends, spend => spend.Owner);
        return table;
    }

    public static FactTable CompileFigures(RevenueDataset data)
    {
        AmountConverter converter = new(data);
        FactTable table = new(data.FinancialFigures.Count);
        table.Add(Figures.On, [.. data.FinancialFigures.Select(figure => DayNumber.Of(figure.On))]);
        table.Add(Figures.Amount, [.. data.FinancialFigures.Select(figure => converter.ToUnits(figure.Amount, figure.On))]);
        table.Add(Figures.Account, [.. data.FinancialFigures.Select(figure => (int)figure.Account + 1)], Accounts);
        return table;
    }
}
