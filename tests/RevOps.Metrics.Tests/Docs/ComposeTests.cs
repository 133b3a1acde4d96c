using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;

namespace RevOps.Metrics.Tests;

/// <summary>docs/compose.md builds metrics of one's own in the code of docs/compose.cs, which any engine can run.</summary>
/// <remarks>What the program prints is compared with docs/expected/compose.txt by .ci/run; what stands there, with the page, here.</remarks>
public class ComposeTests
{
    private static readonly string Page = Read("docs", "compose.md");
    private static readonly string Program = Flat(Read("docs", "compose.cs"));

    [Fact]
    public void The_page_has_all_that_its_program_prints_in_the_same_order() =>
        Assert.Equal(Read("docs", "expected", "compose.txt"), $"{string.Join("\n\n", BlocksOf("text"))}\n");

    [Fact]
    public void The_code_of_the_page_stands_in_its_program()
    {
        Assert.All(BlocksOf("csharp"), block => Assert.Contains(Flat(block), Program, StringComparison.Ordinal));
        Assert.InRange(BlocksOf("csharp").Length, 5, int.MaxValue);
    }

    [Fact]
    public void Both_engines_give_the_same_of_every_metric_of_the_page()
    {
        // The page's own code:
        Metric<Ratio> enterpriseShare = (Revenue.Mrr.Where(Dimensions.Segment, "Enterprise") / Revenue.Mrr).Named("Enterprise share of MRR");
        Metric<Ratio> winRateOfYear = Sales.WinRate.Trailing(12).Named("win rate, 12 months");
        FlowMetric<Money> lostToPrice = Measures.Sum(Deals.Amount, on: Deals.ClosedOn)
            .Where(Deals.Outcome.Is("Lost"), Deals.Type.Is("NewBusiness"), Deals.LostReason.Is("Price"))
            .InPeriod().Named("lost to price");
        Metric<Ratio> priceShare = (lostToPrice / Sales.LostAmount).Named("share of price");
        Metric<Ratio> arrGrowth = Revenue.Arr.GrowthOver(Revenue.Arr.PriorYear()).Named("ARR growth over the year");
        Metric<Money> spendByDeals = Marketing.AcquisitionSpend.AllocatedBy(Sales.CreatedDeals).Named("spend by deals");
        Metric<Money> spendPerWin = (spendByDeals / Sales.WonDeals).Named("spend per won deal");
        Metric<Multiple> revenueToSpend = (Revenue.Mrr.OverMonths() / Marketing.AcquisitionSpend).AsMultiple().Named("recurring revenue to spend");

        Assert.All(DefinitionsHere(), definition => Assert.Contains(definition, Program, StringComparison.Ordinal));
        Assert.Equal(8, DefinitionsHere().Length);
        // The books begin with 2025; a year before there is only from 2026.
        ReportingPeriod[] periods = [.. ReportingCalendar.Gregorian.Quarters(2025), .. ReportingCalendar.Gregorian.Quarters(2026).Take(2)];
        HashSet<string> told = [];
        foreach (RevenueDataset data in RandomBooks.All.Sample(size: 50, seed: new Rnd(7), numberOfSamples: 60).Where(HasEnterprise).Select(book => book.Build()))
        {
            TwinEngine both = new(data.Engine, new NaiveEngine(data));
            void Agree(Metric[] metrics, params Dimension[] by) =>
                told.UnionWith(both.EvaluateAsync(metrics, periods, by).AsTask().GetAwaiter().GetResult().Results
                    .Where(result => result.IsDefined).Select(result => result.Metric.Name));
            Agree([enterpriseShare, arrGrowth, revenueToSpend], Dimensions.Segment);
            Agree([winRateOfYear, lostToPrice, priceShare], Dimensions.Owner);
            Agree([spendByDeals, spendPerWin], Dimensions.Product);
        }

        Assert.Equal(8, told.Count);

        // A segment that no customer has ever been in is refused: it would be a slip of the pen.
        static bool HasEnterprise(RandomBook book) => book.Customers.Any(customer => customer.Attributes.Any(attribute => attribute.Value == "Enterprise"));
    }

    /// <summary>The statements above that make metrics, without their layout.</summary>
    private static string[] DefinitionsHere([CallerFilePath] string file = "")
    {
        string here = File.ReadAllText(Path.Combine(ReferenceFolder.Repository, "tests", "RevOps.Metrics.Tests", "Docs", Path.GetFileName(file)));
        string[] parts = here.Split("// The page's own code:");
        string definitions = parts[1][..parts[1].IndexOf("Assert", StringComparison.Ordinal)];
        return [.. definitions.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(statement => Flat(statement) + ";")];
    }

    private static string[] BlocksOf(string language) =>
        [.. Page.Split($"```{language}\n").Skip(1).Select(rest => rest[..rest.IndexOf("\n```", StringComparison.Ordinal)])];

    /// <summary>Without the layout: a page has shorter lines than a program.</summary>
    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Read(params string[] path) =>
        File.ReadAllText(Path.Combine([ReferenceFolder.Repository, .. path])).ReplaceLineEndings("\n");
}
