using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using NodaTime;

namespace RevOps.Metrics.Predictive.Tests;

/// <summary>Deals of processes that are known, some of them unlike what the forecast takes deals to be.</summary>
internal sealed class PipelineProcess
{
    /// <summary>Deals stay, on average, so many days in a stage.</summary>
    private const double MeanDays = 18;

    private static readonly string[] Stages = ["Qualified", "Demo", "Proposal"];

    private readonly MersenneTwister _random;
    private readonly double[] _monthly;
    private readonly string _name;

    private PipelineProcess(string name, int seed)
    {
        _name = name;
        _random = new MersenneTwister(seed);
        _monthly = [.. Enumerable.Range(0, 60).Select(_ => Gamma.Sample(_random, 16, 16))];
    }

    /// <summary>Every process by its name.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "exponential stays", "early wins", "stays of like length", "fast and slow deals", "one pace", "skipped stages", "same-day changes",
        "unlike segments", "growing amounts", "shocks of a month", "month-end rush", "more deals each month",
    ];

    /// <summary>The deals created in so many days from <see cref="SimulatedPipeline.From"/> on; deals of segments have customers of the same name.</summary>
    public static List<Deal> Deals(string name, int seed, int days, double perDay)
    {
        PipelineProcess process = new(name, seed);
        List<Deal> deals = [];
        for (int day = 0; day < days; day++)
        {
            double rate = name == "more deals each month" ? perDay * Math.Exp(0.35 * ((double)day / 365 - 1)) : perDay;
            for (int created = Poisson.Sample(process._random, rate); created > 0; created--) deals.Add(process.Deal($"D{deals.Count:00000}", SimulatedPipeline.From.PlusDays(day)));
        }

        return deals;
    }

    public static IEnumerable<Customer> Customers { get; } =
        new[] { "SMB", "Enterprise" }.Select(segment => new Customer { Id = segment, Attributes = [new("segment", segment, SimulatedPipeline.From)] });

    private Deal Deal(string id, LocalDate created)
    {
        bool isLarge = _random.NextDouble() < 0.3;
        (List<(string Stage, int Days)> path, bool isWon) = Path(created, isLarge);
        LocalDate day = created;
        decimal amount = 100 + _random.Next(900);
        if (_name == "unlike segments" && isLarge) amount *= 6;
        List<DealChange> history = [];
        for (int i = 0; i < path.Count; i++)
        {
            history.Add(new DealChange { On = day, Stage = path[i].Stage, Amount = i == 0 ? Usd(amount) : null, Owner = i == 0 ? "Ann" : null });
            if (_name == "growing amounts" && path[i].Days > 1)
            {
                // Told in the midst of the stay, so that an open deal may have grown already.
                amount *= 0.8m + (decimal)_random.NextDouble();
                history.Add(new DealChange { On = day.PlusDays(path[i].Days / 2), Amount = Usd(amount) });
            }

            day = day.PlusDays(path[i].Days);
        }

        if (_name == "month-end rush" && isWon && _random.NextDouble() < 0.6) day = day.With(DateAdjusters.EndOfMonth);
        return new Deal
        {
            Id = id, CreatedOn = created, ClosedOn = day, Outcome = isWon ? DealOutcome.Won : DealOutcome.Lost, Amount = Usd(amount), Owner = "Ann",
            CustomerId = isLarge ? "Enterprise" : "SMB", History = ValueList.From(history),
        };
    }

    private (List<(string Stage, int Days)> Path, bool IsWon) Path(LocalDate created, bool isLarge)
    {
        bool isFast = _random.NextDouble() < 0.5;
        return _name switch
        {
            "early wins" => Through(_ => EarlyWin()),
            "stays of like length" => Through(_ => Exit(1 + (int)Weibull.Sample(_random, 3, MeanDays / 0.893), 0.55)),
            "fast and slow deals" => Through(_ => Exit(Days(isFast ? MeanDays / 3 : MeanDays * 5 / 3), isFast ? 0.75 : 0.45)),
            "one pace" => OnePace(),
            "skipped stages" => Skipping(),
            "same-day changes" => Through(_ => Exit(_random.NextDouble() < 0.4 ? 0 : Days(MeanDays * 5 / 3), 0.6)),
            "unlike segments" => Through(_ => Exit(Days(isLarge ? MeanDays * 2 : MeanDays / 2), isLarge ? 0.45 : 0.7)),
            "shocks of a month" => Shocked(created),
            _ => Through(_ => Exit(Days(MeanDays), 0.6)),
        };
    }

    /// <summary>Through the stages until one ends the deal; the last ends it by a win or a loss.</summary>
    private static (List<(string Stage, int Days)> Path, bool IsWon) Through(Func<int, (int Days, bool? IsWon)> stay)
    {
        List<(string, int)> path = [];
        for (int stage = 0; ; stage++)
        {
            (int days, bool? isWon) = stay(stage);
            path.Add((Stages[stage], days));
            if (isWon is { } ended) return (path, ended);
            if (stage == Stages.Length - 1) return (path, true);
        }
    }

    private int Days(double mean) => 1 + (int)Exponential.Sample(_random, 1 / mean);

    /// <summary>Goes on with a probability, else is lost; in the last stage to go on is to win.</summary>
    private (int Days, bool? IsWon) Exit(int days, double goesOn) => (days, _random.NextDouble() < goesOn ? null : false);

    /// <summary>Wins come early, moves later and losses last: three clocks, of which the first to strike tells.</summary>
    private (int Days, bool? IsWon) EarlyWin()
    {
        double win = Weibull.Sample(_random, 0.5, 150), move = Weibull.Sample(_random, 1.5, 25), loss = Weibull.Sample(_random, 1, 40);
        double first = Math.Min(win, Math.Min(move, loss));
        return ((int)first, first == win ? true : first == move ? null : false);
    }

    /// <summary>The time of a whole deal is drawn once, and stages take fixed parts of it.</summary>
    private (List<(string Stage, int Days)> Path, bool IsWon) OnePace()
    {
        double all = Math.Exp(Normal.Sample(_random, Math.Log(45), 0.7));
        double[] parts = [0.3, 0.3, 0.4];
        return Through(stage => Exit(1 + (int)(all * parts[stage]), 0.6));
    }

    private (List<(string Stage, int Days)> Path, bool IsWon) Skipping()
    {
        (List<(string Stage, int Days)> path, bool isWon) = Through(_ => Exit(Days(MeanDays), 0.65));
        // Who skips the demo wins more often.
        if (path.Count == 3 && _random.NextDouble() < 0.4) path.RemoveAt(1);
        else if (path.Count == 2 && _random.NextDouble() < 0.2) path.RemoveAt(0);
        return (path, isWon);
    }

    private (List<(string Stage, int Days)> Path, bool IsWon) Shocked(LocalDate created)
    {
        LocalDate day = created;
        return Through(_ =>
        {
            int days = 0;
            double leaves;
            do
            {
                leaves = 1 / MeanDays * _monthly[((day.Year - 2024) * 12) + day.Month - 1];
                days++;
                day = day.PlusDays(1);
            }
            while (_random.NextDouble() >= leaves);
            return Exit(days, 0.6);
        });
    }

    private static Money Usd(decimal amount) => new(decimal.Round(amount, 2), Currency.Usd);
}
