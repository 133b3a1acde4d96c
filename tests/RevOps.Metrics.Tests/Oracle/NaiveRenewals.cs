using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>The contracts that fall due and what renews them, told by asking what each subscription charges on single days.</summary>
internal sealed class NaiveRenewals
{
    private readonly RevenueDataset _data;
    private readonly CustomerIdentity _identity;
    private readonly NaivePricing _pricing;
    private readonly Dictionary<string, (LocalDate First, bool[] Days)> _paid = [];
    private readonly LocalDate _knownTo;
    private readonly List<NaiveRow> _rows = [];

    public NaiveRenewals(RevenueDataset data, LedgerPolicy policy, NaivePricing? pricing = null)
    {
        _data = data;
        _identity = policy.Identity;
        _pricing = pricing ?? new NaivePricing(data, policy);
        _knownTo = data.CoverageOf(RecordType.Subscription)?.To ?? LocalDate.MaxIsoValue;
        foreach (Customer customer in data.Customers) Add(customer);
    }

    public IReadOnlyList<NaiveRow> Rows => _rows;

    private void Add(Customer customer)
    {
        List<Subscription> own = [.. _data.Subscriptions.Where(s => NaiveRecords.CustomerOf(s.CustomerId, _data, _identity)!.Id == customer.Id).OrderBy(s => s.Id, StringComparer.Ordinal)];
        Dictionary<string, LocalDate> firstPaid = (
            from s in own
            let day = FirstDayPaid(s, s.Start)
            where day is not null
            select (s.Id, Day: day.Value)).ToDictionary(pair => pair.Id, pair => pair.Day);
        var contracts = (
            from s in own
            from contract in ContractsOf(s, own)
            let lastServed = LastDayPaid(s, contract.From, contract.Due)
            where lastServed is not null
            orderby contract.Due, own.IndexOf(s)
            select (Of: s, contract.From, contract.Due, LastServed: lastServed.Value)).ToList();

        (Subscription By, LocalDate Day)? Named(LocalDate earliest, Func<Subscription, bool> isNaming) => (
            from other in own
            where isNaming(other) && firstPaid.ContainsKey(other.Id) && earliest <= firstPaid[other.Id] && firstPaid[other.Id] < _knownTo
            orderby firstPaid[other.Id]
            select ((Subscription, LocalDate)?)(other, firstPaid[other.Id])).FirstOrDefault();

        var renewals = contracts.ToDictionary(
            contract => contract,
            contract => FirstDayPaid(contract.Of, contract.Due) is { } again && again < _knownTo
                ? (contract.Of, again)
                : Named(contract.From, other => other.Id != contract.Of.Id && other.RenewsId == contract.Of.Id)
                    ?? Named(contract.From, other => other.Id != contract.Of.Id && other.ReplacesId == contract.Of.Id));

        IEnumerable<Subscription> silent = own.Where(s => firstPaid.ContainsKey(s.Id) && !Names(s, s.RenewsId, own) && !Names(s, s.ReplacesId, own));
        foreach (Subscription other in silent.OrderBy(s => firstPaid[s.Id]))
        {
            LocalDate day = firstPaid[other.Id];
            if (day >= _knownTo) continue;
            var ended = contracts.Where(contract => renewals[contract] is null && contract.Of.Id != other.Id
                && contract.LastServed < day && day <= contract.Due.PlusDays(366)
                && ChargeOn(contract.Of, contract.LastServed).Product == ChargeOn(other, day).Product).ToList();
            if (ended.Count > 0) renewals[ended.MaxBy(contract => contract.LastServed)] = (other, day);
        }

        foreach (var contract in contracts) _rows.Add(RowOf(customer, contract.Of, contract.Due, contract.LastServed, renewals[contract]));
    }

    /// <summary>A void subscription says nothing, and neither does a word on another customer's.</summary>
    private static bool Names(Subscription subscription, string? named, List<Subscription> own) =>
        !subscription.IsVoid && named != subscription.Id && own.Exists(s => s.Id == named);

    private NaiveRow RowOf(Customer customer, Subscription subscription, LocalDate due, LocalDate lastServed, (Subscription By, LocalDate Day)? renewal)
    {
        NaiveCharge last = ChargeOn(subscription, lastServed);
        long amount = last.Amount;
        long renewed = renewal is { } found ? RenewedAmount(subscription, lastServed, found.By, found.Day) : 0;
        NaiveRow row = new NaiveRow().With(Renewals.DueOn, due).With(Renewals.RenewedOn, renewal?.Day)
            .With(Renewals.Amount, amount).With(Renewals.RenewedAmount, renewed).With(Renewals.KeptAmount, renewed < amount ? renewed : amount)
            .With(Renewals.DaysLate, renewal is { } r ? (long)Period.DaysBetween(due, r.Day) : null)
            .With(Renewals.DaysKnown, _knownTo == LocalDate.MaxIsoValue ? int.MaxValue : (long)Period.DaysBetween(due, _knownTo))
            .With(Renewals.Customer, customer.Id).With(Renewals.Plan, last.Plan).With(Renewals.Product, last.Product);
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

    /// <summary>The first day from one on, on which a subscription charges something.</summary>
    private LocalDate? FirstDayPaid(Subscription subscription, LocalDate from)
    {
        LocalDate end = PaidDays(subscription) is var (first, days) && first.PlusDays(days.Length) is var after && after > from ? after : from;
        for (LocalDate day = from; day <= end; day = day.PlusDays(1))
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

    /// <summary>Whether a subscription charges something, day by day from its start, until nothing changes any more.</summary>
    private (LocalDate First, bool[] Days) PaidDays(Subscription s)
    {
        if (_paid.TryGetValue(s.Id, out (LocalDate First, bool[] Days) known)) return known;
        LocalDate last = NaiveLedger.DaysOf(_data).Max().PlusMonths(4);
        bool[] days = [.. Enumerable.Range(0, Math.Max(1, Period.DaysBetween(s.Start, last))).Select(i => _pricing.ChargeOn(s, s.Start.PlusDays(i), isUsage: false) is { Amount: > 0 })];
        return _paid[s.Id] = (s.Start, days);
    }

    private bool IsPaidOn(Subscription subscription, LocalDate day)
    {
        (LocalDate first, bool[] days) = PaidDays(subscription);
        return day >= first && days[Math.Min(days.Length - 1, Period.DaysBetween(first, day))];
    }

    private NaiveCharge ChargeOn(Subscription subscription, LocalDate day) => _pricing.ChargeOn(subscription, day, isUsage: false)!;

    /// <summary>What the renewal charges, at the rate that the contract carried where it is in the same currency.</summary>
    private long RenewedAmount(Subscription subscription, LocalDate lastServed, Subscription by, LocalDate day)
    {
        (NaiveCharge before, NaiveCharge after) = (ChargeOn(subscription, lastServed), ChargeOn(by, day));
        return before.Currency != after.Currency || before.Rate == after.Rate ? after.Amount : (long)Math.Round(after.Price * before.Rate, MidpointRounding.ToEven);
    }
}
