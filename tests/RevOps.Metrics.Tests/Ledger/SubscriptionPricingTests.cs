using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed class SubscriptionPricingTests
{
    private static Subscription Discounted(BillingInterval interval, params ReadOnlySpan<Discount> discounts) => Subscribed(
        "s", "a", "2026-01-01", null, Term("2026-01-01", 100) with { Interval = interval, Discounts = ValueList.Create(discounts) });

    private static string[] LedgerOf(Subscription subscription) => Ledger(RevenueDataset.Build(subscriptions: [subscription]));

    [Theory]
    [InlineData(10, "week", "520")]
    [InlineData(1, "day", "365")]
    [InlineData(30, "3 months", "120")]
    [InlineData(1200, "year", "1200")]
    [InlineData(100, "2 years", "50")]
    [InlineData(10, "2 weeks", "260")]
    [InlineData(1, "7 months", "1.7143")] // 12 / 7, half to even at a hundredth of a cent
    public void A_price_becomes_yearly_exactly(int price, string interval, string yearly)
    {
        PriceTerm term = Term("2026-01-01", price) with { Interval = BillingInterval.Parse(interval, null) };
        Assert.Equal([$"01-01: New {yearly}"], LedgerOf(Subscribed("s", "a", "2026-01-01", null, term)));
    }

    [Fact]
    public void A_price_counts_once_for_each_unit() =>
        Assert.Equal(["01-01: New 3000"], LedgerOf(Subscribed("s", "a", "2026-01-01", null, Term("2026-01-01", 100) with { Quantity = 2.5m })));

    [Fact]
    public void A_trial_does_not_count_and_the_first_paid_day_is_new() => Assert.Equal(
        ["01-19: New 1200", "03-05: Churn -1200"], LedgerOf(Monthly("s", "a", 100, "2026-01-05", "2026-03-05") with { TrialEnd = Day("2026-01-19") }));

    [Fact]
    public void A_trial_that_outlasts_the_service_never_counts() =>
        Assert.Empty(LedgerOf(Monthly("s", "a", 100, "2026-01-05", "2026-01-15") with { TrialEnd = Day("2026-01-19") }));

    [Fact]
    public void A_trial_that_ends_within_a_later_term_pays_that_term() => Assert.Equal(
        ["02-10: New 1800"],
        LedgerOf(Subscribed("s", "a", "2026-01-05", null, Term("2026-01-05", 100), Term("2026-02-01", 150)) with { TrialEnd = Day("2026-02-10") }));

    [Fact]
    public void A_coupon_for_one_month_leaves_recurring_revenue_alone() => Assert.Equal(
        ["01-01: New 1200"], LedgerOf(Discounted(BillingInterval.Month, new Discount { Share = 0.5m, To = Day("2026-02-01") })));

    [Fact]
    public void A_discount_of_more_than_one_interval_counts_on_its_days() => Assert.Equal(
        ["01-01: New 600", "04-01: Expansion 600"], LedgerOf(Discounted(BillingInterval.Month, new Discount { Share = 0.5m, To = Day("2026-04-01") })));

    [Fact]
    public void A_discount_that_starts_later_contracts_on_its_first_day() => Assert.Equal(
        ["01-01: New 1200", "02-15: Contraction -120"],
        LedgerOf(Discounted(BillingInterval.Month, new Discount { From = Day("2026-02-15"), Amount = Usd(10) })));

    [Theory]
    [InlineData("2027-01-01", "01-01: New 80")]
    [InlineData("2026-12-31", "01-01: New 100")]
    public void A_discount_on_a_yearly_price_counts_when_it_covers_the_whole_year(string to, string movement) =>
        Assert.Equal(movement, LedgerOf(Discounted(BillingInterval.Year, new Discount { Share = 0.2m, To = Day(to) }))[0]);

    [Fact]
    public void Discounts_of_one_day_add_up_and_stop_at_zero()
    {
        Assert.Equal(["01-01: New 360"], LedgerOf(Discounted(BillingInterval.Month, new Discount { Share = 0.5m }, new Discount { Amount = Usd(20) })));
        Assert.Empty(LedgerOf(Discounted(BillingInterval.Month, new Discount { Share = 0.5m }, new Discount { Amount = Usd(80) })));
        Assert.Empty(LedgerOf(Discounted(BillingInterval.Month, new Discount { Share = 1m })));
    }

    [Fact]
    public void The_end_of_a_subscription_does_not_change_what_a_discount_made_of_its_past()
    {
        Subscription lasting = Discounted(BillingInterval.Month, new Discount { Share = 0.5m, To = Day("2026-04-01") });
        Assert.Equal(["01-01: New 600", "01-20: Churn -600"], LedgerOf(lasting with { End = Day("2026-01-20") }));

        Subscription open = Discounted(BillingInterval.Month, new Discount { Share = 0.5m });
        Assert.Equal(["01-01: New 600", "01-20: Churn -600"], LedgerOf(open with { End = Day("2026-01-20") }));
    }

    [Fact]
    public void A_gap_between_two_terms_is_unpaid() => Assert.Equal(
        ["01-01: New 1200", "02-01: Churn -1200", "03-01: Reactivation 1200"],
        LedgerOf(Subscribed("s", "a", "2026-01-01", null, Term("2026-01-01", 100) with { To = Day("2026-02-01") }, Term("2026-03-01", 100))));

    [Fact]
    public void A_cancellation_counts_at_the_end_of_service_or_by_policy_at_the_request_and_back_when_withdrawn()
    {
        Subscription subscription = Monthly("s", "a", 100, "2026-01-05", "2026-06-05") with
        {
            Cancellations =
            [
                new CancellationRequest { RequestedOn = Day("2026-02-01"), WithdrawnOn = Day("2026-02-20") }, new CancellationRequest { RequestedOn = Day("2026-05-01") },
            ],
        };
        RevenueDataset data = RevenueDataset.Build(subscriptions: [subscription]);
        Assert.Equal(["01-05: New 1200", "06-05: Churn -1200"], Ledger(data));

        EvaluationOptions atRequest = EvaluationOptions.Default with
        {
            Policy = new MetricPolicy { Ledger = new LedgerPolicy { ChurnRecognition = ChurnRecognition.AtRequest } },
        };
        Metric[] kinds = [Revenue.NewMrr, Revenue.ChurnedMrr, Revenue.ReactivationMrr, Revenue.Mrr];
        MetricTable table = data.Evaluate(kinds, [Month("2026-01"), Month("2026-02"), Month("2026-05"), Month("2026-06")], options: atRequest);
        Assert.Equal([100, 0, 0, 100, 0, -100, 100, 100, 0, -100, 0, 0, 0, 0, 0, 0], table.Results.Select(result => result.Magnitude));
    }

    [Fact]
    public void A_service_period_keeps_the_rate_of_its_first_day_and_the_next_one_s_rate_makes_fx()
    {
        // Paid from 5 January, so the period of 5 February is the first under the rate of 1 February.
        Currency eur = Currency.Eur, usd = Currency.Usd;
        RevenueDataset data = RevenueDataset.Build(
            subscriptions: [Subscribed("s", "a", "2026-01-05", null, Term("2026-01-05", 0) with { Price = new Money(100, eur) }, Term("2026-03-01", 0) with { Price = new Money(100, eur) })],
            options: new DatasetOptions
            {
                ReportingCurrency = usd,
                ExchangeRates = new ExchangeRates([new(Day("2026-01-01"), eur, usd, 1.1m), new(Day("2026-02-01"), eur, usd, 1.2m)]),
            });
        Assert.Equal(["01-05: New 1320", "02-05: Fx 120"], Ledger(data));
    }

    [Fact]
    public void A_change_of_price_is_told_at_the_rate_carried_so_far_and_the_rest_is_fx()
    {
        Currency eur = Currency.Eur, usd = Currency.Usd;
        RevenueDataset data = RevenueDataset.Build(
            subscriptions: [Subscribed("s", "a", "2026-01-05", "2026-04-10", Term("2026-01-05", 0) with { Price = new Money(100, eur) }, Term("2026-03-01", 0) with { Price = new Money(150, eur) })],
            options: new DatasetOptions
            {
                ReportingCurrency = usd,
                ExchangeRates = new ExchangeRates([new(Day("2026-01-01"), eur, usd, 1.1m), new(Day("2026-02-20"), eur, usd, 1.2m)]),
            });
        // 50 more a month are 600 a year at 1.1; 1,800 a year are worth 0.1 more each; what churns is what is carried.
        Assert.Equal(["01-05: New 1320", "03-01: Expansion 660", "03-01: Fx 180", "04-10: Churn -2160"], Ledger(data));
    }

    [Fact]
    public void A_period_that_starts_without_a_rate_in_force_goes_on_at_the_rate_before()
    {
        Currency eur = Currency.Eur, usd = Currency.Usd;
        RevenueDataset data = RevenueDataset.Build(
            subscriptions: [Subscribed("s", "a", "2026-01-05", null, Term("2026-01-05", 0) with { Price = new Money(100, eur) })],
            options: new DatasetOptions
            {
                ReportingCurrency = usd,
                ExchangeRates = new ExchangeRates([new(Day("2026-01-01"), eur, usd, 1.1m), new(Day("2026-06-01"), eur, usd, 1.2m)], maximumAgeDays: 10),
            });
        Assert.Equal(["01-05: New 1320", "06-05: Fx 120"], Ledger(data));
    }

    [Fact]
    public void A_pause_takes_the_amount_off_and_a_resume_brings_it_back()
    {
        Subscription paused = Subscribed("s", "a", "2026-01-01", null, Term("2026-01-01", 100)) with { Pauses = [new ServicePause(Day("2026-02-01"), Day("2026-03-01"))] };
        Assert.Equal(["01-01: New 1200", "02-01: Pause -1200", "03-01: Resume 1200"], LedgerOf(paused));
    }

    [Fact]
    public void What_ends_while_paused_is_resumed_and_churns_on_that_day()
    {
        Subscription paused = Subscribed("s", "a", "2026-01-01", "2026-03-10", Term("2026-01-01", 100)) with { Pauses = [new ServicePause(Day("2026-02-01"))] };
        Assert.Equal(["01-01: New 1200", "02-01: Pause -1200", "03-10: Churn -1200", "03-10: Resume 1200"], LedgerOf(paused));
    }

    [Fact]
    public void A_paused_customer_stays_a_customer_and_leaves_the_average_revenue()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions:
        [
            Subscribed("s", "a", "2026-01-01", null, Term("2026-01-01", 100)) with { Pauses = [new ServicePause(Day("2026-02-01"), Day("2026-03-01"))] },
            Subscribed("t", "b", "2026-01-01", null, Term("2026-01-01", 50)),
        ]);
        ReportingPeriod february = ReportingCalendar.Gregorian.Parse("2026-02");
        MetricTable table = data.Evaluate([Success.Customers, Success.PayingCustomers, Success.LostCustomers, Revenue.Mrr, Revenue.Arpa], [february]);
        Assert.Equal([2m, 1m, 0m, 50m, 50m], table.Results.Select(result => result.Magnitude!.Value));
    }

    [Fact]
    public void A_duplicate_is_the_customer_it_was_merged_into_for_all_time()
    {
        RevenueDataset data = RevenueDataset.Build(
            customers: [new Customer { Id = "a", Attributes = [new("segment", "SMB")] }, new Customer { Id = "b", Attributes = [new("segment", "Enterprise")] }, new Customer { Id = "c" }],
            customerMerges:
            [
                new CustomerMerge { CustomerId = "b", IntoCustomerId = "c", Kind = CustomerMergeKind.Duplicate },
                new CustomerMerge { CustomerId = "c", IntoCustomerId = "a", Kind = CustomerMergeKind.Duplicate },
            ],
            subscriptions:
            [
                Subscribed("s1", "a", "2026-01-01", "2026-03-01", Term("2026-01-01", 100)), Subscribed("s2", "b", "2026-03-01", null, Term("2026-03-01", 120)),
            ]);
        Assert.Equal(["01-01 SMB: New 1200", "03-01 SMB: Expansion 240"], Ledger(data, Dimensions.Segment));
    }

    [Fact]
    public void A_price_beyond_the_scale_is_rounded_half_to_even_once()
    {
        // 0.00005, 0.00015 and 0.00025 a year lie halfway between two units of 0.0001.
        PriceTerm Yearly(decimal price) => Term("2026-01-01", price) with { Interval = BillingInterval.Year };
        Assert.Empty(LedgerOf(Subscribed("s", "a", "2026-01-01", null, Yearly(0.00005m))));
        Assert.Equal(["01-01: New 0.0002"], LedgerOf(Subscribed("s", "a", "2026-01-01", null, Yearly(0.00015m))));
        Assert.Equal(["01-01: New 0.0002"], LedgerOf(Subscribed("s", "a", "2026-01-01", null, Yearly(0.00025m))));
    }
}
