using System.Numerics;

namespace RevOps.Metrics;

/// <summary>Makes the relation of pipeline movements: each change of a deal takes it out as it was and brings it in as it is.</summary>
internal static class PipelineFacts
{
    /// <param name="data">The deals.</param>
    /// <param name="traits">What deals are asked by.</param>
    /// <param name="aspects">What the table is asked for: changes that tell nothing of it make no rows, and other columns that change are not there.</param>
    /// <param name="threads">How many threads do it.</param>
    public static FactTable Compile(RevenueDataset data, DealTraits traits, PipelineAspects aspects, int threads) =>
        data.DealRegister.Days.ChangedOn.Narrow is not null
            ? Compile(days => days.Narrow!, data, traits, aspects, threads)
            : Compile(days => days.Wide!, data, traits, aspects, threads);

    private static FactTable Compile<TDay>(Func<DayNumbers, TDay[]> days, RevenueDataset data, DealTraits traits, PipelineAspects aspects, int threads)
        where TDay : struct, IBinaryInteger<TDay>, IMinMaxValue<TDay>
    {
        DealRegister deals = data.DealRegister;
        DayNumbers changedOn = deals.Days.ChangedOn;
        PipelineKernel<TDay> kernel = new(
            deals.Days.FirstChange, days(deals.Days.Created), days(deals.Days.Closed), days(changedOn), TDay.CreateTruncating(changedOn.Unknown),
            ChangesThatMatter(deals, aspects), deals.Outcomes, threads);
        bool isWhole = aspects == PipelineAspects.EachChange;
        bool Has(PipelineAspects aspect) => isWhole || aspects.HasFlag(aspect);

        FactTable table = new(kernel.Rows.Count);
        table.Add(PipelineMovements.DealId, () => kernel.Rows.Spread(Codes.Of([.. Enumerable.Range(1, deals.Count)], deals.Ids.Count)), deals.Ids);
        table.Add(PipelineMovements.On, () => changedOn.With(kernel.On));
        table.Add(PipelineMovements.ClosedOn, () => kernel.Rows.Spread(deals.Days.Closed));
        table.Add(PipelineMovements.CountChange, () => new WholeNumbers(kernel.Signs()));
        table.Add(PipelineMovements.Outcome, () => new Codes(kernel.Rows.Spread(deals.Outcomes)), DealRegister.OutcomeNames);
        if (isWhole) table.Add(PipelineMovements.Until, () => changedOn.With(kernel.Until()));
        if (Has(PipelineAspects.ExpectedClose)) table.Add(PipelineMovements.ExpectedCloseOn, () => DayNumbers.Of(kernel.States(deals.ExpectedCloses)));
        if (Has(PipelineAspects.Amount)) table.Add(PipelineMovements.AmountChange, () => Times(kernel.States(deals.Amounts.Known), kernel.Signs()));
        if (Has(PipelineAspects.Stage)) Add(PipelineMovements.Stage, () => deals.Stages);
        if (Has(PipelineAspects.Category)) Add(PipelineMovements.Category, () => deals.Categories);
        if (Has(PipelineAspects.Owner)) Add(PipelineMovements.Owner, () => deals.Owners);
        traits.AddTo<PipelineMovements>(table, kernel.Rows);
        return table;

        void Add(CodeColumn column, Func<DealNames> known) => table.Add(column, () =>
            (known() is { Narrow: { } narrow } ? new Codes(kernel.States(narrow)) : new Codes(kernel.States(known().Wide!)), known().Names));
    }

    /// <summary>Marks the changes that begin a state; null where all do.</summary>
    private static bool[]? ChangesThatMatter(DealRegister deals, PipelineAspects aspects)
    {
        if (aspects == PipelineAspects.EachChange) return null;
        DealNames?[] names =
        [
            aspects.HasFlag(PipelineAspects.Stage) ? deals.Stages : null,
            aspects.HasFlag(PipelineAspects.Category) ? deals.Categories : null,
            aspects.HasFlag(PipelineAspects.Owner) ? deals.Owners : null,
        ];
        Known<long>? amounts = aspects.HasFlag(PipelineAspects.Amount) ? deals.Amounts.Known : null;
        Known<int>? closes = aspects.HasFlag(PipelineAspects.ExpectedClose) ? deals.ExpectedCloses : null;
        bool isAnyTold = names.Any(known => known is { IsTold: true }) || amounts?.Told is not null || closes?.Told is not null;
        bool[] matters = new bool[isAnyTold ? deals.Days.ChangedOn.Count : 0];
        foreach (DealNames? known in names)
        {
            known?.Narrow?.MarkTold(matters);
            known?.Wide?.MarkTold(matters);
        }

        amounts?.MarkTold(matters);
        closes?.MarkTold(matters);
        return matters;
    }

    private static long[] Times(long[] amounts, sbyte[] signs)
    {
        for (int row = 0; row < amounts.Length; row++) amounts[row] *= signs[row];
        return amounts;
    }
}
