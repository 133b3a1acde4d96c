using FsCheck;
using FsCheck.Fluent;

namespace RevOps.Metrics.Tests;

/// <summary>Law 1 for the pipeline: its bridge ties out for every cell, period and policy, and agrees with what else is told of the same deals.</summary>
public sealed class PipelineBridgeLaws
{
    private static readonly ValueList<Dimension>[] AllBy =
        [[], [Dimensions.Owner], [Dimensions.DealType], [Dimensions.Product], [Dimensions.Customer], [Dimensions.Segment, Dimensions.Channel]];

    private static readonly Gen<(RandomBook Book, Question Question)> Cases =
        from book in RandomBooks.All
        from question in Question.Any
        from dimensions in Gen.Elements(AllBy)
        select (book with { IsCovered = true, CoveredTo = null }, question with { By = dimensions });

    [Fact]
    public void Opening_and_all_changes_are_the_closing() => Holds((data, question) =>
    {
        MetricTable table = data.Evaluate([.. Sales.PipelineBridge], question.Periods, question.By, question.Options);
        return table.Periods.All(period => table.Cells.All(cell =>
        {
            decimal[] lines = [.. Sales.PipelineBridge.Select(line => table[line, period, cell].Magnitude!.Value)];
            return lines[..^1].Sum() == lines[^1];
        }));
    });

    [Fact]
    public void Each_line_has_its_sign() => Holds((data, question) =>
    {
        Metric<Money>[] above = [Sales.OpeningPeriodPipeline, Sales.CreatedPeriodPipeline, Sales.PulledInPipeline, Sales.IncreasedPipeline, Sales.ClosingPeriodPipeline];
        MetricTable table = data.Evaluate([.. Sales.PipelineBridge], question.Periods, question.By, question.Options);
        return table.Results.All(result => above.Contains(result.Metric) ? result.Magnitude >= 0 : result.Magnitude <= 0);
    });

    /// <summary>By owner the two differ: the open pipeline is that of the owner of the day, the expected closes are the latest owner's.</summary>
    [Fact]
    public void Of_all_expected_closes_together_it_is_the_open_pipeline() => Holds((data, question) =>
    {
        Metric<Money> amount = Measures.Sum(ExpectedCloses.AmountChange, on: ExpectedCloses.On).AtClose();
        Metric<Count> count = Measures.Sum(ExpectedCloses.CountChange, on: ExpectedCloses.On).AtClose();
        EvaluationOptions options = question.Options with { Policy = new MetricPolicy { Deals = DealScope.AllTypes } };
        ValueList<Dimension> by = question.By == [Dimensions.Owner] ? [] : question.By;
        options = options with { Where = [.. options.Where.Where(filter => filter.Dimension != Dimensions.Owner)] };
        MetricTable table = data.Evaluate([amount, count, Sales.OpenPipeline, Sales.OpenDeals], question.Periods, by, options);
        return table.Periods.All(period => table.Cells.All(cell =>
            table[amount, period, cell].Magnitude == table[Sales.OpenPipeline, period, cell].Magnitude
            && table[count, period, cell].Magnitude == table[Sales.OpenDeals, period, cell].Magnitude));
    });

    [Fact]
    public void Every_win_of_a_period_was_expected_in_it_when_it_was_won() => Holds((data, question) =>
    {
        EvaluationOptions options = question.Options with { Policy = new MetricPolicy { Deals = DealScope.AllTypes } };
        return question.Periods.All(period =>
        {
            FlowMetric<Count> won = Measures.Count(ExpectedCloses.On)
                .Where(ExpectedCloses.Kind.Is(nameof(PipelineChangeKind.Won)), ExpectedCloses.CloseOn.IsIn(period.Start, period.End)).InPeriod();
            MetricTable table = data.Evaluate([won, Sales.WonDeals], [period], question.By, options);
            return table.Cells.All(cell => table[won, period, cell].Magnitude == table[Sales.WonDeals, period, cell].Magnitude);
        });
    });

    [Fact]
    public void The_credit_for_deals_adds_up_to_them_however_it_is_shared() => Holds((data, question) =>
    {
        ValueList<Dimension> by = question.By == [Dimensions.Owner] ? [] : question.By;
        FlowMetric<Money> credited = Measures.Sum(DealCredits.Amount, on: DealCredits.ClosedOn).Where(DealCredits.Outcome.Is(nameof(DealOutcome.Won))).InPeriod();
        MetricTable table = data.Evaluate([credited, Sales.Bookings], question.Periods, by, question.Options);
        return table.Periods.All(period => table.Cells.All(cell => table[credited, period, cell].Magnitude == table[Sales.Bookings, period, cell].Magnitude));
    });

    private static void Holds(Func<RevenueDataset, Question, bool> law) => Law.Holds(
        Cases, c => law(c.Book.Build(), c.Question), c => c.Book.Shrink().Select(smaller => (smaller, c.Question)), cases: 2000);
}
