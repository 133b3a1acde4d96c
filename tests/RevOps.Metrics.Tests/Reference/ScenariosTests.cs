using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics.Tests.Reference;

/// <summary>The two hand-computed quarters: a recurring bridge and a pipeline. What later metrics cover stands in <see cref="Pending"/>.</summary>
public class ScenariosTests
{
    /// <summary>Expected figures whose metrics are not built yet; a test fails when one of them is neither checked nor listed.</summary>
    private static readonly Dictionary<string, string> Pending = new(StringComparer.Ordinal)
    {
    };

    private static readonly ReportingCalendar Calendar = ReportingCalendar.Gregorian;
    private static readonly ReportingPeriod Quarter = Calendar.Parse("2026-Q1");

    [ReferenceFact]
    public void The_bridge_ties_out_by_month_and_quarter()
    {
        JsonElement scenario = Scenario("A-bridge-q1-2026");
        RevenueDataset data = Book(scenario);
        foreach (JsonProperty expected in scenario.GetProperty("expected").GetProperty("annualised_bridge").EnumerateObject())
        {
            ReportingPeriod period = Calendar.Parse(expected.Name);
            MetricTable table = data.Evaluate(Revenue.ArrWaterfall, [period]);
            foreach (JsonProperty line in expected.Value.EnumerateObject())
            {
                Metric<PerYear<Money>> metric = line.Name switch
                {
                    "opening" => Revenue.OpeningArr,
                    "closing" => Revenue.Arr,
                    _ => Revenue.ArrMovement(Enum.Parse<MovementKind>(line.Name, ignoreCase: true)),
                };
                Assert.Equal(line.Value.GetDecimal(), table.Value(metric, period).Value.Value.Amount);
            }
        }
    }

    [ReferenceFact]
    public void Closing_mrr_is_the_yearly_total_over_twelve()
    {
        JsonElement scenario = Scenario("A-bridge-q1-2026");
        RevenueDataset data = Book(scenario);
        JsonElement expected = scenario.GetProperty("expected");
        foreach (JsonProperty month in expected.GetProperty("mrr_closing_rounded").EnumerateObject())
        {
            Assert.Equal(month.Value.GetDecimal(), Value(data, Revenue.Mrr, Calendar.Parse(month.Name)).Value.Round().Amount);
        }

        Assert.Equal(expected.GetProperty("arr_2026_03").GetDecimal(), Value(data, Revenue.Arr, Calendar.Parse("2026-03")).Value.Amount);
    }

    [ReferenceFact]
    public void Customers_and_churn_compare_the_edges_of_each_period()
    {
        JsonElement scenario = Scenario("A-bridge-q1-2026");
        RevenueDataset data = Book(scenario);
        foreach (JsonProperty expected in scenario.GetProperty("expected").GetProperty("customers").EnumerateObject())
        {
            ReportingPeriod period = Calendar.Parse(expected.Name);
            MetricTable table = data.Evaluate(
                [
                    Success.OpeningCustomers, Success.LostCustomers, Success.Customers, Success.CustomerChurnRate, Success.JoinedAndLostCustomers,
                    Success.LostAndReturnedCustomers,
                ],
                [period]);
            Assert.Equal(expected.Value.GetProperty("joined_and_lost").GetDecimal(), table[Success.JoinedAndLostCustomers, period].Magnitude);
            if (expected.Value.TryGetProperty("lost_and_returned", out JsonElement returned))
            {
                Assert.Equal(returned.GetDecimal(), table[Success.LostAndReturnedCustomers, period].Magnitude);
            }

            Assert.Equal(expected.Value.GetProperty("opening").GetDecimal(), table[Success.OpeningCustomers, period].Magnitude);
            Assert.Equal(expected.Value.GetProperty("lost").GetDecimal(), table[Success.LostCustomers, period].Magnitude);
            Assert.Equal(expected.Value.GetProperty("closing").GetDecimal(), table[Success.Customers, period].Magnitude);
            JsonElement rate = expected.Value.GetProperty("churn_rate");
            Assert.Equal(rate.GetProperty("numerator").GetDecimal(), table[Success.CustomerChurnRate, period].Part("lost customers"));
            AssertNear(rate.GetProperty("value").GetDecimal(), table[Success.CustomerChurnRate, period].Magnitude);
        }
    }

