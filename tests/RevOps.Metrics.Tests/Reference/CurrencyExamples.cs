using static RevOps.Metrics.Tests.Reference.Books;

namespace RevOps.Metrics.Tests.Reference;

/// <summary>Published examples of recurring revenue in several currencies.</summary>
internal static class CurrencyExamples
{
    public static ComputedExamples Computed { get; } = new()
    {
        ["st-fx"] = e =>
        {
            Currency from = Currency.Parse(e.Text("from"), null), to = Currency.Parse(e.Text("to"), null);
            PriceTerm term = Price(e["amount"]) with { Price = new Money(e["amount"], from) };
            DatasetOptions options = new() { ReportingCurrency = to, ExchangeRates = new([new(term.From, from, to, e["rate"])]) };
            return new() { ["amount"] = CustomerEach(term).Told(Revenue.Mrr, Step(0), options: options) };
        },
    };
}
