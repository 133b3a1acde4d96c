using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

internal static partial class CatalogExamples
{
    /// <summary>
    /// Ada pays 1,200 a year from 15 November; Bob 50 a month from 10 December to 20 May; Cyd EUR 100 a month from 10 February, a euro being 1.10; Dee 90 from
    /// 15 April and 130 from 20 May. MRR at the ends of November to June: 100, 150, 150, 260, 260, 350, 340, 340.
    /// Acquisition spend: 600 over the first quarter, EUR 300 on 20 February, 200 over the 20 days from 22 March, 500 on 5 May: in the quarters 600 + 330 + 100 = 1,030
    /// and 100 + 500 = 600. Care for customers is not acquisition.
    /// </summary>
    private static readonly RevenueDataset Growing = RevenueDataset.Build(
        subscriptions:
        [
            Subscribed("a", "ada", "2025-11-15", null, Term("2025-11-15", 1200) with { Interval = BillingInterval.Year }),
            Monthly("b", "bob", 50, "2025-12-10", "2026-05-20"),
            Subscribed("c", "cyd", "2026-02-10", null, Term("2026-02-10", 0) with { Price = new Money(100, Currency.Eur) }),
            Subscribed("d", "dee", "2026-04-15", null, Term("2026-04-15", 90), Term("2026-05-20", 130)),
        ],
        spends:
        [
            Spent("2026-01-01", "2026-04-01", Usd(600), SpendCategory.Marketing), Spent("2026-02-20", null, new Money(300, Currency.Eur), SpendCategory.Sales),
            Spent("2026-03-22", "2026-04-11", Usd(200), SpendCategory.Marketing), Spent("2026-05-05", null, Usd(500), SpendCategory.Sales),
            Spent("2026-05-05", null, Usd(10_000), SpendCategory.CustomerSuccess),
        ],
        financialFigures:
        [
            Booked("2026-03-31", FinancialAccount.Revenue, Usd(700)),
            Booked("2026-05-31", FinancialAccount.Revenue, Usd(1000)), Booked("2026-05-31", FinancialAccount.CostOfRevenue, Usd(200)),
            Booked("2026-05-15", FinancialAccount.NetBurn, new Money(100, Currency.Eur)),
            Booked("2026-10-15", FinancialAccount.Revenue, Usd(400)), Booked("2026-10-15", FinancialAccount.FreeCashFlow, Usd(-100)),
            Booked("2026-11-20", FinancialAccount.Ebitda, Usd(20)), Booked("2026-12-31", FinancialAccount.OperatingIncome, Usd(-40)),
        ],
        options: new DatasetOptions { ReportingCurrency = Currency.Usd, ExchangeRates = new([new(Day("2025-01-01"), Currency.Eur, Currency.Usd, 1.1m)]) });

