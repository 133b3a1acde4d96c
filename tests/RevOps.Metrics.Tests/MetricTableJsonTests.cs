using System.Text.Json;
using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed class MetricTableJsonTests
{
    private static readonly RevenueDataset Data = RevenueDataset.Build(
        [Customer("a", Segment("SMB")), Customer("b")], [Monthly("s", "a", 100.5m, "2025-01-01"), Monthly("t", "b", 10, "2026-01-10")],
        financialFigures: [new FinancialFigure { On = Day("2026-01-31"), Account = FinancialAccount.Revenue, Amount = Usd(1) }]);

    [Fact]
    public void The_table_says_whose_definition_which_version_and_why_a_value_is_missing()
    {
        MetricPolicy policy = new() { WinRate = WinRateBasis.Value };
        Metric<Ratio> share = (Success.NewCustomers / Success.OpeningCustomers).Named("share");
        string json = Data.Evaluate([Revenue.Mrr, share], [Month("2026-01")], [Dimensions.Segment], new EvaluationOptions { Policy = policy }).ToJson();
        Assert.Equal(
            """
            {
              "currency": "USD",
              "policy": {
                "WinRate": "Value"
              },
              "metrics": [
                {
                  "name": "MRR",
                  "id": "revenue.mrr",
                  "version": 1,
                  "unit": "money per month"
                },
                {
                  "name": "share",
                  "unit": "ratio"
                }
              ],
              "periods": [
                {
                  "label": "2026-01",
                  "start": "2026-01-01",
                  "end": "2026-02-01"
                }
              ],
              "results": [
                {
                  "metric": "MRR",
                  "period": "2026-01",
                  "cell": {
                    "segment": "SMB"
                  },
                  "value": 100.5,
                  "unit": "USD per month"
                },
                {
                  "metric": "share",
                  "period": "2026-01",
                  "cell": {
                    "segment": "SMB"
                  },
                  "value": 0,
                  "unit": "ratio"
                },
                {
                  "metric": "MRR",
                  "period": "2026-01",
                  "cell": {
                    "segment": null
                  },
                  "value": 10,
                  "unit": "USD per month"
                },
                {
                  "metric": "share",
                  "period": "2026-01",
                  "cell": {
                    "segment": null
                  },
                  "undefined": "opening customers is zero"
                }
              ]
            }
            """.ReplaceLineEndings("\n"),
            json);
    }

    [Fact]
    public void Flags_are_told_by_name()
    {
        string json = Data.Evaluate([Revenue.Mrr, UnitEconomics.GrossMargin], [Month("2026-01")], [Dimensions.Segment]).ToJson();
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement margin = document.RootElement.GetProperty("results")[1];
        Assert.Equal("Unallocated", Assert.Single(margin.GetProperty("flags").EnumerateArray()).GetString());
        Assert.False(document.RootElement.GetProperty("results")[0].TryGetProperty("flags", out _));
    }
}
