using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

/// <summary>What each option makes of a small book, computed by hand. Amounts are a year's: $100 a month are 1,200.</summary>
public sealed class LedgerPolicyTests
{
    [Fact]
    public void An_acquired_customer_hands_its_revenue_on_from_the_day_and_is_new_to_nobody()
    {
        RevenueDataset data = RevenueDataset.Build(
            [Customer("a", Segment("SMB")), Customer("b", Segment("Enterprise"))],
            [Monthly("s1", "a", 100, "2026-01-05"), Monthly("s2", "b", 50, "2026-01-10"), Monthly("s3", "a", 20, "2026-03-01")],
            customerMerges: [Acquired("a", "b", "2026-02-10")]);
        Assert.Equal(
            [
                "01-05 SMB: New 1200", "01-10 Enterprise: New 600", "02-10 Enterprise: Acquired 1200", "02-10 SMB: Acquired -1200",
                "03-01 Enterprise: Expansion 240",
            ],
            Ledger(data, LedgerPolicy.Default, Dimensions.Segment));
        MetricTable february = data.Evaluate([Success.Customers, Success.NewCustomers, Success.ChurnedCustomers, Success.LostCustomers], [Month("2026-02")]);
        Assert.Equal([1, 0, 0, 1], february.Results.Select(result => result.Magnitude));
    }

    [Fact]
    public void An_acquirer_without_revenue_becomes_a_customer_and_a_price_that_rises_that_day_is_its_expansion()
    {
        RevenueDataset data = RevenueDataset.Build(
            [Customer("a", Segment("SMB")), Customer("b", Segment("Enterprise"))],
            [Subscribed("s", "a", "2026-01-05", null, Term("2026-01-05", 100), Term("2026-02-10", 150))], customerMerges: [Acquired("a", "b", "2026-02-10")]);
        Assert.Equal(
            ["01-05 SMB: New 1200", "02-10 Enterprise: Expansion 600", "02-10 Enterprise: Acquired 1200", "02-10 SMB: Acquired -1200"],
            Ledger(data, LedgerPolicy.Default, Dimensions.Segment));
        Assert.Equal(["01-05: New 1200", "02-10: Expansion 600"], Ledger(data, LedgerPolicy.Default));
    }

    [Fact]
    public void Who_buys_on_the_day_of_an_acquisition_joins_by_the_acquisition()
    {
        RevenueDataset data = RevenueDataset.Build(
            [Customer("a"), Customer("b")], [Monthly("s1", "b", 50, "2026-02-10"), Monthly("s2", "a", 100, "2026-01-05")], customerMerges: [Acquired("a", "b", "2026-02-10")]);
        Assert.Equal(["01-05: New 1200", "02-10: Expansion 600"], Ledger(data, LedgerPolicy.Default));
        MeasureRequest joined = new(
            new SumMeasure("joined", Movements.CustomerChange, Movements.On).With(Condition.In(Movements.Kind, nameof(MovementKind.Acquired)), Condition.Between(Movements.CustomerChange, 1, 1)),
            DateWindow.Before(Day("2027-01-01")));
        Assert.Equal(1, data.Engine.Measure(new MeasureQuery { Requests = [joined] })[Cell.Total, joined]);
    }

    [Fact]
    public void As_recorded_merged_customers_stay_two()
    {
        RevenueDataset data = RevenueDataset.Build(
            [Customer("a"), Customer("b")], [Monthly("s1", "a", 100, "2026-01-05", "2026-02-10"), Monthly("s2", "b", 100, "2026-02-10")],
            customerMerges: [new CustomerMerge { CustomerId = "a", IntoCustomerId = "b", Kind = CustomerMergeKind.Duplicate }]);
        Assert.Equal(["01-05: New 1200"], Ledger(data, LedgerPolicy.Default));
        Assert.Equal(["01-05: New 1200", "02-10: New 1200", "02-10: Churn -1200"], Ledger(data, new LedgerPolicy { Identity = CustomerIdentity.AsRecorded }));
    }

