using FsCheck;
using FsCheck.Fluent;

namespace RevOps.Metrics.Tests;

public sealed class MetricCatalogTests
{
    [Fact]
    public void Every_entry_has_an_id_of_its_own_and_says_what_it_is()
    {
        Assert.All(MetricCatalog.All, metric =>
        {
            Assert.NotNull(metric.Definition);
            Assert.Matches("^[a-z-]+\\.[a-z-]+$", metric.Definition.Id);
            Assert.Equal(metric.Name, metric.Definition.Name);
            Assert.EndsWith(".", metric.Definition.Definition, StringComparison.Ordinal);
            Assert.NotEmpty(metric.Definition.Formula);
        });
        Assert.Equal(MetricCatalog.All.Count, MetricCatalog.All.DistinctBy(metric => metric.Definition!.Id).Count());
    }

    [Fact]
    public void Every_entry_names_a_page_or_a_paper_that_defines_it_or_says_why_it_is_defined_here() =>
        Assert.All(MetricCatalog.All, metric => Assert.Matches(
            "^(https://[^ ]+( [(].+[)])?|[^:]+ [(][0-9]{4}[)]|Defined here: .+[^.])$", metric.Definition!.Source ?? $"{metric.Name} has no source"));

    [Fact]
    public void An_entry_is_found_by_its_id_and_only_by_it()
    {
        Assert.All(MetricCatalog.All, metric => Assert.Same(metric, MetricCatalog.Find(metric.Definition!.Id)));
        Assert.Same(Sales.WinRate, MetricCatalog.Find("sales.win-rate"));
        Assert.Null(MetricCatalog.Find("Sales.Win-Rate"));
        Assert.Null(MetricCatalog.Find("sales"));
    }

    [Theory]
    [InlineData("sales.winrate", "'sales.win-rate'")]
    [InlineData("sales.win-rat", "'sales.win-rate'")]
    [InlineData("marketing.cca", "'marketing.cac'")]
    [InlineData("sales.arr", "'revenue.arr'")]
    [InlineData("Quick Ratio", "'revenue.quick-ratio'")]
    [InlineData("success.logo-retenton", "'success.logo-retention'")]
    public void An_unknown_id_is_answered_with_the_nearest(string id, string nearest)
    {
        string message = Assert.Throws<ArgumentException>(() => MetricCatalog.Get(id)).Message;
        Assert.Contains($"has no metric '{id}'; did you mean {nearest}", message, StringComparison.Ordinal);
        Assert.Null(MetricCatalog.Find(id));
    }

    [Fact]
    public void An_entry_that_is_there_is_got_and_what_is_like_nothing_suggests_nothing()
    {
        Assert.Same(Sales.WinRate, MetricCatalog.Get("sales.win-rate"));
        Assert.DoesNotContain("did you mean", Assert.Throws<ArgumentException>(() => MetricCatalog.Get("x.zzzzzzzzzzzz")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => MetricCatalog.Get(" "));
    }

    [Fact]
    public void Synonyms_count_among_the_names_that_are_near()
    {
        Metric<Money> described = Marketing.AcquisitionSpend.Described(new()
        {
            Id = "test.spend", Name = "spend", Definition = "A test.", Formula = "spend", Synonyms = ["customer acquisition budget"],
        });
        Assert.Equal(["test.spend"], NearestIds.To("customer-acquisition-budgets", [described]));
    }

    [Fact]
    public void Both_waterfalls_name_every_kind_of_movement()
    {
        int kinds = Enum.GetValues<MovementKind>().Length;
        Assert.Equal(kinds + 3, Revenue.MrrWaterfall.Count);
        Assert.Equal(kinds + 3, Revenue.ArrWaterfall.Count);
        Assert.All(Enum.GetValues<MovementKind>(), kind => Assert.Contains(Revenue.MrrMovement(kind), Revenue.MrrWaterfall));
    }

    [Fact]
    public void The_policies_an_entry_names_are_options_of_the_policy()
    {
        string[] options = [.. typeof(MetricPolicy).GetProperties().Select(property => property.Name)];
        Assert.All(MetricCatalog.All, metric => Assert.All(metric.Definition!.Policies, policy => Assert.Contains(policy, options)));
    }

    [Fact]
    public void Every_option_that_changes_a_value_is_among_the_policies_of_its_entry()
    {
        ReportingPeriod[] periods = [.. ReportingCalendar.Gregorian.Quarters(2025), .. ReportingCalendar.Gregorian.Months(2025).Take(3)];
        HashSet<(string Metric, string Option)> unnamed = [];
        foreach (RevenueDataset data in RandomBooks.All.Sample(size: 50, seed: new Rnd(2026), numberOfSamples: 30).Select(book => book.Build()))
        {
            MetricTable usual = Evaluated(data, MetricCatalog.All, MetricPolicy.Default);
            foreach ((string option, Func<MetricPolicy, MetricPolicy> set) in PolicyValues.Each)
            {
                string name = typeof(LedgerPolicy).GetProperty(option) is null ? option : nameof(MetricPolicy.Ledger);
                Metric[] others = [.. MetricCatalog.All.Where(metric => !metric.Definition!.Policies.Contains(name))];
                unnamed.UnionWith(Evaluated(data, others, set(MetricPolicy.Default)).Results
                    .Where(result => result.Magnitude != usual[result.Metric, result.Period].Magnitude)
                    .Select(result => (result.Metric.Name, option)));
            }
        }

        Assert.Empty(unnamed);

        MetricTable Evaluated(RevenueDataset data, IReadOnlyList<Metric> metrics, MetricPolicy policy) => data.Evaluate(metrics, periods, options: new EvaluationOptions
        {
            Policy = policy,
            Assumptions = Question.AllStated,
        });
    }
}
