using NodaTime;
using static RevOps.Metrics.Tests.Given;

namespace RevOps.Metrics.Tests;

public partial class RevenueDatasetTests
{
    [Fact]
    public void A_spell_of_paying_runs_from_new_to_churn()
    {
        RevenueDataset data = RevenueDataset.Build(
            [Make.Customer("Acme", Make.Segment("SMB"), Make.Segment("Enterprise", "2026-03-01")), Make.Customer("Bolt")],
            [
                Make.Monthly("s-1", "Acme", 100, "2026-01-01", "2026-02-11"), Make.Monthly("s-2", "Acme", 50, "2026-02-01", "2026-03-01"),
                Make.Monthly("s-3", "Acme", 50, "2026-04-01"), Make.Monthly("s-4", "Bolt", 10, "2026-01-15", "2027-01-15") with { TrialEnd = On(1, 29) },
            ]);

        Assert.Equal(
            [
                new PayingSpell("Acme", On(1, 1), On(3, 1), MovementKind.New, MovementKind.Churn, "SMB"),
                new PayingSpell("Acme", On(4, 1), null, MovementKind.Reactivation, null, "Enterprise"),
                new PayingSpell("Bolt", On(1, 29), new LocalDate(2027, 1, 15), MovementKind.New, MovementKind.Churn),
            ],
            data.PayingSpells(by: Dimensions.Segment));
    }

    [Fact]
    public void A_change_of_segment_or_of_subscription_does_not_end_a_spell()
    {
        RevenueDataset data = RevenueDataset.Build(
            [Make.Customer("Acme", Make.Segment("SMB"), Make.Segment("Enterprise", "2026-02-01"))],
            [Make.Monthly("s-1", "Acme", 100, "2026-01-01", "2026-02-01"), Make.Monthly("s-2", "Acme", 50, "2026-02-01")]);

        PayingSpell spell = Assert.Single(data.PayingSpells());
        Assert.Equal((On(1, 1), (LocalDate?)null), (spell.From, spell.To));
        Assert.Equal(2, data.PayingSpells(LedgerPolicy.Default with { Grain = MovementGrain.Subscription }).Count);
    }

    [Fact]
    public void Who_is_acquired_goes_on_and_does_not_churn()
    {
        RevenueDataset data = RevenueDataset.Build(
            [Make.Customer("Acme"), Make.Customer("Bolt")], [Make.Monthly("s-1", "Acme", 100, "2026-01-01")],
            customerMerges: [new CustomerMerge { CustomerId = "Acme", IntoCustomerId = "Bolt", Kind = CustomerMergeKind.Acquisition, On = On(3, 1) }]);

        Assert.Equal(
            [new PayingSpell("Acme", On(1, 1), On(3, 1), MovementKind.New, MovementKind.Acquired), new PayingSpell("Bolt", On(3, 1), null, MovementKind.Acquired, null)],
            data.PayingSpells());
    }

    [Fact]
    public void Spells_by_what_movements_do_not_have_are_refused()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions: [Make.Monthly("s-1", "Acme", 100, "2026-01-01")]);

        Assert.Contains("no path to 'owner'", Assert.Throws<ArgumentException>(() => data.PayingSpells(by: Dimensions.Owner)).Message, StringComparison.Ordinal);
        Assert.Contains("No customer has the attribute 'segment'", Assert.Throws<ArgumentException>(() => data.PayingSpells(by: Dimensions.Segment)).Message, StringComparison.Ordinal);
    }
}
