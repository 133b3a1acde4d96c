using System.Numerics;

namespace RevOps.Metrics;

/// <summary>Makes the relation of stage visits, with two columns for each stage of the process: whether and when a deal then reached it.</summary>
internal static class StageFacts
{
    public static FactTable Compile(RevenueDataset data, DealTraits traits, int threads)
    {
        StageChanges changes = data.DealRegister.StageChanges;
        return (changes.On.Narrow, changes.Stages.Narrow) switch
        {
            ({ }, { }) => Compile(days => days.Narrow!, codes => codes.Narrow!, data, traits, threads),
            ({ }, null) => Compile(days => days.Narrow!, codes => codes.Wide!, data, traits, threads),
            (null, { }) => Compile(days => days.Wide!, codes => codes.Narrow!, data, traits, threads),
            _ => Compile(days => days.Wide!, codes => codes.Wide!, data, traits, threads),
        };
    }

    private static FactTable Compile<TDay, TCode>(
        Func<DayNumbers, TDay[]> days, Func<Codes, TCode[]> codes, RevenueDataset data, DealTraits traits, int threads)
        where TDay : struct, IBinaryInteger<TDay>
        where TCode : struct, IBinaryInteger<TCode>
    {
        DealRegister deals = data.DealRegister;
        (DayNumbers scale, NameList names) = (deals.StageChanges.On, deals.Stages.Names);
        StageKernel<TDay, TCode> kernel = new(
            deals.StageChanges.First, days(scale), codes(deals.StageChanges.Stages), days(deals.Days.Closed), TDay.CreateTruncating(scale.Unknown),
            codes(deals.Stages.Now), deals.Outcomes);
        VisitColumns<TDay, TCode> visits = kernel.Find(threads);
        FactTable table = new(visits.Rows.Count);
        table.Add(StageVisits.EnteredOn, () => scale.With(visits.EnteredOn));
        table.Add(StageVisits.LeftOn, () => scale.With(visits.LeftOn()));
        table.Add(StageVisits.DaysInStage, () => DaysBetween(table[StageVisits.EnteredOn], table[StageVisits.LeftOn]));
        table.Add(StageVisits.Visit, () => new WholeNumbers(visits.Numbers()));
        table.Add(StageVisits.Stage, () => Codes.Of(visits.Stages), names);
        table.Add(StageVisits.NextStage, () => Codes.Of(visits.NextStages()), names);
        table.Add(StageVisits.Owner, () => (visits.Rows.Spread(deals.Owners.Now), deals.Owners.Names));
        table.Add(StageVisits.Outcome, () => new Codes(visits.Rows.Spread(deals.Outcomes)), DealRegister.OutcomeNames);
        AddReached(table, visits, scale, PlacesOf(names, data.Options.Stages), data.Options.Stages);
        traits.AddTo<StageVisits>(table, visits.Rows);
        return table;
    }

    private static void AddReached<TDay, TCode>(FactTable table, VisitColumns<TDay, TCode> visits, DayNumbers scale, int[] places, ValueList<string> process)
        where TDay : struct, IBinaryInteger<TDay>
        where TCode : struct, IBinaryInteger<TCode>
    {
        table.Add(StageVisits.Advanced, () => KnownOrNot(visits.Advanced(places)));
        table.Add(StageVisits.AdvancedOn, () => scale.With(visits.AdvancedOn(places)));
        foreach ((int place, string stage) in process.Index())
        {
            table.Add(StageVisits.Reached(stage), () => new WholeNumbers(visits.Reached(place, places)));
            table.Add(StageVisits.ReachedOn(stage), () => scale.With(visits.ReachedOn(place, places)));
        }
    }

    /// <summary>The place of each stage in the process, by its code; less than 0 for one that is not part of it.</summary>
    private static int[] PlacesOf(NameList names, ValueList<string> process)
    {
        Dictionary<string, int> places = process.Index().ToDictionary(stage => stage.Item, stage => stage.Index, StringComparer.Ordinal);
        return [.. Enumerable.Range(0, names.Count).Select(code => names[code] is { } name ? places.GetValueOrDefault(name, -1) : -1)];
    }

    private static WholeNumbers KnownOrNot(sbyte[] numbers) =>
        numbers.AsSpan().Contains((sbyte)-1) ? WholeNumbers.Of(Split.Map(numbers, number => number < 0 ? FactTable.NoValue : number)) : new WholeNumbers(numbers);

    private static long[] DaysBetween(DayNumbers from, DayNumbers to)
    {
        long[] days = GC.AllocateUninitializedArray<long>(from.Count);
        Split.Run(days.Length, KernelOptions.Default.ThreadsFor(days.Length), (first, end) =>
        {
            for (int row = first; row < end; row++)
            {
                days[row] = from[row] == FactTable.NoDay || to[row] == FactTable.NoDay ? FactTable.NoValue : to[row] - from[row];
            }
        });
        return days;
    }
}