    [ReferenceFact]
    public void Gross_revenue_churn_is_what_the_opening_customers_lost_and_not_what_the_bridge_moved()
    {
        JsonElement scenario = Scenario("A-bridge-q1-2026");
        Assert.Contains("gross revenue churn Q1 71.13 % against 30.93 %", scenario.GetProperty("wrong_values_it_catches").EnumerateObject().Select(wrong => wrong.Name));
        AssertNear(1200m / 3880m, Book(scenario).Evaluate(Success.GrossRevenueChurnRate, [Quarter])[Success.GrossRevenueChurnRate, Quarter].Magnitude);
    }

    [ReferenceFact]
    public void Arpa_and_lifetime_value_are_per_month_whatever_the_period()
    {
        JsonElement scenario = Scenario("A-bridge-q1-2026");
        RevenueDataset data = Book(scenario);
        JsonElement expected = scenario.GetProperty("expected");
        EvaluationOptions options = new()
        {
            Assumptions = Assumptions.None.With(UnitEconomics.AssumedGrossMargin, new Ratio(scenario.GetProperty("gross_margin").GetDecimal())),
        };
        AssertNear(expected.GetProperty("arpa_monthly_2026_03").GetProperty("formula").GetString()!, Value(data, Revenue.Arpa, Calendar.Parse("2026-03")).Value.Amount);
        AssertNear(expected.GetProperty("cltv_q1").GetDecimal(), data.Evaluate(UnitEconomics.Cltv, [Quarter], options: options)[UnitEconomics.Cltv, Quarter].Magnitude);
    }

    [ReferenceFact]
    public void Churn_at_the_request_moves_the_closing_balances()
    {
        JsonElement scenario = Scenario("A-bridge-q1-2026");
        RevenueDataset data = Book(scenario);
        EvaluationOptions atRequest = new()
        {
            Policy = MetricPolicy.Default with { Ledger = new LedgerPolicy { ChurnRecognition = ChurnRecognition.AtRequest } },
        };
        JsonElement closing = scenario.GetProperty("other_policies").EnumerateObject().First().Value.GetProperty("closing_annualised");
        foreach (JsonProperty month in closing.EnumerateObject())
        {
            ReportingPeriod period = Calendar.Parse(month.Name);
            Assert.Equal(month.Value.GetDecimal(), data.Evaluate(Revenue.Arr, [period], options: atRequest)[Revenue.Arr, period].Magnitude);
        }
    }

