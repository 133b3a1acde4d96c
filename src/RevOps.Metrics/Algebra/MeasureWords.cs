using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics;

/// <summary>What an engine is asked, in words: "sum of Deals.amount by Deals.closed_on in 2026-01-01..2026-04-01 where outcome is Won".</summary>
internal static class MeasureWords
{
    /// <param name="request">What is asked.</param>
    /// <param name="unitsPerOne">How many units of an amount make one of the currency.</param>
    public static string Of(MeasureRequest request, decimal unitsPerOne)
    {
        Measure measure = request.Measure;
        List<string> conditions = [.. measure.Where.Select(condition => Condition(condition, unitsPerOne)), .. request.Where.Select(filter => filter.ToString())];
        if (measure is EntityMeasure { WithinWhere: { Count: > 0 } within })
        {
            conditions.Add($"within the window only {string.Join(" and ", within.Select(condition => Condition(condition, unitsPerOne)))}");
        }

        string where = conditions.Count == 0 ? "" : $" where {string.Join(" and ", conditions)}";
        return $"{What(measure)} by {measure.Date} {Window(request.Window)}{where}";
    }

    private static string What(Measure measure) => measure switch
    {
        SumMeasure sum => $"sum of {sum.Column}",
        CountMeasure { Of: { } column } => $"number of {measure.Relation} with {column}",
        CountMeasure => $"number of {measure.Relation}",
        HistogramMeasure histogram => $"{histogram.Days}",
        EntityMeasure { Rule.TellsAmount: true } entity => $"{Rule(entity.Rule)} of {entity.Balance} for each {entity.Entity}, in all,",
        EntityMeasure entity => $"number of {entity.Entity} {Rule(entity.Rule)} of {entity.Balance}",
        TopMeasure top => string.Create(CultureInfo.InvariantCulture, $"the {top.Count} largest balances of {top.Balance} for each {top.Entity}, in all,"),
        _ => measure.Name,
    };

    private static string Window(DateWindow window) => window.From is { } from ? $"in {Iso(from)}..{Iso(window.To)}" : $"before {Iso(window.To)}";

    private static string Rule(EntityRule rule) => rule switch
    {
        EntityRule.PositiveAtClose => "with a balance above zero at the close",
        EntityRule.PositiveAtOpen => "with a balance above zero at the open",
        EntityRule.Lost => "with a balance at the open and none at the close",
        EntityRule.Retained => "with a balance at the open and at the close",
        EntityRule.Joined => "with no balance at the open and one at the close",
        EntityRule.JoinedAndLost => "with a balance within the window alone",
        EntityRule.LostAndReturned => "with a balance at both edges and none on some day within",
        EntityRule.OpeningAmount => "the balance at the open",
        EntityRule.LostAmount => "the balance at the open, where none is left at the close,",
        EntityRule.KeptAmount => "the lesser balance of open and close, where there is one at both,",
        EntityRule.RetainedAmount => "the balance at the close, where there is one at both edges,",
        EntityRule.ReturnedAmount => "the balance at the close, where there was none at the open but one before,",
        _ => $"{rule}",
    };

    private static string Condition(Condition condition, decimal unitsPerOne) => condition switch
    {
        CodeIn(var column, var names) => $"{column.Name} is {string.Join(" or ", names)}",
        ValueBetween { Least: var least, Most: var most } when least > most => "never",
        ValueBetween(var column, var least, var most) => Between(column, least, most, unitsPerOne),
        DayIs(var column, var day) => $"{column.Name} is {Iso(day)}",
        DayIsKnown(var column) => $"{column.Name} is known",
        _ => $"{condition}",
    };

    private static string Between(ValueColumn column, long least, long most, decimal unitsPerOne)
    {
        string Number(long number) => (column.IsAmount ? number / unitsPerOne : number).ToString(CultureInfo.InvariantCulture);
        return (least > long.MinValue + 1, most < long.MaxValue) switch
        {
            (false, false) => $"{column.Name} is known",
            (true, false) => $"{column.Name} is {Number(least)} at least",
            (false, true) => $"{column.Name} is {Number(most)} at most",
            _ => $"{column.Name} is {Number(least)} to {Number(most)}",
        };
    }

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
