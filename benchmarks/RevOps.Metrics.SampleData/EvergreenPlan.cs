using NodaTime;

namespace RevOps.Metrics.SampleData;

/// <summary>A main plan paid by the week, month or quarter, which runs until somebody ends it.</summary>
internal sealed class EvergreenPlan
{
    private readonly SubscriptionBook _book;
    private readonly SampleRandom _random;
    private readonly LocalDate _start;
    private readonly Segment _segment;
    private readonly BillingInterval _interval;
    private readonly double _months;
    private SubscriptionDraft _draft;
    private Plan _plan;
    private int _seats;
    private decimal _increase = 1m;
    private LocalDate _firstPaid;
    private LocalDate _quietUntil;

    public EvergreenPlan(SubscriptionBook book, LocalDate start)
    {
        _book = book;
        _random = book.Random;
        _start = start;
        _segment = book.Account.SegmentOn(start);
        _plan = book.FirstPlan(_segment);
        _seats = book.FirstTeam(_segment);
        double mark = _random.Unit();
        _interval = _segment.Name == "SMB" && mark < 0.035 ? BillingInterval.Week : mark < 0.87 ? BillingInterval.Month : BillingInterval.Quarter;
        _months = _interval.Unit == BillingUnit.Week ? 12.0 / 52 : _interval.Count;
        _firstPaid = start;
        _quietUntil = start;
        _draft = new SubscriptionDraft("", "", start);
    }

    private LocalDate To => _book.Options.To;

    /// <summary>Lives the plan through to the day of export; its first day without service, null while it lasts.</summary>
    public LocalDate? Run(bool isFirst)
    {
        int trialDays = isFirst && _random.Chance(_segment.Name == "SMB" ? 0.4 : 0.15) ? (_random.Chance(0.6) ? 14 : 30) : 0;
        _firstPaid = _start.PlusDays(trialDays);
        _quietUntil = _firstPaid;
        _draft = new SubscriptionDraft(_book.NextId(), _book.Account.Id, _start)
        {
            TrialEnd = trialDays > 0 ? _firstPaid : null,
            Collection = _book.Collection(_segment),
        };
        _draft.Charge(NewTerm(_start));
        if (trialDays > 0 && _firstPaid < To && _random.Chance(0.06)) return End(_firstPaid, "Trial not converted", _random.Between(0, 5));
        _draft.Charge(NewTerm(_start) with { Discounts = FirstDiscounts() });

        LocalDate last = _firstPaid;
        for (int n = 1; ; n++)
        {
            LocalDate next = Boundary(n);
            if (next >= To) return Last(last, next);
            Outcome outcome = Step(last, next);
            if (outcome.IsOver) return outcome.EndedOn;
            last = next;
        }
    }

    /// <summary>The period that the export cuts short: the service runs on, or its end is known already.</summary>
    private LocalDate? Last(LocalDate last, LocalDate next)
    {
        LocalDate requested = last.PlusDays(_random.Between(1, Period.DaysBetween(last, next) - 1));
        if (requested < To && _random.Chance(_book.ChurnChance(_start, next, _months)))
            return End(next, _random.Pick(Market.ChurnReasons), Period.DaysBetween(requested, next));

        Close(null);
        return null;
    }

    private LocalDate Boundary(int n) =>
        _interval.Unit == BillingUnit.Week ? _firstPaid.PlusWeeks(n * _interval.Count) : _firstPaid.PlusMonths(n * _interval.Count);

    /// <summary>One service period: what changes within it or at its end.</summary>
    private Outcome Step(LocalDate last, LocalDate next)
    {
        LocalDate between = last.PlusDays(_random.Between(1, Period.DaysBetween(last, next) - 1));
        if (_random.Chance(_book.ChurnChance(_start, next, _months))) return Leave(between, next);
        if (_random.Chance(0.005 * _months))
            _draft.Cancel(between, _random.Pick(Market.ChurnReasons), isVoluntary: true, withdrawnOn: between.PlusDays(_random.Between(0, 6)));

        if (next < _quietUntil) return default;
        if (_book.Account.GrowsOn is { } grows && grows > last && grows <= next)
        {
            _plan = Market.Plans[Math.Min(Market.Plans.Count - 1, PlanIndex + 1)];
            _seats = (_seats * 5 / 2) + 3;
            _draft.Charge(NewTerm(grows));
        }
        else if (IsPriceIncreaseDue(next) && _random.Chance(0.85))
        {
            _increase = 1.07m;
            _draft.Charge(NewTerm(next));
        }
        else if (_random.Chance(0.042 * _months))
        {
            _seats += Math.Max(1, (int)(_seats * (0.05 + (0.25 * _random.Unit()))));
            _draft.Charge(NewTerm(_random.Chance(0.6) ? between : next));
        }
        else if (_seats > 2 && _random.Chance(0.016 * _months))
        {
            _seats -= Math.Max(1, (int)(_seats * (0.05 + (0.3 * _random.Unit()))));
            _draft.Charge(NewTerm(_random.Chance(0.3) ? between : next));
        }
        else if (_random.Chance(0.011 * _months))
        {
            SwitchPlan(between, next);
        }
        else if (_random.Chance(0.007 * _months))
        {
            string replaced = _draft.Id;
            Close(next);
            return new Outcome(true, new ContractPlan(_book).Run(next, years: 1, replacesId: replaced, plan: _plan, seats: _seats));
        }
        else if (_random.Chance(0.005 * _months) && _interval.Unit == BillingUnit.Month)
        {
            LocalDate resumes = next.PlusMonths(_random.Between(1, 3));
            _draft.Pause(next, resumes < To ? resumes : null);
            _quietUntil = resumes;
        }

        return default;
    }

