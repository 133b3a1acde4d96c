using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>The contracts that fall due and what renews them, told by asking what each subscription charges on single days.</summary>
internal sealed class NaiveRenewals
{
    private readonly RevenueDataset _data;
    private readonly LedgerPolicy _policy;
    private readonly LocalDate _knownTo;
    private readonly List<NaiveRow> _rows = [];

    public NaiveRenewals(RevenueDataset data, LedgerPolicy policy)
    {
        _data = data;
        _policy = policy;
        _knownTo = data.CoverageOf(RecordType.Subscription)?.To ?? LocalDate.MaxIsoValue;
        foreach (Customer customer in data.Customers) Add(customer);
    }

    public IReadOnlyList<NaiveRow> Rows => _rows;

    private void Add(Customer customer)
    {
        List<Subscription> own = [.. _data.Subscriptions.Where(s => NaiveRecords.CustomerOf(s.CustomerId, _data)!.Id == customer.Id).OrderBy(s => s.Id, StringComparer.Ordinal)];
        Dictionary<string, LocalDate> firstPaid = (
            from s in own
            let day = FirstDayPaid(s, s.Start)
            where day is not null
            select (s.Id, Day: day.Value)).ToDictionary(pair => pair.Id, pair => pair.Day);
        HashSet<string> judged = [];
        var contracts =
            from s in own
            from contract in ContractsOf(s, own)
            let lastServed = LastDayPaid(s, contract.From, contract.Due)
            where lastServed is not null
            orderby contract.Due, own.IndexOf(s)
            select (Subscription: s, contract.From, contract.Due, LastServed: lastServed.Value);
        foreach (var (subscription, from, due, lastServed) in contracts.ToList())
        {
            (Subscription By, LocalDate Day)? renewal = null;
            Subscription? FirstOf(IEnumerable<Subscription> others, LocalDate earliest, LocalDate latest) =>
                (from other in others
                 where other.Id != subscription.Id && firstPaid.ContainsKey(other.Id)
                 let day = firstPaid[other.Id]
                 where earliest <= day && day <= latest && day < _knownTo
                 orderby day, own.IndexOf(other)
                 select other).FirstOrDefault();

            if (FirstDayPaid(subscription, due) is { } again && again < _knownTo) renewal = (subscription, again);
            else if (FirstOf(own.Where(s => s.RenewsId == subscription.Id), from, LocalDate.MaxIsoValue) is { } renewing) renewal = (renewing, firstPaid[renewing.Id]);
            else if (FirstOf(own.Where(s => s.ReplacesId == subscription.Id), from, LocalDate.MaxIsoValue) is { } replacing) renewal = (replacing, firstPaid[replacing.Id]);
            else
            {
                string? product = NaivePricing.TermOn(subscription, lastServed, _policy)!.Product;
                IEnumerable<Subscription> silent = own.Where(s => !judged.Contains(s.Id) && !Names(s, s.RenewsId, own) && !Names(s, s.ReplacesId, own)
                    && firstPaid.TryGetValue(s.Id, out LocalDate day) && NaivePricing.TermOn(s, day, _policy)!.Product == product);
                if (FirstOf(silent, lastServed.PlusDays(1), due.PlusDays(366)) is { } judgedSo)
                {
                    judged.Add(judgedSo.Id);
                    renewal = (judgedSo, firstPaid[judgedSo.Id]);
                }
            }

            _rows.Add(RowOf(customer, subscription, due, lastServed, renewal));
        }
    }

    /// <summary>A void subscription says nothing, and neither does a word on another customer's.</summary>
    private static bool Names(Subscription subscription, string? named, List<Subscription> own) =>
        !subscription.IsVoid && named != subscription.Id && own.Exists(s => s.Id == named);

    private NaiveRow RowOf(Customer customer, Subscription subscription, LocalDate due, LocalDate lastServed, (Subscription By, LocalDate Day)? renewal)
    {
        long amount = AmountOn(subscription, lastServed);
        long renewed = renewal is { } found ? RenewedAmount(subscription, lastServed, found.By, found.Day) : 0;
        PriceTerm term = NaivePricing.TermOn(subscription, lastServed, _policy)!;
        NaiveRow row = new NaiveRow().With(Renewals.DueOn, due).With(Renewals.RenewedOn, renewal?.Day)
            .With(Renewals.Amount, amount).With(Renewals.RenewedAmount, renewed).With(Renewals.KeptAmount, renewed < amount ? renewed : amount)
            .With(Renewals.DaysLate, renewal is { } r ? (long)Period.DaysBetween(due, r.Day) : null)
            .With(Renewals.DaysKnown, _knownTo == LocalDate.MaxIsoValue ? int.MaxValue : (long)Period.DaysBetween(due, _knownTo))
            .With(Renewals.Customer, customer.Id).With(Renewals.Plan, term.Plan).With(Renewals.Product, term.Product);
        foreach ((string name, string value) in NaiveRecords.AttributesOn(customer, due.PlusDays(-1))) row.With(Renewals.CustomerAttribute(name), value);
        return row;
    }

