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
    public void An_entry_is_found_by_its_id_and_only_by_it()
    {
        Assert.All(MetricCatalog.All, metric => Assert.Same(metric, MetricCatalog.Find(metric.Definition!.Id)));
        Assert.Same(Sales.WinRate, MetricCatalog.Find("sales.win-rate"));
        Assert.Null(MetricCatalog.Find("Sales.Win-Rate"));
        Assert.Null(MetricCatalog.Find("sales"));
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
}
