using NodaTime;

namespace RevOps.Metrics.SampleData;

/// <summary>The figures of the books, month by month: what the subscriptions bring, and what the company costs.</summary>
internal static class FinanceBook
{
    public static IReadOnlyList<FinancialFigure> Make(
        SampleCompanyOptions options, IReadOnlyList<Subscription> subscriptions, IReadOnlyList<Spend> spends, ExchangeRateTable rates)
    {
        SampleRandom random = new(options.Seed, "finance");
        List<FinancialFigure> figures = [];
        foreach (LocalDate month in options.Months)
        {
            LocalDate middle = month.PlusDays(14);
            decimal revenue = subscriptions.Select(s => BookValue.TermOn(s, middle)).OfType<PriceTerm>()
                .Sum(term => rates.Convert(BookValue.Annual(term), middle) / 12m);
            decimal spent = spends.Where(s => s.From == month).Sum(s => rates.Convert(s.Amount, month));
            decimal costOfRevenue = revenue * random.Between(205, 235) / 1000m;

            // Research and administration shrink as a share of revenue while the company grows.
            int months = Period.Between(options.From, month, PeriodUnits.Months).Months;
            decimal other = revenue * (0.52m - (0.004m * months));
            decimal cash = revenue - costOfRevenue - spent - other;
            Book(FinancialAccount.Revenue, revenue);
            Book(FinancialAccount.CostOfRevenue, costOfRevenue);
            Book(FinancialAccount.FreeCashFlow, cash);
            Book(FinancialAccount.NetBurn, -cash);

            void Book(FinancialAccount account, decimal amount) => figures.Add(new FinancialFigure
            {
                On = month.With(DateAdjusters.EndOfMonth),
                Account = account,
                Amount = new Money(decimal.Round(amount), options.ReportingCurrency),
            });
        }

        return figures;
    }
}
