using static RevOps.Metrics.Tests.Given;
using static RevOps.Metrics.Tests.IssueCase;

namespace RevOps.Metrics.Tests;

public class SubscriptionChecksTests
{
    public static TheoryData<string> Codes => CodesOf(Cases);

    internal static IssueCase[] Cases { get; } =
    [
        Error("subscription.id.empty", "subscription number 1", "id", "it is empty", ACustomer, ASubscription with { Id = "" }),
        Error("subscription.id.duplicate", "subscription S1", "id", "'S1' stands twice", ACustomer, ASubscription, ASubscription),
        Error("subscription.customer.empty", "subscription S1", "customer", "it is empty",
            ACustomer, ASubscription with { CustomerId = "" }),
        Error("subscription.customer.unknown", "subscription S1", "customer", "'C9' is not among",
            ACustomer, ASubscription with { CustomerId = "C9" }),
        Error("subscription.end.before-start", "subscription S1", "end", "2025-12-31 is before start 2026-01-01",
            ACustomer, ASubscription with { End = On(1, 1).PlusDays(-1) }),
        Error("subscription.trial-end.before-start", "subscription S1", "trial end", "2025-12-31 is before start 2026-01-01",
            ACustomer, ASubscription with { TrialEnd = On(1, 1).PlusDays(-1) }),
        Error("subscription.cancellation.withdrawn-before-request", "subscription S1", "withdrawn on", "2026-03-01 is before requested on 2026-03-02",
            ACustomer, ASubscription with { Cancellations = [new() { RequestedOn = On(3, 2), WithdrawnOn = On(3, 1) }] }),
        Error("subscription.terms.missing", "subscription S1", "terms", "it has no price term",
            ACustomer, ASubscription with { Terms = [] }),
        WithTerms("subscription.term.to-before-from", "term to", "2025-12-31 is before term from 2026-01-01",
            ATerm with { To = On(1, 1).PlusDays(-1) }),
        WithTerms("subscription.term.price.negative", "price", "-100 USD is below zero", ATerm with { Price = Usd(-100) }),
        WithTerms("subscription.term.quantity.negative", "quantity", "-0.5 is below zero", ATerm with { Quantity = -0.5m }),
        WithTerms("subscription.terms.overlap", "terms", "two prices hold on 2026-06-01",
            ATerm with { To = On(6, 2) }, ATerm with { From = On(6, 1) }),
        WithDiscount("subscription.discount.to-before-from", "discount to", "2025-12-31 is before discount from 2026-01-01",
            new() { Share = 0.1m, To = On(1, 1).PlusDays(-1) }),
        WithDiscount("subscription.discount.kind", "discount", "a share or an amount", new() { Share = 0.1m, Amount = Usd(1) }),
        WithDiscount("subscription.discount.share.range", "share", "20 is not between 0 and 1", new() { Share = 20 }),
        WithDiscount("subscription.discount.amount.negative", "amount", "-5 USD is below zero", new() { Amount = Usd(-5) }),
        WithDiscount("subscription.discount.amount.currency", "amount", "5 EUR is in another currency than the price 100 USD",
            new() { Amount = Eur(5) }),
        Error("subscription.pause.to-before-from", "subscription S1", "pause to", "2026-02-28 is before pause from 2026-03-01",
            ACustomer, ASubscription with { Pauses = [new(On(3, 1), On(2, 28))] }),
        Error("subscription.pauses.overlap", "subscription S1", "pauses", "two pauses hold on 2026-04-01",
            ACustomer, ASubscription with { Pauses = [new(On(4, 1)), new(On(3, 1), On(4, 2))] }),

        Warning("subscription.terms.late", "subscription S1", "terms", "from 2026-01-01 to 2026-01-02",
            ACustomer, ASubscription with { Terms = [ATerm with { From = On(1, 2) }] }),
        Warning("subscription.terms.short", "subscription S1", "terms", "from 2026-12-31 to the end of service on 2027-01-01",
            ACustomer, ASubscription with { End = On(12, 31).PlusDays(1), Terms = [ATerm with { To = On(12, 31) }] }),
        Warning("subscription.terms.gap", "subscription S1", "terms", "from 2026-06-01 to 2026-06-02",
            ACustomer, ASubscription with { Terms = [ATerm with { To = On(6, 1) }, ATerm with { From = On(6, 2) }] }),
        Warning("subscription.terms.currencies", "subscription S1", "terms", "in several currencies",
            ACustomer, ASubscription with { Terms = [ATerm, ATerm with { From = On(6, 1), Price = Eur(90) }] }) with { Options = EuroRates },
        Warning("subscription.term.after-end", "subscription S1", "terms", "the term from 2026-06-01 starts after the service ended",
            ACustomer, ASubscription with { End = On(6, 1), Terms = [ATerm, ATerm with { From = On(6, 1) }] }),
        Warning("subscription.discount.after-end", "subscription S1", "discount to", "2026-06-02 is after the end of service 2026-06-01",
            ACustomer, ASubscription with { End = On(6, 1), Terms = [ATerm with { Discounts = [new() { Share = 0.1m, To = On(6, 2) }] }] }),
        Warning("subscription.cancellation.before-start", "subscription S1", "requested on", "2025-12-31 is before start 2026-01-01",
            ACustomer, ASubscription with { Cancellations = [new() { RequestedOn = On(1, 1).PlusDays(-1) }] }),
        Warning("subscription.contract-length.short", "subscription S1", "contract length", "a contract of 'month' is shorter than the 'year' that one price pays for",
            ACustomer, ASubscription with { ContractLength = BillingInterval.Month, Terms = [ATerm with { Interval = BillingInterval.Year }] }),
        Warning("subscription.renews.unknown", "subscription S1", "renews", "'S0' is not among the subscriptions",
            ACustomer, ASubscription with { RenewsId = "S0" }),
        Warning("subscription.replaces.unknown", "subscription S1", "replaces", "'S0' is not among the subscriptions",
            ACustomer, ASubscription with { ReplacesId = "S0" }),
        Warning("subscription.start.one-day-gap", "subscription S2", "start", "it starts on 2026-06-01, a day after 'S1' ended",
            ACustomer, ASubscription with { End = On(5, 31) }, ASubscription with { Id = "S2", Start = On(6, 1), Terms = [ATerm with { From = On(6, 1) }] }),
    ];

