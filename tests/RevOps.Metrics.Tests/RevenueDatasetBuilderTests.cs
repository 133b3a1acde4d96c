using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static RevOps.Metrics.Tests.Given;

namespace RevOps.Metrics.Tests;

public class RevenueDatasetBuilderTests
{
    private static readonly object[] OneOfEach =
    [
        ACustomer, new Customer { Id = "C2" }, AMerge, ASubscription, AWonDeal, ALead, AnActivity, ASpend, AnInvoice, ACreditNote, APayment,
        ATicket, AForecast, AQuota, AFigure,
    ];

    [Fact]
    public void A_sound_record_of_every_type_is_kept_as_given()
    {
        RevenueDataset data = Build(Strict, OneOfEach);
        Assert.Empty(data.Issues);
        Assert.Equal(OneOfEach.ToHashSet(), RecordsOf(data).ToHashSet());
        Assert.Equal(Currency.Usd, data.ReportingCurrency);
        Assert.Equal("2 customers, 1 subscriptions, 1 deals, 0 data issues, in USD", data.ToString());
    }

    [Fact]
    public void Whole_collections_and_single_records_make_the_same_dataset()
    {
        RevenueDataset whole = RevenueDataset.Build(
            [ACustomer, new Customer { Id = "C2" }], [ASubscription], [AWonDeal], [ASpend], [ALead], [AnActivity], [AnInvoice], [ACreditNote],
            [APayment], [ATicket], [AForecast], [AQuota], [AFigure], [AMerge]);
        Assert.Equal(Build(Strict, OneOfEach), whole);
        Assert.True(Build(Strict, OneOfEach) == whole);
        Assert.Equal(Build(Strict, OneOfEach).GetHashCode(), whole.GetHashCode());
    }

    [Fact]
    public void A_record_more_another_rate_and_another_coverage_make_another_dataset()
    {
        RevenueDataset data = Build(Strict, OneOfEach);
        Assert.True(data != Build(Strict, [.. OneOfEach, ASpend]));
        Assert.True(data != Build(Strict with { ExchangeRates = new ExchangeRates([new(On(1, 1), Currency.Eur, Currency.Usd, 1.1m)]) }, OneOfEach));
        Assert.True(data != Build(Strict with { Coverage = Declared(RecordType.Deal, new Coverage(On(1, 1))) }, OneOfEach));
        Assert.True(data != null);
    }

    [Fact]
    public void The_order_of_records_with_an_id_does_not_matter()
    {
        object[] records =
        [
            .. from i in Enumerable.Range(1, 3)
               from record in new object[]
               {
                   ACustomer with { Id = $"C{i}" }, ASubscription with { Id = $"S{i}", CustomerId = $"C{4 - i}" }, AWonDeal with { Id = $"D{i}" },
                   ALead with { Id = $"L{i}" }, AnInvoice with { Id = $"I{i}" }, ACreditNote with { Id = $"N{i}" }, APayment with { Id = $"P{i}" },
                   ATicket with { Id = $"T{i}" },
               }
               select record,
        ];
        RevenueDataset expected = Build(Strict, records);
        Law.Holds(Gen.Shuffle(records), shuffled => Build(Strict, shuffled).Equals(expected), cases: 50);
    }

    [Fact]
    public void Ids_are_ordered_ordinally_and_their_case_counts()
    {
        RevenueDataset data = Build(Strict, ACustomer with { Id = "b" }, ACustomer with { Id = "B" }, ACustomer with { Id = "a" });
        Assert.Equal(["B", "a", "b"], data.Customers.Select(customer => customer.Id));
    }

    [Fact]
    public void A_strict_build_stops_at_the_first_error_when_the_record_is_added()
    {
        RevenueDatasetBuilder builder = new();
        builder.Add(ACustomer);
        var error = Assert.Throws<DataIssueException>(() => builder.Add(ACustomer with { Id = "" }, new DataOrigin("customers.csv", 3)));
        Assert.Equal(
            "error customer.id.empty: customers.csv line 3: customer number 2, id: it is empty. Remedy: Fill in the id.", error.Message);
    }

    [Fact]
    public void A_lenient_build_leaves_the_record_out_and_says_so()
    {
        RevenueDatasetBuilder builder = new(Lenient);
        Assert.True(builder.Add(ACustomer));
        Assert.False(builder.Add(AWonDeal with { ClosedOn = null }));
        Assert.True(builder.Add(AWonDeal with { CustomerId = "C9" })); // sound by itself; only Build can tell
        RevenueDataset data = builder.Build();
        Assert.Empty(data.Deals);
        Assert.Equal(["deal.closed-on.missing", "deal.customer.unknown"], data.Issues.Select(issue => issue.Code));
    }

