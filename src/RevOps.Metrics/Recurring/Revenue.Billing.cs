namespace RevOps.Metrics;

public static partial class Revenue
{
    /// <summary>Recognised revenue: what the books show as revenue of the period.</summary>
    /// <remarks>
    /// Unit: money; a flow, which MRR is not. Formula: sum of the financial figures of the account Revenue. It is as given
    /// (<see cref="FinancialFigure"/>), one-time amounts and usage among it, and is recognised as the service is delivered: a year's price paid at once
    /// is a twelfth of it in each month here, all of it at once in <see cref="InvoicedRevenue"/>, and a twelfth of it in MRR from the first day on.
    /// Figures name no customer.
    /// </remarks>
    public static FlowMetric<Money> RecognisedRevenue { get; } =
        Measures.Sum(Figures.Amount, on: Figures.On).Where(Figures.Account.Is(nameof(FinancialAccount.Revenue))).InPeriod().Described(new()
        {
            Id = "revenue.recognised-revenue", Name = "recognised revenue", Good = GoodDirection.Up, Synonyms = ["revenue", "GAAP revenue"],
            Definition = "What the books show as revenue of the period.", Formula = "sum of the financial figures of the account Revenue",
            Source = "https://avc.com/2010/08/bookings-vs-revenues-vs-collections/",
        });

    /// <summary>Invoiced revenue: what the invoices of the period ask for, less its credit notes.</summary>
    /// <remarks>
    /// Unit: money, without tax; a flow. Formula: sum of invoices - sum of credit notes. By the day of the invoice and of the credit note, whatever
    /// days of service they are for. MRR spreads the recurring part of it over those days and leaves one-time amounts out.
    /// </remarks>
    public static FlowMetric<Money> InvoicedRevenue { get; } = Measures.Sum(Invoiced.Amount, on: Invoiced.On).InPeriod().Described(new()
    {
        Id = "revenue.invoiced-revenue", Name = "invoiced revenue", Good = GoodDirection.Up, Synonyms = ["billings"],
        Definition = "What the invoices of the period ask for, less its credit notes.", Formula = "sum of invoices - sum of credit notes",
        Source = "https://www.thesaascfo.com/bookings-vs-invoicing-vs-revenue/",
    });

    /// <summary>Collected revenue: the money that customers paid in the period, less what was paid back to them.</summary>
    /// <remarks>
    /// Unit: money, as it was paid and so with tax where customers paid tax; a flow. Formula: sum of payments, of which pay-backs are negative. By the
    /// day of the payment. An invoice that only says when it was paid (<see cref="Invoice.PaidOn"/>) is no payment: give one, or the sum is of some
    /// customers only.
    /// </remarks>
    public static FlowMetric<Money> CollectedRevenue { get; } = Measures.Sum(Payments.Amount, on: Payments.On).InPeriod().Described(new()
    {
        Id = "revenue.collected-revenue", Name = "collected revenue", Good = GoodDirection.Up, Synonyms = ["cash collected"],
        Definition = "The money that customers paid in the period, less what was paid back to them.", Formula = "sum of payments; pay-backs are negative",
        Source = "https://avc.com/2010/08/bookings-vs-revenues-vs-collections/",
    });
}
