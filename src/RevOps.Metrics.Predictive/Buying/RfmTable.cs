using NodaTime;

namespace RevOps.Metrics.Predictive;

/// <summary>The customers who have bought at least once, with frequency, recency, age and monetary value: what the models of buying are fitted to.</summary>
public sealed class RfmTable
{
    private RfmTable(ValueList<RfmSummary> customers, ValueList<string> warnings) => (Customers, Warnings) = (customers, warnings);

    /// <summary>The customers, by id where the table was made from purchases, else as given.</summary>
    public ValueList<RfmSummary> Customers { get; }

    /// <summary>What of the purchases was left out, and why; every fit repeats it.</summary>
    public ValueList<string> Warnings { get; }

    /// <summary>The table of purchases up to the end of a day.</summary>
    /// <param name="purchases">The purchases and refunds, in any order and one currency.</param>
    /// <param name="observationEnd">The last day observed; what is later is left out, and who first bought later with it.</param>
    /// <param name="options">How purchases are counted; by day unless said otherwise.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// Frequency is the number of distinct periods with a purchase less one; recency the periods from the first of them to the last; age the
    /// periods from the first to the one with the last day observed; monetary value the mean, over the periods after the first, of what was
    /// bought in each.
    /// </remarks>
    /// <exception cref="ArgumentException">The options are not valid, or a purchase has no customer.</exception>
    public static RfmTable FromPurchases(IEnumerable<Purchase> purchases, LocalDate observationEnd, RfmOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(purchases);
        RfmOptions chosen = options ?? RfmOptions.Days;
        PurchaseBook book = PurchaseBook.Of(purchases, chosen, cancellationToken);
        int end = PurchasePeriods.Of(observationEnd, chosen.Period);
        List<RfmSummary> customers = [];
        foreach (PurchaseBook.Customer customer in book.CustomersUntil(observationEnd, cancellationToken))
        {
            if (customer.Periods.Count > 0) customers.Add(Summary(customer.Id, customer.Periods, end, chosen));
        }

        return new([.. customers], book.WarningsUntil(observationEnd));
    }

    /// <summary>The table of the payments of a dataset up to the end of a day, at the exchange rates of their days.</summary>
    /// <inheritdoc cref="FromPurchases"/>
    /// <param name="data">The dataset; its payments are the purchases, in its reporting currency. A payment of zero is one taken back, and out.</param>
    /// <param name="observationEnd">The last day observed.</param>
    /// <param name="options">How purchases are counted; by day unless said otherwise.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static RfmTable FromPayments(RevenueDataset data, LocalDate observationEnd, RfmOptions? options = null, CancellationToken cancellationToken = default) =>
        FromPurchases(PurchasesOf(data), observationEnd, options, cancellationToken);

    /// <summary>A table of summaries made elsewhere.</summary>
    /// <exception cref="ArgumentException">No customer can have such a history; the message names customer and field.</exception>
    public static RfmTable FromSummaries(IEnumerable<RfmSummary> customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ValueList<RfmSummary> list = [.. customers];
        foreach (RfmSummary customer in list) customer.History.Require($"Customer '{customer.CustomerId}'", nameof(customers));
        return new(list, []);
    }

    /// <summary>The payments of a dataset as purchases in its reporting currency, those of zero left out.</summary>
    /// <exception cref="MissingExchangeRateException">A payment is in another currency, and the dataset has no rate for its day.</exception>
    public static IEnumerable<Purchase> PurchasesOf(RevenueDataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.Payments.Where(payment => !payment.Amount.IsZero).Select(payment => new Purchase(
            payment.CustomerId, payment.On, data.Options.ExchangeRates.Convert(payment.Amount, data.ReportingCurrency, payment.On).Amount));
    }

    internal static RfmTable Of(IEnumerable<RfmSummary> customers, ValueList<string> warnings) => new([.. customers], warnings);

    internal static RfmSummary Summary(string id, IReadOnlyList<PurchaseBook.PeriodTotal> periods, int end, RfmOptions options)
    {
        int repeats = periods.Count - 1;
        PurchaseHistory history = new(repeats, (periods[^1].Period - periods[0].Period) / options.PeriodsPerUnit, (end - periods[0].Period) / options.PeriodsPerUnit);
        Estimate mean = repeats == 0
            ? Estimate.Undefined("the customer has not bought again")
            : Estimate.Of((double)(periods.Skip(1).Sum(period => period.Amount) / repeats));
        return new(id, history, mean);
    }
}
