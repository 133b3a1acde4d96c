using static RevOps.Metrics.Tests.Given;
using static RevOps.Metrics.Tests.IssueCase;

namespace RevOps.Metrics.Tests;

public class DealChecksTests
{
    public static TheoryData<string> Codes => CodesOf(Cases);

    internal static IssueCase[] Cases { get; } =
    [
        Error("deal.id.empty", "deal number 1", "id", "it is empty", ACustomer, AWonDeal with { Id = "" }),
        Error("deal.id.duplicate", "deal D1", "id", "'D1' stands twice", ACustomer, AWonDeal, AnOpenDeal),
        Error("deal.closed-on.missing", "deal D1", "closed on", "it is Won and has no close date",
            ACustomer, AWonDeal with { ClosedOn = null }),
        Error("deal.closed-on.open", "deal D1", "closed on", "it is open and has the close date 2026-03-01",
            ACustomer, AWonDeal with { Outcome = DealOutcome.Open }),
        Error("deal.closed-on.before-created-on", "deal D1", "closed on", "2026-01-09 is before created on 2026-01-10",
            ACustomer, AWonDeal with { ClosedOn = On(1, 9) }),
        Error("deal.splits.sum", "deal D1", "splits", "add up to 0.9.",
            ACustomer, AWonDeal with { Splits = [new("Ada", 0.5m), new("Bo", 0.4m)] }),
        Error("deal.history.before-created-on", "deal D1", "history on", "2026-01-09 is before created on 2026-01-10",
            ACustomer, AWonDeal with { History = [new() { On = On(1, 9), Stage = "Demo" }] }),
        Error("deal.history.amount.negative", "deal D1", "history amount", "-1 USD is below zero",
            ACustomer, AWonDeal with { History = [new() { On = On(1, 11), Amount = Usd(-1) }] }),
        Error("deal.amount.negative", "deal D1", "amount", "-1 USD is below zero", ACustomer, AWonDeal with { Amount = Usd(-1) }),
        Error("deal.one-time-amount.negative", "deal D1", "one-time amount", "-1 USD is below zero",
            ACustomer, AWonDeal with { OneTimeAmount = Usd(-1) }),
        Error("deal.total-contract-value.negative", "deal D1", "total contract value", "-1 USD is below zero",
            ACustomer, AWonDeal with { TotalContractValue = Usd(-1) }),
        Error("deal.customer.unknown", "deal D1", "customer", "'C9' is not among", ACustomer, AWonDeal with { CustomerId = "C9" }),

        Warning("deal.customer.missing", "deal D1", "customer", "it names no customer", ACustomer, AWonDeal with { CustomerId = null }),
        Warning("deal.created-on.missing", "deal D1", "created on", "it has no creation date",
            ACustomer, AWonDeal with { CreatedOn = null }),
        Warning("deal.expected-close-on.missing", "deal D1", "expected close on", "not even an expected one",
            ACustomer, AnOpenDeal with { ExpectedCloseOn = null }),
        Warning("deal.amount.missing", "deal D1", "amount", "it is Won and has no amount", ACustomer, AWonDeal with { Amount = null }),
        Warning("deal.amount.zero", "deal D1", "amount", "it is Won with an amount of zero", ACustomer, AWonDeal with { Amount = Usd(0) }),
        Warning("deal.amount.zero-when-lost", "deal D1", "amount", "it is Lost with an amount of zero",
            ACustomer, AWonDeal with { Outcome = DealOutcome.Lost, Amount = Usd(0) }),
        Warning("deal.subscription.unknown", "deal D1", "subscription", "'S9' is not among the subscriptions",
            ACustomer, ASubscription, AWonDeal with { SubscriptionId = "S9" }),
        Warning("deal.renews-subscription.unknown", "deal D1", "renews subscription", "'S9' is not among the subscriptions",
            ACustomer, ASubscription, AWonDeal with { RenewsSubscriptionId = "S9" }),
        Warning("deal.stage.unknown", "deal D1", "stage", "'Trial' is not among the stages",
            ACustomer, AnOpenDeal with { History = [new() { On = On(1, 11), Stage = "Demo" }, new() { On = On(1, 12), Stage = "Trial" }], Stage = "Demo" })
            with { Options = new() { Stages = ["Demo", "Proposal"] } },
    ];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_broken_rule_names_record_field_and_remedy(string code) => Cases.Single(issueCase => issueCase.Code == code).Holds();

    [Fact]
    public void A_deal_closed_on_the_day_it_was_created_with_shares_that_make_a_whole_is_sound()
    {
        Deal deal = AWonDeal with { ClosedOn = AWonDeal.CreatedOn, Splits = [new("Ada", 0.7m), new("Bo", 0.3m)] };
        Assert.Empty(Build(Strict, ACustomer, deal, deal with { Id = "D2", Outcome = DealOutcome.Void, Amount = null }).Issues);
    }

    [Fact]
    public void What_the_history_knows_is_not_missing()
    {
        Deal deal = AnOpenDeal with
        {
            Amount = null,
            ExpectedCloseOn = null,
            History = [new() { On = On(2, 1), Amount = Usd(5), ExpectedCloseOn = On(6, 30) }],
        };
        Assert.Empty(Build(Strict, ACustomer, deal).Issues);
    }

    [Theory]
    [InlineData(DealOutcome.Open, "the pipeline is too small")]
    [InlineData(DealOutcome.Won, "the average deal is too small")]
    [InlineData(DealOutcome.Lost, "win rate by value is too high")]
    public void An_amount_of_zero_says_which_metric_it_bends(DealOutcome outcome, string consequence)
    {
        Deal deal = outcome == DealOutcome.Open ? AnOpenDeal : AWonDeal with { Outcome = outcome };
        DataIssue issue = Assert.Single(Build(Strict, ACustomer, deal with { Amount = Usd(0) }).Issues);
        Assert.Contains(consequence, issue.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_stages_and_for_the_stage_of_a_closed_deal_no_name_is_doubted()
    {
        Deal closed = AWonDeal with { Stage = "Closed Won", History = [new() { On = On(1, 11), Stage = "Demo" }, new() { On = On(3, 1), Stage = "Closed Won" }] };
        Assert.Empty(Build(Strict, ACustomer, closed).Issues);
        Assert.Empty(Build(Strict with { Stages = ["Demo"] }, ACustomer, closed).Issues);
        Assert.Empty(Build(Strict with { Stages = ["Trial"] }, ACustomer, closed with { Outcome = DealOutcome.Void }).Issues);
    }

    [Fact]
    public void Without_a_list_of_subscriptions_no_link_to_one_is_doubted()
    {
        Assert.Empty(Build(Strict, ACustomer, AWonDeal with { SubscriptionId = "S9", RenewsSubscriptionId = "S8" }).Issues);
    }

    [Fact]
    public void A_link_to_a_subscription_that_was_left_out_is_doubted_wherever_it_stands()
    {
        object[] records = [ACustomer, AWonDeal with { SubscriptionId = "S1" }, ASubscription with { Terms = [ATerm with { Price = Eur(1) }] }];
        foreach (object[] order in new[] { records, [.. records.Reverse()] })
        {
            RevenueDataset data = Build(Lenient with { ReportingCurrency = Currency.Usd }, order);
            Assert.Equal(1, data.Issues.CountOf("subscription.rate.missing"));
            Assert.Equal(1, data.Issues.CountOf("deal.subscription.unknown"));
        }
    }
}
