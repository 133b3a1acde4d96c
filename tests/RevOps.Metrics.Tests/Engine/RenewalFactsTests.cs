using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests.Engine;

/// <summary>Which contracts fall due, and what renews them: one line each, "2026-01-01 100 -> 120, 0 days late".</summary>
public sealed class RenewalFactsTests
{
    private static readonly DatasetOptions UntilMid2027 = new()
    {
        Coverage = new Dictionary<RecordType, Coverage> { [RecordType.Subscription] = new(Day("2020-01-01"), Day("2027-07-01")) },
    };

    [Fact]
    public void A_price_by_the_year_is_due_at_the_end_of_each_year_and_renewed_by_going_on() => Falls(
        [Yearly("a", 100, "2025-03-01")],
        "2026-03-01 100 -> 100, 0 days late", "2027-03-01 100 -> 100, 0 days late", "2028-03-01 100 lost");

    [Fact]
    public void An_increase_on_the_due_day_is_in_the_renewal_and_one_within_the_year_moves_no_due_day() => Falls(
        [Subscribed("a", "c", "2025-03-01", null, Year("2025-03-01", 100), Year("2025-09-01", 110), Year("2026-03-01", 120))],
        "2026-03-01 110 -> 120, 0 days late", "2027-03-01 120 -> 120, 0 days late", "2028-03-01 120 lost");

    [Fact]
    public void A_price_by_the_month_is_evergreen_even_where_the_service_ended() => Falls(
        [Monthly("a", "c", 10, "2025-01-01"), Monthly("b", "c", 10, "2025-01-01", "2026-01-01")]);

    [Fact]
    public void An_end_that_says_whether_it_renews_is_a_due_day() => Falls(
        [Monthly("a", "c", 10, "2025-01-01", "2026-01-15") with { AutoRenews = false }], "2026-01-15 120 lost");

    [Fact]
    public void An_end_that_another_subscription_renews_is_a_due_day() => Falls(
        [Monthly("a", "c", 10, "2025-01-01", "2026-01-15"), Monthly("b", "c", 8, "2026-02-01") with { RenewsId = "a" }],
        "2026-01-15 120 -> 96, 17 days late");

    [Fact]
    public void The_length_of_the_contract_decides_before_the_prices_do() => Falls(
        [Yearly("a", 100, "2024-01-01") with { ContractLength = new BillingInterval(3, BillingUnit.Year) }, Monthly("b", "b", 10, "2026-11-01") with { ContractLength = BillingInterval.Quarter }],
        "2027-01-01 100 -> 100, 0 days late", "2027-02-01 120 -> 120, 0 days late", "2027-05-01 120 -> 120, 0 days late", "2027-08-01 120 lost", "2027-11-01 120 lost",
        "2028-02-01 120 lost", "2028-05-01 120 lost");

    [Fact]
    public void The_first_day_of_a_trial_starts_no_contract() => Falls(
        [Yearly("a", 100, "2026-01-01") with { TrialEnd = Day("2026-01-15") }], "2027-01-15 100 -> 100, 0 days late", "2028-01-15 100 lost");

    [Fact]
    public void A_contract_that_ended_before_its_due_day_is_lost_on_it() => Falls([Yearly("a", 100, "2025-03-01", "2025-10-01")], "2026-03-01 100 lost");

    [Fact]
    public void A_price_by_the_year_that_becomes_one_by_the_month_leaves_no_contract_to_renew() => Falls(
        [Subscribed("a", "c", "2025-03-01", null, Year("2025-03-01", 100), Term("2026-08-01", 10))], "2026-03-01 100 -> 100, 0 days late");

