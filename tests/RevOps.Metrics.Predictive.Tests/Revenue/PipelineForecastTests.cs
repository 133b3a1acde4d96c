using NodaTime;

namespace RevOps.Metrics.Predictive.Tests;

public class PipelineForecastTests
{
    private static readonly LocalDate Day = new(2024, 12, 31);
    private static readonly ReportingPeriod[] Quarter = [.. ReportingCalendar.Gregorian.Months(2025).Take(3)];
    private static readonly PipelineForecastOptions Options = new() { Simulation = new PathSimulation(Seed: 7, Paths: 2_000) };

    [Fact]
    public void The_probabilities_of_a_known_pipeline_are_recovered()
    {
        PipelineForecast forecast = PipelineForecast.Of(SimulatedPipeline.Dataset(SimulatedPipeline.Deals(1, 500, 5)), Day, Quarter, Options);

        StageConversion demo = forecast.Stages.Single(stage => stage.Stage == "Demo"), proposal = forecast.Stages.Single(stage => stage.Stage == "Proposal");
        Assert.Equal(SimulatedPipeline.WonFromDemo, demo.WinProbability.OrThrow(), 0.04);
        Assert.Equal(SimulatedPipeline.WonFromProposal, proposal.WinProbability.OrThrow(), 0.05);
        Assert.Equal(Math.Ceiling(Math.Log(0.5) / Math.Log(1 - SimulatedPipeline.LeavesDemo)), demo.MedianDays.OrThrow(), 2.0);
        foreach ((string name, double truth) in new[] { ("Demo to Proposal", 0.6), ("Demo to won", 0.1), ("Demo to lost", 0.3), ("Proposal to won", 0.5) })
        {
            FittedParameter parameter = forecast.Report[name];
            Assert.InRange(parameter.Value, truth - (3.5 * parameter.StandardError.OrThrow()), truth + (3.5 * parameter.StandardError.OrThrow()));
        }
    }

    [Fact]
    public void A_deal_in_the_last_stage_is_won_in_the_month_with_the_probability_that_its_hazard_gives()
    {
        PipelineForecast forecast = PipelineForecast.Of(SimulatedPipeline.Dataset(SimulatedPipeline.Deals(2, 500, 10)), Day, Quarter, Options);
        double[] january = [.. forecast.Deals.Where(deal => deal.Stage == "Proposal").Select(deal => deal.WonIn[0].OrThrow())];

        Assert.True(january.Length > 20);
        Assert.Equal(0.5 * (1 - Math.Pow(1 - SimulatedPipeline.LeavesProposal, 31)), january.Average(), 0.04);
    }

    [Fact]
    public void What_happens_after_the_day_changes_nothing()
    {
        List<Deal> deals = SimulatedPipeline.Deals(3, 500, 2);
        Customer[] customers = [.. Enumerable.Range(0, 20).Select(i => new Customer { Id = $"C{i}", Attributes = [new("segment", "SMB", Day.PlusDays(i < 15 ? -i : 30))] })];
        Customer[] renamed = [.. customers.Select(customer => customer with { Attributes = [.. customer.Attributes, new("segment", "Enterprise", Day.PlusDays(1))] })];
        PipelineForecast before = PipelineForecast.Of(
            SimulatedPipeline.Dataset(deals, [.. customers.Take(15), .. renamed.Skip(15)]), Day, Quarter, Options with { By = Dimensions.Segment, IncludesDealsToCome = true });
        IEnumerable<Deal> changed = deals.Where(deal => deal.CreatedOn <= Day).Select(deal => deal.ClosedOn <= Day ? deal : deal with
        {
            Outcome = DealOutcome.Lost,
            ClosedOn = Day.PlusDays(400),
            LostReason = "changed",
            Amount = new Money(1, Currency.Usd),
            Owner = "Zoe",
            History = [.. deal.History.Where(change => change.On <= Day), new DealChange { On = Day.PlusDays(1), Stage = "New stage", Amount = new Money(9, Currency.Usd), Owner = "Zoe" }],
        });
        PipelineForecast after = PipelineForecast.Of(
            SimulatedPipeline.Dataset(changed, renamed), Day, Quarter, Options with { By = Dimensions.Segment, IncludesDealsToCome = true });

        Assert.Equal(before.Deals, after.Deals);
        Assert.Equal(Told(before.Total), Told(after.Total));
        Assert.Equal(before.ByOwner.Select(owner => owner.Cell), after.ByOwner.Select(owner => owner.Cell));
        Assert.Equal(["SMB", null], before.ByDimension.Select(cell => cell.Cell.Values[0]));
        Assert.Equal(Told([.. before.ByDimension.SelectMany(cell => cell.Amounts)]), Told([.. after.ByDimension.SelectMany(cell => cell.Amounts)]));
        Assert.Equal(before.Stages, after.Stages);
    }

