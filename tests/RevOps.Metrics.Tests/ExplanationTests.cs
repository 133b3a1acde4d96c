using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed class ExplanationTests
{
    private static readonly RevenueDataset Data = RevenueDataset.Build(
        [Customer("a", Segment("SMB")), Customer("b", Segment("Enterprise"))],
        [Monthly("s", "a", 100, "2025-01-01", "2026-02-10"), Monthly("t", "b", 500, "2026-01-10")],
        [
            Deal("1", DealOutcome.Won, "2026-01-01", "2026-01-20", 100) with { CustomerId = "a" }, Deal("2", DealOutcome.Lost, "2026-01-01", "2026-02-20", 300) with { CustomerId = "a" },
            Deal("3", DealOutcome.Won, "2026-02-01", "2026-03-20", 200) with { CustomerId = "b" },
        ],
        spends: [new Spend { From = Day("2026-01-01"), Amount = Usd(600), Category = SpendCategory.Marketing }],
        financialFigures:
        [
            new FinancialFigure { On = Day("2026-01-31"), Account = FinancialAccount.Revenue, Amount = Usd(1000) },
            new FinancialFigure { On = Day("2026-01-31"), Account = FinancialAccount.CostOfRevenue, Amount = Usd(250) },
        ]);

    private static readonly ReportingPeriod January = Month("2026-01");

    private static string Text(Metric metric, ReportingPeriod period, EvaluationOptions? options = null) =>
        Data.Evaluate(metric, [period], options: options).Results[0].Explain().ToString();

    private static void IsText(string expected, string actual) => Assert.Equal(expected.ReplaceLineEndings("\n"), actual);

    [Fact]
    public void A_ratio_is_told_down_to_what_was_counted() => IsText(
        """
        win rate, 2026-Q1, total: 66.67 %
          = by policy WinRate = Count
          = won / (won + lost)
          won deals: 2
            = number of Deals by Deals.closed_on in 2026-01-01..2026-04-01 where type is NewBusiness and outcome is Won
          lost deals: 1
            = number of Deals by Deals.closed_on in 2026-01-01..2026-04-01 where type is NewBusiness and outcome is Lost

        """,
        Text(Sales.WinRate, Quarter(2026, 1)));

    [Fact]
    public void The_policy_that_chose_is_named_with_its_value() => IsText(
        """
        win rate, 2026-Q1, total, where segment is SMB: 25.00 %
          = by policy WinRate = Value
          = won / (won + lost)
          won amount: 100.00 USD
            = sum of Deals.amount by Deals.closed_on in 2026-01-01..2026-04-01 where outcome is Won and segment is SMB
          lost amount: 300.00 USD
            = sum of Deals.amount by Deals.closed_on in 2026-01-01..2026-04-01 where outcome is Lost and segment is SMB

        """,
        Text(Sales.WinRate, Quarter(2026, 1), new EvaluationOptions
        {
            Policy = new MetricPolicy { WinRate = WinRateBasis.Value, Deals = DealScope.AllTypes }, Where = [new DimensionFilter(Dimensions.Segment, ["SMB"])],
        }));

    [Fact]
    public void Another_period_and_a_formula_of_ones_own_are_told() => IsText(
        """
        growth of won amount over won amount, prior period, 2026-03, total: undefined: won amount, prior period is not above zero
          = from won amount, won amount, prior period
          won amount: 200.00 USD
            = sum of Deals.amount by Deals.closed_on in 2026-03-01..2026-04-01 where type is NewBusiness and outcome is Won
          won amount, prior period: 0.00 USD
            = of 2026-02
            won amount, 2026-02: 0.00 USD
              = sum of Deals.amount by Deals.closed_on in 2026-02-01..2026-03-01 where type is NewBusiness and outcome is Won

        """,
        Text(Sales.WonAmount.GrowthOver(Sales.WonAmount.PriorPeriod()), Month("2026-03")));

    [Fact]
    public void A_total_that_is_repeated_says_so_and_what_was_not_given_is_named()
    {
        MetricTable table = Data.Evaluate(Revenue.Arpa * UnitEconomics.GrossMargin, [January], [Dimensions.Segment]);
        IsText(
            """
            (ARPA x gross margin), 2026-01, SMB: 75.00 USD per month
              = (ARPA x gross margin)
              ARPA: 100.00 USD per month
                = by policy ArpaDenominator = Closing
                = MRR / paying customers
                MRR: 100.00 USD per month
                  = (ARR / 12)
                  ARR: 1,200.00 USD per year
                    = sum of Movements.amount by Movements.on before 2026-02-01
                paying customers: 1
                  = number of Movements.customer with a balance above zero at the close of Movements.amount by Movements.on in 2026-01-01..2026-02-01
              gross margin: 75.00 %
                = the first that is defined of gross margin from figures, assumed gross margin
                gross margin from figures: 75.00 %
                  = the total of all rows, whatever the cell and the filters
                  gross margin from figures, total: 75.00 %
                    = from revenue, cost of revenue
                    revenue: 1,000.00 USD
                      = sum of Figures.amount by Figures.on in 2026-01-01..2026-02-01 where account is Revenue
                    cost of revenue: 250.00 USD
                      = sum of Figures.amount by Figures.on in 2026-01-01..2026-02-01 where account is CostOfRevenue

            """,
            table.Results[1].Explain().ToString());
        IsText(
            """
            contracted lifetime revenue, 2026-01, total: undefined: assumption contracted months not given
              = ARPA x contracted months
            """,
            string.Join('\n', Text(UnitEconomics.ContractedLifetimeRevenue, January).Split('\n')[..2]));
        Assert.EndsWith("  assumed contracted months: undefined: assumption contracted months not given\n    = assumed\n", Text(UnitEconomics.ContractedLifetimeRevenue, January), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_shared_out_shows_the_whole_and_both_weights()
    {
        Metric<Money> spend = Marketing.AcquisitionSpend.AllocatedBy(Revenue.Arr);
        IsText(
            """
            acquisition spend, allocated by ARR, 2026-01, SMB: 100.00 USD
              = acquisition spend in total x ARR / ARR in total
              acquisition spend, total: 600.00 USD
                = sum of SpendDays.amount by SpendDays.on in 2026-01-01..2026-02-01 where category is Marketing or Sales
              ARR: 1,200.00 USD per year
                = by policy Refunds = NotInMrr
                = sum of Movements.amount by Movements.on before 2026-02-01
              ARR, total: 7,200.00 USD per year
                = by policy Refunds = NotInMrr
                = sum of Movements.amount by Movements.on before 2026-02-01

            """,
            Data.Evaluate(spend, [January], [Dimensions.Segment]).Results[1].Explain().ToString());
    }

    [Fact]
    public void A_filter_a_percentile_and_the_largest_are_told()
    {
        Metric<Days> ninth = Sales.SalesCyclePercentile(0.9m).Where(Dimensions.Segment, "SMB");
        Explanation explanation = Data.Evaluate(ninth, [Quarter(2026, 1)]).Results[0].Explain();
        Assert.Equal((ExplanationKind.Filter, "where segment is SMB"), (explanation.Kind, explanation.Formula));
        Explanation chosen = Assert.Single(explanation.Parts);
        Assert.Equal("by policy SalesCycle = WonFromCreated", chosen.Formula);
        Explanation inner = Assert.Single(chosen.Parts);
        Assert.Equal(
            "percentile 0.9 of Deals.cycle_days by Deals.closed_on in 2026-01-01..2026-04-01 where type is NewBusiness and outcome is Won and segment is SMB", inner.Formula);
        Assert.Equal("segment is SMB", Assert.Single(inner.Filters).ToString());

        Explanation largest = Data.Evaluate(Measures.Balances(Movements.Customer, Movements.Amount, on: Movements.On).Top(2), [January]).Results[0].Explain();
        Assert.Equal("the 2 largest balances of Movements.amount for each Movements.customer, in all, by Movements.on before 2026-02-01", largest.Formula);
        Assert.Equal(7200, largest.Magnitude);
    }

    [Fact]
    public void Two_evaluations_of_the_same_give_equal_results() =>
        Assert.Equal(Data.Evaluate(Sales.WinRate, [January]).Results[0], Data.Evaluate(Sales.WinRate, [January]).Results[0]);
}