    [Fact]
    public void Of_two_records_with_one_id_the_first_sound_one_is_used()
    {
        RevenueDataset data = Build(
            Lenient, ACustomer, ASubscription with { Terms = [] }, ASubscription, ASubscription with { End = On(6, 1) });
        Assert.Equal(ASubscription, Assert.Single(data.Subscriptions));
        Assert.Equal(1, data.Issues.CountOf("subscription.id.duplicate"));
        Assert.Equal(1, data.Issues.CountOf("subscription.terms.missing"));
    }

    [Fact]
    public void An_origin_is_kept_for_what_is_found_later()
    {
        RevenueDatasetBuilder builder = new(Lenient);
        builder.Add(ACustomer);
        builder.Add(AnInvoice with { CustomerId = "C9" }, new DataOrigin("invoices.csv", 12));
        Assert.Equal(new DataOrigin("invoices.csv", 12), Assert.Single(builder.Build().Issues).Origin);
    }

    [Fact]
    public void An_issue_found_before_there_is_a_record_is_reported_like_any_other()
    {
        DataIssue unreadable = new()
        {
            Code = "csv.date.invalid", Severity = DataIssueSeverity.Error, Record = "row", Message = "'31 February'.", Remedy = "Correct it.",
        };
        RevenueDatasetBuilder lenient = new(Lenient);
        lenient.Report(unreadable);
        Assert.Same(unreadable, Assert.Single(lenient.Build().Issues));
        Assert.Same(unreadable, Assert.Throws<DataIssueException>(() => new RevenueDatasetBuilder().Report(unreadable)).Issue);
    }

    [Fact]
    public void Without_a_list_the_customers_are_those_the_other_records_name()
    {
        RevenueDataset data = Build(
            Strict,
            ASubscription,
            AWonDeal with { CustomerId = "C2" },
            AWonDeal with { Id = "D2", CustomerId = null },
            ALead with { CustomerId = "C3" },
            AnInvoice with { CustomerId = "C4" },
            ACreditNote with { CustomerId = "C5" },
            APayment with { CustomerId = "C6" },
            ATicket with { CustomerId = "C7" },
            AMerge with { CustomerId = "C8", IntoCustomerId = "C9" });
        Assert.Equal(["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9"], data.Customers.Select(customer => customer.Id));
        Assert.Equal(1, data.Issues.CountOf("customer.list.missing"));
    }

    [Fact]
    public void Where_every_customer_was_left_out_none_is_implied()
    {
        RevenueDataset data = Build(Lenient, ACustomer with { Id = "" }, ASubscription);
        Assert.Empty(data.Customers);
        Assert.Equal(1, data.Issues.CountOf("subscription.customer.unknown"));
        Assert.Equal(0, data.Issues.CountOf("customer.list.missing"));
    }

    [Fact]
    public void Nothing_makes_an_empty_dataset()
    {
        RevenueDataset data = RevenueDataset.Build();
        Assert.Empty(RecordsOf(data));
        Assert.Empty(data.Issues);
        Assert.Equal(Currency.None, data.ReportingCurrency);
        Assert.All(Enum.GetValues<RecordType>(), type => Assert.Null(data.CoverageOf(type)));
        Assert.Equal(RevenueDataset.Build([], [], []), data);
    }

    [Fact]
    public void Several_currencies_need_a_reporting_currency()
    {
        object[] records = [ACustomer, ASubscription, ASpend with { Amount = new Money(1, Currency.Chf) }, AForecast with { Amount = Eur(1) }];
        var error = Assert.Throws<InvalidOperationException>(() => Build(Lenient, records));
        Assert.Equal("The records hold CHF, EUR, USD: say in DatasetOptions.ReportingCurrency which one to report in.", error.Message);
    }

    [Theory]
    [MemberData(nameof(CurrencyChecksTests.Types), MemberType = typeof(CurrencyChecksTests))]
    public void A_single_currency_is_the_one_reported_in_wherever_it_stands(string type) =>
        Assert.Equal(Currency.Eur, Build(Strict, ACustomer, WithAmount(Eur(1))[type]).ReportingCurrency);

    [Fact]
    public void The_amounts_beside_and_behind_a_deal_s_amount_count_as_currencies()
    {
        Assert.Equal(Currency.Eur, Build(Strict, ACustomer, AWonDeal with { Amount = null, OneTimeAmount = Eur(1) }).ReportingCurrency);
        Assert.Equal(Currency.Eur, Build(Strict, ACustomer, AWonDeal with { Amount = null, TotalContractValue = Eur(1) }).ReportingCurrency);
        Deal history = AWonDeal with { Amount = null, History = [new() { On = On(2, 1), Amount = Eur(1) }] };
        Assert.Equal(Currency.Eur, Build(Strict, ACustomer, history).ReportingCurrency);
    }

    [Fact]
    public void A_record_of_a_currency_that_is_left_out_asks_for_no_reporting_currency() =>
        Assert.Equal(Currency.Usd, Build(Lenient, ACustomer, ASubscription, AnInvoice with { CustomerId = "C9", Amount = Eur(1) }).ReportingCurrency);

