namespace RevOps.Metrics.Benchmarks.Workloads;

/// <summary>Deals, and beside them what their histories say of their stages: about five changes a deal, which go on, skip, go back or say again.</summary>
internal sealed class DealTable
{
    /// <summary>The day that stands for none.</summary>
    public const int NoDay = int.MaxValue;

    public List<int> Created { get; } = [];

    /// <summary>The day of the win or loss; <see cref="NoDay"/> while open.</summary>
    public List<int> Closed { get; } = [];

    /// <summary>A <see cref="DealOutcome"/>: open, won or lost.</summary>
    public List<byte> Outcome { get; } = [];

    public List<byte> Owner { get; } = [];

    /// <summary>The amount in cents.</summary>
    public List<int> Amount { get; } = [];

    /// <summary>Where each deal's changes begin, and after the last deal where all end.</summary>
    public List<int> FirstChange { get; } = [0];

    /// <summary>The day of each change, in the order of deals and days.</summary>
    public List<int> ChangedOn { get; } = [];

    /// <summary>The stage that each change names.</summary>
    public List<byte> Stage { get; } = [];

    public int Count => Created.Count;

    /// <summary>As many deals as make about so many changes.</summary>
    public static DealTable Generate(int changes, SeededStream stream)
    {
        DealTable table = new();
        while (table.ChangedOn.Count < changes) table.AddDeal(stream);
        return table;
    }

    private void AddDeal(SeededStream stream)
    {
        int day = WorkloadCalendar.FirstDay + stream.Below(WorkloadCalendar.Days), end = WorkloadCalendar.FirstDay + WorkloadCalendar.Days;
        int stage = 0, changes = 2 + stream.Below(7);
        Created.Add(day);
        for (int i = 0; i < changes && day < end; i++)
        {
            ChangedOn.Add(day);
            Stage.Add((byte)stage);
            // Now and then several changes of one day.
            day += stream.Percent(10) ? 0 : 1 + stream.Below(25);
            int step = stream.Below(10);
            stage = Math.Clamp(stage + (step < 6 ? 1 : step < 7 ? 2 : step < 9 ? 0 : -1), 0, WorkloadNames.Stages.Count - 1);
        }

        FirstChange.Add(ChangedOn.Count);
        int closed = day + stream.Below(20);
        bool isOpen = stream.Percent(20) || closed >= end;
        Closed.Add(isOpen ? NoDay : closed);
        Outcome.Add((byte)(isOpen ? DealOutcome.Open : stream.Percent(40) ? DealOutcome.Won : DealOutcome.Lost));
        Owner.Add((byte)stream.Below(WorkloadNames.Owners.Count));
        Amount.Add(100_000 + (100 * stream.Below(100_000)));
    }
}