    [Theory]
    [InlineData("2025-12-20", "2026-01-01 100 -> 130, -12 days late")]
    [InlineData("2026-01-01", "2026-01-01 100 -> 130, 0 days late")]
    [InlineData("2026-01-31", "2026-01-01 100 -> 130, 30 days late")]
    [InlineData("2027-06-01", "2026-01-01 100 -> 130, 516 days late")]
    public void What_names_the_contract_renews_it_whenever_it_starts(string start, string expected) => Falls(
        [Yearly("a", 100, "2025-01-01", "2026-01-01"), Monthly("b", "c", 130 / 12m, start) with { RenewsId = "a" }], expected);

    [Theory]
    [InlineData("2025-12-20", "2026-01-01 100 lost")]
    [InlineData("2026-01-01", "2026-01-01 100 -> 120, 0 days late")]
    [InlineData("2027-01-02", "2026-01-01 100 -> 120, 366 days late")]
    [InlineData("2027-01-03", "2026-01-01 100 lost")]
    public void What_names_no_contract_is_judged_by_the_service_alone_for_a_year(string start, string expected) => Falls(
        [Yearly("a", 100, "2025-01-01", "2026-01-01"), Monthly("b", "c", 10, start)], expected);

    [Fact]
    public void Service_that_follows_an_early_end_at_once_is_an_early_renewal() => Falls(
        [Yearly("a", 100, "2025-01-01", "2025-10-01"), Monthly("b", "c", 10, "2025-10-01")], "2026-01-01 100 -> 120, -92 days late");

    [Fact]
    public void A_switch_renews_the_contract_that_it_replaces() => Falls(
        [Yearly("a", 100, "2025-01-01", "2025-10-01"), Monthly("b", "c", 10, "2025-10-01") with { ReplacesId = "a" }], "2026-01-01 100 -> 120, -92 days late");

    [Fact]
    public void Another_product_or_customer_renews_nothing() => Falls(
        [
            Yearly("a", 100, "2025-01-01", "2026-01-01"), Monthly("b", "d", 10, "2026-01-01"), Monthly("e", "d", 10, "2026-01-01") with { RenewsId = "a" },
            Subscribed("f", "c", "2026-01-01", null, Term("2026-01-01", 10) with { Product = "Add-on" }),
        ],
        "2026-01-01 100 lost");

    [Fact]
    public void One_subscription_renews_one_contract_where_only_its_service_speaks() => Falls(
        [Yearly("a", 100, "2025-01-01", "2026-01-01"), Yearly("b", 50, "2025-01-01", "2026-01-01"), Monthly("x", "c", 12, "2026-01-05")],
        "2026-01-01 100 -> 144, 4 days late", "2026-01-01 50 lost");

    [Fact]
    public void What_names_no_contract_renews_the_one_whose_service_ended_last() => Falls(
        [
            Yearly("a", 100, "2025-01-01", "2026-01-01"), Yearly("b", 50, "2025-10-28", "2026-10-28"),
            Monthly("x", "c", 5, "2026-10-28"), Monthly("y", "c", 8, "2026-11-01"),
        ],
        "2026-01-01 100 -> 96, 304 days late", "2026-10-28 50 -> 60, 0 days late");

    [Fact]
    public void What_is_void_or_free_or_on_trial_is_never_due_and_renews_nothing() => Falls(
        [
            Yearly("a", 100, "2025-01-01", "2026-01-01"), Yearly("v", 100, "2025-01-01") with { IsVoid = true }, Yearly("f", 0, "2026-01-01"),
            Monthly("w", "c", 10, "2026-01-01") with { IsVoid = true, RenewsId = "a" },
            Monthly("t", "c", 10, "2026-01-01", "2026-01-20") with { TrialEnd = Day("2026-01-20"), RenewsId = "a" },
        ],
        "2026-01-01 100 lost");

    [Fact]
    public void The_trial_of_a_renewal_is_no_service_yet() => Falls(
        [Yearly("a", 100, "2025-01-01", "2026-01-01"), Monthly("t", "c", 10, "2026-01-01") with { TrialEnd = Day("2026-01-15") }],
        "2026-01-01 100 -> 120, 14 days late");

