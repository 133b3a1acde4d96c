using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics.Predictive;

/// <summary>Learns from the known pipeline, simulates it, and tells the results.</summary>
internal sealed class PipelineStudy
{
    private readonly KnownPipeline _known;
    private readonly IReadOnlyList<ReportingPeriod> _periods;
    private readonly PipelineForecastOptions _options;
    private readonly StageNumbers _stages = new();
    private readonly PipelineDeal[] _deals, _open;
    private readonly StageModel _all;
    private readonly Dictionary<string, double> _amounts;
    private readonly Dictionary<string, string?> _owners, _cells;
    private readonly Dictionary<(bool IsOwner, string Value), int> _groups = [];
    private readonly PipelineSimulation _simulation;
    private readonly double[][] _won;
    private readonly string? _reason;

    public PipelineStudy(KnownPipeline known, IReadOnlyList<ReportingPeriod> periods, PipelineForecastOptions options, CancellationToken cancellationToken)
    {
        (_known, _periods, _options) = (known, periods, options);
        _deals = [.. known.Deals.Select(deal => PipelineDeal.Of(deal, known.Day, _stages, known.Convert))];
        _open = [.. _deals.Where(deal => deal.IsOpen && deal.Path.Count > 0)];
        _amounts = known.OpenAmounts();
        _owners = known.OpenBy(Dimensions.Owner);
        _cells = options.By is { } by ? known.OpenBy(by) : [];
        LocalDate? declared = known.Data.CoverageOf(RecordType.Deal)?.From;
        int from = Period.DaysBetween(known.Day, options.LearnFrom ?? declared ?? known.Day);
        _all = StageModel.Learn(_deals, _stages.Count, from, known.Day);
        (StageModel[] models, Dictionary<string, int> modelOf) = ModelsBy(from);

        PipelineSimulation.Start[] open =
        [
            .. _open.Select(deal => new PipelineSimulation.Start(
                modelOf.GetValueOrDefault(deal.Deal.Id), deal.Path[^1].Stage, deal.Path[^1].Arrival, 1 - deal.Path[^1].Entered, _amounts.GetValueOrDefault(deal.Deal.Id),
                GroupsOf(deal.Deal.Id, _owners, _cells))),
        ];
        (PipelineSimulation.Start[] Deals, CreationRate Rate)? toCome = options.IncludesDealsToCome ? ToCome(modelOf) : null;
        Dictionary<Cell, double>[] wonInAll = [.. periods.Select(period => known.WonIn(period, null))];
        Dictionary<Cell, double>[] wonByOwner = [.. periods.Select(period => known.WonIn(period, Dimensions.Owner))];
        Dictionary<Cell, double>[] wonByCell = options.By is { } cells ? [.. periods.Select(period => known.WonIn(period, cells))] : [];
        foreach (Cell cell in wonByOwner.SelectMany(won => won.Where(of => of.Value != 0).Select(of => of.Key))) GroupOf(true, cell.Values[0]);
        foreach (Cell cell in wonByCell.SelectMany(won => won.Where(of => of.Value != 0).Select(of => of.Key))) GroupOf(false, cell.Values[0]);
        _won = [.. Enumerable.Range(0, _groups.Count + 1).Select(_ => new double[periods.Count])];
        for (int i = 0; i < periods.Count; i++)
        {
            _won[0][i] = wonInAll[i].GetValueOrDefault(Cell.Total);
            foreach ((Cell cell, double won) in wonByOwner[i].Where(of => of.Value != 0)) _won[GroupOf(true, cell.Values[0])][i] = won;
            if (wonByCell.Length == 0) continue;
            foreach ((Cell cell, double won) in wonByCell[i].Where(of => of.Value != 0)) _won[GroupOf(false, cell.Values[0])][i] = won;
        }

        _reason = _all.Closed > 0 || open.Length + (toCome?.Deals.Length ?? 0) == 0
            ? null
            : $"no deal has closed by {LocalDatePattern.Iso.Format(known.Day)}, so nothing tells how and when they do";
        int[] ends = [.. periods.Select(period => Period.DaysBetween(known.Day, period.LastDay))];
        MonthShocks months = MonthShocks.Learn(_all, _deals.SelectMany(deal => deal.Path), from, known.Day, ends[^1]);
        _simulation = new PipelineSimulation(models, months, ends, _groups.Count + 1) { ToCome = toCome };
        if (_reason is null) _simulation.Run(open, options.Simulation, options.Threads, options.Progress, cancellationToken);
    }

    public Currency Currency => _known.Data.ReportingCurrency;

    public ValueList<AmountForecast> AmountsOf(int group) => ValueList.From(_periods.Select((period, i) =>
    {
        double won = _won[group][i];
        return _reason is not null
            ? AmountForecast.Undefined(period, won, _reason)
            : AmountForecast.Of(period, won, Array.ConvertAll(_simulation.Amounts[group][i], amount => won + amount));
    }));