    [ReferenceFact]
    public void The_pipeline_quarter_holds_and_what_is_pending_is_listed()
    {
        JsonElement scenario = Scenario("C-pipeline-q1-2026");
        RevenueDataset data = Pipeline(scenario);
        EvaluationOptions options = new() { Assumptions = Assumptions.None.With(UnitEconomics.AssumedGrossMargin, new Ratio(0.8m)) };
        EvaluationOptions With(MetricPolicy policy) => options with { Policy = policy };
        decimal? Magnitude(Metric metric, EvaluationOptions? chosen = null) => data.Evaluate(metric, [Quarter], options: chosen ?? options)[metric, Quarter].Magnitude;

        Dictionary<string, Action<JsonElement>> checks = new(StringComparer.Ordinal)
        {
            ["win_rate_count"] = e =>
            {
                MetricResult rate = data.Evaluate(Sales.WinRate, [Quarter])[Sales.WinRate, Quarter];
                Assert.Equal(e.GetProperty("numerator").GetDecimal(), rate.Part("won deals"));
                Assert.Equal(e.GetProperty("denominator").GetDecimal(), rate.Part("won deals") + rate.Part("lost deals"));
                AssertNear(e.GetProperty("value").GetDecimal(), rate.Magnitude);
            },
            ["win_rate_value"] = e => AssertNear(e.GetProperty("value").GetDecimal(), Magnitude(Sales.WinRate, With(new() { WinRate = WinRateBasis.Value }))),
            ["win_rate_without_no_decision"] = e => AssertNear(e.GetProperty("value").GetDecimal(), Magnitude(Sales.WinRate, With(new() { WinRate = WinRateBasis.WithoutNoDecision }))),
            ["win_rate_created_cohort"] = e =>
            {
                MetricResult rate = data.Evaluate(Sales.WinRate, [Quarter], options: With(new() { WinRate = WinRateBasis.CreatedCohort }))[Sales.WinRate, Quarter];
                AssertNear(e.GetProperty("value").GetDecimal(), rate.Magnitude);
                Assert.Equal(e.GetProperty("denominator").GetDecimal(), rate.Part("created deals"));
                Assert.Equal(2, rate.Part("still open of those created"));
                Assert.True(rate.Flags.HasFlag(MetricFlags.Immature));
            },
            ["win_rate_all_types"] = e => AssertNear(e.GetProperty("value").GetDecimal(), Magnitude(Sales.WinRate, With(new() { Deals = DealScope.AllTypes }))),
            ["cycle_won_days"] = e =>
            {
                AssertNear(e.GetProperty("mean").GetDecimal(), Magnitude(Sales.SalesCycle));
                AssertNear(e.GetProperty("median").GetDecimal(), Magnitude(Sales.MedianSalesCycle));
            },
            ["velocity_per_day"] = e => AssertNear(e.GetProperty("value").GetDecimal(), Magnitude(Sales.PipelineVelocity)),
            ["velocity_all_types"] = e => AssertNear(e.GetProperty("value").GetDecimal(), Magnitude(Sales.PipelineVelocity, With(new() { Deals = DealScope.AllTypes }))),
            ["velocity_closed_basis_identity"] = e =>
            {
                AssertNear(e.GetProperty("value").GetDecimal(), Magnitude(Sales.PipelineVelocity, With(new() { Velocity = VelocityBasis.ClosedInPeriod })));
                AssertNear(e.GetProperty("value").GetDecimal(), Magnitude(Sales.WonAmount / Sales.SalesCycle));
            },
            ["coverage_at_opening"] = e => AssertNear(e.GetProperty("value").GetDecimal(), Magnitude(Sales.PipelineCoverage)),
            // 15 February is the 46th day of the quarter.
            ["coverage_remaining_2026_02_15"] = e =>
            {
                MetricResult coverage = data.Evaluate(Sales.PipelineCoverage, [Quarter], options: With(new() { CoverageDay = 46 }))[Sales.PipelineCoverage, Quarter];
                Assert.Equal("125000/(100000-50000)", e.GetProperty("formula").GetString());
                Assert.Equal([125_000, 100_000, 50_000], coverage.Parts.Select(part => part.Magnitude));
                AssertNear(e.GetProperty("value").GetDecimal(), coverage.Magnitude);
            },
            ["pipeline_bridge_q1"] = e => Assert.Equal(
                e.EnumerateObject().Select(line => line.Value.GetDecimal()), Sales.PipelineBridge.Select(line => Magnitude(line)!.Value)),
            ["quota_attainment"] = e => AssertNear(e.GetDecimal(), Magnitude(Sales.QuotaAttainment)),
            ["forecast"] = e =>
            {
                Assert.Equal(e.GetProperty("judged").GetDecimal(), Magnitude(Forecast.Judged));
                Assert.Equal(e.GetProperty("actual").GetDecimal(), Magnitude(Sales.WonAmount));
                AssertNear(e.GetProperty("accuracy").GetDecimal(), Magnitude(Forecast.Accuracy));
                Assert.Equal(e.GetProperty("bias_amount").GetDecimal(), Magnitude(Forecast.Bias));
                AssertNear(e.GetProperty("bias").GetDecimal(), Magnitude(Forecast.RelativeBias));
            },
            ["rollup_2026_02_15"] = e =>
            {
                foreach (ForecastRollUp rollUp in new[] { Forecast.RolledUp.On(new LocalDate(2026, 2, 15)), Forecast.RolledUp.OnDay(46) })
                {
                    Assert.Equal(e.GetProperty("closed").GetDecimal(), Magnitude(rollUp.Closed));
                    Assert.Equal(e.GetProperty("commit_forecast").GetDecimal(), Magnitude(rollUp.Commit));
                    Assert.Equal(e.GetProperty("best_case_forecast").GetDecimal(), Magnitude(rollUp.BestCase));
                    Assert.Equal(e.GetProperty("open_pipeline").GetDecimal(), Magnitude(rollUp.OpenPipeline));
                }
            },
            ["cac"] = e => Assert.Equal(e.GetDecimal(), Magnitude(Marketing.Cac)),
            ["new_customers_q1"] = e => Assert.Equal(e.GetDecimal(), Magnitude(Success.NewCustomers)),
            ["cac_payback_months"] = e => AssertNear(e.GetDecimal(), Magnitude(UnitEconomics.CacPayback)),
        };

        foreach (JsonProperty figure in scenario.GetProperty("expected").EnumerateObject())
        {
            Assert.True(checks.ContainsKey(figure.Name) != Pending.ContainsKey(figure.Name), $"'{figure.Name}' must be either checked or pending.");
            if (checks.TryGetValue(figure.Name, out Action<JsonElement>? check)) check(figure.Value);
        }
    }

