namespace RevOps.Metrics.Predictive;

/// <summary>Which of several outcomes those observed came to by each time, where coming to one rules out the others: a deal is won or lost.</summary>
/// <remarks>
/// To take the other outcomes as censored asks another question, what would be if they did not exist, and its answers add up to more than
/// the whole. Here at each time the outcomes and those without one add up to 1.
/// </remarks>
public sealed class CompetingRisks
{
    private readonly IncidenceCurve[] _outcomes;

    private CompetingRisks(SurvivalCurve undecided, IncidenceCurve[] outcomes) => (Undecided, _outcomes) = (undecided, outcomes);

    /// <summary>Estimates the outcomes of one group.</summary>
    /// <param name="durations">The time from the start to the outcome, or to when it was last seen; 0 or more.</param>
    /// <param name="outcomes">The outcome: its place in <paramref name="outcomeNames"/> counted from 1, or 0 for none yet.</param>
    /// <param name="outcomeNames">The names of the outcomes.</param>
    /// <param name="entries">The time from the start at which observation began; zero or none given: observed from the start.</param>
    /// <param name="weights">How many alike each stands for; one when not given.</param>
    /// <param name="group">The name of the group.</param>
    /// <exception cref="ArgumentException">The columns differ in length, or an entry of one cannot be; the message names it.</exception>
    public static CompetingRisks Estimate(
        ReadOnlyMemory<double> durations, ReadOnlyMemory<int> outcomes, ValueList<string> outcomeNames,
        ReadOnlyMemory<double> entries = default, ReadOnlyMemory<double> weights = default, string? group = null)
    {
        ArgumentNullException.ThrowIfNull(outcomeNames);
        foreach ((int row, int outcome) in outcomes.ToArray().Index())
        {
            if ((uint)outcome <= (uint)outcomeNames.Count) continue;
            throw new ArgumentException(
                $"Observation {row} (counted from 0) has outcome {outcome} of {outcomeNames.Count}: an outcome is its place in the list of names counted from 1, or 0 for none.",
                nameof(outcomes));
        }

        RiskTable TableOf(Func<int, bool> isEvent)
        {
            bool[] events = [.. outcomes.ToArray().Select(isEvent)];
            return RiskTableBuilder.Build(new SurvivalObservations(durations, events, entries, weights))[0];
        }

        SurvivalCurve undecided = new(TableOf(outcome => outcome > 0), group);
        return new CompetingRisks(
            undecided, [.. outcomeNames.Select((name, index) => new IncidenceCurve(name, undecided, TableOf(outcome => outcome == index + 1)))]);
    }

    /// <summary>The name of the group; null where there is one group.</summary>
    public string? Group => Undecided.Group;

    /// <summary>The share that has come to no outcome yet.</summary>
    public SurvivalCurve Undecided { get; }

    /// <summary>The outcomes, in the order of their names as given.</summary>
    public IReadOnlyList<IncidenceCurve> Outcomes => _outcomes;

    /// <summary>The share that has come to an outcome.</summary>
    /// <exception cref="KeyNotFoundException">There is no outcome of this name.</exception>
    public IncidenceCurve this[string outcome] => Array.Find(_outcomes, curve => curve.Outcome == outcome)
        ?? throw new KeyNotFoundException($"There is no outcome '{outcome}'; there are {string.Join(", ", _outcomes.Select(curve => curve.Outcome))}.");
}
