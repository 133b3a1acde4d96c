using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>What a subscription charges on one day, asked of its record day by day.</summary>
internal static class NaivePricing
{
    /// <summary>The price term in force on a day on which the subscription counts; null on any other day.</summary>
    public static PriceTerm? TermOn(Subscription subscription, LocalDate day, LedgerPolicy policy)
    {
        bool isServed = subscription.Start <= day && (subscription.End is not { } end || day < end);
        bool isTrial = subscription.TrialEnd is { } paid && day < paid;
        bool isCancelled = policy.ChurnRecognition == ChurnRecognition.AtRequest
            && subscription.Cancellations.Any(c => c.RequestedOn <= day && (c.WithdrawnOn is not { } withdrawn || day < withdrawn));
        if (subscription.IsVoid || !isServed || isTrial || isCancelled) return null;
        PriceTerm? latest = subscription.Terms.Where(term => term.From <= day && term.To != term.From).MaxBy(term => term.From);
        return latest is null || day >= latest.To ? null : latest;
    }

    /// <summary>True on a day on which the service is suspended.</summary>
    public static bool IsPausedOn(Subscription subscription, LocalDate day) =>
        subscription.Pauses.Any(pause => pause.From <= day && (pause.To is not { } again || day < again));

    /// <summary>What a term charges in a year by the discounts of one day, in units of its own currency's amounts, not rounded.</summary>
    public static decimal YearlyOn(PriceTerm term, LocalDate day, RevenueDataset data)
    {
        decimal list = term.Price.Amount * term.Quantity;
        decimal off = term.Discounts
            .Where(discount => IsLasting(term, discount) && (discount.From ?? term.From) <= day && (discount.To is not { } to || day < to))
            .Sum(discount => discount.Share is { } share ? list * share : discount.Amount!.Value.Amount);
        decimal net = off > list ? 0 : list - off;
        decimal timesAYear = term.Interval.Unit switch
        {
            BillingUnit.Year => 1m,
            BillingUnit.Month => 12m,
            BillingUnit.Week => 52m,
            _ => 365m,
        };
        return net * timesAYear * UnitsPerOne(data);
    }

    /// <summary>The rate that the service period of a day carries: the one in force when the period started.</summary>
    public static decimal RateOn(Subscription subscription, PriceTerm term, LocalDate day, RevenueDataset data)
    {
        LocalDate firstPaid = new[] { term.From, subscription.Start, subscription.TrialEnd ?? subscription.Start }.Max();
        LocalDate periodStart = firstPaid;
        for (int i = 1; PeriodStart(i) <= day; i++) periodStart = PeriodStart(i);
        return data.Options.ExchangeRates.GetRate(term.Price.Currency, data.ReportingCurrency, periodStart);

        LocalDate PeriodStart(int i) => term.Interval.Unit switch
        {
            BillingUnit.Year => firstPaid.PlusYears(i * term.Interval.Count),
            BillingUnit.Month => firstPaid.PlusMonths(i * term.Interval.Count),
            BillingUnit.Week => firstPaid.PlusDays(i * 7 * term.Interval.Count),
            _ => firstPaid.PlusDays(i * term.Interval.Count),
        };
    }

    /// <summary>An amount at a day's rate, in units of the reporting currency: hundredths of its minor unit.</summary>
    public static long Units(Money amount, LocalDate day, RevenueDataset data) => (long)Math.Round(
        amount.Amount * data.Options.ExchangeRates.GetRate(amount.Currency, data.ReportingCurrency, day) * UnitsPerOne(data), MidpointRounding.ToEven);

    private static decimal UnitsPerOne(RevenueDataset data) => (decimal)Math.Pow(10, data.ReportingCurrency.MinorUnits + 2);

    /// <summary>More than one billing interval, or a whole one of a year and more, by the days agreed.</summary>
    private static bool IsLasting(PriceTerm term, Discount discount)
    {
        if ((discount.To ?? term.To) is not { } to) return true;
        LocalDate oneInterval = term.Interval.After(discount.From ?? term.From);
        return term.Interval.IsAYearOrLonger ? to >= oneInterval : to > oneInterval;
    }
}
