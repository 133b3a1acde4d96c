using System.Text.Json;
using static RevOps.Metrics.Tests.Reference.Books;

namespace RevOps.Metrics.Tests.Reference;

/// <summary>The same examples from books of subscriptions, asked of the catalogue.</summary>
public sealed partial class SaasWorkedExamplesTests
{
    [ReferenceFact]
    public void Quick_ratio_and_net_new_revenue_of_a_book()
    {
        (JsonElement inputs, JsonElement expected) = Read();
        Assert.All(inputs.GetProperty("quick_ratio").EnumerateArray(), (month, place) =>
        {
            decimal contraction = Number(month, "con"), churn = Number(month, "churn");
            Subscription[] book = [.. Moving(BillingInterval.Month, churn + 3 * contraction, Number(month, "new"), Number(month, "exp"), contraction, churn)];
            Same(expected.GetProperty("quick_ratio")[place], book.Told(Revenue.QuickRatio, Step(2)));
            Same(expected.GetProperty("net_new")[place], book.Told(Revenue.NetNewMrr, Step(2)));
        });
    }

    [ReferenceFact]
    public void Net_and_gross_revenue_retention_of_a_book()
    {
        (JsonElement inputs, JsonElement expected) = Read();
        JsonElement cohort = inputs.GetProperty("nrr_grr");
        ReportingPeriod year = Step(2, BillingInterval.Year);
        Subscription[] book =
        [
            // Who comes and who comes back are in neither.
            .. Moving(
                BillingInterval.Year, Number(cohort, "start"), newMrr: 7_000m, Number(cohort, "exp"), Number(cohort, "con"), Number(cohort, "churn"),
                reactivation: 900m),
        ];
        Same(expected.GetProperty("nrr"), book.Told(Success.NetRevenueRetention, year));
        Same(expected.GetProperty("grr"), book.Told(Success.GrossRevenueRetention, year));
        Same(expected.GetProperty("nrr"), 1 - book.Told(Success.NetRevenueChurnRate, year));
        Same(expected.GetProperty("grr"), 1 - book.Told(Success.GrossRevenueChurnRate, year));
    }

    /// <summary>One customer grows by the expansion of each month, one comes and one leaves; whoever leaves was there at the start.</summary>
    [ReferenceFact]
    public void A_year_of_months_of_a_book_ends_where_the_page_does()
    {
        (JsonElement inputs, JsonElement expected) = Read();
        JsonElement year = inputs.GetProperty("waterfall");
        int months = (int)Number(year, "months");
        decimal opening = Number(year, "start"), grown = opening;
        List<decimal> growth = [0];
        List<Subscription> book = [];
        for (int month = 0; month < months; month++)
        {
            decimal churn = opening * Number(year, "churn_rate"), expansion = opening * Number(year, "exp_rate");
            book.AddRange(Paying($"leaves-{month}", BillingInterval.Month, [.. Enumerable.Repeat(churn, month + 1), 0]));
            book.AddRange(Paying($"comes-{month}", BillingInterval.Month, [.. Enumerable.Repeat(0m, month + 1), Number(year, "new")]));
            grown -= churn;
            growth.Add(growth[^1] + expansion);
            opening += Number(year, "new") + expansion - churn;
        }

        book.AddRange(Paying("grows", BillingInterval.Month, [.. growth.Select(added => grown + added)]));
        RevenueDataset data = RevenueDataset.Build(subscriptions: book);
        MetricTable table = data.Evaluate([Revenue.OpeningMrr, Revenue.Mrr], [.. Enumerable.Range(1, months).Select(month => Step(month))]);
        Assert.Equal(Number(year, "start"), decimal.Round(table[Revenue.OpeningMrr, Step(1)].Magnitude!.Value, 2));
        for (int month = 1; month <= months; month++)
        {
            decimal closing = table[Revenue.Mrr, Step(month)].Magnitude!.Value;
            Assert.Equal(expected.GetProperty("waterfall_printed_month_ends")[month - 1].GetDecimal(), decimal.Round(closing));
        }

        // Each price is rounded once, to a hundredth of a cent a year.
        decimal end = expected.GetProperty("waterfall_end_mrr").GetDecimal();
        Assert.InRange(table[Revenue.Mrr, Step(months)].Magnitude!.Value, end - 0.001m, end + 0.001m);
    }

