using System.Runtime.CompilerServices;
using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>What subscriptions charge on one day under a policy, asked of their records day by day.</summary>
internal sealed class NaivePricing(RevenueDataset data, LedgerPolicy policy)
{
    private readonly Dictionary<string, NaiveTerms> _terms = data.Subscriptions.ToDictionary(s => s.Id, s => new NaiveTerms(s, policy));
    private readonly Dictionary<(Subscription, PriceTerm), decimal?> _ramps = [];
    private readonly Dictionary<(Currency, LocalDate), decimal> _averages = [];

    private readonly Dictionary<(Subscription, LocalDate, bool), NaiveCharge?> _charges = new(new ByReference());
    private readonly decimal _unitsPerOne = UnitsPerOne(data);
    private readonly NaiveInvoices _invoices = new(data, policy);

    /// <summary>What a subscription charges on a day for its price, or for invoiced usage; null on a day on which it does not count or has none.</summary>
    public NaiveCharge? ChargeOn(Subscription subscription, LocalDate day, bool isUsage)
    {
        if (isUsage && policy.Usage != UsageTreatment.AsInvoiced) return null;
        if (_charges.TryGetValue((subscription, day, isUsage), out NaiveCharge? known)) return known;
        return _charges[(subscription, day, isUsage)] = FindChargeOn(subscription, day, isUsage);
    }

    private NaiveCharge? FindChargeOn(Subscription subscription, LocalDate day, bool isUsage)
    {
        if (!CountsOn(subscription, day)) return null;
        if (isUsage) return _invoices.ChargeOn(subscription, day, InvoiceLineKind.Usage, RateOn);
        if (policy.Source == RevenueSource.InvoiceLines) return _invoices.ChargeOn(subscription, day, InvoiceLineKind.Recurring, RateOn);
        if (_terms[subscription.Id].On(day) is not { } held) return null;
        (decimal yearly, decimal per) = YearlyOn(subscription, held, day);
        decimal rate = RateOn(subscription, held, day);
        PriceTerm term = held.Term;
        return new NaiveCharge(
            (long)Math.Round(yearly * rate / per, MidpointRounding.ToEven), yearly / per, rate, term.Price.Currency, term.Plan, term.Product, term);
    }

    /// <summary>True on a day on which the subscription counts, whatever it charges.</summary>
    private bool CountsOn(Subscription subscription, LocalDate day)
    {
        bool isServed = subscription.Start <= day && (subscription.End is not { } end || day < end);
        if (!isServed || subscription.IsVoid) return false;
        bool isTrial = subscription.TrialEnd is { } paid && day < paid;
        bool isCancelled = policy.ChurnRecognition == ChurnRecognition.AtRequest
            && subscription.Cancellations.Any(c => c.RequestedOn <= day && (c.WithdrawnOn is not { } withdrawn || day < withdrawn));
        bool isEndedByPause = policy.Pauses == PauseTreatment.EndsService && IsSuspendedOn(subscription, day);
        bool isReplaced = data.Subscriptions.Any(next => !next.IsVoid && next.ReplacesId == subscription.Id && next.Id != subscription.Id && AreOfOneCustomer(next, subscription)
            && next.Start <= day && !(day < next.TrialEnd));
        return !isReplaced && !isTrial && !isCancelled && !isEndedByPause && !IsEndedByDebt(subscription, day);
    }

    public bool AreOfOneCustomer(Subscription one, Subscription other) =>
        NaiveRecords.CustomerOf(one.CustomerId, data, policy.Identity)!.Id == NaiveRecords.CustomerOf(other.CustomerId, data, policy.Identity)!.Id;

    /// <summary>True on a day on which the subscription stands paused in the ledger.</summary>
    public bool IsPausedOn(Subscription subscription, LocalDate day) => policy.Pauses == PauseTreatment.Pair && IsSuspendedOn(subscription, day);

