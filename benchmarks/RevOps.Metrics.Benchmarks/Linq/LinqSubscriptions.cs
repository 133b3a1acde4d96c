using NodaTime;
using RevOps.Metrics.Benchmarks.Workloads;

namespace RevOps.Metrics.Benchmarks.Linq;

/// <summary>Recurring revenue by plain LINQ over the subscriptions of each customer: what one would write without a library.</summary>
internal sealed class LinqSubscriptions(WorkloadData data)
{
    /// <summary>Annualised ten-thousandths of a dollar for each cent a month.</summary>
    private const long UnitsPerCent = 12 * 100;

    private static readonly string[] Kinds = ["New", "Expansion", "Contraction", "Churn", "Reactivation"];

    /// <summary>Who pays nothing is no customer, so what is free does not count.</summary>
    private readonly Customer[] _customers =
    [
        .. from row in Enumerable.Range(0, data.Subscriptions.Count)
           where data.Subscriptions.Price[row] > 0
           group new Span(data.Subscriptions.Start[row], data.Subscriptions.End[row], data.Subscriptions.Price[row] * UnitsPerCent) by data.Subscriptions.Customer[row] into spans
           select new Customer(
               WorkloadNames.Segments[data.Customers.Segment[spans.Key]], WorkloadNames.Regions[data.Customers.Region[spans.Key]], WorkloadNames.Channels[data.Customers.Channel[spans.Key]], [.. spans]),
    ];

    private (Customer Customer, int Day, string Kind, long Amount)[]? _movements;

    /// <summary>All movements, found when first asked for: the compiled ledger.</summary>
    private (Customer Customer, int Day, string Kind, long Amount)[] Movements =>
        _movements ??= [.. from customer in _customers from movement in customer.Movements() select (customer, movement.Day, movement.Kind, movement.Amount)];

    /// <summary>Opening, five kinds of movement and closing of each month and segment.</summary>
    public IEnumerable<(string Key, long[] Integers, decimal?[] Quotients)> Waterfall() => Waterfall(WorkloadCalendar.Months, WorkloadNames.Segments, customer => customer.Segment);

    /// <summary>The same of each month of four, four and five weeks and region.</summary>
    public IEnumerable<(string Key, long[] Integers, decimal?[] Quotients)> RetailWaterfall() => Waterfall(WorkloadCalendar.RetailMonths, WorkloadNames.Regions, customer => customer.Region);

    private IEnumerable<(string Key, long[] Integers, decimal?[] Quotients)> Waterfall(IReadOnlyList<ReportingPeriod> periods, IReadOnlyList<string> names, Func<Customer, string> nameOf)
    {
        var movements = Movements;
        var sums = movements.ToLookup(movement => (nameOf(movement.Customer), PeriodOf(periods, movement.Day), movement.Kind), movement => movement.Amount);
        return from period in Enumerable.Range(0, periods.Count)
               let first = DayOf(periods[period].Start)
               from name in names
               let opening = movements.Where(movement => nameOf(movement.Customer) == name && movement.Day < first).Sum(movement => movement.Amount)
               let flows = Kinds.Select(kind => sums[(name, period, kind)].Sum()).ToArray()
               select ($"{periods[period].Label}|{name}", (long[])[opening, .. flows, opening + flows.Sum()], Array.Empty<decimal?>());
    }

    /// <summary>Net and gross retention of the customers of twelve months before each month's end, by segment.</summary>
    public IEnumerable<(string Key, long[] Integers, decimal?[] Quotients)> Retention() =>
        from month in WorkloadCalendar.Months
        let open = DayOf(month.End.PlusMonths(-12))
        let close = DayOf(month.End)
        from segment in WorkloadNames.Segments
        let cohort = _customers.Where(customer => customer.Segment == segment).Select(customer => (Open: customer.Before(open), Close: customer.Before(close))).Where(of => of.Open > 0).ToArray()
        let opening = cohort.Sum(of => of.Open)
        let retained = cohort.Sum(of => of.Close)
        let kept = cohort.Sum(of => Math.Min(of.Open, of.Close))
        select ($"{month}|{segment}", new[] { opening, retained, kept, cohort.Length }, new[] { Share(retained, opening), Share(kept, opening) });