    [Fact]
    public void Probabilities_add_up_and_owners_and_segments_add_up_to_the_total()
    {
        Customer[] customers = [.. Enumerable.Range(0, 20).Select(i => new Customer { Id = $"C{i}", Attributes = i < 15 ? [new("segment", i % 2 == 0 ? "SMB" : "Enterprise")] : [] })];
        PipelineForecast forecast = PipelineForecast.Of(
            SimulatedPipeline.Dataset(SimulatedPipeline.Deals(4, 500, 3), customers), Day.PlusDays(10), Quarter,
            Options with { By = Dimensions.Segment, LearnBy = Dimensions.Segment, IncludesDealsToCome = true });

        Assert.Equal(["Enterprise", "SMB", null], forecast.ByDimension.Select(cell => cell.Cell.Values[0]));
        for (int i = 0; i < Quarter.Length; i++)
        {
            AmountForecast total = forecast.Total[i];
            Assert.Equal(total.Expected.OrThrow(), forecast.ByOwner.Sum(owner => owner.Amounts[i].Expected.OrThrow()), 6);
            Assert.Equal(total.Expected.OrThrow(), forecast.ByDimension.Sum(cell => cell.Amounts[i].Expected.OrThrow()), 6);
            Assert.True(total.P10.OrThrow() <= total.P50.OrThrow() && total.P50.OrThrow() <= total.P90.OrThrow());
            Assert.True(total.Quantile(0).OrThrow() >= total.Known);
        }

        Assert.All(forecast.Deals, deal =>
        {
            Assert.All([.. deal.WonIn, deal.Lost, deal.StillOpen], p => Assert.InRange(p.OrThrow(), 0, 1));
            Assert.Equal(1, deal.WonIn.Sum(p => p.OrThrow()) + deal.Lost.OrThrow() + deal.StillOpen.OrThrow(), 9);
        });
    }

    [Fact]
    public void Without_deals_to_come_the_expected_amount_is_that_of_the_deals_by_their_probabilities()
    {
        PipelineForecast forecast = PipelineForecast.Of(SimulatedPipeline.Dataset(SimulatedPipeline.Deals(5, 500, 2)), Day, Quarter, Options);

        Assert.Equal(forecast.Deals.Sum(deal => deal.Amount!.Value * deal.WonIn[1].OrThrow()), forecast.Total[1].Expected.OrThrow(), 6);
    }

    [Fact]
    public void What_is_won_of_a_period_that_has_begun_is_in_it_as_the_core_counts_it()
    {
        RevenueDataset data = SimulatedPipeline.Dataset(SimulatedPipeline.Deals(6, 500, 3));
        LocalDate day = new(2025, 1, 20);
        PipelineForecast forecast = PipelineForecast.Of(data, day, Quarter, Options);
        ReportingPeriod begun = ReportingPeriod.Between(new LocalDate(2025, 1, 1), day.PlusDays(1));
        double won = (double)data.Evaluate([Sales.WonAmount], [begun])[Sales.WonAmount, begun].Magnitude!.Value;

        Assert.True(won > 0);
        Assert.Equal(won, forecast.Total[0].Known, 6);
        Assert.Equal(0, forecast.Total[1].Known);
        Assert.Equal(won, forecast.ByOwner.Sum(owner => owner.Amounts[0].Known), 6);
    }

    [Fact]
    public void The_seed_decides_and_the_number_of_threads_does_not()
    {
        RevenueDataset data = SimulatedPipeline.Dataset(SimulatedPipeline.Deals(7, 500, 2));
        PipelineForecastOptions options = Options with { IncludesDealsToCome = true };
        PipelineForecast one = PipelineForecast.Of(data, Day, Quarter, options with { Threads = 1 });
        PipelineForecast four = PipelineForecast.Of(data, Day, Quarter, options with { Threads = 4 });
        PipelineForecast other = PipelineForecast.Of(data, Day, Quarter, options with { Simulation = new PathSimulation(8, 2_000) });

        Assert.Equal(one.Deals, four.Deals);
        Assert.Equal(Told(one.Total), Told(four.Total));
        Assert.NotEqual(Told(one.Total), Told(other.Total));
    }

    [Fact]
    public void Amounts_that_grew_on_the_way_are_expected_to_grow_again()
    {
        Deal Won(int i) => new()
        {
            Id = $"W{i}", CreatedOn = Day.PlusDays(-60 - i), ClosedOn = Day.PlusDays(-30 - i), Outcome = DealOutcome.Won, Amount = Usd(200),
            History = [new() { On = Day.PlusDays(-60 - i), Stage = "Demo", Amount = Usd(100) }, new() { On = Day.PlusDays(-40 - i), Amount = Usd(200) }],
        };
        Deal open = new() { Id = "O", CreatedOn = Day, History = [new() { On = Day, Stage = "Demo", Amount = Usd(50) }] };
        PipelineForecast forecast = PipelineForecast.Of(SimulatedPipeline.Dataset([.. Enumerable.Range(0, 40).Select(Won), open]), Day, Quarter, Options);

        Assert.Equal(2 * 50 * forecast.Deals.Single().WonIn[0].OrThrow(), forecast.Total[0].Expected.OrThrow(), 9);
        Assert.Contains(forecast.Report.Warnings, warning => warning.Contains("No deal has been lost", StringComparison.Ordinal));
        Assert.Equal(0, forecast.Deals.Single().Lost.OrThrow());
    }

