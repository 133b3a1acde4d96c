using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics;

/// <summary>What no engine can answer in a query: a dimension without a path, or a transition by a dimension of which an entity has several values.</summary>
internal static class QueryCheck
{
    /// <param name="query">The query.</param>
    /// <param name="attributes">The customer attributes that the data has.</param>
    /// <param name="valuesOf">The values of a dimension that customers have or that other facts have in its place.</param>
    public static IReadOnlyList<Refusal> Run(MeasureQuery query, IReadOnlyCollection<string> attributes, Func<Dimension, IReadOnlyCollection<string>> valuesOf)
    {
        List<Refusal> refusals = [];
        foreach ((Measure measure, Dimension dimension) in query.Requests.SelectMany(DimensionsOf).Distinct())
        {
            if (Reason(measure, dimension, query, attributes) is { } reason) refusals.Add(new Refusal(measure.Name, reason));
        }

        if (refusals.Count == 0) refusals.AddRange(UnknownValues(query, valuesOf));
        refusals.AddRange(WithinFixedPeriods(query));
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

    /// <summary>Filters by a value of a customer's attribute that nothing has: more likely a slip than a question about nobody.</summary>
    private static IEnumerable<Refusal> UnknownValues(MeasureQuery query, Func<Dimension, IReadOnlyCollection<string>> valuesOf)
    {
        var filters =
            from request in query.Requests
            from filter in request.Where
            where filter.Dimension.Attribute is not null && IsAttribute(filter.Dimension.ColumnIn(request.Measure.Relation)!)
            group request.Measure.Name by filter;
        foreach (var filter in filters)
        {
            IReadOnlyCollection<string> known = valuesOf(filter.Key.Dimension);
            foreach (string value in filter.Key.Values.OfType<string>().Where(value => !known.Contains(value, StringComparer.Ordinal)))
            {
                yield return new Refusal(filter.First(), $"nothing has the {filter.Key.Dimension} '{value}'; known are {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
            }
        }
    }

    private static string? Reason(Measure measure, Dimension dimension, MeasureQuery query, IReadOnlyCollection<string> attributes)
    {
        CodeColumn? column = dimension.ColumnIn(measure.Relation);
        if (column is null) return NoPath(measure.Relation, dimension, query);
        if (measure is EntityMeasure { Rule.ComparesEdges: true } && !dimension.IsSingleFor(query.Ledger))
        {
            return $"a customer can have several values of '{dimension}' at a time, so losing one is not losing the customer, nor keeping one keeping it; ask by an attribute of the customer, or let the policy's grain be the subscription.";
        }

        if (IsAttribute(column) && dimension.Attribute is { } attribute && !attributes.Contains(attribute, StringComparer.Ordinal))
        {
            string known = attributes.Count == 0 ? "none has any" : $"known are {string.Join(", ", attributes.Order(StringComparer.Ordinal))}";
            return $"no customer has the attribute '{attribute}'; {known}.";
        }

        return null;
    }

    /// <summary>That a relation has no path to a dimension, which of the others asked have one, by what it can be asked, and what else can be done.</summary>
    private static string NoPath(Relation relation, Dimension dimension, MeasureQuery query)
    {
        Relation[] others = [.. query.Requests.Select(request => request.Measure.Relation).Distinct().Where(other => dimension.ColumnIn(other) is not null)];
        string which = others.Length == 0 ? "" : $" ({string.Join(", ", others)} {(others.Length == 1 ? "has" : "have")} one)";
        Dimension[] its = [.. Dimensions.All.Where(known => known.ColumnIn(relation) is not null)];
        string asked = its.Length == 0 ? "it can be asked by no dimension" : $"it can be asked by {string.Join(", ", its)}";
        return $"{relation} has no path to the dimension '{dimension}'{which}; {asked}. Ask for it without this dimension, "
            + "or let Unallocated() repeat its total in every cell, flagged, or AllocatedBy(...) share the total out.";
    }

    private static bool IsAttribute(CodeColumn column) => column.Name.StartsWith("customer.", StringComparison.Ordinal);
}
