namespace RevOps.Metrics.Tests;

public sealed class CatalogExamplesTests
{
    public static TheoryData<string, int> Cases
    {
        get
        {
            TheoryData<string, int> cases = [];
            foreach ((int number, CatalogExample example) in CatalogExamples.All.Index()) cases.Add(example.Metric.Definition!.Id, number);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task An_entry_gives_what_was_worked_out_by_hand(string id, int number)
    {
        CatalogExample example = CatalogExamples.All[number];
        Assert.Equal(id, example.Metric.Definition!.Id);
        TwinEngine both = new(example.Data.Engine, new NaiveEngine(example.Data));
        MetricTable table = await both.EvaluateAsync([example.Metric], [example.Period], options: example.Options);
        Assert.Equal(Rounded(example.Expected), Rounded(table[example.Metric, example.Period].Magnitude));
    }

    [Fact]
    public void Every_entry_has_an_example() => Assert.Empty(MetricCatalog.All.Except(CatalogExamples.All.Select(example => example.Metric)));

    [Fact]
    public void Every_entry_has_an_example_with_a_value_other_than_zero() => Assert.Empty(
        MetricCatalog.All.Except(CatalogExamples.All.Where(example => example.Expected is not null and not 0).Select(example => example.Metric)));

    /// <summary>Quotients are written down to twelve decimals.</summary>
    private static decimal? Rounded(decimal? number) => number is { } value ? decimal.Round(value, 12) : null;
}