    public ValueList<CellForecast> Owners() => GroupsBy(true);

    public ValueList<CellForecast> Cells() => GroupsBy(false);

    public ValueList<DealForecast> Deals() => ValueList.From(_open.Select((deal, i) =>
    {
        Estimate Share(int end) => _reason is not null ? Estimate.Undefined(_reason) : Estimate.Of((double)_simulation.Counts[i][end] / _options.Simulation.Paths);
        StageSpell last = deal.Path[^1];
        bool hasAmount = KnownDeal.AmountOn(_known.Day, deal.Deal) is not null;
        return new DealForecast(
            deal.Deal.Id, _owners.GetValueOrDefault(deal.Deal.Id), _stages[last.Stage], -last.Entered,
            hasAmount ? _amounts.GetValueOrDefault(deal.Deal.Id) : null,
            ValueList.From(Enumerable.Range(0, _periods.Count).Select(Share)), Share(_periods.Count), Share(_periods.Count + 1));
    }));

    public ValueList<StageConversion> StageConversions()
    {
        double[] wins = _all.WinProbabilities();
        return ValueList.From(
            from stage in Enumerable.Range(0, _stages.Count)
            let of = _all.Stages[stage]
            where of.Visits > 0
            select new StageConversion(
                _stages[stage], of.Visits, (int)of.AllExits,
                of.AllExits == 0 ? Estimate.Undefined("no deal has left the stage yet")
                : double.IsNaN(wins[stage]) ? Estimate.Undefined("the deals in it go round without an end") : Estimate.Of(wins[stage]),
                of.MedianDays() is { } days ? Estimate.Of(days) : Estimate.Undefined("not yet half of those in it have left")));
    }

    public FitReport Report() => PipelineReport.Of(_all, _stages, _deals, _open, _known.Day);

    private (StageModel[] Models, Dictionary<string, int> ModelOf) ModelsBy(int from)
    {
        List<StageModel> models = [_all];
        Dictionary<string, int> modelOf = new(StringComparer.Ordinal);
        if (_options.LearnBy is not { } dimension) return ([_all], modelOf);
        Dictionary<string, string?> values = _known.CreatedBy(dimension);
        foreach (var alike in _deals.Where(deal => values.GetValueOrDefault(deal.Deal.Id) is not null)
            .GroupBy(deal => values[deal.Deal.Id]!, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            StageModel model = StageModel.Learn([.. alike], _stages.Count, from, _known.Day);
            if (model.Closed < Math.Max(1, _options.MinimumClosed)) continue;
            foreach (PipelineDeal deal in alike) modelOf[deal.Deal.Id] = models.Count;
            models.Add(model);
        }

        return ([.. models], modelOf);
    }

    private (PipelineSimulation.Start[] Deals, CreationRate Rate) ToCome(Dictionary<string, int> modelOf)
    {
        LocalDate first = _known.Data.CoverageOf(RecordType.Deal)?.From ?? _known.Day;
        int since = Period.DaysBetween(_known.Day, LocalDate.Max(first, _known.Day.PlusDays(1 - _options.CreationDays)));
        Dictionary<string, string?> owners = _known.CreatedBy(Dimensions.Owner), cells = _options.By is { } by ? _known.CreatedBy(by) : [];
        PipelineDeal[] created = [.. _deals.Where(deal => deal.Path.Count > 0 && deal.Path[0].Entered >= since)];
        return (
            [
                .. created.Select(deal => new PipelineSimulation.Start(
                    modelOf.GetValueOrDefault(deal.Deal.Id), deal.Path[0].Stage, 0, 0, deal.Path[0].Amount, GroupsOf(deal.Deal.Id, owners, cells))),
            ],
            CreationRate.Learn(created.Select(deal => -deal.Path[0].Entered), 1 - since));
    }

    private int[] GroupsOf(string deal, Dictionary<string, string?> owners, Dictionary<string, string?> cells) => _options.By is null
        ? [0, GroupOf(true, owners.GetValueOrDefault(deal))]
        : [0, GroupOf(true, owners.GetValueOrDefault(deal)), GroupOf(false, cells.GetValueOrDefault(deal))];

    private int GroupOf(bool isOwner, string? value)
    {
        (bool, string) key = (isOwner, value ?? "");
        if (!_groups.TryGetValue(key, out int group)) _groups[key] = group = _groups.Count + 1;
        return group;
    }

    private ValueList<CellForecast> GroupsBy(bool isOwner) => ValueList.From(_groups
        .Where(group => group.Key.IsOwner == isOwner)
        .Select(group => new CellForecast(Cell.Of(group.Key.Value.Length == 0 ? null : group.Key.Value), AmountsOf(group.Value)))
        .OrderBy(forecast => forecast.Cell, Cell.Order));
}
