using System.Text.Json;
using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed class MetricComparisonTests
{
    private static readonly Customer[] Customers = [Customer("a", Segment("SMB")), Customer("b", Segment("SMB")), Customer("c", Segment("Enterprise"))];

    private static readonly Subscription[] Subscriptions =
    [
        Monthly("s", "a", 100, "2025-06-01", "2026-03-01") with { Cancellations = [new CancellationRequest { RequestedOn = Day("2026-01-15") }] },
        Monthly("t", "b", 50, "2025-06-01"),
        Subscribed("u", "c", "2025-06-01", null, Term("2025-06-01", 30), Term("2026-02-10", 15)),
    ];

    private static readonly RevenueDataset Data = RevenueDataset.Build(
        Customers, Subscriptions, spends: [new Spend { From = Day("2026-01-01"), Amount = Usd(10), Category = SpendCategory.Sales }]);

    private static readonly ReportingPeriod January = Month("2026-01"), February = Month("2026-02");

    private static readonly LedgerPolicy AtRequest = new() { ChurnRecognition = ChurnRecognition.AtRequest };

    private static readonly MetricPolicy Ours = MetricPolicy.Default;

    private static (string Option, decimal? Value, decimal? Change)[] Steps(PeriodComparison period) =>
        [.. period.Steps.Select(step => (step.Option, step.Magnitude, step.Change))];

    private static string[] CustomersOf(ComparedPart part) =>
        [.. part.Customers.Select(one => FormattableString.Invariant($"{one.CustomerId ?? "(none)"}: {one.First:0.##} to {one.Second:0.##}, {one.Difference:0.##}"))];

    [Fact]
    public void A_sum_is_split_by_option_and_by_customer()
    {
        MetricComparison comparison = Data.Compare(Revenue.Mrr, [January, Month("2026-03")], Ours, Ours with { Ledger = AtRequest });
        PeriodComparison january = comparison[January];
        Assert.Equal(new ComparedValue(180, 80), january.Value);
        Assert.Equal(-100, january.Value.Difference);
        ComparisonStep step = Assert.Single(january.Steps);
        Assert.Equal(new ComparisonStep("Ledger.ChurnRecognition", "EndOfService", "AtRequest", 80, null, -100), step);
        ComparedPart part = Assert.Single(january.Parts);
        Assert.Same(Revenue.Mrr, part.Metric);
        Assert.True(part is { IsOfFirst: true, IsOfSecond: true, NotByCustomer: null });
        Assert.Equal(["a: 100 to 0, -100"], CustomersOf(part));

        PeriodComparison march = comparison[Month("2026-03")];
        Assert.Equal(0, march.Value.Difference);
        Assert.Equal([("Ledger.ChurnRecognition", 65m, 0m)], Steps(march));
        Assert.Empty(march.Parts[0].Customers);
    }

    [Fact]
    public void A_rate_is_split_by_option_and_its_parts_by_customer()
    {
        MetricPolicy theirs = Ours with { ChurnDenominator = ChurnDenominator.Closing, Ledger = AtRequest };
        PeriodComparison january = Data.Compare(Success.CustomerChurnRate, [January], Ours, theirs)[January];
        Assert.Equal(new ComparedValue(0, 0.5m), january.Value);
        Assert.Equal([("Ledger.ChurnRecognition", 1m / 3, 0.333333333333m), ("ChurnDenominator", 0.5m, 0.166666666667m)], Steps(january));

        Assert.Equal(["lost customers", "opening customers", "customers"], january.Parts.Select(part => part.Name));
        Assert.Equal([(true, true), (true, false), (false, true)], january.Parts.Select(part => (part.IsOfFirst, part.IsOfSecond)));
        Assert.Equal([new ComparedValue(0, 1), new ComparedValue(3, 3), new ComparedValue(3, 2)], january.Parts.Select(part => part.Value));
        Assert.Equal([["a: 0 to 1, 1"], [], ["a: 1 to 0, -1"]], january.Parts.Select(CustomersOf));
    }

    [Fact]
    public void A_value_undefined_on_the_way_says_so_and_the_next_step_carries_its_change()
    {
        MetricPolicy first = Ours with { RetentionCohort = RetentionCohort.PreviousPeriod, MinimumCohort = 3 };
        MetricPolicy second = first with { Ledger = AtRequest, MinimumCohort = 0 };
        PeriodComparison there = Data.Compare(Success.GrossRevenueRetention, [February], first, second)[February];
        Assert.Equal([("Ledger.ChurnRecognition", null, null), ("MinimumCohort", 0.8125m, -0.104166666667m)], Steps(there));
        Assert.Equal("the cohort has 2 customers, fewer than the 3 that the policy asks for", there.Steps[0].UndefinedReason);
        Assert.Equal(-0.104166666667m, there.Value.Difference);
    }

    [Fact]
    public void A_policy_on_the_way_that_cannot_tell_a_period_leaves_it_undefined_there()
    {
        MetricPolicy byQuarter = Ours with { Ledger = new LedgerPolicy { FixedGrain = CalendarGrain.Quarter } };
        MetricPolicy netted = Ours with { Ledger = new LedgerPolicy { Netting = MovementNetting.ByPeriod } };
        MetricComparison comparison = Data.Compare(Revenue.Mrr, [January, Month("2026-03")], byQuarter, netted);
        Assert.Equal([("Ledger.Netting", null, null), ("Ledger.FixedGrain", 180m, 0m)], Steps(comparison[January]));
        Assert.StartsWith(
            "the policy nets or converts over whole periods of the grain Quarter, and 2026-02-01 lies", comparison[January].Steps[0].UndefinedReason, StringComparison.Ordinal);
        Assert.Equal([("Ledger.Netting", 65m, 0m), ("Ledger.FixedGrain", 65m, 0m)], Steps(comparison[Month("2026-03")]));

        MetricPolicy neither = Ours with { Ledger = netted.Ledger with { FixedGrain = CalendarGrain.Quarter } };
        Assert.Throws<MeasureRefusedException>(() => Data.Compare(Revenue.Mrr, [Month("2026-03"), January], Ours, neither));
    }

    [Fact]
    public void A_part_that_only_one_side_can_tell_is_undefined_on_the_other()
    {
        ReportingPeriod march = Month("2026-03");
        MetricPolicy first = Ours with { ChurnDenominator = ChurnDenominator.ThirtyDaysAgo };
        MetricPolicy second = Ours with { Ledger = new LedgerPolicy { Netting = MovementNetting.ByPeriod } };
        PeriodComparison compared = Data.Compare(Success.CustomerChurnRate, [march], first, second)[march];
        Assert.Equal([("Ledger.Netting", null, null), ("ChurnDenominator", 1m / 3, -0.166666666667m)], Steps(compared));
        Assert.Equal(["lost customers", "customers 30 days before the close", "opening customers"], compared.Parts.Select(part => part.Name));
        Assert.Equal([(1m, 1m), (2m, null), (3m, 3m)], compared.Parts.Select(part => (part.Value.First, part.Value.Second)));
        Assert.Contains("2026-03-02 lies within one", compared.Parts[1].Value.SecondUndefinedReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_told_of_the_change_from_or_to_an_undefined_value()
    {
        MetricPolicy none = Ours with { RetentionCohort = RetentionCohort.PreviousPeriod, MinimumCohort = 3, Ledger = AtRequest };
        MetricPolicy some = none with { Ledger = LedgerPolicy.Default, MinimumCohort = 0 };
        PeriodComparison back = Data.Compare(Success.GrossRevenueRetention, [February], none, some)[February];
        Assert.Null(back.Value.Difference);
        Assert.Equal("the cohort has 2 customers, fewer than the 3 that the policy asks for", back.Value.FirstUndefinedReason);
        Assert.Equal([("Ledger.ChurnRecognition", 165m / 180, null), ("MinimumCohort", 165m / 180, 0m)], Steps(back));

        PeriodComparison before = Data.Compare(Revenue.Mrr, [Month("2024-01")], Ours, Ours with { Ledger = AtRequest })[Month("2024-01")];
        Assert.Equal(new ComparedValue(null, null, before.Value.FirstUndefinedReason, before.Value.FirstUndefinedReason), before.Value);
        Assert.Contains("2024-01 is not part of", before.Value.FirstUndefinedReason, StringComparison.Ordinal);
        Assert.Empty(before.Parts[0].Customers);
    }

    [Fact]
    public void A_policy_compared_with_itself_has_no_steps()
    {
        PeriodComparison same = Data.Compare(Success.CustomerChurnRate, [February], Ours, Ours with { })[February];
        Assert.Equal(0, same.Value.Difference);
        Assert.Empty(same.Steps);
        Assert.All(same.Parts, part => Assert.Empty(part.Customers));
    }

    [Fact]
    public void What_has_no_path_to_customers_or_does_not_add_up_says_so()
    {
        ComparedPart[] cac = [.. Data.Compare(Marketing.Cac, [January], Ours, Ours)[January].Parts];
        Assert.Equal([("acquisition spend", "SpendDays has no path to the customer"), ("new customers", null)], cac.Select(part => (part.Name, part.NotByCustomer)));

        ComparedPart[] cltv = [.. Data.Compare(UnitEconomics.Cltv, [January], Ours, Ours with { LifetimeValue = LifetimeValueBasis.Revenue })[January].Parts];
        Assert.Equal(["MRR", "paying customers", "gross margin", "lost customers", "opening customers"], cltv.Select(part => part.Name));
        Assert.Equal("it does not add up over customers", cltv[2].NotByCustomer);
        Assert.Equal([(true, true), (true, true), (true, false), (true, true), (true, true)], cltv.Select(part => (part.IsOfFirst, part.IsOfSecond)));
        Assert.Equal("it does not add up over customers", Data.Compare(Sales.MedianSalesCycle, [January], Ours, Ours)[January].Parts[0].NotByCustomer);
    }

    [Fact]
    public void Two_states_of_the_records_can_be_compared_and_each_thing_that_differs_is_a_step()
    {
        RevenueDataset later = RevenueDataset.Build(Customers, [Subscriptions[0], Subscriptions[1] with { End = Day("2026-01-10") }, Subscriptions[2]]);
        EvaluationOptions before = EvaluationOptions.Default with { Where = [new DimensionFilter(Dimensions.Segment, ["SMB"])] };
        EvaluationOptions after = new() { Policy = Ours with { Ledger = AtRequest }, Assumptions = Assumptions.None.With(UnitEconomics.AssumedGrossMargin, new Ratio(0.8m)) };
        PeriodComparison january = MetricComparison.Between((Data, before), (later, after), Revenue.Mrr, [January])[January];
        Assert.Equal([("records", 100m, -50m), ("filters", 130m, 30m), ("assumptions", 130m, 0m), ("Ledger.ChurnRecognition", 30m, -100m)], Steps(january));
        Assert.Equal(("segment in SMB", "all"), (january.Steps[1].From, january.Steps[1].To));
        Assert.Equal(["a: 100 to 0, -100", "b: 50 to 0, -50", "c: 0 to 30, 30"], CustomersOf(january.Parts[0]));
        Assert.Equal(new ComparedValue(150, 30), january.Value);
    }

    [Fact]
    public async Task Any_engine_can_be_compared()
    {
        ComparisonSide first = new("then", Data.Engine, EvaluationOptions.Default), second = new("now", new NaiveEngine(Data), EvaluationOptions.Default);
        MetricComparison sides = await MetricComparison.BetweenAsync(first, second, Revenue.Mrr, [January]);
        Assert.Equal(new ComparisonStep("records", "then", "now", 180, null, 0), Assert.Single(sides[January].Steps));
        MetricComparison policies = await new NaiveEngine(Data).CompareAsync(Revenue.Mrr, [January], Ours, Ours with { Ledger = AtRequest });
        Assert.Equal(-100, policies[January].Value.Difference);
    }

    [Fact]
    public void Sides_of_different_currencies_cannot_be_compared()
    {
        RevenueDataset euros = RevenueDataset.Build(options: new DatasetOptions { ReportingCurrency = Currency.Eur });
        string message = Assert.Throws<ArgumentException>(() =>
            MetricComparison.Between((Data, EvaluationOptions.Default), (euros, EvaluationOptions.Default), Revenue.Mrr, [January])).Message;
        Assert.Contains("Cannot compare USD with EUR: build both", message, StringComparison.Ordinal);
        Assert.Throws<KeyNotFoundException>(() => Data.Compare(Revenue.Mrr, [January], Ours, Ours)[February]);
    }

    [Fact]
    public void A_comparison_is_plain_to_write_as_JSON()
    {
        MetricPolicy theirs = Ours with { Ledger = AtRequest };
        using JsonDocument json = JsonDocument.Parse(JsonSerializer.Serialize(Data.Compare(Revenue.Mrr, [January], Ours, theirs)));
        Assert.Equal("MRR", json.RootElement.GetProperty("Name").GetString());
        JsonElement january = json.RootElement.GetProperty("Periods")[0];
        Assert.Equal("2026-01", january.GetProperty("Label").GetString());
        Assert.Equal(-100, january.GetProperty("Value").GetProperty("Difference").GetDecimal());
        Assert.Equal("AtRequest", january.GetProperty("Steps")[0].GetProperty("To").GetString());
        Assert.Equal("a", january.GetProperty("Parts")[0].GetProperty("Customers")[0].GetProperty("CustomerId").GetString());
    }

    [Fact]
    public void The_text_shows_the_whole_the_steps_and_the_customers()
    {
        MetricPolicy theirs = Ours with { ChurnDenominator = ChurnDenominator.Closing, Ledger = AtRequest };
        Assert.Equal(
            """
            customer churn rate, 2026-01

            step                     from          to           value   change
            ------------------------------------------------------------------
            first                                              0.00 %
            Ledger.ChurnRecognition  EndOfService  AtRequest  33.33 %  33.33 %
            ChurnDenominator         Opening       Closing    50.00 %  16.67 %
            second                                            50.00 %  50.00 %

            lost customers  first  second  difference
            -----------------------------------------
            a                   0       1           1
            all                 0       1           1

            opening customers, only in first  first  second  difference
            -----------------------------------------------------------
            all                                   3       3           0

            customers, only in second  first  second  difference
            ----------------------------------------------------
            a                              1       0          -1
            all                            3       2          -1

            """.ReplaceLineEndings("\n"),
            Data.Compare(Success.CustomerChurnRate, [January], Ours, theirs).ToString());
    }

    [Fact]
    public void The_text_says_the_unit_once_and_why_a_value_is_undefined()
    {
        MetricPolicy first = Ours with { RetentionCohort = RetentionCohort.PreviousPeriod, MinimumCohort = 3 };
        string text = Data.Compare(Success.GrossRevenueRetention, [February], first, first with { Ledger = AtRequest, MinimumCohort = 0 }).ToString();
        Assert.Contains("EndOfService  AtRequest        -         -\n", text, StringComparison.Ordinal);
        Assert.Contains("\nLedger.ChurnRecognition is undefined: the cohort has 2 customers, fewer", text, StringComparison.Ordinal);
        Assert.Contains("\nnot by customer: it does not add up over customers\n", text, StringComparison.Ordinal);
        string mrr = Data.Compare(Revenue.Mrr, [January, February], Ours, Ours with { Ledger = AtRequest }).ToString();
        Assert.StartsWith("MRR (USD per month), 2026-01\n", mrr, StringComparison.Ordinal);
        Assert.Contains("\n\nMRR (USD per month), 2026-02\n", mrr, StringComparison.Ordinal);
        Assert.Contains("a                    100.00    0.00     -100.00\n", mrr, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_shows_ten_customers_and_how_many_more_there_are()
    {
        RevenueDataset many = RevenueDataset.Build(subscriptions: Enumerable.Range(1, 12).Select(i => Monthly($"s{i}", $"c{i}", i, "2026-01-01", "2026-01-10")));
        string text = MetricComparison.Between((many, EvaluationOptions.Default), (Data, EvaluationOptions.Default), Success.NewCustomers, [January]).ToString();
        Assert.Contains("and 2 more customers\n", text, StringComparison.Ordinal);
        Assert.Contains("c10 ", text, StringComparison.Ordinal);

        RevenueDataset eleven = RevenueDataset.Build(subscriptions: many.Subscriptions.Take(11));
        text = MetricComparison.Between((eleven, EvaluationOptions.Default), (Data, EvaluationOptions.Default), Success.NewCustomers, [January]).ToString();
        Assert.Contains("and 1 more customer\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_names_the_sides_as_asked_and_lists_the_options_without_effect_below()
    {
        MetricPolicy theirs = Ours with { Ledger = AtRequest, WinRate = WinRateBasis.Value, MinimumCohort = 5 };
        Assert.Equal(
            """
            MRR (USD per month), 2026-01

            step                     from          to          value   change
            -----------------------------------------------------------------
            ours                                              180.00
            Ledger.ChurnRecognition  EndOfService  AtRequest   80.00  -100.00
            theirs                                             80.00  -100.00
            without effect: WinRate, MinimumCohort

            MRR (USD per month)    ours  theirs  difference
            -----------------------------------------------
            a                    100.00    0.00     -100.00
            all                  180.00   80.00     -100.00

            """.ReplaceLineEndings("\n"),
            Data.Compare(Revenue.Mrr, [January], Ours, theirs, firstName: "ours", secondName: "theirs").ToString());
    }

    [Fact]
    public void An_option_that_brings_an_undefined_number_back_unchanged_is_shown()
    {
        RevenueDataset steady = RevenueDataset.Build(Customers, [Subscriptions[0], Subscriptions[1], Monthly("u", "c", 30, "2025-06-01")]);
        MetricPolicy first = Ours with { RetentionCohort = RetentionCohort.PreviousPeriod, MinimumCohort = 3 };
        string text = steady.Compare(Success.GrossRevenueRetention, [February], first, first with { Ledger = AtRequest, MinimumCohort = 0 }).ToString();
        Assert.Contains("Ledger.ChurnRecognition  EndOfService  AtRequest         -       -\n", text, StringComparison.Ordinal);
        Assert.Contains("MinimumCohort            3             0          100.00 %  0.00 %\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("without effect", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sum_within_a_rate_is_told_by_its_terms_and_both_sides_share_those_they_have()
    {
        MetricPolicy all = Ours with
        {
            ChurnDenominator = ChurnDenominator.OpeningAndNew,
            JoinedAndLost = JoinedAndLostTreatment.InBoth,
            LostAndReturned = LostAndReturnedTreatment.CountBoth,
        };
        ComparedPart[] parts = [.. Data.Compare(Success.CustomerChurnRate, [January], Ours, all)[January].Parts];
        Assert.Equal(
            ["lost customers", "opening customers", "lost and returned customers", "joined and lost customers", "joined customers"],
            parts.Select(part => part.Name));
        Assert.Equal([true, true, false, false, false], parts.Select(part => part.IsOfFirst));
        Assert.All(parts, part => Assert.True(part.IsOfSecond));
        MetricPolicy year = Ours with { ChurnWindow = ChurnWindow.TrailingYear }, allOfYear = all with { ChurnWindow = ChurnWindow.TrailingYear };
        Assert.Equal(
            [true, true, false, false, false],
            Data.Compare(Success.CustomerChurnRate, [Month("2026-08")], year, allOfYear)[Month("2026-08")].Parts.Select(part => part.IsOfFirst));

        // What the catalogue defines stays whole, and so does the metric itself.
        Assert.Equal(["committed MRR", "customers"], Data.Compare(Revenue.CommittedMrr / Success.Customers, [January], Ours, Ours)[January].Parts.Select(part => part.Name));
        Assert.Equal("(MRR - opening MRR)", Assert.Single(Data.Compare(Revenue.Mrr - Revenue.OpeningMrr, [January], Ours, Ours)[January].Parts).Name);
    }

    [Fact]
    public void The_parts_of_a_rate_have_names_that_say_who_is_in_them()
    {
        MetricPolicy all = Ours with
        {
            ChurnDenominator = ChurnDenominator.OpeningAndNew,
            JoinedAndLost = JoinedAndLostTreatment.InBoth,
            LostAndReturned = LostAndReturnedTreatment.CountBoth,
        };
        Assert.Equal(
            ["lost customers, returned or not, joined ones too", "opening and joined customers, joined and lost ones too"],
            Data.Evaluate(Success.CustomerChurnRate, [January], options: new() { Policy = all }).Results[0].Parts.Select(part => part.Name));
    }
}
