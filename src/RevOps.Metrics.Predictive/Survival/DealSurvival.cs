using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics.Predictive;

/// <summary>How long deals take, straight from the records.</summary>
/// <remarks>
/// Days run from the creation of a deal to its close. One that is open on the day of observation is censored on it, also when it was closed later. A deal
/// without a day of creation, a void one, and one created after that day is left out. A deal created before the first day of the deals' declared coverage enters late,
/// because had it closed by then it would not be in the data.
/// </remarks>
public static class DealSurvival
{
    /// <summary>The outcome of a deal that was won.</summary>
    public const string Won = "won";

    /// <summary>The outcome of a deal that was lost.</summary>
    public const string Lost = "lost";

    /// <summary>How long it takes to win: the share of deals not won yet, lost deals taken as censored on the day they were lost.</summary>
    /// <remarks>It answers how fast deals are won while they live, as if a lost deal would have been won like the others. For the share of deals that is won by a time ask <see cref="Outcomes"/>.</remarks>
    /// <param name="data">The records.</param>
    /// <param name="observedOn">The day of observation: the last whose closes are known.</param>
    /// <param name="by">The dimension whose values are the groups; one curve for all when not given.</param>
    /// <param name="scope">Which types of deal.</param>
    /// <exception cref="ArgumentException">The day lies outside the coverage of deals.</exception>
    /// <exception cref="MeasureRefusedException">Deals have no path to the dimension.</exception>
    public static SurvivalCurves TimeToWin(RevenueDataset data, LocalDate observedOn, Dimension? by = null, DealScope scope = DealScope.NewBusiness) =>
        Observe(data, observedOn, by, scope).ToCurves(by is not null, outcome => outcome == 1);

    /// <summary>How long it takes until a deal is decided: the share of deals neither won nor lost yet.</summary>
    /// <inheritdoc cref="TimeToWin" path="/param|/exception"/>
    public static SurvivalCurves TimeToClose(RevenueDataset data, LocalDate observedOn, Dimension? by = null, DealScope scope = DealScope.NewBusiness) =>
        Observe(data, observedOn, by, scope).ToCurves(by is not null, outcome => outcome > 0);

    /// <summary>The share of deals won, and lost, by each time since creation: outcomes that rule each other out.</summary>
    /// <remarks>For each group the outcomes <see cref="Won"/> and <see cref="Lost"/>; with the deals still open they add up to 1.</remarks>
    /// <inheritdoc cref="TimeToWin" path="/param|/exception"/>
    public static IReadOnlyList<CompetingRisks> Outcomes(RevenueDataset data, LocalDate observedOn, Dimension? by = null, DealScope scope = DealScope.NewBusiness) =>
        Observe(data, observedOn, by, scope).ToCompetingRisks(by is not null, [Won, Lost]);

    private static SurvivalRows Observe(RevenueDataset data, LocalDate observedOn, Dimension? by, DealScope scope)
    {
        ArgumentNullException.ThrowIfNull(data);
        SurvivalRows rows = new();
        if (CoverageStart.Of(data, RecordType.Deal, observedOn) is not { } firstDay) return rows;

        Dictionary<string, string?> groupOf = by is null ? [] : GroupsOf(data, by);
        foreach (Deal deal in data.Deals.Where(deal => deal.Outcome != DealOutcome.Void && (scope == DealScope.AllTypes || deal.Type == DealType.NewBusiness)))
        {
            if (deal.CreatedOn is not { } created) rows.LeaveOut("without a day of creation");
            else if (ObservedSpan.Of(created, deal.ClosedOn, firstDay, observedOn) is not { } span)
                rows.LeaveOut(created > observedOn ? "created after the day of observation" : $"closed before {LocalDatePattern.Iso.Format(firstDay)}, the first day of the data");
            else rows.Add(span, !span.HasEnded ? 0 : deal.Outcome == DealOutcome.Won ? 1 : 2, groupOf.GetValueOrDefault(deal.Id));
        }

        return rows;
    }

    /// <summary>The value of a dimension for each deal that has a day of creation.</summary>
    private static Dictionary<string, string?> GroupsOf(RevenueDataset data, Dimension by)
    {
        ValueList<Dimension> byDeal = [Dimensions.Deal, by];
        MeasureRequest request = new(new CountMeasure("deals", Deals.CreatedOn), DateWindow.Before(LocalDate.MaxIsoValue)) { By = byDeal };
        MeasureTable table = data.Engine.Measure(new MeasureQuery { Requests = [request] });
        return table.CellsBy(byDeal).ToDictionary(cell => cell.Values[0]!, cell => cell.Values[1], StringComparer.Ordinal);
    }
}
