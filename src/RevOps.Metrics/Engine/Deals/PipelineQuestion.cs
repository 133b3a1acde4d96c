namespace RevOps.Metrics;

/// <summary>Finds out what of the states of open deals is asked.</summary>
/// <remarks>
/// A change takes a deal out as it was and brings it in as it is, on one day. Where a question sums the changes and looks at nothing that the change
/// tells, the two cancel each other: the rows need not be there. Ten million changes of stage are no rows where open deals are told by owner.
/// </remarks>
internal static class PipelineQuestion
{
    public static PipelineAspects AspectsOf(IEnumerable<MeasureRequest> requests)
    {
        PipelineAspects aspects = PipelineAspects.None;
        HashSet<Measure> measures = new(ReferenceEqualityComparer.Instance);
        foreach (MeasureRequest request in requests)
        {
            if (measures.Add(request.Measure)) aspects |= OfMeasure(request.Measure);
            foreach (Dimension dimension in request.By.Concat(request.Where.Select(filter => filter.Dimension)))
            {
                aspects |= dimension.ColumnIn(Relation.PipelineMovements) is { } column ? Of(column) : PipelineAspects.None;
            }
        }

        return aspects.HasFlag(PipelineAspects.EachChange) ? PipelineAspects.EachChange : aspects;
    }

    private static PipelineAspects OfMeasure(Measure measure)
    {
        if (measure is not SumMeasure sum || sum.Date != PipelineMovements.On) return PipelineAspects.EachChange;
        PipelineAspects aspects = sum.Column == PipelineMovements.CountChange ? PipelineAspects.None
            : sum.Column == PipelineMovements.AmountChange ? PipelineAspects.Amount
            : PipelineAspects.EachChange;
        foreach (Condition condition in measure.Where)
        {
            aspects |= condition switch
            {
                CodeIn { Column: var column } => Of(column),
                CodeIsKnown { Column: var column } => Of(column),
                DayIs { Column: var column } => Of(column),
                DayIn { Column: var column } => Of(column),
                DayNotIn { Column: var column } => Of(column),
                DayIsKnown { Column: var column } => Of(column),
                // A condition on a number may take what comes in and not what goes out.
                _ => PipelineAspects.EachChange,
            };
        }

        return aspects;
    }

    /// <summary>What a condition on a column, or a dimension by it, tells apart; nothing for columns that are the same in all states of a deal.</summary>
    private static PipelineAspects Of(Column column) =>
        column == PipelineMovements.Stage ? PipelineAspects.Stage
        : column == PipelineMovements.Category ? PipelineAspects.Category
        : column == PipelineMovements.Owner ? PipelineAspects.Owner
        : column == PipelineMovements.ExpectedCloseOn ? PipelineAspects.ExpectedClose
        : column == PipelineMovements.Until ? PipelineAspects.EachChange
        : PipelineAspects.None;
}
