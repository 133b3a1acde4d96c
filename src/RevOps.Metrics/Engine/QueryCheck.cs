namespace RevOps.Metrics;

/// <summary>What no engine can answer in a query: a dimension without a path, or a transition by a dimension of which an entity has several values.</summary>
internal static class QueryCheck
{
    /// <param name="query">The query.</param>
    /// <param name="attributes">The customer attributes that the data has.</param>
    public static IReadOnlyList<Refusal> Run(MeasureQuery query, IReadOnlyCollection<string> attributes)
    {
        List<Refusal> refusals = [];
        IReadOnlyList<Dimension> dimensions = [.. query.By, .. query.Where.Select(filter => filter.Dimension)];
        foreach (Measure measure in query.Requests.Select(request => request.Measure).Distinct())
        {
            foreach (Dimension dimension in dimensions)
            {
                if (Reason(measure, dimension, attributes) is { } reason) refusals.Add(new Refusal(measure.Name, reason));
            }
        }

        return refusals;
    }

    private static string? Reason(Measure measure, Dimension dimension, IReadOnlyCollection<string> attributes)
    {
        CodeColumn? column = dimension.ColumnIn(measure.Relation);
        if (column is null) return $"{measure.Relation} has no path to the dimension '{dimension}'; ask for it without this dimension.";
        if (measure is EntityMeasure { Rule.ComparesEdges: true } && !dimension.IsSinglePerEntity)
        {
            return $"a customer can have several values of '{dimension}' at a time, so losing one is not losing the customer, nor keeping one keeping it; ask by an attribute of the customer.";
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
