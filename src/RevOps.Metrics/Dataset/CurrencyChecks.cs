using NodaTime;

namespace RevOps.Metrics;

/// <summary>Whether every amount can be told in the reporting currency, and is small enough to be summed exactly.</summary>
/// <remarks>
/// Amounts are summed as whole numbers of a hundredth of a minor unit in 64 bits. A record may hold at most a thousandth of that range, and all of
/// a type together at most a quarter, so that no sum or difference of sums can leave it: what does not fit is refused here, never wrapped around.
/// </remarks>
internal sealed class CurrencyChecks(Currency reporting, ExchangeRates rates)
{
    /// <summary>What is wrong where amounts together are too large.</summary>
    public const string SumTooLarge = "together their amounts are too large to be summed exactly.";

    /// <summary>What to do then.</summary>
    public const string SumRemedy = "Check the currency and the decimal separator, or report in a currency with larger units.";

    /// <summary>The day whose rate holds for a deal that has no date: the last rate there is.</summary>
    private static readonly LocalDate WithoutDate = LocalDate.MaxIsoValue;

    private readonly decimal _scale = AmountScale.UnitsPerOne(reporting);
    private decimal _ofRecord;

    /// <summary>Checks the amounts of every record of a type, and then their sum.</summary>
    /// <exception cref="DataIssueException">
    /// The sum is too large, strict or lenient: whichever record were left out, the result would depend on the order of the records.
    /// </exception>
    public void CheckType<T>(RecordTable<T> table, Action<T, RecordCheck> checkAmounts)
        where T : class
    {
        decimal total = 0;
        table.CheckAgain((record, check) =>
        {
            _ofRecord = 0;
            checkAmounts(record, check);
            if (!check.Failed) total += _ofRecord;
        });
        if (IsTooLarge(total)) table.Refuse("amount.sum-too-large", "amount", SumTooLarge, SumRemedy);
    }

    /// <summary>True for a sum, in units, that could leave the range with others.</summary>
    public static bool IsTooLarge(decimal total) => total > long.MaxValue / 4m;

    /// <summary>True for the currency in which amounts need no rate.</summary>
    public bool IsReporting(Currency currency) => currency == reporting;

    /// <summary>Checks a subscription by itself, and tells what it adds to the sum of its type; nothing where it failed.</summary>
    public decimal SumOf(Subscription subscription, RecordCheck check)
    {
        _ofRecord = 0;
        Check(subscription, check);
        return check.Failed ? 0 : _ofRecord;
    }

    /// <summary>Checks an amount that is converted at the rate of one day.</summary>
    public void Check(Money? amount, LocalDate on, string field, RecordCheck check) => Check(amount, [on], field, check, 1, BillingInterval.Year);

    /// <summary>Checks a subscription's prices, which count as often as they are paid in a year.</summary>
    public void Check(Subscription subscription, RecordCheck check)
    {
        foreach (PriceTerm term in subscription.Terms)
        {
            LocalDate firstPaid = SubscriptionPricing.FirstPaidDay(subscription, term);
            Check(term.Price, [firstPaid], "price", check, term.Quantity, term.Interval);
            if (!check.Failed) NoteRounding(term, firstPaid, check);
            foreach (Discount discount in term.Discounts) Check(discount.Amount, [SubscriptionPricing.FirstPaidDay(subscription, term)], "discount", check, 1, term.Interval);
        }
    }

    /// <summary>Says where a price has no whole number of units a year, so that the ledger holds it rounded.</summary>
    private void NoteRounding(PriceTerm term, LocalDate firstPaid, RecordCheck check)
    {
        AmountScale.TryScale(term.Price.Amount, term.Quantity, term.Interval, rates.GetRate(term.Price.Currency, reporting, firstPaid), _scale, out decimal units);
        decimal rounded = AmountScale.Round(units);
        if (rounded == units) return;
        check.Note("price.rounded", "price", $"{term.Price} a {term.Interval}{(term.Quantity == 1 ? "" : $", times {RecordCheck.Text(term.Quantity)},")} comes to no whole hundredth of a minor unit a year, and counts as {RecordCheck.Text(rounded / _scale)} {reporting}.",
            "Nothing is to be done: it is rounded once, half to even, for the whole term.");
    }

    /// <summary>Checks an invoice's amount and what its lines come to in a year, recurring ones at the rate of their first day.</summary>
    /// <remarks>Usage can come to at most 365 times its amount, where it is told by the day.</remarks>
    public void Check(Invoice invoice, RecordCheck check)
    {
        Check(invoice.Amount, invoice.IssuedOn, "amount", check);
        foreach (InvoiceLine line in invoice.Lines)
        {
            bool isRecurring = line is { Kind: InvoiceLineKind.Recurring };
            LocalDate first = isRecurring ? line.From!.Value : invoice.IssuedOn;
            BillingInterval paid = isRecurring ? new BillingInterval(Period.DaysBetween(first, line.To!.Value), BillingUnit.Day)
                : line.Kind == InvoiceLineKind.Usage ? BillingInterval.Day : BillingInterval.Year;
            Check(line.Amount, [first], "line amount", check, 1, paid);
        }
    }

    /// <summary>Checks a deal's amounts, converted at the rate of its creation or of the change in the pipeline, and of its close when it ends.</summary>
    public void Check(Deal deal, RecordCheck check)
    {
        LocalDate last = DealFacts.RateDay(deal);
        LocalDate first = deal.CreatedOn ?? last;
        Check(deal.Amount, [first, last], "amount", check, 1, BillingInterval.Year);
        Check(deal.OneTimeAmount, [first, last], "one-time amount", check, 1, BillingInterval.Year);
        Check(deal.TotalContractValue, [first, last], "total contract value", check, 1, BillingInterval.Year);
        foreach (DealChange change in deal.History)
        {
            Check(change.Amount, [first, change.On, last], "history amount", check, 1, BillingInterval.Year);
        }
    }

    private void Check(
        Money? amount, ReadOnlySpan<LocalDate> days, string field, RecordCheck check, decimal quantity, BillingInterval interval)
    {
        if (amount is not { } money) return;
        decimal largest = 0;
        foreach (LocalDate on in days)
        {
            if (!rates.TryGetRate(money.Currency, reporting, on, out decimal rate))
            {
                string day = on == WithoutDate ? "for a record without a date" : $"on {RecordCheck.Text(on)}";
                check.Error("rate.missing", field, $"there is no exchange rate from {money.Currency} to {reporting} {day}.",
                    $"Add the rate {money.Currency}/{reporting} of that day, or an earlier one that still holds, to DatasetOptions.ExchangeRates.");
                return;
            }

            if (!AmountScale.TryScale(money.Amount, quantity, interval, rate, _scale, out decimal units) || Math.Abs(units) > long.MaxValue / 1000m)
            {
                check.Error("amount.too-large", field, $"{money} is too large to be summed exactly.",
                    "Check the amount: it is beyond any single contract.");
                return;
            }

            largest = Math.Max(largest, Math.Abs(units));
        }

        _ofRecord += largest;
    }
}
