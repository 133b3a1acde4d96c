using System.Globalization;
using NodaTime;

namespace RevOps.Metrics.Benchmarks.Workloads;

/// <summary>The same data as records of the library.</summary>
internal sealed class WorkloadRecords(WorkloadData data)
{
    /// <summary>Each day of the data and of what is agreed beyond it, once.</summary>
    private readonly LocalDate[] _dates =
        [.. Enumerable.Range(WorkloadCalendar.FirstDay, 2 * WorkloadCalendar.Days).Select(WorkloadCalendar.DateOf)];

    /// <summary>Coverage is declared, so that no month asked is partial because its last days happen to have no record.</summary>
    public static DatasetOptions Options { get; } = new()
    {
        ReportingCurrency = Currency.Usd,
        Stages = [.. WorkloadNames.Stages],
        Coverage = new Dictionary<RecordType, Coverage>
        {
            [RecordType.Subscription] = new(WorkloadCalendar.From, WorkloadCalendar.To),
            [RecordType.Deal] = new(WorkloadCalendar.From, WorkloadCalendar.To),
            [RecordType.Spend] = new(WorkloadCalendar.From, WorkloadCalendar.To),
        },
    };

    /// <summary>Customers, subscriptions and spend.</summary>
    public RevenueDataset Recurring() => RevenueDataset.Build(Customers(), Subscriptions(), spends: Spends(), options: Options);

    /// <summary>Customers and subscriptions, these in columns.</summary>
    public RevenueDataset RecurringColumns() => RevenueDataset.Build(Customers(), subscriptionColumns: SubscriptionsInColumns(), options: Options);

    /// <summary>The columns as they are, with names for codes.</summary>
    public SubscriptionColumns SubscriptionsInColumns() => new()
    {
        CustomerIds = [.. Enumerable.Range(0, data.Subscriptions.Customers).Select(WorkloadNames.Customer)], Customer = data.Subscriptions.Customer,
        Start = data.Subscriptions.Start, End = data.Subscriptions.End, Price = Array.ConvertAll(data.Subscriptions.Price, price => (long)price), Currencies = [Currency.Usd],
        Plans = WorkloadNames.Plans, Plan = Array.ConvertAll(data.Subscriptions.Plan, plan => (int)plan),
    };

    /// <summary>The deals alone: the customers they name are implied.</summary>
    public RevenueDataset Pipeline() => RevenueDataset.Build(deals: Deals(), options: Options);

    public IEnumerable<Customer> Customers()
    {
        for (int i = 0; i < data.Customers.Count; i++)
        {
            yield return new Customer
            {
                Id = WorkloadNames.Customer(i),
                Attributes =
                [
                    new("segment", WorkloadNames.Segments[data.Customers.Segment[i]]),
                    new("region", WorkloadNames.Regions[data.Customers.Region[i]]),
                    new("channel", WorkloadNames.Channels[data.Customers.Channel[i]]),
                ],
            };
        }
    }

    public IEnumerable<Subscription> Subscriptions()
    {
        for (int i = 0; i < data.Subscriptions.Count; i++) yield return SubscriptionAt(i);
    }

    public IEnumerable<Spend> Spends()
    {
        SpendTable spends = data.Spends;
        for (int i = 0; i < spends.Count; i++)
        {
            yield return new Spend
            {
                From = Date(spends.On[i]), Amount = Usd(spends.Amount[i]), Category = (SpendCategory)spends.Category[i],
                Channel = WorkloadNames.Channels[spends.Channel[i]],
            };
        }
    }

    public IEnumerable<Deal> Deals()
    {
        for (int i = 0; i < data.Deals.Count; i++) yield return DealAt(i);
    }

    private Subscription SubscriptionAt(int i)
    {
        SubscriptionTable table = data.Subscriptions;
        LocalDate start = Date(table.Start[i]);
        return new Subscription
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"S{i:00000000}"), CustomerId = WorkloadNames.Customer(table.Customer[i]), Start = start,
            End = table.End[i] == SubscriptionTable.NoDay ? null : Date(table.End[i]),
            Terms = [new() { From = start, Price = Usd(table.Price[i]), Interval = BillingInterval.Month, Plan = WorkloadNames.Plans[table.Plan[i]] }],
        };
    }

    private Deal DealAt(int i)
    {
        DealTable table = data.Deals;
        (int first, int end) = (table.FirstChange[i], table.FirstChange[i + 1]);
        DealChange[] history = new DealChange[end - first];
        for (int c = first; c < end; c++) history[c - first] = new DealChange { On = Date(table.ChangedOn[c]), Stage = WorkloadNames.Stages[table.Stage[c]] };
        bool isOpen = table.Closed[i] == DealTable.NoDay;
        return new Deal
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"D{i:00000000}"), CustomerId = WorkloadNames.Customer(i / 4), Amount = Usd(table.Amount[i]),
            CreatedOn = Date(table.Created[i]), ClosedOn = isOpen ? null : Date(table.Closed[i]), Outcome = (DealOutcome)table.Outcome[i],
            ExpectedCloseOn = WorkloadCalendar.To, Stage = isOpen ? history[^1].Stage : "Closed", Owner = WorkloadNames.Owners[table.Owner[i]],
            History = ValueList.From(history),
        };
    }

    private LocalDate Date(int day) => _dates[day - WorkloadCalendar.FirstDay];

    private static Money Usd(int cents) => new(new decimal(cents, 0, 0, false, 2), Currency.Usd);
}
