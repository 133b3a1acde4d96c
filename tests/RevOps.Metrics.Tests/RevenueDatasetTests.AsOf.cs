using NodaTime;
using static RevOps.Metrics.Tests.Given;

namespace RevOps.Metrics.Tests;

public partial class RevenueDatasetTests
{
    private static readonly LocalDate BusinessDayFour = new(2026, 4, 7);

    /// <summary>
    /// Acme pays 100 and Bolt 40 a month. On 15 April Acme's cancellation to 20 March is written down, and on 2 April already that Core was sold
    /// another 7 from 10 March on.
    /// </summary>
    private static readonly Subscription[] Book =
    [
        Make.Monthly("s-acme", "Acme", 100, "2026-01-01"),
        Make.Monthly("s-acme", "Acme", 100, "2026-01-01", "2026-03-20") with { RecordedOn = On(4, 15) },
        Make.Monthly("s-bolt", "Bolt", 40, "2026-01-01"),
        Make.Monthly("s-core", "Core", 7, "2026-03-10") with { RecordedOn = On(4, 2) },
    ];

    [Fact]
    public void March_as_known_on_business_day_four_is_not_March_as_known_today()
    {
        RevenueDataset today = RevenueDataset.Build(subscriptions: Book);
        ReportingPeriod march = Make.Month("2026-03");
        Metric[] metrics = [Revenue.Mrr, Success.Customers, Success.ChurnedCustomers, Success.NewCustomers];
        decimal?[] Told(RevenueDataset data) => [.. metrics.Select(metric => data.Evaluate(metrics, [march])[metric, march].Magnitude)];

        Assert.Equal([147m, 3m, 0m, 1m], Told(today.AsOf(BusinessDayFour))); // 100 + 40 + 7
        Assert.Equal([47m, 2m, 1m, 1m], Told(today)); // Acme left on 20 March
        Assert.Equal([140m, 2m, 0m, 0m], Told(today.AsOf(On(4, 1)))); // Core was not known yet
    }

