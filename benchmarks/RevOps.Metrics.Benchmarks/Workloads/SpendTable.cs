namespace RevOps.Metrics.Benchmarks.Workloads;

/// <summary>What was spent on each channel, day by day; several spends of one channel on a day.</summary>
internal sealed class SpendTable
{
    public required int[] On { get; init; }

    public required byte[] Channel { get; init; }

    /// <summary>A <see cref="SpendCategory"/>; what is spent on customer success acquires nobody.</summary>
    public required byte[] Category { get; init; }

    /// <summary>The amount in cents.</summary>
    public required int[] Amount { get; init; }

    public int Count => On.Length;

    public static SpendTable Generate(int count, SeededStream stream)
    {
        SpendTable table = new() { On = new int[count], Channel = new byte[count], Category = new byte[count], Amount = new int[count] };
        for (int i = 0; i < count; i++)
        {
            table.On[i] = WorkloadCalendar.FirstDay + stream.Below(WorkloadCalendar.Days);
            table.Channel[i] = (byte)stream.Below(WorkloadNames.Channels.Count);
            table.Category[i] = (byte)(stream.Percent(60) ? SpendCategory.Marketing : stream.Percent(75) ? SpendCategory.Sales : SpendCategory.CustomerSuccess);
            table.Amount[i] = 100 + stream.Below(500_000);
        }

        return table;
    }
}
