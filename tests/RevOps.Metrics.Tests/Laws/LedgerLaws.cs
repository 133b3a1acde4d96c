using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>The ledger ties out: by construction, and so for every book, customer, cell and period.</summary>
public sealed class LedgerLaws
{
    private static readonly Dimension Account = Dimensions.CustomerAttribute("account");

    private static readonly Gen<(RandomBook Book, Question Question)> Cases =
        from book in RandomBooks.All
        from question in Question.Any
        select (book, question);

    [Fact]
    public void Opening_and_all_movements_are_closing_in_every_cell() => Holds((data, question) =>
    {
        // Credit notes have neither plan nor product.
        bool hasPlans = question.Options.Policy.Refunds == RefundTreatment.NotInMrr;
        ValueList<Dimension>[] dimensions = [[], [Account], [Dimensions.Segment], .. hasPlans ? (ValueList<Dimension>[])[[Dimensions.Plan], [Account, Dimensions.Product]] : []];
        foreach (ValueList<Dimension> by in dimensions)
        {
            MetricTable table = data.Evaluate(Revenue.ArrWaterfall, question.Periods, by, question.Options);
            foreach (ReportingPeriod period in table.Periods)
            {
                foreach (Cell cell in table.Cells)
                {
                    if (!table[Revenue.Arr, period, cell].IsDefined) continue;
                    decimal moved = Revenue.ArrWaterfall.SkipLast(1).Sum(line => table[line, period, cell].Magnitude!.Value);
                    if (moved != table[Revenue.Arr, period, cell].Magnitude) return false;
                }
            }
        }

        return true;
    });

    [Fact]
    public void Transfers_add_up_to_nothing_over_the_values_of_any_dimension() => Holds((data, question) =>
    {
        Metric<PerYear<Money>> transfer = Revenue.ArrMovement(MovementKind.Transfer);
        return ((ValueList<Dimension>[])[[], [Account], [Dimensions.Segment], [Dimensions.Plan], [Dimensions.Product], [Dimensions.Channel, Dimensions.Plan]])
            .Select(by => data.Evaluate(transfer, question.Periods, by, new EvaluationOptions { Policy = question.Options.Policy }))
            .All(table => table.Periods.All(period => table.Cells.Sum(cell => table[transfer, period, cell].Magnitude ?? 0) == 0));
    });

    [Fact]
    public void What_is_acquired_is_given_up_by_somebody_else() => Holds((data, question) =>
    {
        Metric<PerYear<Money>> acquired = Revenue.ArrMovement(MovementKind.Acquired);
        MetricTable table = data.Evaluate(acquired, question.Periods, options: new EvaluationOptions { Policy = question.Options.Policy });
        return table.Results.All(result => result.Magnitude is null or 0);
    });

    [Fact]
    public void Transfers_of_a_customer_add_up_to_nothing_on_every_day() => Holds((data, question) =>
    {
        LedgerPolicy ledger = question.Options.Policy.Ledger;
        // What another parent gets is of another account.
        if (ledger.Grain == MovementGrain.ParentAccount) return true;
        Metric<PerYear<Money>> transfer = Revenue.ArrMovement(MovementKind.Transfer);
        IReadOnlyList<ReportingPeriod> days = ledger.NeedsFixedPeriods
            ? ledger.FixedCalendar.Periods(ledger.FixedGrain, new LocalDate(2025, 1, 1), new LocalDate(2026, 1, 1))
            : ReportingCalendar.Gregorian.Days(2025);
        MetricTable table = data.Evaluate(transfer, days, [Account], new EvaluationOptions { Policy = MetricPolicy.Default with { Ledger = ledger } });
        return table.Results.All(result => result.Magnitude is null or 0);
    });

    [Fact]
    public void Changes_of_customers_add_up_to_the_customers() => Holds((data, question) =>
    {
        LocalDate[] days = [.. question.Periods.Select(period => period.End)];
        SumMeasure change = new("change", Movements.CustomerChange, Movements.On);
        EntityMeasure customers = RetentionMeasures.AtClose;
        foreach (ValueList<Dimension> by in (ValueList<Dimension>[])[[], [Dimensions.Segment], [Account]])
        {
            MeasureRequest Until(LocalDate day, Measure measure) => new(measure, DateWindow.Before(day)) { By = by };
            MeasureTable table = data.Engine.Measure(new MeasureQuery
            {
                Requests = [.. days.SelectMany(day => new MeasureRequest[] { Until(day, change), Until(day, customers) })],
                Ledger = question.Options.Policy.Ledger,
            });
            foreach (Cell cell in table.CellsBy(by))
            {
                if (days.Any(day => table[cell, Until(day, change)] != table[cell, Until(day, customers)])) return false;
            }
        }

        return true;
    });

    [Fact]
    public void A_customer_is_new_at_most_once_and_leaves_only_after_that() => Holds((data, question) =>
    {
        LedgerPolicy ledger = question.Options.Policy.Ledger;
        if (ledger.Grain == MovementGrain.Subscription) return true;
        ReportingPeriod ever = ReportingPeriod.Between(new LocalDate(1990, 1, 1), new LocalDate(2090, 1, 1));
        MovementKind[] joins = [MovementKind.New, MovementKind.Reactivation, MovementKind.Acquired, MovementKind.Transfer], all = [.. joins, MovementKind.Churn];
        Measure Change(MovementKind kind) => new SumMeasure($"{kind}", Movements.CustomerChange, Movements.On).With(
            Condition.In(Movements.Kind, kind.ToString()), Condition.Between(Movements.CustomerChange, kind == MovementKind.Churn ? -1 : 1, kind == MovementKind.Churn ? -1 : 1));
        MeasureRequest[] requests = [.. all.Select(kind => new MeasureRequest(Change(kind), DateWindow.Before(new LocalDate(2090, 1, 1))) { By = [Account] })];
        MeasureTable table = data.Engine.Measure(new MeasureQuery { Requests = requests, Ledger = ledger with { FixedCalendar = ReportingCalendar.Gregorian } });
        return table.CellsBy([Account]).All(cell => table[cell, requests[0]] is 0 or 1 && -table[cell, requests[^1]] <= requests.SkipLast(1).Sum(request => table[cell, request]));
    });

    private static void Holds(Func<RevenueDataset, Question, bool> law) => Law.Holds(
        Cases, c => law(c.Book.Build(), c.Question), c => c.Book.Shrink().Select(smaller => (smaller, c.Question)), cases: 2500);
}
