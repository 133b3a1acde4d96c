namespace RevOps.Metrics.Benchmarks.Workloads;

/// <summary>The customers: each one's place is its code.</summary>
internal sealed class CustomerTable
{
    public required byte[] Segment { get; init; }

    public required byte[] Region { get; init; }

    public required byte[] Channel { get; init; }

    public int Count => Segment.Length;

    public static CustomerTable Generate(int count, SeededStream stream)
    {
        CustomerTable table = new() { Segment = new byte[count], Region = new byte[count], Channel = new byte[count] };
        for (int i = 0; i < count; i++)
        {
            // The smaller of two numbers: some values are much more frequent than others, as they are in life.
            table.Segment[i] = (byte)Math.Min(stream.Below(WorkloadNames.Segments.Count), stream.Below(WorkloadNames.Segments.Count));
            table.Region[i] = (byte)stream.Below(WorkloadNames.Regions.Count);
            table.Channel[i] = (byte)Math.Min(stream.Below(WorkloadNames.Channels.Count), stream.Below(WorkloadNames.Channels.Count));
        }

        return table;
    }
}
