using NodaTime;
using static RevOps.Metrics.Tests.Given;
using static RevOps.Metrics.Tests.IssueCase;

namespace RevOps.Metrics.Tests;

public class CurrencyChecksTests
{
    // A thousandth of the range of 64 bits is 9,223,372,036,854,775 hundredths of a cent.
    private static readonly Money LargestAmount = Usd(922_337_203_685.4775m);
    private static readonly Money TooLarge = LargestAmount + Usd(0.0001m);
    private static readonly DatasetOptions InDollars = new() { ReportingCurrency = Currency.Usd };

    public static TheoryData<string> Codes => CodesOf(Cases);

    public static TheoryData<string> Types => [.. WithAmount(Usd(1)).Keys];

    internal static IssueCase[] Cases { get; } =
    [
        .. WithAmount(Eur(1)).Select(entry => Error($"{entry.Key}.rate.missing", NameOf(entry.Key, Eur(1)), FieldOf(entry.Key),
            $"no exchange rate from EUR to USD on {RateDayOf(entry.Key)}", ACustomer, entry.Value) with { Options = InDollars }),
        .. WithAmount(TooLarge).Select(entry => Error($"{entry.Key}.amount.too-large", NameOf(entry.Key, TooLarge), FieldOf(entry.Key),
            "922337203685.4776 USD is too large to be summed exactly", ACustomer, entry.Value)),
        .. WithAmount(LargestAmount).Keys.Select(type => Error($"{type}.amount.sum-too-large", $"all 251 of type {type}", "amount",
            "too large to be summed exactly", [ACustomer, .. Many(type, 251)])),
        Note("subscription.price.rounded", "subscription S1", "price", "10 USD a 7 months comes to no whole hundredth of a minor unit a year, and counts as 17.1429 USD",
            ACustomer, ASubscription with { Terms = [ATerm with { Price = Usd(10), Interval = new BillingInterval(7, BillingUnit.Month) }] }),
    ];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_broken_rule_names_record_field_and_remedy(string code) => Cases.Single(issueCase => issueCase.Code == code).Holds();

    [Theory]
    [MemberData(nameof(Types))]
    public void The_largest_amounts_are_kept_and_their_sum_fits(string type)
    {
        // 250 thousandths of the range are a quarter of it.
        RevenueDataset data = Build(Strict, [ACustomer, .. Many(type, 250)]);
        Assert.Equal(250, RecordsOf(data).Count(record => record is not RevOps.Metrics.Customer));
    }

    [Fact]
    public void A_sum_that_is_too_large_ends_a_lenient_build_too()
    {
        var error = Assert.Throws<DataIssueException>(() => Build(Lenient, [ACustomer, .. Many("invoice", 251)]));
        Assert.Equal("invoice.amount.sum-too-large", error.Issue.Code);
    }

    [Fact]
    public void What_was_left_out_is_not_in_the_sum() =>
        Assert.Equal(250, Build(Lenient, [ACustomer, .. Many("invoice", 250), AnInvoice with { Amount = TooLarge }]).Invoices.Count);

    [Fact]
    public void An_amount_beyond_even_a_decimal_is_an_issue_and_not_an_overflow()
    {
        PriceTerm term = ATerm with { Price = Usd(decimal.MaxValue), Quantity = decimal.MaxValue };
        RevenueDataset data = Build(Lenient, ACustomer, ASubscription with { Terms = [term] }, AWonDeal with { Amount = Usd(decimal.MaxValue) });
        Assert.Equal(["deal.amount.too-large", "subscription.amount.too-large"], data.Issues.Select(issue => issue.Code));
    }

    [Fact]
    public void A_price_is_judged_by_what_it_comes_to_in_a_year()
    {
        // 12 months of 100 thousand million are 1.2 million million, more than the largest amount.
        Subscription yearly = ASubscription with { Terms = [ATerm with { Price = Usd(100_000_000_000m), Interval = BillingInterval.Year }] };
        Assert.Empty(Build(Strict, ACustomer, yearly).Issues);
        Subscription monthly = yearly with { Terms = [yearly.Terms[0] with { Interval = BillingInterval.Month }] };
        Assert.Throws<DataIssueException>(() => Build(Strict, ACustomer, monthly));
    }

