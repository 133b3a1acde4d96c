using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RevOps.Metrics.Tests;

namespace RevOps.Metrics.Predictive.Tests;

/// <summary>What holds of any pipeline, however its deals were kept: without stages, amounts, owners or dates of creation, closed at once or void.</summary>
public class PipelineLaws
{
    private static readonly LocalDate Day = new(2024, 6, 15);
    private static readonly ReportingPeriod[] Months = [.. ReportingCalendar.Gregorian.Months(2024).Skip(5).Take(3)];
    private static readonly PipelineForecastOptions Options = new() { Simulation = new PathSimulation(1, 50), IncludesDealsToCome = true };

    private static Gen<Deal[]> Pipelines { get; } =
        from seed in Gen.Choose(0, int.MaxValue)
        from count in Gen.Choose(0, 40)
        select Make(seed, count);

    [Fact]
    public void Probabilities_add_up_to_one_owners_to_the_total_and_quantiles_are_in_order() => Law.Holds(Pipelines, deals =>
    {
        PipelineForecast forecast = PipelineForecast.Of(SimulatedPipeline.Dataset(deals), Day, Months, Options);
        bool areDealsRight = forecast.Deals.All(deal => !deal.Lost.IsDefined
            || (deal.WonIn.Append(deal.Lost).Append(deal.StillOpen).All(p => p.OrThrow() is >= 0 and <= 1)
                && Math.Abs(deal.WonIn.Sum(p => p.OrThrow()) + deal.Lost.OrThrow() + deal.StillOpen.OrThrow() - 1) < 1e-9));
        return areDealsRight && forecast.Total.Select((total, i) => (total, i)).All(of => !of.total.Expected.IsDefined
            || (of.total.P10.OrThrow() <= of.total.P50.OrThrow() && of.total.P50.OrThrow() <= of.total.P90.OrThrow()
                && Math.Abs(of.total.Expected.OrThrow() - forecast.ByOwner.Sum(owner => owner.Amounts[of.i].Expected.OrThrow())) < 1e-6));
    });

    [Fact]
    public void What_is_told_of_later_days_changes_nothing() => Law.Holds(Pipelines, deals =>
    {
        // A deal whose history tells what it ever was: only that has dates.
        Deal[] dated = [.. deals.Where(deal => deal.CreatedOn is not null).Select(deal => deal with
        {
            Amount = null, Owner = null, History = [new DealChange { On = deal.CreatedOn!.Value, Amount = new Money(10, Currency.Usd), Owner = "Ann" }, .. deal.History],
        })];
        IEnumerable<Deal> later = dated.Where(deal => deal.CreatedOn <= Day).Select(deal => deal.ClosedOn <= Day ? deal : deal with
        {
            Outcome = DealOutcome.Won,
            ClosedOn = Day.PlusDays(3),
            Amount = new Money(77, Currency.Usd),
            Owner = "Zoe",
            History = [.. deal.History.Where(change => change.On <= Day), new DealChange { On = Day.PlusDays(2), Amount = new Money(5, Currency.Usd), Stage = "B", Owner = "Zoe" }],
        });
        string Told(IEnumerable<Deal> of)
        {
            PipelineForecast forecast = PipelineForecast.Of(SimulatedPipeline.Dataset(of), Day, Months, Options);
            return string.Join('\n', forecast.Deals) + string.Join('\n', forecast.Total);
        }

        return Told(dated) == Told(later);
    }, cases: 100);

    private static Deal[] Make(int seed, int count)
    {
        Random random = SeededStream.Of(seed, 0);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            LocalDate created = Day.PlusDays(random.Next(200) - 180);
            LocalDate? closed = random.Next(3) > 0 ? created.PlusDays(random.Next(60)) : null;
            List<DealChange> history = [];
            for (int change = random.Next(4); change > 0; change--)
            {
                history.Add(new DealChange
                {
                    On = created.PlusDays(random.Next(50)), Stage = random.Next(2) == 0 ? ((char)('A' + random.Next(3))).ToString() : null,
                    Amount = random.Next(2) == 0 ? new Money(random.Next(100), Currency.Usd) : null, Owner = random.Next(3) == 0 ? "Bob" : null,
                });
            }

            return new Deal
            {
                Id = $"D{i:00}", CreatedOn = random.Next(10) == 0 ? null : created, ClosedOn = closed,
                Outcome = closed is null ? DealOutcome.Open : random.Next(8) switch { 0 => DealOutcome.Void, < 4 => DealOutcome.Lost, _ => DealOutcome.Won },
                Amount = random.Next(4) == 0 ? null : new Money(random.Next(1000), Currency.Usd), Owner = random.Next(4) == 0 ? null : "Ann", History = ValueList.From(history),
            };
        })];
    }
}
