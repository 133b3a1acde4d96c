using System.Numerics;

namespace RevOps.Metrics;

/// <summary>Makes the relation of stage visits, with two columns for each stage of the process: whether and when a deal then reached it.</summary>
internal static class StageFacts
{
    public static FactTable Compile(RevenueDataset data, DealTraits traits, int threads)
    {
        DealRegister deals = data.DealRegister;
        return (deals.Days.ChangedOn.Narrow, deals.Stages.Narrow) switch
        {
            ({ }, { } stages) => Compile(days => days.Narrow!, stages, codes => codes.Narrow!, data, traits, threads),
            ({ }, null) => Compile(days => days.Narrow!, deals.Stages.Wide!, codes => codes.Wide!, data, traits, threads),
            (null, { } stages) => Compile(days => days.Wide!, stages, codes => codes.Narrow!, data, traits, threads),
            _ => Compile(days => days.Wide!, deals.Stages.Wide!, codes => codes.Wide!, data, traits, threads),
        };
    }

    private static FactTable Compile<TDay, TCode>(
        Func<DayNumbers, TDay[]> days, Known<TCode> stages, Func<Codes, TCode[]> codes, RevenueDataset data, DealTraits traits, int threads)
        where TDay : struct, IBinaryInteger<TDay>
        where TCode : struct, IBinaryInteger<TCode>
    {
        DealRegister deals = data.DealRegister;
        DayNumbers changedOn = deals.Days.ChangedOn;
        StageKernel<TDay, TCode> kernel = new(
            deals.Days.FirstChange, days(changedOn), days(deals.Days.Closed), TDay.CreateTruncating(changedOn.Unknown), stages, codes(deals.Stages.Now), deals.Outcomes, threads);
        NameList names = deals.Stages.Names;
        FactTable table = new(kernel.Rows.Count);
        table.Add(StageVisits.EnteredOn, () => changedOn.With(kernel.EnteredOn));
        table.Add(StageVisits.LeftOn, () => changedOn.With(kernel.LeftOn));
        table.Add(StageVisits.DaysInStage, () => DaysBetween(table[StageVisits.EnteredOn], table[StageVisits.LeftOn]));
        table.Add(StageVisits.Visit, () => WholeNumbers.Of(kernel.Numbers));
        table.Add(StageVisits.Stage, () => Codes.Of(kernel.Stages), names);
        table.Add(StageVisits.NextStage, () => Codes.Of(kernel.NextStages), names);
        table.Add(StageVisits.Owner, () => (kernel.Rows.Spread(deals.Owners.Now), deals.Owners.Names));
        table.Add(StageVisits.Outcome, () => new Codes(kernel.Rows.Spread(deals.Outcomes)), DealRegister.OutcomeNames);
        AddReached(table, kernel, changedOn, PlacesOf(names, data.Options.Stages), data.Options.Stages);
        traits.AddTo<StageVisits>(table, kernel.Rows);
        return table;
    }

    private static void AddReached<TDay, TCode>(FactTable table, StageKernel<TDay, TCode> kernel, DayNumbers scale, int[] places, ValueList<string> process)
        where TDay : struct, IBinaryInteger<TDay>
        where TCode : struct, IBinaryInteger<TCode>
    {
        table.Add(StageVisits.Advanced, () => KnownOrNot(kernel.Advanced(places)));
        table.Add(StageVisits.AdvancedOn, () => scale.With(kernel.AdvancedOn(places)));
        foreach ((int place, string stage) in process.Index())
        {
            table.Add(StageVisits.Reached(stage), () => WholeNumbers.Of(kernel.Reached(place, places)));
            table.Add(StageVisits.ReachedOn(stage), () => scale.With(kernel.ReachedOn(place, places)));
        }
    }

    /// <summary>The place of each stage in the process, by its code; less than 0 for one that is not part of it.</summary>
    private static int[] PlacesOf(NameList names, ValueList<string> process)
    {
        Dictionary<string, int> places = process.Index().ToDictionary(stage => stage.Item, stage => stage.Index, StringComparer.Ordinal);
        return [.. Enumerable.Range(0, names.Count).Select(code => names[code] is { } name ? places.GetValueOrDefault(name, -1) : -1)];
    }

    private static WholeNumbers KnownOrNot(int[] numbers) =>
        numbers.AsSpan().Contains(-1) ? WholeNumbers.Of(Array.ConvertAll(numbers, number => number < 0 ? FactTable.NoValue : number)) : WholeNumbers.Of(numbers);

    private static long[] DaysBetween(DayNumbers from, DayNumbers to)
    {
        long[] days = new long[from.Count];
        for (int row = 0; row < days.Length; row++)
        {
            days[row] = from[row] == FactTable.NoDay || to[row] == FactTable.NoDay ? FactTable.NoValue : to[row] - from[row];
        }

        return days;
    }
}
