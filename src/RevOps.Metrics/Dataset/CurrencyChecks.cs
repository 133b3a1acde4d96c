using NodaTime;

namespace RevOps.Metrics;

/// <summary>Whether every amount can be told in the reporting currency, and is small enough to be summed exactly.</summary>
/// <remarks>
/// Amounts are summed as whole numbers of a hundredth of a minor unit in 64 bits. A record may hold at most a thousandth of that range, and all of
/// a type together at most a quarter, so that no sum or difference of sums can leave it: what does not fit is refused here, never wrapped around.
/// </remarks>
internal sealed class CurrencyChecks(Currency reporting, ExchangeRates rates)
{
    private readonly decimal _scale = AmountScale.UnitsPerOne(reporting);
    private decimal _total;

    public void BeginType() => _total = 0;

    /// <summary>Checks an amount that is converted at the rate of one day and may count up to <paramref name="timesAYear"/> times.</summary>
    public void Check(Money? amount, LocalDate on, string field, RecordCheck check, decimal timesAYear = 1)
    {
        if (amount is not { } money) return;
        if (!rates.TryGetRate(money.Currency, reporting, on, out decimal rate))
        {
            check.Error("rate.missing", field, $"there is no exchange rate from {money.Currency} to {reporting} on {RecordCheck.Text(on)}.",
                $"Add the rate {money.Currency}/{reporting} of that day, or an earlier one that still holds, to DatasetOptions.ExchangeRates.");
            return;
        }

        if (!AmountScale.TryScale(money.Amount, rate * timesAYear, _scale, out decimal units) || Math.Abs(units) > long.MaxValue / 1000m)
        {
            check.Error("amount.too-large", field, $"{money} is too large to be summed exactly.", "Check the amount: it is beyond any single contract.");
            return;
        }

        _total += Math.Abs(units);
        if (_total > long.MaxValue / 4m)
        {
            check.Error("amount.sum-too-large", field, "with this record the amounts of its type are too large to be summed exactly.",
                "Check the currency and the decimal separator, or report in a currency with larger units.");
        }
    }
}
