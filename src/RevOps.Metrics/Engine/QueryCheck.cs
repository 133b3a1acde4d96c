using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics;

/// <summary>What no engine can answer in a query.</summary>
/// <remarks>A dimension without a path, a transition by a dimension of which an entity has several values, a stage that is none of the process.</remarks>
internal static class QueryCheck
{
    /// <param name="query">The query.</param>
    /// <param name="attributes">The customer attributes that the data has.</param>
    /// <param name="stages">The stages of the sales process.</param>
    public static IReadOnlyList<Refusal> Run(MeasureQuery query, IReadOnlyCollection<string> attributes, IReadOnlyCollection<string> stages)
    {
        List<Refusal> refusals = [];
        foreach ((Measure measure, Dimension dimension) in query.Requests.SelectMany(DimensionsOf).Distinct())
        {
            if (Reason(measure, dimension, query.Ledger, attributes) is { } reason) refusals.Add(new Refusal(measure.Name, reason));
        }

        refusals.AddRange(WithinFixedPeriods(query));
        refusals.AddRange(OfUnknownStages(query, stages));
        return refusals;
    }

    private static IEnumerable<(Measure Measure, Dimension Dimension)> DimensionsOf(MeasureRequest request) =>
        request.By.Concat(request.Where.Select(filter => filter.Dimension)).Select(dimension => (request.Measure, dimension));

    /// <summary>Windows that start or end within a fixed period of a ledger that is right at the edges of such periods only.</summary>
    private static IEnumerable<Refusal> WithinFixedPeriods(MeasureQuery query)
    {
        LedgerPolicy ledger = query.Ledger;
        if (!ledger.NeedsFixedPeriods) yield break;
        bool IsEdge(LocalDate day) => ledger.FixedCalendar.PeriodContaining(day, ledger.FixedGrain).Start == day;
        foreach (MeasureRequest request in query.Requests.Where(request => request.Measure.Relation == Relation.Movements))
        {
            LocalDate? within = request.Window.From is { } from && !IsEdge(from) ? from : IsEdge(request.Window.To) ? null : request.Window.To;
            if (within is not { } day) continue;
            yield return new Refusal(request.Measure.Name, $"the policy nets or converts over whole periods of the grain {ledger.FixedGrain}, and "
                + $"{LocalDatePattern.Iso.Format(day)} lies within one; ask for periods made of whole ones, or take a finer FixedGrain.");
        }
    }

    private static IEnumerable<Refusal> OfUnknownStages(MeasureQuery query, IReadOnlyCollection<string> stages)
    {
        string known = stages.Count == 0 ? "none are named" : $"they are {string.Join(", ", stages)}";
        return
            from measure in query.Requests.Select(request => request.Measure).Where(measure => measure.Relation == Relation.StageVisits).Distinct()
            from stage in ColumnsOf(measure).Select(StageVisits.StageAskedBy).OfType<string>().Except(stages, StringComparer.Ordinal)
            select new Refusal(measure.Name, $"'{stage}' is not among the stages of the sales process; {known}. "
                + $"Name them in order in {nameof(DatasetOptions)}.{nameof(DatasetOptions.Stages)}.");
    }

    private static IEnumerable<Column> ColumnsOf(Measure measure)
    {
        yield return measure.Date;
        if (measure is SumMeasure sum) yield return sum.Column;
        if (measure is CountMeasure { Of: { } of }) yield return of;
        foreach (ValueBetween condition in measure.Where.OfType<ValueBetween>()) yield return condition.Column;
        foreach (DayIsKnown condition in measure.Where.OfType<DayIsKnown>()) yield return condition.Column;
        foreach (DayWithin condition in measure.Where.OfType<DayWithin>()) yield return condition.Column;
    }

    private static string? Reason(Measure measure, Dimension dimension, LedgerPolicy ledger, IReadOnlyCollection<string> attributes)
    {
        CodeColumn? column = dimension.ColumnIn(measure.Relation);
        if (column is null) return $"{measure.Relation} has no path to the dimension '{dimension}'; ask for it without this dimension.";
        if (measure is EntityMeasure { Rule.ComparesEdges: true } && !dimension.IsSingleFor(ledger))
        {
            return $"a customer can have several values of '{dimension}' at a time, so losing one is not losing the customer, nor keeping one keeping it; ask by an attribute of the customer, or let the policy's grain be the subscription.";
        }

        bool isAttribute = column.Name.StartsWith("customer.", StringComparison.Ordinal);
        if (isAttribute && dimension.Attribute is { } attribute && !attributes.Contains(attribute, StringComparer.Ordinal))
        {
            string known = attributes.Count == 0 ? "none has any" : $"known are {string.Join(", ", attributes.Order(StringComparer.Ordinal))}";
            return $"no customer has the attribute '{attribute}'; {known}.";
        }

        return null;
    }
}