    [Fact]
    public void An_amount_that_has_grown_already_is_not_expected_to_grow_again()
    {
        Deal Won(int i) => new()
        {
            Id = $"W{i}", CreatedOn = Day.PlusDays(-60 - i), ClosedOn = Day.PlusDays(-30 - i), Outcome = DealOutcome.Won, Amount = Usd(200),
            History = [new() { On = Day.PlusDays(-60 - i), Stage = "Demo", Amount = Usd(100) }, new() { On = Day.PlusDays(-50 - i), Amount = Usd(200) }],
        };
        Deal open = new()
        {
            Id = "O", CreatedOn = Day.PlusDays(-12),
            History = [new() { On = Day.PlusDays(-12), Stage = "Demo", Amount = Usd(50) }, new() { On = Day.PlusDays(-3), Amount = Usd(110) }],
        };
        PipelineForecast forecast = PipelineForecast.Of(SimulatedPipeline.Dataset([.. Enumerable.Range(0, 40).Select(Won), open]), Day, Quarter, Options);

        Assert.Equal(110 * forecast.Deals.Single().WonIn[0].OrThrow(), forecast.Total[0].Expected.OrThrow(), 9);
    }

    [Fact]
    public void A_deal_that_was_fast_so_far_is_told_to_be_fast_and_large_ones_to_win_as_large_ones_did()
    {
        // Fast deals pass Demo in 5 days and close 5 days later, slow ones take 50 and 50; large ones are lost.
        Deal Closed(int i)
        {
            bool isFast = i % 2 == 0, isLarge = i % 3 == 0;
            int days = (isFast ? 5 : 50) + (i % 4);
            LocalDate created = Day.PlusDays(-320 + i);
            return new()
            {
                Id = $"W{i}", CreatedOn = created, ClosedOn = created.PlusDays(2 * days), Outcome = isLarge ? DealOutcome.Lost : DealOutcome.Won, Amount = Usd(isLarge ? 900 : 100),
                History = [new() { On = created, Stage = "Demo", Amount = Usd(isLarge ? 900 : 100) }, new() { On = created.PlusDays(days), Stage = "Offer" }],
            };
        }

        Deal Open(string id, int days, decimal amount) => new()
        {
            Id = id, CreatedOn = Day.PlusDays(-days), History = [new() { On = Day.PlusDays(-days), Stage = "Demo", Amount = Usd(amount) }, new() { On = Day, Stage = "Offer" }],
        };

        RevenueDataset data = SimulatedPipeline.Dataset([.. Enumerable.Range(0, 300).Select(Closed).Where(deal => deal.ClosedOn <= Day), Open("fast", 5, 100), Open("slow", 50, 100), Open("large", 5, 900)]);
        PipelineForecast forecast = PipelineForecast.Of(data, Day, Quarter, Options);
        double January(string id) => forecast.Deals.Single(deal => deal.DealId == id).WonIn[0].OrThrow();

        Assert.InRange(January("fast"), 0.9, 1);
        Assert.InRange(January("slow"), 0, 0.1);
        Assert.InRange(January("large"), 0, 0.1);
    }

    [Fact]
    public void An_open_deal_in_another_currency_is_worth_what_the_open_pipeline_says()
    {
        Deal closed = new() { Id = "A", CreatedOn = Day.PlusDays(-20), ClosedOn = Day.PlusDays(-5), Outcome = DealOutcome.Won, Amount = Usd(10) };
        Deal open = new() { Id = "B", CreatedOn = Day.PlusDays(-10), Amount = new Money(100, Currency.Eur) };
        ExchangeRate Rate(LocalDate on, decimal rate) => new(on, Currency.Eur, Currency.Usd, rate);
        RevenueDataset data = RevenueDataset.Build(deals: [closed, open], options: new DatasetOptions
        {
            ReportingCurrency = Currency.Usd,
            ExchangeRates = new ExchangeRates([Rate(Day.PlusDays(-15), 1.25m), Rate(Day.PlusDays(-8), 1.5m), Rate(Day.PlusDays(1), 9m)]),
        });

        Assert.Equal(125, PipelineForecast.Of(data, Day, Quarter, Options).Deals.Single().Amount);
    }

