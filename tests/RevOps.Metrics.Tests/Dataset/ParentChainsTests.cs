using NodaTime;
using static RevOps.Metrics.Tests.Given;

namespace RevOps.Metrics.Tests;

public class ParentChainsTests
{
    private static readonly LocalDate June = On(6, 1);

    [Fact]
    public void A_chain_that_never_leads_back_is_sound() =>
        Assert.Null(FirstDayOfCycle(Of("A", new CustomerParent("B")), Of("B", new CustomerParent("C")), Of("C", new CustomerParent(null))));

    [Fact]
    public void Two_that_change_places_on_one_day_are_never_each_other_s_parent() =>
        Assert.Null(FirstDayOfCycle(
            Of("A", new CustomerParent("B"), new CustomerParent(null, June)), Of("B", new CustomerParent(null), new CustomerParent("A", June))));

    [Fact]
    public void A_day_on_which_both_hold_is_a_cycle() =>
        Assert.Equal(June, FirstDayOfCycle(
            Of("A", new CustomerParent("B"), new CustomerParent(null, June.PlusDays(1))), Of("B", new CustomerParent("A", June))));

    [Fact]
    public void A_cycle_of_three_is_found_by_the_last() =>
        Assert.Equal(LocalDate.MinIsoValue, FirstDayOfCycle(
            Of("A", new CustomerParent("B")), Of("B", new CustomerParent("C")), Of("C", new CustomerParent("A"))));

    [Fact]
    public void A_chain_whose_links_hold_at_different_times_is_none() =>
        Assert.Null(FirstDayOfCycle(
            Of("A", new CustomerParent("B", On(1, 1)), new CustomerParent(null, On(2, 1))),
            Of("B", new CustomerParent("C", On(2, 1)), new CustomerParent(null, On(3, 1))),
            Of("C", new CustomerParent("A"))));

    [Fact]
    public void A_customer_that_leads_back_is_not_added()
    {
        ParentChains chains = new();
        Assert.True(chains.TryAdd(Of("A", new CustomerParent("B")), out _));
        Assert.False(chains.TryAdd(Of("B", new CustomerParent("A")), out _));
        Assert.True(chains.TryAdd(Of("B", new CustomerParent("C")), out _));
        Assert.False(chains.TryAdd(Of("C", new CustomerParent("A")), out _));
    }

    [Fact]
    public void Which_customer_of_a_cycle_is_left_out_does_not_depend_on_their_order()
    {
        Customer[] cycle = [Of("A", new CustomerParent("B")), Of("B", new CustomerParent("C")), Of("C", new CustomerParent("A"))];
        Assert.Equal(["A", "B"], Build(Lenient, cycle).Customers.Select(customer => customer.Id));
        Assert.Equal(["A", "B"], Build(Lenient, cycle.Reverse()).Customers.Select(customer => customer.Id));
    }

    [Fact]
    public void A_version_that_closes_a_cycle_leaves_the_one_before_it_in_force()
    {
        Customer[] versions = [Of("A", new CustomerParent("B")), Of("B"), Of("B", new CustomerParent("A")) with { RecordedOn = June }];
        RevenueDataset data = Build(Lenient, versions);
        Assert.Equal(versions[..2], data.Customers);
        Assert.Equal(1, data.Issues.CountOf("customer.parent.cycle"));
    }

    private static Customer Of(string id, params ReadOnlySpan<CustomerParent> parents) => new() { Id = id, Parents = ValueList.Create(parents) };

    /// <summary>The day told when the last one is added to those before it; the first day there is for one without a beginning.</summary>
    private static LocalDate? FirstDayOfCycle(params Customer[] customers)
    {
        ParentChains chains = new();
        Assert.All(customers.SkipLast(1), customer => Assert.True(chains.TryAdd(customer, out _)));
        return chains.TryAdd(customers[^1], out LocalDate? day) ? null : day ?? LocalDate.MinIsoValue;
    }
}
