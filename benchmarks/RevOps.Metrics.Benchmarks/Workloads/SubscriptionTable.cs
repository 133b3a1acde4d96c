namespace RevOps.Metrics.Benchmarks.Workloads;

/// <summary>Subscriptions in no order: about four a customer, with gaps, switches on one day, several at once, free ones and lives of one day.</summary>
internal sealed class SubscriptionTable
{
    /// <summary>The day after the last that stands for no end.</summary>
    public const int NoDay = int.MaxValue;

    public required int[] Customer { get; init; }

    public required int[] Start { get; init; }

    /// <summary>The first day not served; <see cref="NoDay"/> where no end is known.</summary>
    public required int[] End { get; init; }

    /// <summary>The price of a month in cents.</summary>
    public required int[] Price { get; init; }

    public required byte[] Plan { get; init; }

    public int Count => Customer.Length;

    /// <summary>How many customers they are of.</summary>
    public required int Customers { get; init; }

    public static SubscriptionTable Generate(int count, SeededStream stream)
    {
        int[] place = stream.Shuffle(count);
        int[] customer = new int[count], start = new int[count], end = new int[count], price = new int[count];
        byte[] plan = new byte[count];
        int made = 0, customers = 0;
        while (made < count)
        {
            int ofCustomer = Math.Min(count - made, 1 + stream.Below(7));
            int lastStart = 0, lastEnd = NoDay, lastPrice = 0;
            for (int i = 0; i < ofCustomer; i++)
            {
                int row = place[made++];
                customer[row] = customers;
                start[row] = lastStart = StartOf(i, lastStart, lastEnd, stream);
                end[row] = lastEnd = stream.Percent(15) ? NoDay : lastStart + (stream.Percent(3) ? 1 : 1 + stream.Below(500));
                // One switch in five keeps its price: on such a day nothing moves.
                price[row] = lastPrice = i > 0 && stream.Percent(20) ? lastPrice : stream.Percent(5) ? 0 : 900 + (25 * stream.Below(4000));
                plan[row] = (byte)stream.Below(WorkloadNames.Plans.Count);
            }

            customers++;
        }

        return new SubscriptionTable { Customer = customer, Start = start, End = end, Price = price, Plan = plan, Customers = customers };
    }

    private static int StartOf(int number, int lastStart, int lastEnd, SeededStream stream)
    {
        int start = number == 0 ? SomeDay(stream)
            : lastEnd != NoDay && stream.Percent(40) ? lastEnd
            : lastEnd != NoDay && stream.Percent(50) ? lastEnd + 1 + stream.Below(120)
            : lastStart + stream.Below(90);
        return start < WorkloadCalendar.FirstDay + WorkloadCalendar.Days ? start : SomeDay(stream);
    }

    private static int SomeDay(SeededStream stream) => WorkloadCalendar.FirstDay + stream.Below(WorkloadCalendar.Days);
}