    [Fact]
    public void Every_amount_of_a_deal_is_checked_even_where_it_has_no_date()
    {
        foreach (Deal deal in new[]
        {
            AnOpenDeal with { CreatedOn = null, Amount = TooLarge },
            AnOpenDeal with { OneTimeAmount = TooLarge },
            AnOpenDeal with { TotalContractValue = TooLarge },
            AnOpenDeal with { History = [new() { On = On(2, 1), Amount = TooLarge }] },
        })
        {
            Assert.Equal("deal.amount.too-large", Assert.Throws<DataIssueException>(() => Build(Strict, ACustomer, deal)).Issue.Code);
        }
    }

    [Fact]
    public void A_deal_needs_a_rate_when_it_is_created_and_not_only_when_it_closes()
    {
        DatasetOptions options = InDollars with { ExchangeRates = new ExchangeRates([new(On(2, 1), Currency.Eur, Currency.Usd, 1.1m)]) };
        Deal deal = AWonDeal with { Amount = Eur(1) };
        var error = Assert.Throws<DataIssueException>(() => Build(options, ACustomer, deal));
        Assert.Contains("on 2026-01-10", error.Issue.Message, StringComparison.Ordinal);
        Assert.Empty(Build(options, ACustomer, deal with { CreatedOn = On(2, 1) }).Issues);
    }

    [Fact]
    public void A_deal_without_dates_is_told_at_the_last_rate()
    {
        Deal undated = AnOpenDeal with { CreatedOn = null, Amount = Eur(1) };
        var error = Assert.Throws<DataIssueException>(() => Build(InDollars, ACustomer, undated));
        Assert.Contains("for a record without a date", error.Issue.Message, StringComparison.Ordinal);
        DatasetOptions options = InDollars with { ExchangeRates = new ExchangeRates([new(On(2, 1), Currency.Eur, Currency.Usd, 1.1m)]) };
        Assert.Single(Build(options, ACustomer, undated).Deals);
    }

    [Fact]
    public void A_missing_rate_names_pair_and_day_and_what_to_add()
    {
        DataIssue issue = Assert.Single(Build(Lenient with { ReportingCurrency = Currency.Usd }, ASpend with { Amount = Eur(1) }).Issues);
        Assert.Equal("there is no exchange rate from EUR to USD on 2026-01-01.", issue.Message);
        Assert.Equal("Add the rate EUR/USD of that day, or an earlier one that still holds, to DatasetOptions.ExchangeRates.", issue.Remedy);
    }

    private static IEnumerable<object> Many(string type, int count) => Enumerable.Range(1, count).Select(i => WithAmount(LargestAmount)[type] switch
    {
        Subscription r => r with { Id = $"S{i}" },
        Deal r => r with { Id = $"D{i}" },
        Invoice r => r with { Id = $"I{i}" },
        CreditNote r => r with { Id = $"N{i}" },
        Payment r => r with { Id = $"P{i}" },
        ForecastSnapshot r => r with { TakenOn = r.TakenOn.PlusDays(i) },
        var withoutId => withoutId,
    });

    private static string FieldOf(string type) => type == "subscription" ? "price" : "amount";

    private static string RateDayOf(string type) => type switch
    {
        "deal" => "2026-01-10",
        "credit-note" => "2026-01-15",
        "payment" => "2026-01-20",
        "forecast" => "2026-01-05",
        "financial-figure" => "2026-01-31",
        _ => "2026-01-01",
    };

    private static string NameOf(string type, Money amount) => type switch
    {
        "subscription" => "subscription S1",
        "deal" => "deal D1",
        "spend" => $"spend of {amount} on Marketing from 2026-01-01",
        "invoice" => "invoice I1",
        "credit-note" => "credit note N1",
        "payment" => "payment P1",
        "forecast" => "forecast of Ada taken on 2026-01-05 for 2026-01-01..2026-04-01",
        "quota" => "quota of Ada for 2026-01-01..2026-04-01",
        _ => "figure Revenue on 2026-01-31",
    };
}