    [Fact]
    public void A_paused_service_goes_on() => Falls(
        [Yearly("a", 100, "2026-01-01") with { Pauses = [new ServicePause(Day("2026-12-01"), Day("2027-02-01"))] }],
        "2027-01-01 100 -> 100, 0 days late", "2028-01-01 100 lost");

    [Fact]
    public void Exchange_rates_renew_nothing_for_more_or_less()
    {
        RevenueDataset data = RevenueDataset.Build(
            subscriptions: [Subscribed("a", "c", "2025-01-01", null, new PriceTerm { From = Day("2025-01-01"), Price = new Money(100, Currency.Eur), Interval = BillingInterval.Year })],
            options: UntilMid2027 with
            {
                ReportingCurrency = Currency.Usd,
                ExchangeRates = new ExchangeRates([new(Day("2024-01-01"), Currency.Eur, Currency.Usd, 1.1m), new(Day("2025-12-01"), Currency.Eur, Currency.Usd, 1.2m)]),
            });
        Assert.Equal(["2026-01-01 110 -> 110, 0 days late", "2027-01-01 120 -> 120, 0 days late", "2028-01-01 120 lost"], Told(data));
    }

    [Fact]
    public void Under_churn_at_the_request_the_contract_ends_with_it()
    {
        RevenueDataset data = RevenueDataset.Build(
            subscriptions: [Yearly("a", 100, "2025-01-01") with { Cancellations = [new CancellationRequest { RequestedOn = Day("2025-06-01"), WithdrawnOn = Day("2026-01-11") }] }],
            options: UntilMid2027);
        Assert.Equal(
            ["2026-01-01 100 -> 100, 10 days late", "2027-01-01 100 -> 100, 0 days late", "2028-01-01 100 lost"],
            Told(data, new LedgerPolicy { ChurnRecognition = ChurnRecognition.AtRequest }));
        Assert.Equal("2026-01-01 100 -> 100, 0 days late", Told(data)[0]);
    }

    [Fact]
    public void Without_an_end_of_coverage_contracts_are_laid_out_for_thirty_years()
    {
        string[] told = Told(RevenueDataset.Build(subscriptions: [Yearly("a", 100, "2025-03-01")]));
        Assert.Equal(30, told.Length);
        Assert.Equal("2055-03-01 100 -> 100, 0 days late", told[^1]);
    }

    [Fact]
    public void A_length_beyond_the_calendar_is_never_due() => Falls([Yearly("a", 100, "2025-03-01") with { ContractLength = new BillingInterval(int.MaxValue, BillingUnit.Year) }]);

    private static Subscription Yearly(string id, decimal price, string start, string? end = null) => Subscribed(id, "c", start, end, Year(start, price));

    private static PriceTerm Year(string from, decimal price) => Term(from, price) with { Interval = BillingInterval.Year };

    private static void Falls(Subscription[] subscriptions, params string[] expected) =>
        Assert.Equal(expected, Told(RevenueDataset.Build(subscriptions: subscriptions, options: UntilMid2027)));

    private static string[] Told(RevenueDataset data, LedgerPolicy? policy = null)
    {
        FactTable table = RenewalFacts.Compile(data, policy ?? LedgerPolicy.Default, new CustomerNumbers(data.Customers, data.CustomerMerges), new AttributeVersions(data.Customers));
        return
        [
            .. from row in Enumerable.Range(0, table.Rows)
               let due = new NodaTime.LocalDate(1970, 1, 1).PlusDays(table[Renewals.DueOn][row])
               orderby due
               let late = table[Renewals.DaysLate][row]
               let renewal = late == FactTable.NoValue ? "lost" : FormattableString.Invariant($"-> {table[Renewals.RenewedAmount][row] / 10_000m:0.##}, {late} days late")
               select FormattableString.Invariant($"{due:yyyy-MM-dd} {table[Renewals.Amount][row] / 10_000m:0.##} {renewal}"),
        ];
    }
}