    /// <summary>Once, from the third year on, for those who have been here for half a year by then.</summary>
    private bool IsPriceIncreaseDue(LocalDate on) =>
        _increase == 1m && on >= _book.Options.From.PlusYears(2) && _start < _book.Options.From.PlusMonths(18);

    private int PlanIndex => Market.Plans.ToList().IndexOf(_plan);

    /// <summary>A step up or, less often, down: as a further term, or as a new subscription that takes over on the same day.</summary>
    private void SwitchPlan(LocalDate between, LocalDate next)
    {
        int target = Math.Clamp(PlanIndex + (_random.Chance(0.7) ? 1 : -1), 0, Market.Plans.Count - 1);
        if (Market.Plans[target] == _plan) return;
        _plan = Market.Plans[target];
        LocalDate on = _random.Chance(0.5) ? between : next;
        if (_random.Chance(0.4))
        {
            _draft.Charge(NewTerm(on));
            return;
        }

        string replaced = _draft.Id;
        PaymentCollection collection = _draft.Collection;
        Close(on);
        _draft = new SubscriptionDraft(_book.NextId(), _book.Account.Id, on) { ReplacesId = replaced, Collection = collection };
        _draft.Charge(NewTerm(on));
    }

    /// <summary>The end of the paid service: asked for, or brought about by an unpaid bill, or by falling back to the free plan.</summary>
    private Outcome Leave(LocalDate between, LocalDate next)
    {
        if (_segment.Name == "SMB" && _random.Chance(0.05))
        {
            _draft.Charge(NewTerm(next) with { Price = Money.Zero(_book.Account.Currency), Quantity = 1, Plan = "Free", Discounts = [] });
            Close(null);
            return new Outcome(true, null);
        }

        if (_draft.Collection == PaymentCollection.Automatic && _random.Chance(0.2))
        {
            _draft.Cancel(next, "Payment failed", isVoluntary: false);
            Close(next);
            return new Outcome(true, next);
        }

        LocalDate? end = _random.Chance(0.9) ? next : between.PlusDays(1);
        return new Outcome(true, End(end.Value, _random.Pick(Market.ChurnReasons), Period.DaysBetween(between, end.Value)));
    }

    private LocalDate End(LocalDate end, string reason, int daysBefore)
    {
        bool isReasonKnown = _random.Chance(0.85);
        _draft.Cancel(end.PlusDays(-daysBefore), isReasonKnown ? reason : null, isVoluntary: isReasonKnown ? true : null);
        Close(end);
        return end;
    }

    private void Close(LocalDate? end) => _book.Add(_draft.Close(end));

    private PriceTerm NewTerm(LocalDate from) => _book.Term(from, _plan, _interval, _seats, _increase);

    /// <summary>A one-time coupon on the first paid period, or a lasting reduction that nothing else disturbs while it lasts.</summary>
    private ValueList<Discount> FirstDiscounts()
    {
        double mark = _random.Unit();
        if (mark < 0.10) return [new Discount { From = _firstPaid, To = Boundary(1), Share = 0.5m, Code = "WELCOME50" }];
        if (mark > 0.20) return [];
        LocalDate end = _firstPaid.PlusMonths(_random.Pick([6, 12]));
        _quietUntil = end;
        return mark < 0.17
            ? [new Discount { From = _firstPaid, To = end, Share = _random.Pick([0.1m, 0.15m, 0.2m]), Code = "FRIENDS" }]
            : [new Discount { From = _firstPaid, To = end, Amount = new Money(_random.Pick([10m, 20m]), _book.Account.Currency), Code = "LOYAL" }];
    }

    /// <summary>Whether the plan is over, and since when nothing is served; over without a day means that another plan goes on.</summary>
    private readonly record struct Outcome(bool IsOver, LocalDate? EndedOn);
}