    private static DatasetOptions EuroRates => new()
    {
        ReportingCurrency = Currency.Usd, ExchangeRates = new ExchangeRates([new(On(1, 1), Currency.Eur, Currency.Usd, 1.1m)]),
    };

    private static IssueCase WithTerms(string code, string field, string message, params PriceTerm[] terms) =>
        Error(code, "subscription S1", field, message, ACustomer, ASubscription with { Terms = [.. terms] });

    private static IssueCase WithDiscount(string code, string field, string message, Discount discount) =>
        WithTerms(code, field, message, ATerm with { Discounts = [discount] });

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_broken_rule_names_record_field_and_remedy(string code) => Cases.Single(issueCase => issueCase.Code == code).Holds();

    [Fact]
    public void Terms_that_touch_a_day_of_service_and_none_are_sound()
    {
        Subscription oneDay = ASubscription with { End = On(1, 2) };
        Subscription never = ASubscription with { Id = "S2", End = On(1, 1) };
        Subscription stepped = ASubscription with { Id = "S3", Terms = [ATerm with { From = On(6, 1) }, ATerm with { To = On(6, 1) }] };
        Assert.Empty(Build(Strict, ACustomer, oneDay, never, stepped).Issues);
    }

    [Fact]
    public void A_gap_of_one_day_hints_at_inclusive_end_dates_and_a_longer_one_does_not()
    {
        string Remedy(int nextDay) => Assert.Single(Build(
            Strict, ACustomer, ASubscription with { Terms = [ATerm with { To = On(6, 1) }, ATerm with { From = On(6, nextDay) }] }).Issues).Remedy;
        Assert.Contains("inclusive", Remedy(2), StringComparison.Ordinal);
        Assert.DoesNotContain("inclusive", Remedy(3), StringComparison.Ordinal);
    }