    [ReferenceFact]
    public void Lifetime_value_and_payback_of_a_book()
    {
        (JsonElement inputs, JsonElement expected) = Read();
        JsonElement ltv = inputs.GetProperty("ltv"), payback = inputs.GetProperty("cac_payback");
        // One customer leaves in the month of as many as its churn says.
        int customers = (int)(1 / Number(ltv, "churn"));
        RevenueDataset leaving = RevenueDataset.Build(subscriptions: Enumerable.Range(0, customers)
            .SelectMany(i => Paying($"c{i}", BillingInterval.Month, Number(ltv, "arpu"), Number(ltv, "arpu"), i == 0 ? 0 : Number(ltv, "arpu"))));
        Same(expected.GetProperty("ltv"), Told(leaving, UnitEconomics.Cltv, Step(2), margin: Number(ltv, "gm")));

        RevenueDataset coming = RevenueDataset.Build(
            subscriptions: Enumerable.Range(0, 3).SelectMany(i => Paying($"c{i}", BillingInterval.Month, 0, 0, Number(payback, "arpu"))),
            spends: [Sold(Step(2), 3 * Number(payback, "cac"))]);
        Same(expected.GetProperty("cac_payback_months"), Told(coming, UnitEconomics.CacPayback, Step(2), margin: Number(payback, "gm")));
        Same(
            expected.GetProperty("cac_payback_months"),
            Told(coming, UnitEconomics.CacPayback, Step(2), new() { CacPayback = CacPaybackBasis.PerCustomer }, Number(payback, "gm")));
    }

    /// <summary>Two quarters of month-end MRRs whose sums differ as the page says, and the same in the books.</summary>
    [ReferenceFact]
    public void Magic_number_of_a_book()
    {
        (JsonElement inputs, JsonElement expected) = Read();
        Assert.All(inputs.GetProperty("magic").EnumerateArray(), (q, place) =>
        {
            decimal change = q.TryGetProperty("delta", out JsonElement delta) ? delta.GetDecimal() : Number(q, "cur") - Number(q, "prev");
            RevenueDataset data = RevenueDataset.Build(
                subscriptions: Paying("one", BillingInterval.Month, 20_000, 30_000, 50_000, 30_000, 20_000, 50_000 + change),
                spends: [Sold(Make.Quarter(2025, 1), Number(q, "sm"))],
                financialFigures:
                [
                    new() { On = Make.Day("2025-03-31"), Account = FinancialAccount.Revenue, Amount = Make.Usd(100_000) },
                    new() { On = Make.Day("2025-06-30"), Account = FinancialAccount.Revenue, Amount = Make.Usd(100_000 + change) },
                ]);
            Same(expected.GetProperty("magic")[place], Told(data, UnitEconomics.MagicNumber, Make.Quarter(2025, 2)));
            Same(expected.GetProperty("magic")[place], Told(data, UnitEconomics.MagicNumber, Make.Quarter(2025, 2), new() { MagicNumber = MagicNumberBasis.RecognisedRevenue }));
        });
    }

    private static Spend Sold(ReportingPeriod period, decimal amount) =>
        new() { From = period.Start, To = period.End, Amount = Make.Usd(amount), Category = SpendCategory.Sales };

    private static decimal? Told(RevenueDataset data, Metric metric, ReportingPeriod period, MetricPolicy? policy = null, decimal margin = 1) =>
        data.Evaluate(metric, [period], options: new()
        {
            Policy = policy ?? MetricPolicy.Default, Assumptions = Assumptions.None.With(UnitEconomics.AssumedGrossMargin, new Ratio(margin)),
        }).Results[0].Magnitude;
}