    [Fact]
    public void By_subscription_a_switch_is_churn_and_new()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions:
            [Monthly("s1", "a", 100, "2026-01-05", "2026-02-10"), Monthly("s2", "a", 150, "2026-02-10")]);
        Assert.Equal(["01-05: New 1200", "02-10: New 1800", "02-10: Churn -1200"], Ledger(data, new LedgerPolicy { Grain = MovementGrain.Subscription }));
    }

    [Fact]
    public void By_parent_account_sisters_are_one_and_a_new_parent_is_a_transfer()
    {
        RevenueDataset data = RevenueDataset.Build(
            [
                Customer("holding", Segment("Enterprise")), Customer("other", Segment("SMB")),
                Customer("a") with { Parents = [new CustomerParent("holding")] },
                Customer("b") with { Parents = [new CustomerParent("holding"), new CustomerParent("other", Day("2026-03-01"))] },
            ],
            [Monthly("s1", "a", 100, "2026-01-05"), Monthly("s2", "b", 50, "2026-02-01")]);
        Assert.Equal(
            ["01-05 Enterprise: New 1200", "02-01 Enterprise: Expansion 600", "03-01 Enterprise: Transfer -600", "03-01 SMB: Transfer 600"],
            Ledger(data, new LedgerPolicy { Grain = MovementGrain.ParentAccount }, Dimensions.Segment));
    }

    [Fact]
    public void Each_event_counts_what_is_added_before_what_is_dropped()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions:
            [Monthly("s1", "a", 100, "2026-01-05", "2026-02-10"), Monthly("s2", "a", 150, "2026-02-10")]);
        Assert.Equal(
            ["01-05: New 1200", "02-10: Expansion 1800", "02-10: Contraction -1200"], Ledger(data, new LedgerPolicy { Netting = MovementNetting.EachEvent }));
    }

    [Fact]
    public void Netted_by_month_only_the_change_between_month_ends_is_a_movement_and_days_are_refused()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions:
        [
            Monthly("s1", "a", 100, "2026-01-05"), Monthly("s2", "a", 30, "2026-02-05", "2026-02-20"), Monthly("s3", "b", 40, "2026-02-03", "2026-02-25"),
            Monthly("s4", "a", 50, "2026-03-10"), Monthly("s5", "a", 20, "2026-03-20"),
        ]);
        EvaluationOptions netted = Under(new LedgerPolicy { Netting = MovementNetting.ByPeriod });
        MetricTable table = data.Evaluate(
            [Revenue.ArrMovement(MovementKind.New), Revenue.ArrMovement(MovementKind.Expansion), Revenue.Arr], ReportingCalendar.Gregorian.Months(2026).Take(3).ToList(), options: netted);
        Assert.Equal([1200, 0, 1200, 0, 0, 1200, 0, 840, 2040], table.Results.Select(result => result.Magnitude));

        MeasureRefusedException refused = Assert.Throws<MeasureRefusedException>(() => data.Evaluate(Revenue.Mrr, ReportingCalendar.Gregorian.Days(2026).Take(3).ToList(), options: netted));
        Assert.Contains("nets or converts over whole periods of the grain Month, and 2026-01-02 lies within one", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_return_is_shown_as_the_policy_says_and_is_never_a_new_customer()
    {
        // Away from 10 February to 1 April: 50 days.
        RevenueDataset data = RevenueDataset.Build(subscriptions: [Monthly("s1", "a", 100, "2026-01-05", "2026-02-10"), Monthly("s2", "a", 150, "2026-04-01")]);
        LedgerPolicy Of(ReactivationRule rule) => new() { Reactivation = rule };
        Assert.Equal(["01-05: New 1200", "02-10: Churn -1200", "04-01: Reactivation 1800"], Ledger(data, Of(ReactivationRule.OwnWithin(50))));
        Assert.Equal(["01-05: New 1200", "02-10: Churn -1200", "04-01: New 1800"], Ledger(data, Of(ReactivationRule.OwnWithin(49))));
        Assert.Equal(["01-05: New 1200", "02-10: Churn -1200", "04-01: Expansion 1800"], Ledger(data, Of(ReactivationRule.InExpansion)));
        Assert.Equal(["01-05: New 1200", "04-01: Expansion 600"], Ledger(data, Of(ReactivationRule.ContinuousWithin(50))));
        Assert.Equal(["01-05: New 1200", "02-10: Churn -1200", "04-01: Reactivation 1800"], Ledger(data, Of(ReactivationRule.ContinuousWithin(49))));
        Assert.Equal(0, data.Evaluate(Success.NewCustomers, [Month("2026-04")], options: Under(Of(ReactivationRule.OwnWithin(49)))).Results[0].Magnitude);
    }

    [Fact]
    public void An_unpaid_invoice_ends_what_the_seller_charges_after_30_days_until_it_is_paid()
    {
        RevenueDataset data = RevenueDataset.Build(
            subscriptions: [Monthly("s1", "a", 100, "2026-01-05"), Monthly("s2", "b", 50, "2026-01-05") with { Collection = PaymentCollection.Invoice }],
            invoices: [Unpaid("i1", "s1", "a", due: "2026-01-10", paid: "2026-03-01"), Unpaid("i2", "s2", "b", due: "2026-01-10", paid: null)]);
        LedgerPolicy Of(PastDueRule rule) => new() { PastDue = rule };
        Assert.Equal(["01-05: New 1800", "02-09: Churn -1200", "03-01: Reactivation 1200"], Ledger(data, LedgerPolicy.Default));
        Assert.Equal(["01-05: New 1800", "01-20: Churn -1800", "03-01: Reactivation 1200"], Ledger(data, Of(PastDueRule.ChurnAfter(10))));
        Assert.Equal(["01-05: New 1800", "01-11: Churn -1800", "03-01: Reactivation 1200"], Ledger(data, Of(PastDueRule.Excluded)));
        Assert.Equal(["01-05: New 1800"], Ledger(data, Of(PastDueRule.Counted)));

        MetricTable table = data.Evaluate([Revenue.PastDueMrr, Revenue.InvoluntaryChurnedMrr], [Month("2026-01"), Month("2026-02"), Month("2026-03")]);
        Assert.Equal([150, 0, 50, -100, 50, 0], table.Results.Select(result => result.Magnitude));
    }

    [Fact]
    public void An_invoice_credited_in_full_is_not_past_due()
    {
        RevenueDataset data = RevenueDataset.Build(
            subscriptions: [Monthly("s1", "a", 100, "2026-01-05")], invoices: [Unpaid("i1", "s1", "a", due: "2026-01-10", paid: null)],
            creditNotes:
            [
                new CreditNote { Id = "n1", CustomerId = "a", InvoiceId = "i1", IssuedOn = Day("2026-01-20"), Amount = Usd(60) },
                new CreditNote { Id = "n2", CustomerId = "a", InvoiceId = "i1", IssuedOn = Day("2026-02-01"), Amount = Usd(40) },
            ]);
        Assert.Equal(["01-05: New 1200"], Ledger(data, LedgerPolicy.Default));
        Assert.Equal(["01-05: New 1200", "01-11: Churn -1200", "02-01: Reactivation 1200"], Ledger(data, new LedgerPolicy { PastDue = PastDueRule.Excluded }));
    }

    [Fact]
    public void Payments_that_name_an_invoice_settle_it_when_they_reach_its_amount()
    {
        RevenueDataset data = RevenueDataset.Build(
            subscriptions: [Monthly("s1", "a", 100, "2026-01-05")], invoices: [Unpaid("i1", "s1", "a", due: "2026-01-10", paid: null)],
            payments: [Paid("p1", 60, "2026-01-09"), Paid("p2", 40, "2026-02-20"), Paid("p3", -100, "2026-03-01")]);
        Assert.Equal(["01-05: New 1200", "02-09: Churn -1200", "02-20: Reactivation 1200"], Ledger(data, LedgerPolicy.Default));

        static Payment Paid(string id, decimal amount, string on) => new() { Id = id, CustomerId = "a", InvoiceId = "i1", On = Day(on), Amount = Usd(amount) };
    }

    [Fact]
    public void A_free_customer_is_one_where_free_is_active()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions:
            [Subscribed("s", "a", "2026-01-05", null, Term("2026-01-05", 0), Term("2026-02-01", 10), Term("2026-03-01", 0))]);
        LedgerPolicy active = new() { Free = FreeTreatment.Active };
        Assert.Equal(["02-01: Expansion 120", "03-01: Contraction -120"], Ledger(data, active));
        Assert.Equal(["02-01: New 120", "03-01: Churn -120"], Ledger(data, LedgerPolicy.Default));
        MetricTable table = data.Evaluate([Success.Customers, Success.NewCustomers], [Month("2026-01"), Month("2026-02"), Month("2026-03")], options: Under(active));
        Assert.Equal([1, 1, 1, 0, 1, 0], table.Results.Select(result => result.Magnitude));
        Assert.Equal(-10, data.Evaluate(Revenue.ChurnedToFreeMrr, [Month("2026-03")]).Results[0].Magnitude);
    }

    [Fact]
    public void A_price_that_changes_within_a_service_period_can_wait_for_the_next()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions:
            [Subscribed("s", "a", "2026-01-05", null, Term("2026-01-05", 100), Term("2026-01-20", 120), Term("2026-01-25", 150), Term("2026-03-05", 200))]);
        Assert.Equal(
            ["01-05: New 1200", "02-05: Expansion 600", "03-05: Expansion 600"], Ledger(data, new LedgerPolicy { PriceChanges = PriceChangeDate.NextServicePeriod }));
    }

    [Fact]
    public void A_ramp_can_count_at_its_average_over_all_its_days()
    {
        // 100 a month for 365 days and 200 for 365 days: 1,800 a year.
        Subscription ramp = Subscribed("s", "a", "2026-01-01", "2028-01-01", Term("2026-01-01", 100), Term("2027-01-01", 200) with { IsContractedStep = true });
        LedgerPolicy average = new() { Ramps = RampTreatment.AverageOverTerm };
        Assert.Equal(["01-01: New 1800"], Ledger(RevenueDataset.Build(subscriptions: [ramp]), average));
        Assert.Equal(["01-01: New 1200"], Ledger(RevenueDataset.Build(subscriptions: [ramp with { End = null }]), average));
        MetricTable committed = RevenueDataset.Build(subscriptions: [ramp]).Evaluate([Revenue.Mrr, Revenue.ContractedStepMrr, Revenue.CommittedMrr], [Month("2026-12"), Month("2027-01")]);
        Assert.Equal([100, 100, 200, 200, 0, 200], committed.Results.Select(result => result.Magnitude));
    }

    [Fact]
    public void Exchange_rates_are_those_of_the_service_period_the_month_or_a_day()
    {
        // EUR 100 a month from 10 January; a euro is a dollar, and from 15 February 1.20.
        RevenueDataset data = RevenueDataset.Build(
            subscriptions: [Subscribed("s", "a", "2026-01-10", null, Term("2026-01-10", 100) with { Price = new Money(100, Currency.Eur) })],
            options: new DatasetOptions
            {
                ReportingCurrency = Currency.Usd,
                ExchangeRates = new ExchangeRates([new(Day("2026-01-01"), Currency.Eur, Currency.Usd, 1m), new(Day("2026-02-15"), Currency.Eur, Currency.Usd, 1.2m)]),
            });
        LedgerPolicy Of(FxRateRule rule) => new() { FxRate = rule };
        decimal?[] Mrr(LedgerPolicy policy) => [.. data.Evaluate(Revenue.Mrr, ReportingCalendar.Gregorian.Months(2026).Take(3).ToList(), options: Under(policy)).Results.Select(r => r.Magnitude)];
        Assert.Equal([100, 100, 120], Mrr(LedgerPolicy.Default));
        Assert.Equal([100, 120, 120], Mrr(Of(FxRateRule.PeriodEnd)));
        // 14 days at 1 and 14 at 1.2.
        Assert.Equal([100, 110, 120], Mrr(Of(FxRateRule.PeriodAverage)));
        Assert.Equal([120, 120, 120], Mrr(Of(FxRateRule.ConstantAt(Day("2026-06-01")))));
        Assert.Equal(["01-10: New 1200", "03-10: Fx 240"], Ledger(data, LedgerPolicy.Default));

        EvaluationOptions inside = new() { Policy = new MetricPolicy { FxEffect = FxEffect.InsideMovements } };
        MetricTable march = data.Evaluate([Revenue.ExpansionMrr, Revenue.FxMrr, Revenue.ContractionMrr], [Month("2026-03")], options: inside);
        Assert.Equal([20, 0, 0], march.Results.Select(result => result.Magnitude));
    }

    [Theory]
    [InlineData(YearBasis.Weeks52Days365, 520, 365)]
    [InlineData(YearBasis.Weeks48Days360, 480, 360)]
    [InlineData(YearBasis.ActualDays, 521.4286, 365)]
    public void A_year_has_as_many_weeks_and_days_as_the_policy_says(YearBasis basis, decimal weekly, decimal daily)
    {
        Subscription Every(BillingInterval interval, decimal price) => Subscribed(interval.ToString(), interval.ToString(), "2026-01-01", null, Term("2026-01-01", price) with { Interval = interval });
        EvaluationOptions options = Under(new LedgerPolicy { YearBasis = basis });
        decimal? Arr(Subscription subscription) => RevenueDataset.Build(subscriptions: [subscription]).Evaluate(Revenue.Arr, [Month("2026-01")], options: options).Results[0].Magnitude;
        Assert.Equal(weekly, Arr(Every(BillingInterval.Week, 10)));
        Assert.Equal(daily, Arr(Every(BillingInterval.Day, 1)));
    }

    [Fact]
    public void The_state_of_a_month_can_be_that_of_its_first_day_and_of_a_quarter_that_of_its_last_month()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions: [Monthly("s", "a", 50, "2026-01-15", "2026-03-15")]);
        EvaluationOptions first = new() { Policy = new MetricPolicy { PeriodState = PeriodState.FirstDay } };
        MetricTable months = data.Evaluate([Revenue.Mrr, Revenue.NewMrr, Revenue.ChurnedMrr], ReportingCalendar.Gregorian.Months(2026).Take(4).ToList(), options: first);
        Assert.Equal([0, 0, 0, 50, 50, 0, 50, 0, 0, 0, 0, -50], months.Results.Select(result => result.Magnitude));
        Assert.Equal(50, data.Evaluate(Revenue.Mrr, [ReportingCalendar.Gregorian.Quarters(2026)[0]], options: first).Results[0].Magnitude);
        Assert.Contains("only periods of whole parts of the grain Month", data.Evaluate(Revenue.Mrr, [ReportingCalendar.Gregorian.Days(2026)[5]], options: first).Results[0].UndefinedReason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_contradicts_itself_is_refused_when_it_is_built()
    {
        ArgumentException netted = Assert.Throws<ArgumentException>(() => new MetricPolicy { PeriodState = PeriodState.FirstDay, Ledger = new LedgerPolicy { Netting = MovementNetting.ByPeriod } });
        Assert.Contains("is right at the end of whole periods only", netted.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new MetricPolicy { Ledger = new LedgerPolicy { FxRate = FxRateRule.PeriodEnd }, PeriodState = PeriodState.FirstDay });
        Assert.Throws<ArgumentException>(() => new LedgerPolicy { FixedGrain = CalendarGrain.Custom });
        Assert.Throws<ArgumentOutOfRangeException>(() => ReactivationRule.OwnWithin(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PastDueRule.ChurnAfter(-1));
    }

    [Fact]
    public void Expansion_splits_into_upsell_cross_sell_price_and_ended_discounts()
    {
        PriceTerm core = Term("2026-01-05", 100, "Basic") with { Product = "Core" };
        RevenueDataset data = RevenueDataset.Build(subscriptions:
        [
            Subscribed("s1", "a", "2026-01-05", null,
                core with { Discounts = [new Discount { Share = 0.1m, To = Day("2026-03-08") }] }, // 90, then 100 from 8 March
                core with { From = Day("2026-03-10"), Quantity = 2 }, // 200: units
                core with { From = Day("2026-03-12"), Quantity = 2, Price = Usd(110) }, // 220: price
                core with { From = Day("2026-03-14"), Quantity = 2, Price = Usd(115), IsContractedStep = true }), // 230: agreed
            Subscribed("s2", "a", "2026-03-16", null, Term("2026-03-16", 40) with { Product = "Add-on" }), // cross-sell
            Subscribed("s3", "a", "2026-03-18", "2026-03-20", Term("2026-03-18", 5) with { Product = "Core" }), // upsell, and downsell when it ends
        ]);
        MetricTable table = data.Evaluate(
            [
                Revenue.ExpansionMrr, Revenue.UpsellMrr, Revenue.CrossSellMrr, Revenue.PriceIncreaseMrr, Revenue.EndedDiscountMrr, Revenue.ContractedExpansionMrr,
                Revenue.ContractionMrr, Revenue.DownsellMrr,
            ],
            [Month("2026-03")]);
        Assert.Equal([185, 105, 40, 20, 10, 10, -5, -5], table.Results.Select(result => result.Magnitude));
    }

    [Fact]
    public void Churn_says_who_chose_it_and_why()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions:
        [
            Monthly("s1", "a", 100, "2026-01-05", "2026-02-10") with { Cancellations = [new() { RequestedOn = Day("2026-02-01"), IsVoluntary = true, Reason = "Price" }] },
            Monthly("s2", "b", 50, "2026-01-05", "2026-02-11") with { Cancellations = [new() { RequestedOn = Day("2026-02-11"), IsVoluntary = false }] },
            Monthly("s3", "c", 20, "2026-01-05", "2026-02-12"),
        ]);
        MetricTable table = data.Evaluate([Revenue.ChurnedMrr, Revenue.VoluntaryChurnedMrr, Revenue.InvoluntaryChurnedMrr], [Month("2026-02")]);
        Assert.Equal([-170, -100, -50], table.Results.Select(result => result.Magnitude));
        MetricTable reasons = data.Evaluate(Revenue.ChurnedMrr, [Month("2026-02")], [Dimensions.ChurnReason]);
        Assert.Equal(-100, reasons[Revenue.ChurnedMrr, Month("2026-02"), Cell.Of("Price")].Magnitude);
    }

    [Fact]
    public void Committed_revenue_is_what_was_known_at_each_close()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions:
        [
            Monthly("s1", "a", 100, "2026-01-01"),
            Monthly("s2", "b", 40, "2026-03-01") with { SignedOn = Day("2026-01-20") },
            Monthly("s3", "c", 30, "2026-01-01", "2026-04-01") with { Cancellations = [new() { RequestedOn = Day("2026-02-10") }] },
            Monthly("s4", "d", 10, "2026-01-01", "2026-03-15"),
            Monthly("s5", "d", 15, "2026-03-15") with { ReplacesId = "s4", SignedOn = Day("2026-02-20") },
        ]);
        MetricTable table = data.Evaluate(
            [Revenue.Mrr, Revenue.SignedMrr, Revenue.EndingMrr, Revenue.CommittedMrr], [Month("2026-01"), Month("2026-02"), Month("2026-03"), Month("2026-04")]);
        Assert.Equal([140, 40, 0, 180, 140, 55, -40, 155, 185, 0, -30, 155, 155, 0, 0, 155], table.Results.Select(result => result.Magnitude));
    }

    [Fact]
    public void A_trial_stands_apart_with_what_its_first_paid_day_would_charge()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions:
        [
            Monthly("s1", "a", 100, "2026-01-20") with { TrialEnd = Day("2026-02-10") },
            Monthly("s2", "b", 50, "2026-01-25", "2026-02-01") with { TrialEnd = Day("2026-02-08") },
        ]);
        MetricTable table = data.Evaluate([Revenue.TrialMrr, Success.TrialsStarted, Revenue.Mrr], [Month("2026-01"), Month("2026-02")]);
        Assert.Equal([150, 2, 0, 0, 0, 100], table.Results.Select(result => result.Magnitude));
    }

    private static EvaluationOptions Under(LedgerPolicy ledger) => new() { Policy = new MetricPolicy { Ledger = ledger } };

    private static CustomerMerge Acquired(string customer, string by, string on) =>
        new() { CustomerId = customer, IntoCustomerId = by, Kind = CustomerMergeKind.Acquisition, On = Day(on) };

    private static Invoice Unpaid(string id, string subscription, string customer, string due, string? paid) => new()
    {
        Id = id, SubscriptionId = subscription, CustomerId = customer, IssuedOn = Day(due), DueOn = Day(due), PaidOn = paid is null ? null : Day(paid), Amount = Usd(100),
    };
}