    [Fact]
    public void A_price_that_stops_while_the_service_goes_on_is_doubted()
    {
        DataIssue issue = Assert.Single(Build(Strict, ACustomer, ASubscription with { Terms = [ATerm with { To = On(12, 31) }] }).Issues);
        Assert.Equal("no price is known from 2026-12-31 on, and no end of service.", issue.Message);
    }

    [Fact]
    public void A_term_without_days_does_not_overlap_the_one_that_starts_with_it()
    {
        PriceTerm corrected = ATerm with { To = ATerm.From, Price = Usd(1) };
        Assert.Empty(Build(Strict, ACustomer, ASubscription with { Terms = [ATerm, corrected] }).Issues);
        Assert.Throws<DataIssueException>(() => Build(Strict, ACustomer, ASubscription with { Terms = [ATerm, ATerm] }));
    }

    [Fact]
    public void A_discount_agreed_beyond_a_cancellation_and_a_cancellation_of_what_was_only_signed_are_sound()
    {
        Discount discount = new() { Share = 0.1m, To = On(12, 1) };
        Subscription left = ASubscription with
        {
            End = On(6, 1),
            Terms = [ATerm with { Discounts = [discount] }],
            Cancellations = [new() { RequestedOn = On(5, 1) }],
        };
        Subscription lasting = ASubscription with { Id = "S2", End = On(12, 1), Terms = [ATerm with { Discounts = [discount] }] };
        Subscription neverBegun = ASubscription with
        {
            Id = "S3",
            SignedOn = On(1, 1).PlusDays(-20),
            End = On(1, 1),
            Cancellations = [new() { RequestedOn = On(1, 1).PlusDays(-20) }],
        };
        Assert.Empty(Build(Strict, ACustomer, left, lasting, neverBegun).Issues);

        Subscription stayed = left with { Cancellations = [new() { RequestedOn = On(5, 1), WithdrawnOn = On(5, 2) }] };
        Subscription signedLater = neverBegun with { SignedOn = On(1, 1).PlusDays(-19) };
        Assert.Equal(
            ["subscription.cancellation.before-start", "subscription.discount.after-end"],
            Build(Strict, ACustomer, stayed, signedLater).Issues.Select(issue => issue.Code));
    }

    [Fact]
    public void A_discount_without_share_and_amount_is_none() =>
        Assert.Throws<DataIssueException>(() => Build(Strict, ACustomer, ASubscription with { Terms = [ATerm with { Discounts = [new()] }] }));

    [Fact]
    public void All_that_is_wrong_with_a_record_is_said_at_once()
    {
        Subscription subscription = ASubscription with { CustomerId = "", End = On(1, 1).PlusDays(-1), Terms = [ATerm with { Quantity = -1 }] };
        RevenueDataset data = Build(Lenient, ACustomer, subscription);
        Assert.Empty(data.Subscriptions);
        Assert.Equal(
            ["subscription.customer.empty", "subscription.end.before-start", "subscription.term.quantity.negative"],
            data.Issues.Where(issue => issue.Severity == DataIssueSeverity.Error).Select(issue => issue.Code));
    }

    [Fact]
    public void A_gap_in_which_another_subscription_serves_is_none()
    {
        RevenueDataset data = Build(Strict, ACustomer, ASubscription with { Id = "S0" }, ASubscription with { End = On(5, 31) },
            ASubscription with { Id = "S2", Start = On(6, 1), Terms = [ATerm with { From = On(6, 1) }] });
        Assert.Empty(data.Issues);
    }
}
