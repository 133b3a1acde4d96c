using System.Text.Json;
using static RevOps.Metrics.Formulas;

namespace RevOps.Metrics.Tests.Reference;

/// <summary>Small examples from public SaaS calculators, recomputed by the people who collected them.</summary>
public sealed partial class SaasWorkedExamplesTests
{
    private const decimal Tolerance = 1e-9m;

    [ReferenceFact]
    public void Quick_ratio_and_net_new_revenue()
    {
        (JsonElement inputs, JsonElement expected) = Read();
        Assert.All(inputs.GetProperty("quick_ratio").EnumerateArray(), (month, place) =>
        {
            decimal newMrr = Number(month, "new"), expansion = Number(month, "exp");
            decimal contraction = Number(month, "con"), churn = Number(month, "churn");
            Same(expected.GetProperty("quick_ratio")[place], QuickRatio(newMrr, expansion, contraction, churn));
            Same(expected.GetProperty("net_new")[place], NetNewMrr(newMrr, expansion, contraction, churn));
        });
    }

    [ReferenceFact]
    public void Net_and_gross_revenue_retention()
    {
        (JsonElement inputs, JsonElement expected) = Read();
        JsonElement cohort = inputs.GetProperty("nrr_grr");
        decimal opening = Number(cohort, "start"), contraction = Number(cohort, "con"), churn = Number(cohort, "churn");
        Same(expected.GetProperty("nrr"), NetRevenueRetention(opening, Number(cohort, "exp"), contraction, churn));
        Same(expected.GetProperty("grr"), GrossRevenueRetention(opening, contraction, churn));
    }

    [ReferenceFact]
    public void Lifetime_value_and_payback()
    {
        (JsonElement inputs, JsonElement expected) = Read();
        JsonElement ltv = inputs.GetProperty("ltv");
        JsonElement payback = inputs.GetProperty("cac_payback");
        Same(expected.GetProperty("ltv"), CustomerLifetimeValue(Number(ltv, "arpu"), Number(ltv, "gm"), Number(ltv, "churn")));
        Same(
            expected.GetProperty("cac_payback_months"),
            CacPaybackMonthsPerCustomer(Number(payback, "cac"), Number(payback, "arpu"), Number(payback, "gm")));
    }

    [ReferenceFact]
    public void Sales_pipeline_velocity()
    {
        (JsonElement inputs, JsonElement expected) = Read();
        Assert.All(inputs.GetProperty("velocity").EnumerateArray(), (q, place) => Same(
            expected.GetProperty("velocity_per_day")[place],
            SalesPipelineVelocityPerDay(Number(q, "opps"), Number(q, "value"), Number(q, "win"), Number(q, "days"))));
    }

    [ReferenceFact]
    public void Magic_number()
    {
        (JsonElement inputs, JsonElement expected) = Read();
        Assert.All(inputs.GetProperty("magic").EnumerateArray(), (q, place) =>
        {
            // Two of the pages give only the change between the quarters.
            bool onlyChange = q.TryGetProperty("delta", out JsonElement change);
            decimal previous = onlyChange ? 0m : Number(q, "prev");
            decimal current = onlyChange ? change.GetDecimal() : Number(q, "cur");
            Same(expected.GetProperty("magic")[place], MagicNumber(previous, current, Number(q, "sm")));
        });
    }

    [ReferenceFact]
    public void A_year_of_net_new_revenue_ends_where_the_page_does()
    {
        (JsonElement inputs, JsonElement expected) = Read();
        JsonElement year = inputs.GetProperty("waterfall");
        decimal mrr = Number(year, "start");
        for (int month = 0; month < (int)Number(year, "months"); month++)
        {
            mrr += NetNewMrr(Number(year, "new"), mrr * Number(year, "exp_rate"), contraction: 0m, mrr * Number(year, "churn_rate"));
            Assert.Equal(expected.GetProperty("waterfall_printed_month_ends")[month].GetDecimal(), decimal.Round(mrr));
        }

        Same(expected.GetProperty("waterfall_end_mrr"), mrr);
    }

    private static (JsonElement Inputs, JsonElement Expected) Read()
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(ReferenceFolder.Case("saas_worked_examples.json")));
        JsonElement root = file.RootElement.Clone();
        return (root.GetProperty("inputs"), root.GetProperty("expected"));
    }

    private static decimal Number(JsonElement element, string name) => element.GetProperty(name).GetDecimal();

    private static void Same(JsonElement expected, decimal? computed) =>
        Assert.InRange(Assert.NotNull(computed), expected.GetDecimal() - Tolerance, expected.GetDecimal() + Tolerance);
}
