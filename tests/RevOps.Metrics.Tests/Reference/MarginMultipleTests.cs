using System.Globalization;
using System.Text.Json;

namespace RevOps.Metrics.Tests.Reference;

/// <summary>The margin multiple r / (1 + i - r), by which a month's margin becomes a discounted lifetime value that is paid at the end of each month.</summary>
public sealed class MarginMultipleTests
{
    [ReferenceFact]
    public void Discounted_lifetime_value_is_the_multiple_and_the_month_paid_at_its_start()
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(ReferenceFolder.Case("clv_margin_multiple.json")));
        JsonElement[] retention = [.. file.RootElement.GetProperty("inputs").GetProperty("r").EnumerateArray()];
        foreach (JsonProperty row in file.RootElement.GetProperty("expected").EnumerateObject())
        {
            decimal discount = decimal.Parse(row.Name, CultureInfo.InvariantCulture);
            Assert.All(row.Value.EnumerateArray(), (multiple, place) =>
            {
                decimal churn = 1m - retention[place].GetDecimal();
                Assert.Equal(1m + multiple.GetDecimal(), Formulas.DiscountedCustomerLifetimeValue(1m, 1m, churn, discount)!.Value, 12);
            });
        }
    }
}
