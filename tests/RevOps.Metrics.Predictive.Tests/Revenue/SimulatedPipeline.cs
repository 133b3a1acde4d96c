using MathNet.Numerics.Random;
using NodaTime;

namespace RevOps.Metrics.Predictive.Tests;

/// <summary>Deals of a process whose probabilities are known: each day a deal in Demo leaves with probability 0.05, one in Proposal with 0.1.</summary>
/// <remarks>From Demo 60 % go to Proposal, 10 % are won, 30 % lost; from Proposal 50 % are won. So of the deals created 40 % are won in the end.</remarks>
internal static class SimulatedPipeline
{
    public const double LeavesDemo = 0.05, LeavesProposal = 0.1, WonFromDemo = 0.4, WonFromProposal = 0.5;

    public static readonly LocalDate From = new(2024, 1, 1);

    /// <summary>The deals created in so many days.</summary>
    public static List<Deal> Deals(int seed, int days, double perDay)
    {
        MersenneTwister random = new(seed);
        List<Deal> deals = [];
        for (int day = 0; day < days; day++)
        {
            int created = (int)perDay + (random.NextDouble() < perDay - (int)perDay ? 1 : 0);
            for (int i = 0; i < created; i++) deals.Add(Make($"D{deals.Count:00000}", From.PlusDays(day), random));
        }

        return deals;
    }

    public static RevenueDataset Dataset(IEnumerable<Deal> deals, IEnumerable<Customer>? customers = null, IEnumerable<ForecastSnapshot>? snapshots = null) =>
        RevenueDataset.Build(customers: customers, deals: deals, forecastSnapshots: snapshots, options: new DatasetOptions
        {
            ReportingCurrency = Currency.Usd,
            Coverage = new Dictionary<RecordType, Coverage> { [RecordType.Deal] = new(From) },
        });

    private static Deal Make(string id, LocalDate created, MersenneTwister random)
    {
        Money amount = new(100 + random.Next(900), Currency.Usd);
        string owner = random.Next(3) switch { 0 => "Ann", 1 => "Bob", _ => "Cem" };
        List<DealChange> history = [new() { On = created, Stage = "Demo", Amount = amount, Owner = owner }];
        LocalDate day = created;
        bool isDemo = true;
        while (true)
        {
            day = day.PlusDays(1);
            if (random.NextDouble() >= (isDemo ? LeavesDemo : LeavesProposal)) continue;
            double exit = random.NextDouble();
            if (isDemo && exit < 0.6)
            {
                isDemo = false;
                history.Add(new DealChange { On = day, Stage = "Proposal" });
                continue;
            }

            bool isWon = isDemo ? exit < 0.7 : exit < 0.5;
            return new Deal
            {
                Id = id, CreatedOn = created, ClosedOn = day, Outcome = isWon ? DealOutcome.Won : DealOutcome.Lost, Amount = amount, Owner = owner,
                CustomerId = $"C{random.Next(20)}", History = ValueList.From(history),
            };
        }
    }
}