    [Fact]
    public void Where_no_deal_has_closed_nothing_is_forecast_and_the_reason_is_told()
    {
        RevenueDataset data = SimulatedPipeline.Dataset([new Deal { Id = "A", CreatedOn = Day.PlusDays(-9), Amount = Usd(10), Owner = "Ann" }]);
        PipelineForecast forecast = PipelineForecast.Of(data, Day, Quarter, Options);

        Assert.Equal("no deal has closed by 2024-12-31, so nothing tells how and when they do", forecast.Total[0].Expected.UndefinedReason);
        Assert.False(forecast.Total[0].P90.IsDefined);
        Assert.Null(forecast.Total[0].IntervalAt(0.8));
        Assert.False(forecast.Deals.Single().WonIn[0].IsDefined);
        Assert.False(forecast.Report.Converged);
    }

    [Fact]
    public void Without_an_open_deal_nothing_is_expected()
    {
        RevenueDataset data = SimulatedPipeline.Dataset(SimulatedPipeline.Deals(8, 30, 2).Where(deal => deal.ClosedOn <= Day));
        PipelineForecast forecast = PipelineForecast.Of(data, Day, Quarter, Options);

        Assert.Equal(0, forecast.Total[0].Expected.OrThrow());
        Assert.Equal(0, forecast.Total[0].P90.OrThrow());
        Assert.Empty(forecast.Deals);
        Assert.Equal(0, PipelineForecast.Of(SimulatedPipeline.Dataset([]), Day, Quarter, Options).Total[2].Expected.OrThrow());
    }

    [Fact]
    public void Void_deals_teach_nothing_and_undated_ones_are_told()
    {
        RevenueDataset data = SimulatedPipeline.Dataset(
        [
            new Deal { Id = "V", CreatedOn = Day.PlusDays(-9), ClosedOn = Day, Outcome = DealOutcome.Void },
            new Deal { Id = "W", ClosedOn = Day.PlusDays(-3), Outcome = DealOutcome.Won, Amount = Usd(10) },
            new Deal { Id = "O", CreatedOn = Day.PlusDays(-9) },
        ]);
        PipelineForecast forecast = PipelineForecast.Of(data, Day, Quarter, Options);

        Assert.False(forecast.Total[0].Expected.IsDefined);
        Assert.Contains("1 deals have no creation date and no history: they are left out.", forecast.Report.Warnings);
        Assert.Contains("1 open deals have no amount: they count, their value does not.", forecast.Report.Warnings);
    }

    [Fact]
    public void What_makes_no_sense_is_refused_with_a_remedy()
    {
        RevenueDataset data = SimulatedPipeline.Dataset(SimulatedPipeline.Deals(9, 60, 1));
        string Refused(Action act) => Assert.ThrowsAny<ArgumentException>(act).Message;

        Assert.Contains("no period", Refused(() => PipelineForecast.Of(data, Day, [], Options)), StringComparison.Ordinal);
        Assert.Contains("does not hold the day after 2024-12-31", Refused(() => PipelineForecast.Of(data, Day, Quarter[1..], Options)), StringComparison.Ordinal);
        Assert.Contains("does not follow", Refused(() => PipelineForecast.Of(data, Day, [Quarter[0], Quarter[2]], Options)), StringComparison.Ordinal);
        Assert.Contains("futures", Refused(() => PipelineForecast.Of(data, Day, Quarter, Options with { Simulation = new PathSimulation(1, 0) })), StringComparison.Ordinal);
        Assert.Contains("after 2024-12-31", Refused(() => PipelineForecast.Of(data, Day, Quarter, Options with { LearnFrom = Day.PlusDays(1) })), StringComparison.Ordinal);
        PipelineForecast forecast = PipelineForecast.Of(data, Day, Quarter, Options);
        Assert.Contains("no owner 'Nobody'", Assert.Throws<KeyNotFoundException>(() => forecast.OfOwner("Nobody")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => forecast.Total[0].Quantile(1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => forecast.Total[0].IntervalAt(80));
        Assert.Throws<MeasureRefusedException>(() => PipelineForecast.Of(data, Day, Quarter, Options with { By = Dimensions.Plan }));
    }

    [Fact]
    public void It_can_be_stopped()
    {
        using CancellationTokenSource stopped = new();
        stopped.Cancel();
        RevenueDataset data = SimulatedPipeline.Dataset(SimulatedPipeline.Deals(10, 400, 1));
        Assert.ThrowsAny<OperationCanceledException>(() => PipelineForecast.Of(data, Day, Quarter, Options, stopped.Token));
    }

    private static Money Usd(decimal amount) => new(amount, Currency.Usd);

    private static IEnumerable<string> Told(ValueList<AmountForecast> amounts) => amounts.Select(amount => $"{amount} {amount.Expected.Value:R} {amount.P90.Value:R}");
}