    /// <summary>What is left of the customers of each month at the close of each later one.</summary>
    public IEnumerable<(string Key, long[] Integers, decimal?[] Quotients)> Triangle() =>
        from first in Enumerable.Range(0, WorkloadCalendar.Months.Count)
        let cohort = _customers.Where(customer => MonthOf(customer.FirstDay) == first).ToArray()
        let atClose = Enumerable.Range(first, WorkloadCalendar.Months.Count - first)
            .Select(month => cohort.Select(customer => customer.Before(DayOf(WorkloadCalendar.Months[month].End))).Where(amount => amount > 0).ToArray()).ToArray()
        from age in Enumerable.Range(0, atClose.Length)
        select ($"{WorkloadCalendar.Months[first]}|{age:00}", new[] { atClose[age].Length, atClose[age].Sum() },
            new[] { Share(atClose[age].Length, atClose[0].Length), Share(atClose[age].Sum(), atClose[0].Sum()) });

    /// <summary>Spend on winning customers, new customers and their quotient, by month and channel.</summary>
    public IEnumerable<(string Key, long[] Integers, decimal?[] Quotients)> AcquisitionCost()
    {
        var spends = Enumerable.Range(0, data.Spends.Count).Where(row => (SpendCategory)data.Spends.Category[row] != SpendCategory.CustomerSuccess)
            .ToLookup(row => (MonthOf(data.Spends.On[row]), WorkloadNames.Channels[data.Spends.Channel[row]]), row => data.Spends.Amount[row]);
        var acquired = _customers.ToLookup(customer => (MonthOf(customer.FirstDay), customer.Channel));
        return from month in Enumerable.Range(0, WorkloadCalendar.Months.Count)
               from channel in WorkloadNames.Channels
               let cents = spends[(month, channel)].Sum(amount => (long)amount)
               let count = acquired[(month, channel)].LongCount()
               select ($"{WorkloadCalendar.Months[month]}|{channel}", new[] { 100 * cents, count }, new[] { Share(cents / 100m, count) });
    }

    /// <summary>A part of a whole; null where there is no whole.</summary>
    public static decimal? Share(decimal part, decimal whole) => whole == 0 ? null : part / whole;

    /// <summary>The number of a date's day.</summary>
    public static int DayOf(LocalDate date) => WorkloadCalendar.FirstDay + Period.DaysBetween(WorkloadCalendar.From, date);

    /// <summary>The number of the month asked that a day is in; -1 before the first and after the last.</summary>
    public static int MonthOf(int day) => PeriodOf(WorkloadCalendar.Months, day);

    private static int PeriodOf(IReadOnlyList<ReportingPeriod> periods, int day)
    {
        LocalDate date = WorkloadCalendar.DateOf(day);
        return periods.Index().Where(period => period.Item.Start <= date && date < period.Item.End).Select(period => period.Index).DefaultIfEmpty(-1).First();
    }

    private readonly record struct Span(int Start, int End, long Amount);

    private sealed record Customer(string Segment, string Region, string Channel, Span[] Spans)
    {
        public int FirstDay { get; } = Spans.Min(span => span.Start);

        /// <summary>What it pays at the end of the day before.</summary>
        public long Before(int day) => Spans.Where(span => span.Start < day && day <= span.End).Sum(span => span.Amount);

        public IEnumerable<(int Day, string Kind, long Amount)> Movements()
        {
            foreach (int day in Spans.SelectMany(span => new[] { span.Start, span.End }).Where(day => day != SubscriptionTable.NoDay).Distinct().Order())
            {
                long before = Before(day), after = Before(day + 1);
                if (before == after) continue;
                string kind = before == 0 ? (day == FirstDay ? "New" : "Reactivation") : after == 0 ? "Churn" : after > before ? "Expansion" : "Contraction";
                yield return (day, kind, after - before);
            }
        }
    }
}
