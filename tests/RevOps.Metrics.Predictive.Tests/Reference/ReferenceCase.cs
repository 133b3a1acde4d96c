using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using RevOps.Metrics.Tests;

namespace RevOps.Metrics.Predictive.Tests.Reference;

/// <summary>Reads the reference cases and their data.</summary>
internal static class ReferenceCase
{
    public static JsonElement Expected(string name) => Case(name).GetProperty("expected");

    public static JsonElement Case(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(ReferenceFolder.Case(name)));
        return document.RootElement.Clone();
    }

    public static double[] Numbers(this JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDouble())];

    public static double Number(this JsonElement element, string name) => element.GetProperty(name).GetDouble();

    /// <summary>The purchases of the CDNOW sample; the second column numbers the customers.</summary>
    public static Purchase[] CdnowPurchases() => [.. File.ReadLines(ReferenceFolder.Data("cdnow/CDNOW_sample.txt"))
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(words => words.Length >= 5)
        .Select(words => new Purchase(words[1], LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd").Parse(words[2]).Value, decimal.Parse(words[4], CultureInfo.InvariantCulture)))];

    /// <summary>CDNOW to the end of September 1997, in weeks.</summary>
    public static RfmTable Cdnow() => RfmTable.FromPurchases(CdnowPurchases(), new LocalDate(1997, 9, 30), RfmOptions.DaysInWeeks);

    /// <summary>The summary of CDNOW with two digits after the point, as others publish it.</summary>
    public static RfmTable CdnowRounded() => RfmTable.FromSummaries(File.ReadLines(ReferenceFolder.Data("cdnow/cdnow_customers_summary_with_transactions.csv")).Skip(1)
        .Select(line => line.Split(','))
        .Select(words => new RfmSummary(
            words[0],
            new PurchaseHistory((long)Number(words[1]), Number(words[2]), Number(words[3])),
            Number(words[1]) > 0 ? Estimate.Of(Number(words[4])) : Estimate.Undefined("no repeat purchases"))));

    /// <summary>The donations of Fader, Hardie and Shang.</summary>
    public static OpportunityGroup[] Donations() => [.. File.ReadLines(ReferenceFolder.Data("donations/donations.csv")).Skip(1)
        .Select(line => line.Split(','))
        .Select(words => new OpportunityGroup(new OpportunityHistory((int)Number(words[0]), (int)Number(words[1]), (int)Number(words[2])), (long)Number(words[3])))];

    /// <summary>Asserts that a number is another, but for a share of it.</summary>
    public static void Close(double expected, double actual, double relative, string? what = null) =>
        Assert.True(Math.Abs(actual - expected) <= relative * Math.Abs(expected), string.Create(CultureInfo.InvariantCulture, $"{what}: {actual:R} is not {expected:R} to {relative}"));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
