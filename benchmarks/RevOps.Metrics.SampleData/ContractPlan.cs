using NodaTime;

namespace RevOps.Metrics.SampleData;

/// <summary>A main plan under contracts of one or several years, renewed in place or by a new contract.</summary>
internal sealed class ContractPlan(SubscriptionBook book)
{
    private readonly SampleRandom _random = book.Random;
    private decimal _increase = 1m;

    /// <summary>Lives the contracts through to the day of export; the first day without service, null while it lasts.</summary>
    public LocalDate? Run(LocalDate start, int years, string? replacesId = null, Plan? plan = null, int? seats = null)
    {
        Segment segment = book.Account.SegmentOn(start);
        plan ??= book.FirstPlan(segment);
        int team = seats ?? book.FirstTeam(segment);
        bool autoRenews = years == 1 && _random.Chance(segment.Name == "SMB" ? 0.95 : segment.Name == "Mid-Market" ? 0.75 : 0.25);
        PaymentCollection collection = book.Collection(segment);
        SubscriptionDraft draft = Sign(start, replacesId, null);
        PriceTerm first = book.Term(start, plan, BillingInterval.Year, team);
        draft.Charge(_random.Chance(0.22) ? first with { Discounts = [ContractDiscount(start)] } : first);

        for (LocalDate from = start; ;)
        {
            LocalDate end = from.PlusYears(years);
            team = Grow(draft, from, end, years, plan, team);
            if (end >= book.Options.To)
            {
                LocalDate notice = end.PlusDays(-_random.Between(31, 95));
                bool isLeaving = autoRenews && notice < book.Options.To && _random.Chance(book.ChurnChance(start, end, 12));
                if (isLeaving) draft.Cancel(notice, _random.Pick(Market.ChurnReasons), isVoluntary: true);
                book.Add(draft.Close(autoRenews && !isLeaving ? null : end));
                return isLeaving ? end : null;
            }

            // A contract can only be left at its end: the whole year's hazard falls on one day.
            if (_random.Chance(book.ChurnChance(start, end, 12)))
            {
                draft.Cancel(end.PlusDays(-_random.Between(20, 95)), _random.Pick(Market.ChurnReasons), isVoluntary: true);
                book.Add(draft.Close(end));
                return end;
            }

            if (end >= book.Options.From.PlusYears(2)) _increase = 1.07m;
            if (_random.Chance(0.12)) team = Math.Max(2, team * _random.Between(70, 95) / 100);
            bool isLate = !autoRenews && _random.Chance(0.07);
            LocalDate renewed = isLate ? end.PlusDays(_random.Between(3, 24)) : end;
            if (renewed >= book.Options.To)
            {
                book.Add(draft.Close(end));
                return end;
            }

            if (!autoRenews)
            {
                string old = draft.Id;
                book.Add(draft.Close(end));
                draft = Sign(renewed, null, old);
            }

            PriceTerm term = book.Term(renewed, plan, BillingInterval.Year, team, _increase);
            if (draft.Start == renewed || term with { From = draft.Current.From } != draft.Current) draft.Charge(term);
            from = renewed;
        }

        SubscriptionDraft Sign(LocalDate on, string? replaces, string? renews) => new(book.NextId(), book.Account.Id, on)
        {
            SignedOn = on.PlusDays(-_random.Between(renews is null ? 0 : 5, 30)),
            AutoRenews = autoRenews,
            NoticeDays = autoRenews ? 30 : 60,
            ReplacesId = replaces,
            RenewsId = renews,
            Collection = collection,
        };
    }

    /// <summary>Changes within a contract: steps agreed when it was signed, seats added on any day. The team at its end.</summary>
    private int Grow(SubscriptionDraft draft, LocalDate from, LocalDate end, int years, Plan plan, int team)
    {
        bool isRamp = years > 1 && _random.Chance(0.8);
        bool isDiscounted = draft.Current.Discounts.Count > 0;
        for (int month = 1; month < 12 * years; month++)
        {
            LocalDate day = from.PlusMonths(month);
            if (isRamp && month % 12 == 0)
            {
                team += Math.Max(2, team * _random.Between(8, 25) / 100);
                draft.Charge(book.Term(day, plan, BillingInterval.Year, team, _increase) with { IsContractedStep = true });
                isDiscounted = false;
                continue;
            }

            day = day.PlusDays(_random.Between(0, 20));
            if (isDiscounted || day >= end || day >= book.Options.To || (isRamp && month % 12 == 11)) continue;
            bool grows = book.Account.GrowsOn is { } on && day >= on && day.PlusMonths(-1) < on;
            if (!grows && !_random.Chance(0.028)) continue;
            team = grows ? (team * 5 / 2) + 3 : team + Math.Max(1, team * _random.Between(4, 22) / 100);
            draft.Charge(book.Term(day, plan, BillingInterval.Year, team, _increase));
        }

        return team;
    }

    /// <summary>A reduction of the first year.</summary>
    private Discount ContractDiscount(LocalDate start) => new()
    {
        From = start,
        To = start.PlusYears(1),
        Share = _random.Pick([0.05m, 0.1m, 0.15m]),
        Code = "CONTRACT",
    };
}