    /// <summary>True on a day on which an unpaid invoice takes the subscription out.</summary>
    public bool IsEndedByDebt(Subscription subscription, LocalDate day) => data.Invoices.Any(invoice =>
    {
        if (invoice.SubscriptionId != subscription.Id || invoice.DueOn is not { } due || invoice.Amount.Amount <= 0) return false;
        LocalDate? stops =
            policy.PastDue == PastDueRule.Excluded ? due.PlusDays(1)
            : policy.PastDue == PastDueRule.ChurnAfter(10) ? due.PlusDays(10)
            : policy.PastDue == PastDueRule.AutomaticChurnAfter(30) && subscription.Collection == PaymentCollection.Automatic ? due.PlusDays(30)
            : null;
        return stops <= day && !IsSettled(invoice, day, data);
    });

    /// <summary>True on a day by which an invoice is paid, or by the end of any day so much was paid and credited as it asks for.</summary>
    public static bool IsSettled(Invoice invoice, LocalDate day, RevenueDataset data)
    {
        var received = data.CreditNotes.Where(note => note.InvoiceId == invoice.Id).Select(note => (On: note.IssuedOn, note.Amount))
            .Concat(data.Payments.Where(payment => payment.InvoiceId == invoice.Id).Select(payment => (payment.On, payment.Amount)))
            .Where(entry => entry.On <= day && entry.Amount.Currency == invoice.Amount.Currency).ToList();
        return invoice.PaidOn <= day
            || received.Exists(last => received.Where(entry => entry.On <= last.On).Sum(entry => entry.Amount.Amount) >= invoice.Amount.Amount);
    }

    /// <summary>What a subscription charges in a year by the discounts of one day, in units of its own currency's amounts, not rounded: a number and what to divide it by.</summary>
    private (decimal Yearly, decimal Per) YearlyOn(Subscription subscription, NaiveTerms.Held held, LocalDate day) =>
        policy.Ramps == RampTreatment.AverageOverTerm && RampOf(subscription, held) is { } average ? (average, 1) : Yearly(held.Term, day);

    private decimal RateOn(Subscription subscription, NaiveTerms.Held held, LocalDate day)
    {
        LocalDate firstPaid = held.FirstPaidDay(subscription), periodStart = firstPaid;
        if (policy.FxRate == FxRateRule.ServicePeriodStart)
        {
            if (held.Term.Price.Currency == data.ReportingCurrency) return 1;
            for (int i = 1; PeriodStart(held.Term, firstPaid, i) <= day; i++) periodStart = PeriodStart(held.Term, firstPaid, i);
        }

        return RateOn(held.Term.Price.Currency, periodStart, day);
    }

    /// <summary>The rate that a day within a service period is told at.</summary>
    private decimal RateOn(Currency currency, LocalDate periodStart, LocalDate day)
    {
        decimal At(LocalDate date) => data.Options.ExchangeRates.GetRate(currency, data.ReportingCurrency, date);
        if (policy.FxRate == FxRateRule.ServicePeriodStart) return At(periodStart);
        if (policy.FxRate != FxRateRule.PeriodEnd && policy.FxRate != FxRateRule.PeriodAverage) return At(new LocalDate(2025, 5, 5));
        ReportingPeriod period = policy.FixedCalendar.PeriodContaining(day, policy.FixedGrain);
        if (policy.FxRate == FxRateRule.PeriodEnd) return At(period.End.PlusDays(-1));
        if (_averages.TryGetValue((currency, period.Start), out decimal average)) return average;
        List<LocalDate> days = [];
        for (LocalDate one = period.Start; one < period.End; one = one.PlusDays(1)) days.Add(one);
        return _averages[(currency, period.Start)] = days.Sum(At) / days.Count;
    }

    /// <summary>An amount at a day's rate, in units of the reporting currency: hundredths of its minor unit.</summary>
    public static long Units(Money amount, LocalDate day, RevenueDataset data) => (long)Math.Round(
        amount.Amount * data.Options.ExchangeRates.GetRate(amount.Currency, data.ReportingCurrency, day) * UnitsPerOne(data), MidpointRounding.ToEven);

    /// <summary>The first day of a service period of a term, the first of them being number zero.</summary>
    public static LocalDate PeriodStart(PriceTerm term, LocalDate firstPaid, int number) => term.Interval.Unit switch
    {
        BillingUnit.Year => firstPaid.PlusYears(number * term.Interval.Count),
        BillingUnit.Month => firstPaid.PlusMonths(number * term.Interval.Count),
        BillingUnit.Week => firstPaid.PlusDays(number * 7 * term.Interval.Count),
        _ => firstPaid.PlusDays(number * term.Interval.Count),
    };

