namespace RevOps.Metrics;

/// <summary>What some metrics need over some periods, collected before anything is asked: each measure and window once.</summary>
internal sealed class EvaluationPlan
{
    /// <summary>A result takes a microsecond or two, and to wake a thread takes some fifty.</summary>
    private static readonly KernelOptions Options = KernelOptions.Default with { RowsPerThread = 512 };

    private readonly ValueList<Metric> _metrics;
    private readonly ValueList<ReportingPeriod> _periods;
    private readonly EvaluationOptions _options;
    private readonly MeasureScope _scope;
    private readonly MeasurePlan[] _plans;
    private readonly PlaceMemory _places = new();
    private MetricFlags[]? _flags;

    public EvaluationPlan(IReadOnlyList<Metric> metrics, IReadOnlyList<ReportingPeriod> periods, IReadOnlyList<Dimension> by, EvaluationOptions options)
    {
        (_metrics, _periods, _options, _scope) = ([.. metrics], [.. periods], options, new MeasureScope([.. by], options.Where));
        MeasurePlan plan = new(options.Policy, _scope);
        List<MeasurePlan> plans = new(periods.Count * metrics.Count);
        foreach (ReportingPeriod period in periods)
        {
            foreach (Metric metric in metrics)
            {
                plans.Add(plan.Beside());
                metric.Expression.Collect(plans[^1], period);
            }
        }

        _plans = [.. plans];
        Query = new MeasureQuery { Requests = plan.Requests, Ledger = options.Policy.Ledger };
    }

    /// <summary>What the engine is asked.</summary>
    public MeasureQuery Query { get; }

    /// <summary>True for the plan of this question.</summary>
    public bool Answers(IReadOnlyList<Metric> metrics, IReadOnlyList<ReportingPeriod> periods, IReadOnlyList<Dimension> by, EvaluationOptions options) =>
        metrics.Count == _metrics.Count && periods.Count == _periods.Count && by.Count == _scope.By.Count
        && metrics.Index().All(metric => ReferenceEquals(metric.Item, _metrics[metric.Index]))
        && periods.Index().All(period => IsSame(period.Item, _periods[period.Index])) && by.SequenceEqual(_scope.By) && (ReferenceEquals(options, _options) || options.Equals(_options));

    /// <summary>Works the metrics out from the engine's answer.</summary>
    public MetricTable Finish(IMetricEngine engine, MeasureTable measures)
    {
        MetricEvaluation context = new(engine, measures, _options.Policy, _options.Assumptions, _scope);
        IReadOnlyCollection<Cell> cells = _scope.By.Count == 0 ? [Cell.Total] : measures.CellsBy(_scope.By);
        MetricFlags[] flags = _flags ??= [.. _plans.Select(plan => FlagsOf(plan, context))];
        Cell[] all = [.. cells];
        MetricResult[] results = new MetricResult[_plans.Length * all.Length];
        int threads = Options.ThreadsFor(results.Length);
        // What was worked out is remembered within a range: of cells or, where those are few, of periods.
        if (all.Length >= threads) Split.Run(all.Length, threads, (first, end) => Work((first, end), (0, _periods.Count)));
        else Split.Run(_periods.Count, threads, (first, end) => Work((0, all.Length), (first, end)));
        return new MetricTable(_metrics, _periods, all, _scope.By, results, _options.Policy, engine.ReportingCurrency);

        void Work((int First, int End) ofCells, (int First, int End) ofPeriods)
        {
            MetricEvaluation working = context.Remembering(_places);
            for (int place = ofCells.First; place < ofCells.End; place++)
            {
                working.Memory!.BeginCell();
                for (int i = ofPeriods.First * _metrics.Count; i < ofPeriods.End * _metrics.Count; i++)
                {
                    (int period, int metric) = Math.DivRem(i, _metrics.Count);
                    results[(((period * all.Length) + place) * _metrics.Count) + metric] = ResultOf(_metrics[metric], _periods[period], all[place], flags[i], working, context);
                }
            }

            working.Memory!.End();
        }
    }

    /// <summary>Equal periods can be of different calendars, whose years differ.</summary>
    private static bool IsSame(ReportingPeriod one, ReportingPeriod other) => ReferenceEquals(one, other) || (one == other && one.Calendar == other.Calendar);

    private static MetricResult ResultOf(Metric metric, ReportingPeriod period, Cell cell, MetricFlags flags, MetricEvaluation working, MetricEvaluation context)
    {
        Quantity quantity = metric.Expression.Evaluate(working, period, cell);
        return new MetricResult(context)
        {
            Metric = metric,
            Period = period,
            Cell = cell,
            Magnitude = quantity.Value,
            UndefinedReason = quantity.Reason,
            Flags = metric.Expression.IsImmature(working, period, cell) ? flags | MetricFlags.Immature : flags,
            Policy = context.Policy,
            Currency = context.Currency,
        };
    }

    private MetricFlags FlagsOf(MeasurePlan plan, MetricEvaluation context)
    {
        MetricFlags flags = MetricFlags.None;
        if (plan.Asked.Any(asked => context.IsPartial(asked.Relation, asked.Period))) flags |= MetricFlags.PartialPeriod;
        if (_scope.By.Count + _scope.Where.Count > 0 && plan.UsesTotals) flags |= MetricFlags.Unallocated;
        if (plan.CountsEntitiesOften) flags |= MetricFlags.NonAdditive;
        return flags;
    }
}