    [Fact]
    public void A_builder_builds_once()
    {
        RevenueDatasetBuilder builder = new();
        builder.Build();
        Assert.Contains("use a new builder", Assert.Throws<InvalidOperationException>(builder.Build).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_record_is_misuse()
    {
        Assert.Throws<ArgumentNullException>(() => new RevenueDatasetBuilder(Lenient).Add((Customer)null!));
        Assert.Throws<ArgumentNullException>(() => new RevenueDatasetBuilder(Lenient).Report(null!));
    }

    [Fact]
    public void Coverage_from_the_data_ends_the_day_after_the_last_date()
    {
        RevenueDataset data = Build(Strict, OneOfEach);
        Assert.Equal(new Coverage(On(1, 10), On(3, 2), IsDeclared: false), data.CoverageOf(RecordType.Deal));
        Assert.Equal(new Coverage(On(1, 1), On(2, 1), IsDeclared: false), data.CoverageOf(RecordType.Spend)); // its last day is 31 January
        Assert.Equal(new Coverage(On(1, 1), On(4, 1), IsDeclared: false), data.CoverageOf(RecordType.ForecastSnapshot));
        Assert.Equal(new Coverage(On(1, 1), On(4, 1), IsDeclared: false), data.CoverageOf(RecordType.Quota));
        Assert.Equal(new Coverage(On(1, 31), On(2, 1), IsDeclared: false), data.CoverageOf(RecordType.FinancialFigure));
        Assert.Equal(new Coverage(On(1, 5), On(1, 6), IsDeclared: false), data.CoverageOf(RecordType.Lead));
        Assert.Equal(new Coverage(On(1, 5), On(1, 6), IsDeclared: false), data.CoverageOf(RecordType.MarketingActivity));
        Assert.Equal(new Coverage(On(1, 1), On(1, 2), IsDeclared: false), data.CoverageOf(RecordType.Invoice));
        Assert.Equal(new Coverage(On(1, 15), On(1, 16), IsDeclared: false), data.CoverageOf(RecordType.CreditNote));
        Assert.Equal(new Coverage(On(1, 20), On(1, 21), IsDeclared: false), data.CoverageOf(RecordType.Payment));
        Assert.Equal(new Coverage(On(1, 7), On(1, 8), IsDeclared: false), data.CoverageOf(RecordType.Ticket));
    }

    [Fact]
    public void What_runs_on_is_covered_without_end_and_what_has_no_date_without_start()
    {
        RevenueDataset data = Build(
            Strict, ACustomer, new Customer { Id = "C2" }, ASubscription with { End = On(6, 1) }, ASubscription with { Id = "S2", Start = On(3, 1) },
            AMerge with { Kind = CustomerMergeKind.Acquisition, On = On(5, 1) });
        Assert.Equal(new Coverage(On(1, 1), null, IsDeclared: false), data.CoverageOf(RecordType.Subscription));
        Assert.Equal(new Coverage(On(5, 1), null, IsDeclared: false), data.CoverageOf(RecordType.CustomerMerge));
        Assert.Equal(new Coverage(LocalDate.MinIsoValue, null, IsDeclared: false), data.CoverageOf(RecordType.Customer));
        Assert.Null(data.CoverageOf(RecordType.Deal));
    }

    [Fact]
    public void A_record_that_was_left_out_covers_nothing() =>
        Assert.Null(Build(Lenient, ACustomer, AnInvoice with { CustomerId = "C9" }).CoverageOf(RecordType.Invoice));

    [Fact]
    public void Declared_coverage_wins_and_holds_for_a_type_without_records()
    {
        Coverage year = new(On(1, 1), On(12, 31).PlusDays(1));
        Assert.Equal(year, Build(Strict with { Coverage = Declared(RecordType.Deal, year) }, OneOfEach).CoverageOf(RecordType.Deal));
        Assert.Equal(year, Build(Strict with { Coverage = Declared(RecordType.Deal, year) }).CoverageOf(RecordType.Deal));
    }

    [Fact]
    public void Coverage_taken_from_another_dataset_is_declared_by_passing_it_on()
    {
        Coverage taken = Build(Strict, OneOfEach).CoverageOf(RecordType.Deal)!;
        Assert.True(Build(Strict with { Coverage = Declared(RecordType.Deal, taken) }).CoverageOf(RecordType.Deal)!.IsDeclared);
    }

    private static Dictionary<RecordType, Coverage> Declared(RecordType type, Coverage coverage) => new() { [type] = coverage };

    [Fact]
    public void Deals_without_any_date_are_deals_all_the_same()
    {
        RevenueDataset data = Build(Lenient, AnOpenDeal with { CustomerId = null, CreatedOn = null, ExpectedCloseOn = null });
        ReportingPeriod year = ReportingCalendar.Gregorian.Year(2026);
        Assert.Equal(1, data.Evaluate(Sales.OpenDeals, [year])[Sales.OpenDeals, year].Magnitude);
    }
}