    [Fact]
    public void A_record_is_known_from_the_day_on_which_it_was_recorded()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions: Book);
        Assert.Null(data.AsOf(On(4, 14)).Subscriptions[0].End);
        Assert.Equal(On(3, 20), data.AsOf(On(4, 15)).Subscriptions[0].End);
        Assert.Equal(["s-acme", "s-bolt"], data.AsOf(On(4, 1)).Subscriptions.Select(subscription => subscription.Id));
        Assert.Equal(["s-acme", "s-bolt", "s-core"], data.AsOf(On(4, 2)).Subscriptions.Select(subscription => subscription.Id));
    }

    [Fact]
    public void The_latest_version_is_in_force_and_the_others_are_kept_by_name_and_day()
    {
        Deal first = AnOpenDeal, second = AnOpenDeal with { RecordedOn = On(2, 1), Amount = Usd(1) }, third = AWonDeal with { RecordedOn = On(3, 1) };
        RevenueDataset data = Build(Strict, ACustomer, second, third, first, AWonDeal with { Id = "D2", RecordedOn = On(1, 1) });
        Assert.Equal([third, AWonDeal with { Id = "D2", RecordedOn = On(1, 1) }], data.Deals);
        Assert.Equal([first, second], data.Superseded.Deals);
        Assert.Equal([first], data.AsOf(On(1, 31)).Deals.Take(1));
        Assert.Empty(data.AsOf(On(1, 31)).Superseded.Deals);
    }

    [Fact]
    public void What_differs_only_in_what_was_superseded_differs()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions: Book);
        Assert.NotEqual(RevenueDataset.Build(subscriptions: Book[1..]), data);
        Assert.Equal(RevenueDataset.Build(subscriptions: Book.Reverse()), data);
    }

    [Fact]
    public void A_later_version_takes_a_subscription_or_a_deal_back()
    {
        RevenueDataset data = Build(
            Strict, ACustomer, ASubscription, ASubscription with { IsVoid = true, RecordedOn = On(2, 1) },
            AWonDeal, AWonDeal with { Outcome = DealOutcome.Void, RecordedOn = On(4, 1) });
        ReportingPeriod march = Make.Month("2026-03");
        decimal?[] Told(RevenueDataset known)
        {
            MetricTable table = known.Evaluate([Revenue.Mrr, Sales.WonDeals], [march]);
            return [table[Revenue.Mrr, march].Magnitude, table[Sales.WonDeals, march].Magnitude];
        }

        Assert.Equal([100m, 1m], Told(data.AsOf(On(1, 31))));
        Assert.Equal([0m, 1m], Told(data.AsOf(On(3, 31))));
        Assert.Equal([0m, 0m], Told(data));
    }

    [Fact]
    public void Spend_and_figures_are_unknown_before_they_are_recorded_and_corrected_by_the_difference()
    {
        RevenueDataset data = Build(
            Strict, ASpend, ASpend with { Amount = Usd(-2_000), RecordedOn = On(3, 5) }, AFigure, AFigure with { Amount = Usd(500), RecordedOn = On(2, 20) });
        Assert.Equal([Usd(5_000)], data.AsOf(On(3, 4)).Spends.Select(spend => spend.Amount));
        Assert.Equal([Usd(5_000), Usd(-2_000)], data.AsOf(On(3, 5)).Spends.Select(spend => spend.Amount));
        Assert.Equal([Usd(9_000)], data.AsOf(On(2, 19)).FinancialFigures.Select(figure => figure.Amount));
    }

    [Fact]
    public void A_forecast_is_known_from_the_day_on_which_it_was_taken()
    {
        RevenueDataset data = Build(Strict, AForecast, AForecast with { TakenOn = On(2, 1) });
        Assert.Equal([AForecast], data.AsOf(On(1, 31)).ForecastSnapshots);
        Assert.Empty(data.AsOf(On(1, 4)).ForecastSnapshots);
        Assert.Equal(data, data.AsOf(On(2, 1)));
    }

    [Fact]
    public void Without_anything_recorded_later_it_is_the_same_dataset()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions: Book);
        Assert.Same(data, data.AsOf(On(4, 15)));
        Assert.Same(data, data.AsOf(LocalDate.MaxIsoValue));
        Assert.NotSame(data, data.AsOf(On(4, 14)));
    }

    [Fact]
    public void An_earlier_dataset_cannot_know_more_by_a_later_day()
    {
        RevenueDataset earlier = RevenueDataset.Build(subscriptions: Book).AsOf(BusinessDayFour);
        Assert.Same(earlier, earlier.AsOf(On(12, 31)));
    }

    [Fact]
    public void What_refers_to_a_record_not_yet_known_is_left_out_even_of_a_strict_dataset()
    {
        List<DataIssue> heard = [];
        RevenueDataset data = Build(
            Strict with { OnIssue = heard.Add }, ACustomer, ACustomer with { Id = "C2", RecordedOn = On(2, 2) }, ASubscription with { CustomerId = "C2", RecordedOn = On(2, 1) });
        RevenueDataset known = data.AsOf(On(2, 1));
        Assert.Empty(known.Subscriptions);
        Assert.Equal("'C2' is not among the customers.", Assert.Single(known.Issues).Message);
        Assert.Empty(heard);
        Assert.Single(data.AsOf(On(2, 2)).Subscriptions);
    }

    [Fact]
    public void A_version_that_cannot_be_used_leaves_the_one_before_it_in_force()
    {
        RevenueDataset data = Build(
            Lenient, ACustomer, ASubscription, ASubscription with { CustomerId = "C9", RecordedOn = On(3, 1) },
            ASubscription with { Terms = [], RecordedOn = On(4, 1) }, AWonDeal with { CustomerId = "C8" }, AWonDeal with { CustomerId = "C9", RecordedOn = On(3, 1) });
        Assert.Equal([ASubscription], data.Subscriptions);
        Assert.Empty(data.Superseded.Subscriptions);
        Assert.Empty(data.Deals);
        Assert.Equal(
            ["deal.customer.unknown", "deal.customer.unknown", "subscription.customer.unknown", "subscription.terms.missing"],
            data.Issues.Select(issue => issue.Code));
    }

    [Fact]
    public void A_superseded_version_that_cannot_be_used_stops_nothing_until_it_is_asked_for()
    {
        RevenueDataset data = Build(Strict, ACustomer, ASubscription with { CustomerId = "C9" }, ASubscription with { RecordedOn = On(3, 1) });
        Assert.Empty(data.Issues);
        Assert.Equal(1, data.AsOf(On(2, 1)).Issues.CountOf("subscription.customer.unknown"));
    }

    [Fact]
    public void Two_versions_recorded_on_one_day_are_a_duplicate()
    {
        Subscription corrected = ASubscription with { RecordedOn = On(4, 1) };
        var error = Assert.Throws<DataIssueException>(() => Build(Strict, ACustomer, ASubscription, corrected, corrected with { End = On(5, 1) }));
        Assert.Equal("'S1' stands twice, each time recorded on 2026-04-01.", error.Issue.Message);
    }

    [Fact]
    public void A_customer_that_is_only_named_is_known_since_it_was_first_named()
    {
        RevenueDataset data = RevenueDataset.Build(
            subscriptions: [ASubscription with { RecordedOn = On(3, 1) }], deals: [AWonDeal with { RecordedOn = On(2, 1) }, AWonDeal with { Id = "D2", CustomerId = "C2" }]);
        Assert.Equal([On(2, 1), null], data.Customers.Select(customer => customer.RecordedOn));
        Assert.Equal(["C2"], data.AsOf(On(1, 31)).Customers.Select(customer => customer.Id));
        Assert.Empty(data.AsOf(On(1, 31)).Subscriptions);
    }

    [Fact]
    public void The_currency_stays_where_the_records_of_the_day_are_in_another()
    {
        DatasetOptions rates = new() { ExchangeRates = new ExchangeRates([new(On(1, 1), Currency.Eur, Currency.Usd, 1.1m)]) };
        RevenueDataset data = Build(rates, ACustomer, AWonDeal with { Amount = Eur(10) }, AWonDeal with { RecordedOn = On(4, 1) });
        Assert.Equal(Currency.Usd, data.ReportingCurrency);
        ReportingPeriod march = Make.Month("2026-03");
        Assert.Equal(11m, data.AsOf(On(3, 31)).Evaluate(Sales.WonAmount, [march])[Sales.WonAmount, march].Magnitude);
    }

    [Fact]
    public void Declared_coverage_of_what_has_happened_ends_with_the_day()
    {
        Coverage year = new(On(1, 1), new LocalDate(2027, 1, 1)), always = new(On(1, 1)), past = new(On(1, 1), On(3, 1)), later = new(On(5, 1));
        RevenueDataset data = Build(Strict with
        {
            Coverage = new Dictionary<RecordType, Coverage>
            {
                [RecordType.Deal] = year, [RecordType.Spend] = always, [RecordType.Ticket] = past, [RecordType.Lead] = later,
                [RecordType.Subscription] = year, [RecordType.ForecastSnapshot] = year, [RecordType.Quota] = always, [RecordType.Customer] = always,
            },
        });
        RevenueDataset known = data.AsOf(BusinessDayFour);
        Assert.Equal(new Coverage(On(1, 1), On(4, 8)), known.CoverageOf(RecordType.Deal));
        Assert.Equal(new Coverage(On(1, 1), On(4, 8)), known.CoverageOf(RecordType.Spend));
        Assert.Equal(past, known.CoverageOf(RecordType.Ticket));
        Assert.Null(known.CoverageOf(RecordType.Lead));
        Assert.Equal(year, known.CoverageOf(RecordType.Subscription));
        Assert.Equal(year, known.CoverageOf(RecordType.ForecastSnapshot));
        Assert.Equal(always, known.CoverageOf(RecordType.Quota));
        Assert.Equal(always, known.CoverageOf(RecordType.Customer));
        Assert.Equal(data, data.AsOf(LocalDate.MaxIsoValue));
    }

    [Fact]
    public void Between_two_days_it_lists_the_versions_recorded_by_customer()
    {
        RevenueDataset data = RevenueDataset.Build(
            subscriptions: Book, deals: [AnOpenDeal with { CustomerId = "Bolt" }, AWonDeal with { CustomerId = "Bolt", RecordedOn = On(4, 8) }],
            spends: [ASpend with { RecordedOn = On(4, 9) }, ASpend], forecastSnapshots: [AForecast with { TakenOn = On(4, 10) }]);
        Assert.Equal(
            [
                new RecordVersion { Type = RecordType.Subscription, Record = "subscription s-acme", Id = "s-acme", CustomerId = "Acme", RecordedOn = On(4, 15), IsCorrection = true },
                new RecordVersion { Type = RecordType.Deal, Record = "deal D1", Id = "D1", CustomerId = "Bolt", RecordedOn = On(4, 8), IsCorrection = true },
                new RecordVersion { Type = RecordType.Spend, Record = "spend of 5000 USD on Marketing from 2026-01-01", RecordedOn = On(4, 9) },
                new RecordVersion { Type = RecordType.ForecastSnapshot, Record = "forecast of Ada taken on 2026-04-10 for 2026-01-01..2026-04-01", RecordedOn = On(4, 10) },
            ],
            data.RecordedBetween(BusinessDayFour, On(4, 15)));

        // Core has no list of its own: the customer is known since the subscription named it.
        Assert.Equal(
            ["customer Core: 2026-04-02 False", "subscription s-core: 2026-04-02 False"],
            data.RecordedBetween(On(4, 1), On(4, 2)).Select(version => $"{version.Record}: {version.RecordedOn:uuuu-MM-dd} {version.IsCorrection}"));
        Assert.Empty(data.RecordedBetween(On(4, 2), On(4, 2)));
        Assert.Contains("give the earlier day first", Assert.Throws<ArgumentException>(() => data.RecordedBetween(On(4, 2), On(4, 1))).Message, StringComparison.Ordinal);
    }
}