    public static IEnumerable<CatalogExample> UnitEconomicsOfGrowth =>
    [
        new(Marketing.AcquisitionSpend, Growing, Quarter(2026, 1), 1030),
        new(Marketing.AcquisitionSpend, Growing, Quarter(2026, 2), 600),
        // One customer is new in each quarter, Cyd and Dee; none in May.
        new(Marketing.Cac, Growing, Quarter(2026, 1), 1030),
        new(Marketing.Cac, Growing, Quarter(2026, 2), 600),
        new(Marketing.Cac, Growing, Month("2026-05"), null),

        // (1,000 - 200) / 1,000; for June the books have nothing, and nothing is assumed.
        new(UnitEconomics.GrossMargin, Growing, Quarter(2026, 2), 0.8m),
        new(UnitEconomics.GrossMargin, Growing, Month("2026-06"), null),
        // ARPA 340 / 3 at the end of May; Bob of four customers is lost in it: 340 / 3 x 0.8 / 0.25.
        new(UnitEconomics.Cltv, Growing, Month("2026-05"), 340m / 3 * 0.8m * 4),
        new(UnitEconomics.Cltv, Growing, Month("2026-05"), 340m / 3 * 4, Under(new() { LifetimeValue = LifetimeValueBasis.Revenue })),
        // In March nobody was lost; ARPA 260 / 3, and the books show no cost: a margin of 1. Over 60 months or over 12.
        new(UnitEconomics.Cltv, Growing, Month("2026-03"), null),
        new(UnitEconomics.Cltv, Growing, Month("2026-03"), 0, Under(new() { ZeroChurn = ZeroChurnTreatment.Zero })),
        new(UnitEconomics.Cltv, Growing, Month("2026-03"), 5200, Under(new() { ZeroChurn = ZeroChurnTreatment.CappedLifetime })),
        new(UnitEconomics.Cltv, Growing, Month("2026-03"), 1040, Under(new() { ZeroChurn = ZeroChurnTreatment.CappedLifetime, LifetimeCapMonths = 12 })),
        // Two months: the margin of May's customer, and three quarters of it.
        new(UnitEconomics.CappedCltv, Growing, Month("2026-05"), 340m / 3 * 0.8m * 1.75m, Under(new() { LifetimeCapMonths = 2 })),
        new(UnitEconomics.CappedCltv, Growing, Month("2026-03"), 5200),
        // At 5 % a month: 1.05 / (0.05 + 0.25) = 3.5 months of margin.
        new(UnitEconomics.DiscountedCltv, Growing, Month("2026-05"), 340m / 3 * 0.8m * 3.5m, Discounting(0.05m)),
        new(UnitEconomics.DiscountedCltv, Growing, Month("2026-05"), null),
        // Of the second quarter Dee alone: 90 + 130 + 130. Of the half year Cyd too, five times 110, at a margin of 1,500 / 1,700.
        new(UnitEconomics.RealisedCltv, Growing, Quarter(2026, 2), 350 * 0.8m),
        new(UnitEconomics.RealisedCltv, Growing, ReportingCalendar.Gregorian.Halves(2026)[0], (550 + 350) * 1500m / 1700 / 2),
        new(UnitEconomics.RealisedCltv, Growing, Month("2026-05"), null),
        new(UnitEconomics.ContractedLifetimeRevenue, Growing, Month("2026-05"), 340m / 3 * 24,
            EvaluationOptions.Default with { Assumptions = Assumptions.None.With(UnitEconomics.ContractedMonths, new Months(24)) }),
        // A third of the customers in three months, in proportion a ninth a month: 340 / 3 x 0.8 x 9 = 816, at a CAC of 600.
        new(UnitEconomics.LtvToCac, Growing, Quarter(2026, 2), 1.36m, Under(new() { RateScaling = RateScaling.Simple })),

        // 600 for Dee's 90 a month, before she paid 130.
        new(UnitEconomics.CacPayback, Growing, Quarter(2026, 2), 600 / (90 * 0.8m)),
        new(UnitEconomics.CacPayback, Growing, Quarter(2026, 2), 600m / 90, Under(new() { CacPayback = CacPaybackBasis.WithoutMargin })),
        new(UnitEconomics.CacPayback, Growing, Quarter(2026, 2), 1030 / (90 * 0.8m), Under(new() { CacPayback = CacPaybackBasis.PriorPeriodSpend })),
        new(UnitEconomics.CacPayback, Growing, Quarter(2026, 2), 600 / (340m / 3 * 0.8m), Under(new() { CacPayback = CacPaybackBasis.PerCustomer })),
        // ARPA of April 350 / 4, of May and June 340 / 3.
        new(UnitEconomics.ReturnOnInvestment, Growing, Quarter(2026, 2), (350m / 4 + 340m / 3 + 340m / 3) / 600),
        // Dee's 90 and 40 more, by the year.
        new(UnitEconomics.BlendedCacRatio, Growing, Quarter(2026, 2), 600m / (130 * 12)),

        // 350 + 340 + 340 less 150 + 260 + 260 is 360, by the year 1,440, for 1,030.
        new(UnitEconomics.MagicNumber, Growing, Quarter(2026, 2), 1440m / 1030),
        // 1,000 less 700 is 300, by the year 1,200.
        new(UnitEconomics.MagicNumber, Growing, Quarter(2026, 2), 1200m / 1030, Under(new() { MagicNumber = MagicNumberBasis.RecognisedRevenue })),
        // ARR 4,080 less 3,120.
        new(UnitEconomics.MagicNumber, Growing, Quarter(2026, 2), 960m / 1030, Under(new() { MagicNumber = MagicNumberBasis.ArrChange })),
        // EUR 100 for 960 of ARR. In the third quarter none was added.
        new(UnitEconomics.BurnMultiple, Growing, Quarter(2026, 2), 110m / 960),
        new(UnitEconomics.BurnMultiple, Growing, Quarter(2026, 3), null),
        // MRR 340 at the end of December, 150 a year before; of 400 a quarter is lost, 5 % earned, 10 % lost.
        new(UnitEconomics.RuleOf40, Growing, Quarter(2026, 4), 190m / 150 - 0.25m),
        new(UnitEconomics.RuleOf40, Growing, Quarter(2026, 4), 190m / 150 + 0.05m, Under(new() { RuleOf40Margin = RuleOf40Margin.Ebitda })),
        new(UnitEconomics.RuleOf40, Growing, Quarter(2026, 4), 190m / 150 - 0.1m, Under(new() { RuleOf40Margin = RuleOf40Margin.OperatingIncome })),
    ];

    private static EvaluationOptions Under(MetricPolicy policy) => EvaluationOptions.Default with { Policy = policy };

    private static EvaluationOptions Discounting(decimal monthly) => EvaluationOptions.Default with
    {
        Assumptions = Assumptions.None.With(UnitEconomics.DiscountRate, new PerMonth<Ratio>(new Ratio(monthly))),
    };

    private static Spend Spent(string from, string? to, Money amount, SpendCategory category) =>
        new() { From = Day(from), To = to is null ? null : Day(to), Amount = amount, Category = category };

    private static FinancialFigure Booked(string on, FinancialAccount account, Money amount) => new() { On = Day(on), Account = account, Amount = amount };
}
