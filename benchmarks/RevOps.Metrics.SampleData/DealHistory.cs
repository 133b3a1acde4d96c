using NodaTime;

namespace RevOps.Metrics.SampleData;

/// <summary>Tells how a deal came to be what it is: the changes of stage, amount, expected close, category and owner.</summary>
/// <remarks>The deal's own values are set to the latest of its history.</remarks>
internal sealed class DealHistory(SalesTeam team, LocalDate exportedOn, SampleRandom random)
{
    private static readonly string[] Stages = ["Qualified", "Demo", "Proposal", "Negotiation"];
    private static readonly double[] StageShare = [0, 0.18, 0.45, 0.72];
    private readonly SortedDictionary<LocalDate, DealChange> _changes = [];

    /// <summary>The deal with its history.</summary>
    /// <param name="deal">A deal with its dates, outcome and last amount.</param>
    /// <param name="account">Whose deal it is.</param>
    /// <param name="days">How long it takes, or would take, from creation to close.</param>
    public Deal Tell(Deal deal, Account account, int days)
    {
        LocalDate created = deal.CreatedOn!.Value;
        LocalDate known = deal.ClosedOn ?? exportedOn.PlusDays(-1);
        Money last = deal.Amount!.Value;
        decimal guess = decimal.Round(last.Amount * random.Between(75, 150) / 1000m) * 10m;
        Money first = random.Chance(0.45) ? last : new Money(guess, last.Currency);
        LocalDate expected = MonthEndOrDay(created.PlusDays((int)(days * (0.5 + (0.8 * random.Unit())))));
        Owner owner = team.For(account.Region, created, random);
        Change(created, c => c with
        {
            Stage = Stages[0],
            Amount = first,
            ExpectedCloseOn = expected,
            Category = ForecastCategory.Pipeline,
            Owner = owner.Name,
        });

        int reached = deal.Outcome switch
        {
            DealOutcome.Won or DealOutcome.Open => 3,
            DealOutcome.Void => random.Between(0, 1),
            _ => random.Pick([0, 1, 2, 3], stage => stage switch { 0 => 30, 1 => 30, 2 => 24, _ => 16 }),
        };
        LocalDate end = deal.ClosedOn ?? exportedOn;
        for (int stage = 1; stage <= reached; stage++)
        {
            if (stage < 3 && random.Chance(0.08)) continue;
            double share = deal.Outcome == DealOutcome.Lost ? StageShare[reached] + 0.28 : 1.0;
            LocalDate day = created.PlusDays((int)(days * (StageShare[stage] + (0.1 * random.Unit())) / share));
            if (day > known) break;
            string entered = Stages[stage];
            ForecastCategory category = CategoryOf(stage, deal.Outcome);
            Change(day, c => c with { Stage = entered, Category = category });
            if (stage == 2 && last != first) Change(day, c => c with { Amount = last });
            if (stage == 3 && deal.ClosedOn is { } close && deal.Outcome == DealOutcome.Won && random.Chance(0.8))
            {
                Push(expected, day, days);
                expected = LocalDate.Max(day, close.PlusDays(random.Between(-4, 8)));
                LocalDate learnt = expected;
                Change(day, c => c with { ExpectedCloseOn = learnt });
            }
        }

        Push(Latest(c => c.ExpectedCloseOn), end, days);
        PullIn(end);
        HandOver(owner, account, known);
        if (deal.ClosedOn is { } won && deal.Outcome == DealOutcome.Won)
        {
            Change(won, c => c with { Category = ForecastCategory.Closed });
            if (Latest(c => c.Amount) != last) Change(won, c => c with { Amount = last });
        }

        return deal with
        {
            Amount = Latest(c => c.Amount),
            Stage = _changes.Values.Last(c => c.Stage is not null).Stage,
            ExpectedCloseOn = Latest(c => c.ExpectedCloseOn),
            Category = Latest(c => c.Category),
            Owner = _changes.Values.Last(c => c.Owner is not null).Owner,
            History = ValueList.From(_changes.Values),
        };
    }

    /// <summary>The last day on which the expected close changed.</summary>
    private LocalDate LastExpected => _changes.Last(change => change.Value.ExpectedCloseOn is not null).Key;

    /// <summary>As long as the expected close passes before the deal does, it is moved out, a few days ahead or on the day itself.</summary>
    private void Push(LocalDate expected, LocalDate known, int days)
    {
        LocalDate today = LastExpected;
        while (expected < known)
        {
            LocalDate moved = LocalDate.Max(today, expected.PlusDays(-random.Between(0, 6)));
            expected = MonthEndOrDay(LocalDate.Max(expected, moved).PlusDays(random.Between(10, 20 + Math.Min(60, days / 2))));
            LocalDate next = expected;
            Change(moved, c => c with { ExpectedCloseOn = next });
            today = moved;
        }
    }

    /// <summary>Now and then good news comes shortly before the end, and a late expected close is moved in.</summary>
    private void PullIn(LocalDate end)
    {
        LocalDate day = end.PlusDays(-random.Between(1, 5));
        bool isLate = Latest(c => c.ExpectedCloseOn) > end.PlusDays(20);
        if (isLate && LastExpected < day && random.Chance(0.25)) Change(day, c => c with { ExpectedCloseOn = end.PlusDays(3) });
    }

    /// <summary>A colleague takes the deal over: by choice now and then, always when the owner leaves.</summary>
    private void HandOver(Owner owner, Account account, LocalDate known)
    {
        LocalDate created = _changes.Keys.First();
        if (owner.Leaves is { } leaves && leaves <= known)
        {
            string successor = team.For(account.Region, leaves, random).Name;
            Change(leaves, c => c with { Owner = successor });
        }
        else if (random.Chance(0.05) && Period.DaysBetween(created, known) > 20)
        {
            LocalDate day = created.PlusDays(Period.DaysBetween(created, known) / 2);
            string colleague = team.For(account.Region, day, random).Name;
            if (colleague != owner.Name) Change(day, c => c with { Owner = colleague });
        }
    }

    private ForecastCategory CategoryOf(int stage, DealOutcome outcome) => stage switch
    {
        1 => random.Chance(0.35) ? ForecastCategory.BestCase : ForecastCategory.Pipeline,
        2 => random.Chance(0.6) ? ForecastCategory.BestCase : ForecastCategory.MostLikely,
        _ => random.Chance(outcome switch { DealOutcome.Won => 0.85, DealOutcome.Lost => 0.3, _ => 0.5 })
            ? ForecastCategory.Commit
            : ForecastCategory.MostLikely,
    };

    /// <summary>Half of all sellers write the last day of a month.</summary>
    private LocalDate MonthEndOrDay(LocalDate day) => random.Chance(0.5) ? day.With(DateAdjusters.EndOfMonth) : day;

    private T Latest<T>(Func<DealChange, T?> value)
        where T : struct => _changes.Values.Select(value).Last(v => v is not null)!.Value;

    private void Change(LocalDate on, Func<DealChange, DealChange> change) =>
        _changes[on] = change(_changes.TryGetValue(on, out DealChange? known) ? known : new DealChange { On = on });
}