    /// <summary>The first and the due day of each contract, as far as a year after the coverage, or 30 years where it has no end.</summary>
    private IEnumerable<(LocalDate From, LocalDate Due)> ContractsOf(Subscription s, List<Subscription> own)
    {
        LocalDate paid = s.TrialEnd > s.Start ? s.TrialEnd.Value : s.Start;
        LocalDate last = _knownTo == LocalDate.MaxIsoValue ? paid.PlusYears(30) : _knownTo.PlusYears(1);
        if (s.ContractLength is { } length) return Multiples(paid, length, last);

        List<PriceTerm> terms = [.. s.Terms.Where(term => term.To != term.From).OrderBy(term => term.From)];
        List<(LocalDate From, LocalDate Due)> periods = [];
        for (int i = 0; i < terms.Count; i++)
        {
            int anchor = i;
            while (anchor > 0 && terms[anchor - 1].Interval == terms[i].Interval) anchor--;
            if (Years(terms[i].Interval) < 1) continue;
            LocalDate start = LocalDate.Max(terms[i].From, paid), end = i + 1 < terms.Count ? terms[i + 1].From : LocalDate.MaxIsoValue;
            periods.AddRange(Multiples(LocalDate.Max(terms[anchor].From, paid), terms[i].Interval, last).Where(period => start < period.Due && period.Due <= end));
        }

        bool endsByContract = s.AutoRenews is not null || own.Exists(other => !other.IsVoid && other.Id != s.Id && other.RenewsId == s.Id);
        if (!endsByContract || s.End is not { } contractEnd) return periods;
        periods.RemoveAll(period => period.Due >= contractEnd);
        LocalDate latest = periods.Count > 0 ? periods.Max(period => period.Due) : paid;
        if (latest < contractEnd && contractEnd <= last) periods.Add((latest, contractEnd));
        return periods;
    }

    private static IEnumerable<(LocalDate From, LocalDate Due)> Multiples(LocalDate first, BillingInterval length, LocalDate last) =>
        Enumerable.Range(1, 12_000).Select(i => (length.After(first, i - 1), length.After(first, i))).TakeWhile(contract => contract.Item2 <= last);

    private static decimal Years(BillingInterval interval) => interval.Unit switch
    {
        BillingUnit.Year => interval.Count,
        BillingUnit.Month => interval.Count / 12m,
        BillingUnit.Week => interval.Count / 52m,
        _ => interval.Count / 365m,
    };

    /// <summary>The first day from one on, on which a subscription charges something; after the last day that its record names nothing changes any more.</summary>
    private LocalDate? FirstDayPaid(Subscription subscription, LocalDate from)
    {
        LocalDate last = LastNamed(subscription) is var named && named > from ? named : from;
        for (LocalDate day = from; day <= last; day = day.PlusDays(1))
        {
            if (IsPaidOn(subscription, day)) return day;
        }

        return null;
    }

    private LocalDate? LastDayPaid(Subscription subscription, LocalDate from, LocalDate to)
    {
        for (LocalDate day = to.PlusDays(-1); day >= from; day = day.PlusDays(-1))
        {
            if (IsPaidOn(subscription, day)) return day;
        }

        return null;
    }

    private static LocalDate LastNamed(Subscription s) => new LocalDate?[] { s.Start, s.End, s.TrialEnd }
        .Concat(s.Terms.SelectMany(term => new[] { term.From, term.To }))
        .Concat(s.Terms.SelectMany(term => term.Discounts).SelectMany(discount => new[] { discount.From, discount.To }))
        .Concat(s.Cancellations.SelectMany(request => new[] { request.RequestedOn, request.WithdrawnOn }))
        .OfType<LocalDate>().Max();

    private bool IsPaidOn(Subscription subscription, LocalDate day) =>
        NaivePricing.TermOn(subscription, day, _policy) is { Price.Amount: > 0 } term && NaivePricing.YearlyOn(term, day, _data) > 0 && AmountOn(subscription, day) > 0;

    private long AmountOn(Subscription subscription, LocalDate day)
    {
        PriceTerm term = NaivePricing.TermOn(subscription, day, _policy)!;
        return (long)Math.Round(NaivePricing.YearlyOn(term, day, _data) * RateOn(subscription, day) / term.Interval.Count, MidpointRounding.ToEven);
    }

    /// <summary>What the renewal charges, at the rate that the contract carried where it is in the same currency.</summary>
    private long RenewedAmount(Subscription subscription, LocalDate lastServed, Subscription by, LocalDate day)
    {
        PriceTerm before = NaivePricing.TermOn(subscription, lastServed, _policy)!, after = NaivePricing.TermOn(by, day, _policy)!;
        decimal rate = RateOn(subscription, lastServed);
        return before.Price.Currency != after.Price.Currency || rate == RateOn(by, day)
            ? AmountOn(by, day)
            : (long)Math.Round(NaivePricing.YearlyOn(after, day, _data) / after.Interval.Count * rate, MidpointRounding.ToEven);
    }

    /// <summary>One in the reporting currency itself: asked first, as the service periods of a price by the day are many.</summary>
    private decimal RateOn(Subscription subscription, LocalDate day)
    {
        PriceTerm term = NaivePricing.TermOn(subscription, day, _policy)!;
        return term.Price.Currency == _data.ReportingCurrency ? 1 : NaivePricing.RateOn(subscription, term, day, _data);
    }
}
