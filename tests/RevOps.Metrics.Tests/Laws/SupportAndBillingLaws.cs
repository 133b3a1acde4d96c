using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>What support, bills and the states beside the ledger tell agrees with what the records say, and with the bridge.</summary>
public sealed class SupportAndBillingLaws
{
    private static readonly Gen<(RandomBook Book, Question Question)> Cases =
        from book in RandomBooks.All
        from question in Question.Any
        select (book with { IsCovered = true, CoveredTo = null }, question with { Options = question.Options with { Where = [] } });

    private static readonly Metric<PerYear<Money>> PastDueAtOpen =
        Measures.Sum(RevenueStates.Amount, on: RevenueStates.On).Where(RevenueStates.State.Is(nameof(RevenueState.PastDue))).AtOpen();

    [Fact]
    public void Tickets_bills_and_ends_of_states_agree_with_the_naive_ones_by_everything() => Holds((data, question) =>
    {
        ValueList<Dimension> ofCustomer = [Dimensions.Customer, Dimensions.Segment];
        ValueList<Dimension> ofTicket = [.. ofCustomer, Dimensions.Owner, Dimensions.TicketPriority, Dimensions.TicketTopic];
        Measure[] tickets =
        [
            .. new[] { Tickets.OpenedOn, Tickets.FirstRespondedOn, Tickets.ResolvedOn, Tickets.WaitedUntil }.Select(day => new CountMeasure($"{day}", day)),
            new HistogramMeasure("to respond", Tickets.DaysToRespond, Tickets.OpenedOn), new HistogramMeasure("to resolve", Tickets.DaysToResolve, Tickets.OpenedOn),
            new SumMeasure("reopenings", Tickets.Reopenings, Tickets.OpenedOn),
        ];
        SumMeasure invoiced = new("invoiced", Invoiced.Amount, Invoiced.On);
        SumMeasure ended = new("ended", RevenueStates.Ended, RevenueStates.On), amount = new("amount", RevenueStates.Amount, RevenueStates.On);
        Measure[] bills =
        [
            invoiced.With(Condition.In(Invoiced.Kind, "Invoice")), invoiced.With(Condition.In(Invoiced.Kind, "CreditNote")), new SumMeasure("paid", Payments.Amount, Payments.On),
            .. from end in Enum.GetNames<RevenueStateEnd>() from of in new[] { ended, amount } select of.With(Condition.In(RevenueStates.EndedBy, end)),
        ];
        // Agreed steps of one subscription can stand over each other, and leave the state as one or each by itself.
        bills = [.. bills, .. Enum.GetNames<RevenueState>().Where(state => state != nameof(RevenueState.ContractedStep)).Select(state => ended.With(Condition.In(RevenueStates.State, state)))];
        DateWindow[] windows = [.. question.Periods.Select(period => new DateWindow(period.Start, period.End)), .. question.Periods.Select(period => DateWindow.Before(period.End))];
        MeasureQuery query = new()
        {
            Requests =
            [
                .. from measure in tickets from window in windows select new MeasureRequest(measure, window) { By = ofTicket },
                .. from measure in bills from window in windows select new MeasureRequest(measure, window) { By = ofCustomer },
            ],
            Ledger = question.Options.Policy.Ledger,
        };
        new TwinEngine(data.Engine, new NaiveEngine(data)).MeasureAsync(query).AsTask().GetAwaiter().GetResult();
        return true;
    });

    [Fact]
    public void What_is_recovered_and_lost_was_past_due_and_rates_are_shares() => Told(
        [PastDueAtOpen, Revenue.RecoveredMrr, Revenue.LostPastDueMrr, Revenue.PastDueRecoveryRate, Revenue.PastDueLossRate, Revenue.TrialConversion, Success.ReopenRate],
        of => of(Revenue.RecoveredMrr) is null or >= 0 && of(Revenue.LostPastDueMrr) is null or >= 0
            && !((of(Revenue.RecoveredMrr) + of(Revenue.LostPastDueMrr)) * 12 > of(PastDueAtOpen) + 1e-15m)
            && new[] { Revenue.PastDueRecoveryRate, Revenue.PastDueLossRate, Revenue.TrialConversion, Success.ReopenRate }.All(rate => of(rate) is null or (>= 0 and <= 1)));

    [Fact]
    public void Net_new_revenue_is_what_the_bridge_moves_by_without_pauses_purchases_and_exchange_rates()
    {
        Metric<PerYear<Money>>[] others = [.. new[] { MovementKind.Pause, MovementKind.Resume, MovementKind.Acquired, MovementKind.Fx, MovementKind.Transfer }.Select(MovementLines.OfLedger)];
        Told([Revenue.NetNewArr, Revenue.OpeningArr, RefundedRevenue.LedgerArr, .. others],
            of => of(Revenue.OpeningArr) is null || of(RefundedRevenue.LedgerArr) - of(Revenue.OpeningArr) == of(Revenue.NetNewArr) + others.Sum(of));
    }

    [Fact]
    public void Open_tickets_change_by_those_opened_and_resolved()
    {
        Metric<Count> atOpen = Measures.Count(on: Tickets.OpenedOn).AtOpen() - Measures.Count(on: Tickets.ResolvedOn).AtOpen();
        Told([atOpen, Success.OpenTickets, Success.UnansweredTickets, Success.OpenedTickets, Success.ResolvedTickets],
            of => of(Success.OpenTickets) == of(atOpen) + of(Success.OpenedTickets) - of(Success.ResolvedTickets)
                && of(Success.UnansweredTickets) <= of(Success.OpenTickets) && of(Success.UnansweredTickets) >= 0);
    }

    [Fact]
    public void What_was_invoiced_is_the_invoices_less_the_credit_notes()
    {
        Metric<Money> invoices = Measures.Sum(Invoiced.Amount, on: Invoiced.On).Where(Invoiced.Kind.Is("Invoice")).InPeriod();
        Metric<Money> credits = Measures.Sum(Credits.Amount, on: Credits.On).InPeriod();
        Told([Revenue.InvoicedRevenue, invoices, credits], of => of(Revenue.InvoicedRevenue) == of(invoices) - of(credits));
    }

    /// <summary>Holds in all, and by segment.</summary>
    private static void Told(Metric[] metrics, Func<Func<Metric, decimal?>, bool> holds) => Holds((data, question) =>
    {
        foreach (ValueList<Dimension> by in (ValueList<Dimension>[])[[], [Dimensions.Segment]])
        {
            MetricTable table = data.Evaluate(metrics, question.Periods, by, question.Options);
            foreach ((ReportingPeriod period, Cell cell) in table.Periods.SelectMany(period => table.Cells.Select(cell => (period, cell))))
            {
                if (!holds(metric => table[metric, period, cell].Magnitude)) return false;
            }
        }

        return true;
    });

    private static void Holds(Func<RevenueDataset, Question, bool> law) => Law.Holds(
        Cases, c => law(c.Book.Build(), c.Question), c => c.Book.Shrink().Select(smaller => (smaller, c.Question)), cases: 1000);
}