    [ReferenceFact]
    public void Each_wrong_value_of_the_pipeline_quarter_is_what_another_question_gives()
    {
        JsonElement scenario = Scenario("C-pipeline-q1-2026");
        RevenueDataset data = Pipeline(scenario);
        decimal Magnitude(Metric metric, MetricPolicy? policy = null, RevenueDataset? book = null) =>
            (book ?? data).Evaluate(metric, [Quarter], options: new() { Policy = policy ?? MetricPolicy.Default })[metric, Quarter].Magnitude!.Value;
        RevenueDataset withoutHistory = RevenueDataset.Build(deals: data.Deals.Select(deal => deal with { History = [] }), quotas: data.Quotas);
        Metric<Money> spendOfEverything = Measures.Sum(SpendDays.Amount, on: SpendDays.On).InPeriod() / Success.NewCustomers;

        Dictionary<string, Func<decimal>> wrong = new(StringComparer.Ordinal)
        {
            // Asked on the last day of the quarter.
            ["coverage 0 at the close"] = () => Magnitude(Sales.PipelineCoverage, new() { CoverageDay = 90 }),
            // Only a book that lost its history can give it.
            ["coverage 1.15"] = () => Magnitude(Sales.PipelineCoverage, book: withoutHistory),
            ["coverage 1.79"] = () => Magnitude(Sales.PipelineCoverage, new() { Deals = DealScope.AllTypes }),
            ["accuracy 0.80"] = () => 1 - (Math.Abs(Magnitude(Forecast.Bias)) / Magnitude(Forecast.Judged)),
            ["accuracy 0.50"] = () => Magnitude(Forecast.Accuracy, new() { ForecastDay = 6 }),
            ["velocity 307.69"] = () => Magnitude(Sales.PipelineVelocity) * Magnitude(Sales.SalesCycle) / Magnitude(Sales.MedianSalesCycle),
            ["CAC 26666.67"] = () => Magnitude(Marketing.AcquisitionSpend / Sales.WonDeals),
            ["CAC 45000"] = () => Magnitude(spendOfEverything),
        };

        foreach (JsonProperty caught in scenario.GetProperty("wrong_values_it_catches").EnumerateObject())
        {
            decimal told = decimal.Parse(caught.Name.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(told, decimal.Round(wrong[caught.Name](), 2));
        }
    }

    private static RevenueDataset Book(JsonElement scenario) => RevenueDataset.Build(
        subscriptions: scenario.GetProperty("subscriptions").EnumerateArray().Select(ToSubscription));

    private static Subscription ToSubscription(JsonElement row)
    {
        LocalDate start = Date(row.GetProperty("start"))!.Value;
        LocalDate? trialEnd = row.TryGetProperty("trial_to", out JsonElement trial) ? Date(trial) : null;
        BillingInterval interval = BillingInterval.Parse(row.GetProperty("interval").GetString()!, null);
        LocalDate paidFrom = trialEnd ?? start;
        return new Subscription
        {
            Id = row.GetProperty("id").GetString()!,
            CustomerId = row.GetProperty("customer").GetString()!,
            Start = start,
            End = Date(row.GetProperty("end")),
            TrialEnd = trialEnd,
            Terms =
            [
                new PriceTerm
                {
                    From = start,
                    Price = new Money(row.GetProperty("price").GetDecimal(), Currency.Usd),
                    Interval = interval,
                    Discounts = row.TryGetProperty("coupon", out JsonElement coupon)
                        ? [new Discount { Amount = new Money(coupon.GetProperty("amount").GetDecimal(), Currency.Usd), From = paidFrom, To = interval.After(paidFrom) }]
                        : [],
                },
            ],
            Cancellations = row.TryGetProperty("cancel_requested", out JsonElement requested)
                ? [new CancellationRequest { RequestedOn = Date(requested)!.Value }]
                : [],
        };
    }

    private static RevenueDataset Pipeline(JsonElement scenario)
    {
        JsonElement[] rows = [.. scenario.GetProperty("deals").EnumerateArray()];
        JsonElement spend = scenario.GetProperty("spend_q1");
        return RevenueDataset.Build(
            deals: rows.Select(ToDeal),
            subscriptions: rows.Where(row => row.TryGetProperty("service_start", out _)).Select(row => new Subscription
            {
                Id = $"S-{row.GetProperty("id").GetString()}",
                CustomerId = row.GetProperty("id").GetString()!,
                Start = Date(row.GetProperty("service_start"))!.Value,
                Terms =
                [
                    new PriceTerm
                    {
                        From = Date(row.GetProperty("service_start"))!.Value, Interval = BillingInterval.Year,
                        Price = Steps(row, "amount").Select(step => new Money(step.Value.GetDecimal(), Currency.Usd)).Last(),
                    },
                ],
            }),
            spends: spend.EnumerateObject().Select(category => new Spend
            {
                From = Quarter.Start, To = Quarter.End, Amount = new Money(category.Value.GetDecimal(), Currency.Usd),
                Category = category.Name switch { "marketing" => SpendCategory.Marketing, "sales" => SpendCategory.Sales, _ => SpendCategory.CustomerSuccess },
            }),
            quotas: [new Quota { PeriodStart = Quarter.Start, PeriodEnd = Quarter.End, Amount = new Money(QuotaOf(scenario), Currency.Usd) }],
            forecastSnapshots: scenario.GetProperty("commit_snapshots_cumulative").EnumerateArray().Select(snapshot => new ForecastSnapshot
            {
                PeriodStart = Quarter.Start, PeriodEnd = Quarter.End, TakenOn = Date(snapshot[0])!.Value,
                Amount = new Money(snapshot[1].GetDecimal(), Currency.Usd),
            }));
    }

    /// <summary>The quota stands in the words of the scenario's policy: "quota (new business) 100000".</summary>
    private static decimal QuotaOf(JsonElement scenario) =>
        decimal.Parse(scenario.GetProperty("policy").GetString()!.Split("quota (new business) ")[1].Split(';')[0], System.Globalization.CultureInfo.InvariantCulture);

    private static Deal ToDeal(JsonElement row) => new()
    {
        Id = row.GetProperty("id").GetString()!,
        CustomerId = row.GetProperty("id").GetString()!,
        Type = row.GetProperty("type").GetString() == "new" ? DealType.NewBusiness : DealType.Renewal,
        CreatedOn = Date(row.GetProperty("created")),
        ClosedOn = Date(row.GetProperty("closed")),
        Outcome = Enum.Parse<DealOutcome>(row.GetProperty("outcome").GetString()!, ignoreCase: true),
        LostReason = row.TryGetProperty("reason", out JsonElement reason) ? reason.GetString() : null,
        Amount = new Money(Steps(row, "amount").Last().Value.GetDecimal(), Currency.Usd),
        ExpectedCloseOn = Date(Steps(row, "expected_close").Last().Value),
        History =
        [
            .. Steps(row, "amount").Select(step => new DealChange { On = step.On, Amount = new Money(step.Value.GetDecimal(), Currency.Usd) }),
            .. Steps(row, "expected_close").Select(step => new DealChange { On = step.On, ExpectedCloseOn = Date(step.Value) }),
            .. row.TryGetProperty("category_on_2026_02_15", out JsonElement category)
                ? [new DealChange { On = new LocalDate(2026, 2, 15), Category = Enum.Parse<ForecastCategory>(category.GetString()!.Replace(" ", "", StringComparison.Ordinal), ignoreCase: true) }]
                : Array.Empty<DealChange>(),
        ],
    };

    private static IEnumerable<(LocalDate On, JsonElement Value)> Steps(JsonElement row, string name) =>
        row.GetProperty(name).EnumerateArray().Select(step => (Date(step[0])!.Value, step[1]));

    private static LocalDate? Date(JsonElement text) =>
        text.ValueKind == JsonValueKind.Null ? null : LocalDatePattern.Iso.Parse(text.GetString()!).Value;

    private static TUnit Value<TUnit>(RevenueDataset data, Metric<TUnit> metric, ReportingPeriod period)
        where TUnit : struct, IUnit<TUnit> => data.Evaluate(metric, [period]).Value(metric, period).Value;

    private static JsonElement Scenario(string id)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(ReferenceFolder.Case("scenarios.json")));
        return document.RootElement.EnumerateArray().Single(scenario => scenario.GetProperty("id").GetString() == id).Clone();
    }

    private static void AssertNear(string fraction, decimal? actual)
    {
        string[] parts = fraction.Split('/');
        AssertNear(decimal.Parse(parts[0], null) / decimal.Parse(parts[1], null), actual);
    }

    private static void AssertNear(decimal expected, decimal? actual) => Assert.InRange(actual!.Value, expected - 1e-9m, expected + 1e-9m);
}
