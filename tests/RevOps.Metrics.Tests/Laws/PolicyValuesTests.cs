namespace RevOps.Metrics.Tests;

public sealed class PolicyValuesTests
{
    [Fact]
    public void Two_thousand_five_hundred_cases_of_a_law_see_every_value_and_every_pair() => Assert.InRange(PolicyValues.AllCombinations.Count, 1500, 2500);

    [Fact]
    public void A_thousand_of_them_ask_the_whole_catalogue() =>
        Assert.InRange(PolicyValues.AllCombinations.Count(policy => !Question.IsOfLedgerAlone(policy)), 1000, 2500);

    [Fact]
    public void Every_option_has_a_value_in_the_laws() =>
        Assert.Equal(PolicyOption.All.Select(option => option.Name.Replace("Ledger.", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            PolicyValues.Each.Select(value => value.Option).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Only_the_first_day_of_netted_or_converted_periods_contradicts_itself()
    {
        var contradictions =
            from one in PolicyValues.Each
            from other in PolicyValues.Each
            where one.Option != other.Option && PolicyValues.Contradict(one.Set, other.Set)
            select (one.Option, other.Option);
        Assert.Equal(
            [("FxRate", "PeriodState"), ("Netting", "PeriodState"), ("PeriodState", "FxRate"), ("PeriodState", "Netting")], contradictions.Distinct().Order());
    }
}