    private static bool IsSuspendedOn(Subscription subscription, LocalDate day) =>
        subscription.Pauses.Any(pause => pause.From <= day && (pause.To is not { } again || day < again));

    private (decimal Yearly, decimal Per) Yearly(PriceTerm term, LocalDate day)
    {
        decimal list = term.Price.Amount * term.Quantity;
        decimal off = term.Discounts
            .Where(discount => Counts(term, discount) && (discount.From ?? term.From) <= day && (discount.To is not { } to || day < to))
            .Sum(discount => discount.Share is { } share ? list * share : discount.Amount!.Value.Amount);
        decimal net = off > list ? 0 : list - off;
        decimal timesAYear = (term.Interval.Unit, policy.YearBasis) switch
        {
            (BillingUnit.Year, _) => 1m,
            (BillingUnit.Month, _) => 12m,
            (BillingUnit.Week, YearBasis.Weeks52Days365) => 52m,
            (BillingUnit.Week, YearBasis.Weeks48Days360) => 4m * 12m,
            (BillingUnit.Week, _) => 365m,
            (_, YearBasis.Weeks48Days360) => 30m * 12m,
            _ => 365m,
        };
        decimal per = term.Interval.Unit == BillingUnit.Week && policy.YearBasis == YearBasis.ActualDays ? 7m : 1m;
        return (net * timesAYear * _unitsPerOne, per * term.Interval.Count);
    }

    /// <summary>The mean of what a ramp charges in a year over all its days; null where there is no ramp, or no end of it.</summary>
    private decimal? RampOf(Subscription subscription, NaiveTerms.Held held)
    {
        if (_ramps.TryGetValue((subscription, held.Term), out decimal? known)) return known;
        List<NaiveTerms.Held> ramp = _terms[subscription.Id].RampOf(held);
        LocalDate end = new[] { ramp[^1].LastDay, (subscription.End ?? LocalDate.MaxIsoValue).PlusDays(subscription.End is null ? 0 : -1) }.Min();
        if (ramp.Count == 1 || end == LocalDate.MaxIsoValue) return _ramps[(subscription, held.Term)] = null;

        // Over the product of all divisors, so that only the last division can round.
        decimal divisor = ramp.Aggregate(1m, (product, step) => product * Yearly(step.Term, step.From).Per), sum = 0;
        int days = 0;
        foreach (NaiveTerms.Held step in ramp)
        {
            for (LocalDate day = step.From; day <= step.LastDay && day <= end; day = day.PlusDays(1))
            {
                (decimal yearly, decimal per) = Yearly(step.Term, day);
                sum += yearly * (divisor / per);
                days++;
            }
        }

        return _ramps[(subscription, held.Term)] = sum / (divisor * days);
    }

    private static decimal UnitsPerOne(RevenueDataset data) => (decimal)Math.Pow(10, data.ReportingCurrency.MinorUnits + 2);

    /// <summary>By default more than one billing interval, or a whole one of a year and more, by the days agreed.</summary>
    private bool Counts(PriceTerm term, Discount discount)
    {
        if (policy.Discounts == DiscountTreatment.All) return true;
        if (policy.Discounts == DiscountTreatment.None) return false;
        if ((discount.To ?? term.To) is not { } to) return true;
        LocalDate oneInterval = term.Interval.After(discount.From ?? term.From);
        return term.Interval.IsAYearOrLonger ? to >= oneInterval : to > oneInterval;
    }

    /// <summary>Subscriptions are told apart as objects: comparing all that stands in them takes long.</summary>
    private sealed class ByReference : IEqualityComparer<(Subscription, LocalDate, bool)>
    {
        public bool Equals((Subscription, LocalDate, bool) x, (Subscription, LocalDate, bool) y) => ReferenceEquals(x.Item1, y.Item1) && x.Item2 == y.Item2 && x.Item3 == y.Item3;

        public int GetHashCode((Subscription, LocalDate, bool) obj) => HashCode.Combine(RuntimeHelpers.GetHashCode(obj.Item1), obj.Item2, obj.Item3);
    }
}
