using FsCheck;
using FsCheck.Fluent;

namespace RevOps.Metrics.Tests;

/// <summary>What is kept, lost and joined is part of what was there: laws 2, 6 and 9 of retention.</summary>
public sealed class RetentionLaws
{
    private static readonly Gen<(RandomBook Book, Question Question)> Cases =
        from book in RandomBooks.All
        from question in Question.Any
        select (book with { IsCovered = true, CoveredTo = null }, question with { Options = question.Options with { Where = [] } });

    private static readonly ValueList<Dimension>[] OneValueEach = [[], [Dimensions.Segment], [Dimensions.Channel, Dimensions.Segment], [Dimensions.CustomerAttribute("account")]];

    private static EntityMeasure Measure(EntityRule rule, params ReadOnlySpan<Condition> within) =>
        new($"{rule} {within.Length}", Movements.Customer, Movements.Amount, Movements.On, rule) { WithinWhere = ValueList.Create(within) };

    [Fact]
    public void Gross_retention_lies_between_nothing_and_all_and_net_retention_not_below_it() => Holds((data, question) =>
    {
        LedgerPolicy ledger = question.Options.Policy.Ledger;
        foreach (RetentionCohort cohort in Enum.GetValues<RetentionCohort>())
        {
            // Twelve months before the end of a retail month lies within another one.
            if (ledger.NeedsFixedPeriods && ledger.FixedCalendar != ReportingCalendar.Gregorian && cohort == RetentionCohort.TwelveMonths) continue;
            MetricTable Under(RetentionCap cap, ValueList<Dimension> by) => data.Evaluate(
                [Success.GrossRevenueRetention, Success.NetRevenueRetention, Success.GrossRevenueChurnRate, Success.NetRevenueChurnRate], question.Periods, by,
                new EvaluationOptions { Policy = question.Options.Policy with { RetentionCohort = cohort, RetentionCap = cap, NetChurnReactivation = ReactivationTreatment.Apart } });

            foreach (ValueList<Dimension> by in OneValueEach)
            {
                MetricTable each = Under(RetentionCap.PerCustomer, by), total = Under(RetentionCap.OnTheTotal, by), finest = Under(RetentionCap.PerSubscription, by);
                foreach ((ReportingPeriod period, Cell cell) in each.Periods.SelectMany(period => each.Cells.Select(cell => (period, cell))))
                {
                    decimal? grr = each[Success.GrossRevenueRetention, period, cell].Magnitude, nrr = each[Success.NetRevenueRetention, period, cell].Magnitude;
                    decimal? onTotal = total[Success.GrossRevenueRetention, period, cell].Magnitude;
                    if (grr is < 0 or > 1 || grr > nrr || grr > onTotal || onTotal != (nrr > 1 ? 1 : nrr) || (grr is null) != (nrr is null)) return false;
                    decimal? finestGrr = finest[Success.GrossRevenueRetention, period, cell].Magnitude;
                    if (finestGrr < 0 || finestGrr > grr) return false;
                    decimal? churn = each[Success.GrossRevenueChurnRate, period, cell].Magnitude;
                    if (churn is < 0 or > 1 || churn < each[Success.NetRevenueChurnRate, period, cell].Magnitude) return false;
                    if (cohort == RetentionCohort.PreviousPeriod && grr is not null && churn != 1 - grr) return false;
                }
            }
        }

        return true;
    });

    [Fact]
    public void Churn_is_a_share_wherever_those_lost_are_among_those_below_the_line() => Holds((data, question) =>
        (from denominator in new[] { ChurnDenominator.Opening, ChurnDenominator.OpeningAndNew }
         from dimensions in OneValueEach
         let options = new EvaluationOptions { Policy = question.Options.Policy with { ChurnDenominator = denominator } }
         from result in data.Evaluate(Success.CustomerChurnRate, question.Periods, dimensions, options).Results
         select result.Magnitude is null or (>= 0 and <= 1)).All(holds => holds));

