using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>What each rule makes of the entities of a window: told from what was charged on the days, and for amounts from the movements between.</summary>
internal sealed class NaiveEntities(EntityMeasure measure, DateWindow window, Func<LocalDate, IEnumerable<NaiveRow>> balanceBefore, IEnumerable<NaiveRow> movements)
{
    private readonly ILookup<object, NaiveRow> _atOpen = (window.From is { } from ? Standing(measure, balanceBefore(from)) : []).ToLookup(row => row[measure.Entity]);
    private readonly ILookup<object, NaiveRow> _atClose = Standing(measure, balanceBefore(window.To)).ToLookup(row => row[measure.Entity]);
    private readonly ILookup<object, NaiveRow> _moved = movements.Where(row => measure.Where.All(row.Meets)).ToLookup(row => row[measure.Entity]);

    /// <summary>Rows that say where an entity counts, each with the number it counts with there.</summary>
    public IEnumerable<(NaiveRow Row, long Number)> Counted(Func<IEnumerable<NaiveRow>, List<NaiveRow>> asked)
    {
        foreach (object entity in _atOpen.Concat(_atClose).Concat(_moved).Select(group => group.Key).Distinct())
        {
            (IEnumerable<NaiveRow> where, long number) = Judge(entity);
            foreach (NaiveRow row in asked(where)) yield return (row, number);
        }
    }

    private (IEnumerable<NaiveRow> Where, long Number) Judge(object entity)
    {
        IEnumerable<NaiveRow> open = _atOpen[entity], close = _atClose[entity], nowhere = [];
        long before = open.Sum(Amount);
        bool was = before > 0, isNow = close.Any();
        long now = Math.Max(0, before + MovedWithin(entity).Where(row => measure.WithinWhere.All(row.Meets)).Sum(Amount));
        return measure.Rule switch
        {
            EntityRule.PositiveAtClose => (close, 1),
            EntityRule.PositiveAtOpen => (open, 1),
            EntityRule.Lost => (isNow ? nowhere : open, 1),
            EntityRule.Retained => (isNow ? open : nowhere, 1),
            EntityRule.Joined => (was ? nowhere : close, 1),
            EntityRule.JoinedAndLost => (was || isNow ? nowhere : ChargedWithin(entity).FirstOrDefault(rows => rows.Count > 0) ?? nowhere, 1),
            EntityRule.LostAndReturned => (was && isNow && ChargedWithin(entity).Any(rows => rows.Count == 0) ? open : nowhere, 1),
            EntityRule.OpeningAmount => (open, before),
            EntityRule.LostAmount => (isNow ? nowhere : open, before),
            EntityRule.KeptAmount => (isNow ? open : nowhere, Math.Min(before, now)),
            EntityRule.RetainedAmount => (isNow ? open : nowhere, now),
            EntityRule.ReturnedAmount => (was || !WasThereBefore(entity) ? nowhere : close, now),
            _ => throw new NotSupportedException(),
        };
    }

    /// <summary>What is charged at the end of each day of the window on which something moved.</summary>
    private IEnumerable<List<NaiveRow>> ChargedWithin(object entity) =>
        from day in MovedWithin(entity).Select(row => row.Day(measure.Date)!.Value).Distinct().Order()
        select Standing(measure, balanceBefore(day.PlusDays(1))).Where(row => row[measure.Entity].Equals(entity)).ToList();

    /// <summary>True when anything was charged at the end of some day before the window.</summary>
    private bool WasThereBefore(object entity) => _moved[entity].Select(row => row.Day(measure.Date)!.Value).Where(day => day < window.From).Distinct()
        .Any(day => Standing(measure, balanceBefore(day.PlusDays(1))).Any(row => row[measure.Entity].Equals(entity)));

    private IEnumerable<NaiveRow> MovedWithin(object entity) =>
        _moved[entity].Where(row => row.Day(measure.Date) is { } day && (window.From is not { } from || from <= day) && day < window.To);

    /// <summary>What stands in a balance by the measure's conditions: where they take pauses, a paused price and the pause behind it are nothing.</summary>
    private static List<NaiveRow> Standing(EntityMeasure measure, IEnumerable<NaiveRow> balance)
    {
        List<NaiveRow> standing = [];
        foreach (NaiveRow row in balance.Where(row => measure.Where.All(row.Meets)))
        {
            if (row.Name(Movements.Kind) is nameof(MovementKind.Pause)) standing.RemoveAt(standing.Count - 1);
            else standing.Add(row);
        }

        // A free subscription stands there with nothing.
        standing.RemoveAll(row => (row.Number(measure.Balance) ?? 0) == 0);
        return standing;
    }

    private long Amount(NaiveRow row) => row.Number(measure.Balance) ?? 0;
}
