using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics.Predictive;

/// <summary>What each customer did, period by period, told by the movement ledger up to the end of a day.</summary>
internal sealed class LedgerHistory
{
    private static readonly (string Name, MovementKind[] Kinds)[] Lines =
    [
        ("new", [MovementKind.New]),
        ("returned", [MovementKind.Reactivation, MovementKind.Resume]),
        ("expansion", [MovementKind.Expansion]),
        ("contraction", [MovementKind.Contraction]),
        ("churn", [MovementKind.Churn, MovementKind.Pause]),
    ];

    private LedgerHistory(List<CustomerStep> steps, List<CustomerStep>[] entries, List<CustomerStep> now, int customers, Currency currency)
    {
        Steps = steps;
        Entries = entries;
        Now = now;
        Customers = customers;
        Currency = currency;
    }

    /// <summary>The periods through which customers who opened them with revenue were watched.</summary>
    public List<CustomerStep> Steps { get; }

    /// <summary>For each of the latest periods, who came in it: new customers, and those who returned.</summary>
    public List<CustomerStep>[] Entries { get; }

    /// <summary>The customers with revenue at the end; their opening is that of the next period, at the age they have then.</summary>
    public List<CustomerStep> Now { get; }

    public int Customers { get; }

    public Currency Currency { get; }

    public static LedgerHistory Until(RevenueDataset data, ReportingPeriod last, RecurringForecastOptions options)
    {
        RevenueDataset known = data.AsOf(last.LastDay);
        ValueList<Dimension> by = [Dimensions.AcquisitionPeriod(last.Calendar, CalendarGrain.Day), Dimensions.Customer];
        LedgerPolicy ledger = options.Policy.Ledger;
        MeasureRequest balance = Request("balance", [], DateWindow.Before(last.End));
        MeasureTable balances = Measured([balance]);

        // Customers acquired later are in the ledger too, and nobody knew of them.
        (Cell Cell, LocalDate On)[] customers =
        [
            .. balances.CellsBy(by).Where(cell => cell.Values[0] is not null)
                .Select(cell => (cell, LocalDatePattern.Iso.Parse(cell.Values[0]!).Value)).Where(of => of.Value < last.End),
        ];
        ReportingPeriod[] periods = Periods(last, customers.Length == 0 ? last.Start : customers.Min(of => of.On));
        int learnedFrom = Math.Max(0, periods.Length - (options.LearnedPeriods ?? periods.Length)), enteredFrom = Math.Max(0, periods.Length - options.NewBusinessPeriods);
        int from = Math.Min(learnedFrom, enteredFrom);
        MeasureRequest[][] asked = [.. periods.Skip(from).Select(period => (MeasureRequest[])
        [
            Request("balance", [], DateWindow.Before(period.Start)),
            .. Lines.Select(line => Request(line.Name, line.Kinds, new DateWindow(period.Start, period.End))),
        ])];
        MeasureTable moves = Measured([.. asked.SelectMany(requests => requests)]);
        double perMonth = 1 / (12 * 100 * Math.Pow(10, known.ReportingCurrency.MinorUnits));

        List<CustomerStep> steps = [], now = [];
        List<CustomerStep>[] entries = [.. Enumerable.Range(enteredFrom, periods.Length - enteredFrom).Select(_ => new List<CustomerStep>())];
        for (int customer = 0; customer < customers.Length; customer++)
        {
            (Cell cell, LocalDate on) = customers[customer];
            int acquired = Array.FindLastIndex(periods, period => period.Start <= on);
            for (int t = Math.Max(from, acquired); t < periods.Length; t++)
            {
                double Of(int line) => moves[cell, asked[t - from][line]] * perMonth;
                CustomerStep step = new(customer, t - acquired, Of(0), Of(1), Of(2), Of(3), Of(4), Of(5));
                if (step.Opening > 0 && t >= learnedFrom) steps.Add(step);
                else if (step.Opening <= 0 && t >= enteredFrom && (step.New != 0 || step.Returned != 0)) entries[t - enteredFrom].Add(step);
            }

            double closing = balances[cell, balance] * perMonth;
            if (closing > 0) now.Add(new CustomerStep(customer, periods.Length - acquired, closing, 0, 0, 0, 0, 0));
        }

        return new LedgerHistory(steps, entries, now, customers.Length, known.ReportingCurrency);

        MeasureRequest Request(string name, MovementKind[] kinds, DateWindow window)
        {
            ValueList<Condition> where = kinds.Length == 0 ? [] : [new CodeIn(Movements.Kind, ValueList.From(kinds.Select(kind => kind.ToString())))];
            return new MeasureRequest(new SumMeasure(name, Movements.Amount, Movements.On) { Where = where }, window) { By = by };
        }

        MeasureTable Measured(IReadOnlyList<MeasureRequest> requests) => known.Engine.Measure(new MeasureQuery { Requests = requests, Ledger = ledger });
    }

    private static ReportingPeriod[] Periods(ReportingPeriod last, LocalDate first)
    {
        List<ReportingPeriod> periods = [last];
        while (periods[^1].Start > first) periods.Add(last.Calendar.Prior(periods[^1]));
        periods.Reverse();
        return [.. periods];
    }
}