    [Fact]
    public void Customers_at_the_open_are_retained_or_lost_and_what_they_paid_is_kept_or_not() => Holds((data, question) =>
    {
        EntityRule[] rules = Enum.GetValues<EntityRule>();
        foreach (ValueList<Dimension> by in OneValueEach)
        {
            MeasureTable table = data.Engine.Measure(new MeasureQuery { Requests = Requests(rules.Select(rule => Measure(rule)), question, by) });
            foreach ((Cell cell, ReportingPeriod period) in table.CellsBy(by).SelectMany(cell => question.Periods.Select(period => (cell, period))))
            {
                long Of(EntityRule rule) => table[cell, new MeasureRequest(Measure(rule), new DateWindow(period.Start, period.End)) { By = by }];
                if (Of(EntityRule.Retained) + Of(EntityRule.Lost) != Of(EntityRule.PositiveAtOpen)) return false;
                if (by.Count == 0 && Of(EntityRule.Retained) + Of(EntityRule.Joined) != Of(EntityRule.PositiveAtClose)) return false;
                if (Of(EntityRule.LostAndReturned) > Of(EntityRule.Retained)) return false;
                if (Of(EntityRule.KeptAmount) + Of(EntityRule.LostAmount) > Of(EntityRule.OpeningAmount)) return false;
                if (Of(EntityRule.KeptAmount) > Of(EntityRule.RetainedAmount)) return false;
            }
        }

        return true;
    });

    [Fact]
    public void The_largest_customers_hold_at_most_all_and_more_of_them_hold_no_less() => Holds((data, question) =>
    {
        Metric<Ratio>[] shares = [Revenue.ConcentrationIn(1), Revenue.ConcentrationIn(2), Revenue.ConcentrationIn(3), Revenue.ConcentrationIn(100)];
        MetricTable table = data.Evaluate(shares, question.Periods, [Dimensions.Plan], question.Options);
        return (from period in table.Periods
                from cell in table.Cells
                let told = shares.Select(share => table[share, period, cell].Magnitude).ToArray()
                select told[3] is null ? told.All(share => share is null) : told.Zip(told.Skip(1)).All(pair => pair.First <= pair.Second) && told[3] == 1 && told[0] > 0)
            .All(holds => holds);
    });

    [Fact]
    public void Every_rule_adds_up_over_segments() => Holds((data, question) =>
    {
        IReadOnlyList<MeasureRequest> requests = Requests(Enum.GetValues<EntityRule>().Select(rule => Measure(rule)), question);
        MeasureTable total = data.Engine.Measure(new MeasureQuery { Requests = requests });
        ValueList<Dimension> by = [Dimensions.Segment];
        MeasureTable parts = data.Engine.Measure(new MeasureQuery { Requests = [.. requests.Select(request => request with { By = by })] });
        return requests.All(request => total[Cell.Total, request] == parts.CellsBy(by).Sum(cell => parts[cell, request with { By = by }]));
    });

    /// <summary>As long as the ledger knows no effect of exchange rates, other kinds show that what is left out within a window is left out.</summary>
    [Fact]
    public void The_engine_in_memory_agrees_with_the_naive_one_on_every_rule_and_kinds_left_out() => Holds((data, question) =>
    {
        Condition[][] left =
        [
            [], [KindsBut(MovementKind.Expansion)], [KindsBut(MovementKind.New, MovementKind.Reactivation)],
            [KindsBut(MovementKind.Churn, MovementKind.Contraction), KindsBut(MovementKind.Transfer)],
        ];
        // One way to ask for each book: there are as many books as are needed for all.
        ValueList<DimensionFilter> where = question.Periods.Count % 2 == 0 ? [new DimensionFilter(Dimensions.Segment, ["SMB", null])] : [];
        IEnumerable<Measure> measures = from rule in Enum.GetValues<EntityRule>() from within in left select Measure(rule, within) with { Name = $"{rule} without {within.Length}" };
        MeasureQuery query = new()
        {
            Requests = [.. Requests(measures, question, OneValueEach[data.Subscriptions.Count % OneValueEach.Length]).Select(request => request with { Where = where })],
            Ledger = question.Options.Policy.Ledger,
        };
        new TwinEngine(data.Engine, new NaiveEngine(data)).MeasureAsync(query).AsTask().GetAwaiter().GetResult();
        return true;
    });

    private static Condition KindsBut(params MovementKind[] left) =>
        Condition.In(Movements.Kind, [.. Enum.GetValues<MovementKind>().Except(left).Select(kind => kind.ToString())]);

    private static IReadOnlyList<MeasureRequest> Requests(IEnumerable<Measure> measures, Question question, ValueList<Dimension>? dimensions = null) =>
        [.. from measure in measures from period in question.Periods select new MeasureRequest(measure, new DateWindow(period.Start, period.End)) { By = dimensions ?? [] }];

    private static void Holds(Func<RevenueDataset, Question, bool> law, int cases = 2500) => Law.Holds(
        Cases, c => law(c.Book.Build(), c.Question), c => c.Book.Shrink().Select(smaller => (smaller, c.Question)), cases);
}
