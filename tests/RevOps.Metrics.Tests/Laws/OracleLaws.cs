using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>Answers do not depend on who is asked, nor on how the records came: the laws 3, 4 and 6 of the engine.</summary>
public sealed class OracleLaws
{
    private static readonly Gen<(RandomBook Book, Question Question)> Cases =
        from book in RandomBooks.All
        from question in Question.Any
        select (book, question);

    [Fact]
    public void The_engine_in_memory_agrees_with_the_naive_one_in_the_whole_catalogue() => Holds((book, question) =>
    {
        RevenueDataset data = book.Build();
        question.Ask(new TwinEngine(data.Engine, new NaiveEngine(data)));
    });

    [Fact]
    public void The_ledger_agrees_with_the_naive_one_day_by_day_and_by_everything() => Holds((book, question) =>
    {
        RevenueDataset data = book.Build();
        LedgerPolicy policy = question.Options.Policy.Ledger;
        NaiveEngine naive = new(data);
        LocalDate EdgeAfter(LocalDate day) => policy.NeedsFixedPeriods ? policy.FixedCalendar.PeriodContaining(day, policy.FixedGrain).End : day;
        LocalDate[] days = [.. naive.LedgerOf(policy).Movements.Select(row => EdgeAfter(row.Day(Movements.On)!.Value)).Distinct().Order(), EdgeAfter(new(2090, 1, 1))];
        SumMeasure amount = new("amount", Movements.Amount, Movements.On), customers = new("change of customers", Movements.CustomerChange, Movements.On),
            subscriptions = new("change of subscriptions", Movements.SubscriptionChange, Movements.On), absent = new("absent days", Movements.AbsentDays, Movements.On);
        Measure[] measures =
        [
            customers, subscriptions, absent, .. Enum.GetNames<MovementKind>().Select(kind => amount.With(Condition.In(Movements.Kind, kind))),
            .. Enum.GetNames<MovementCause>().Select(cause => amount.With(Condition.In(Movements.Cause, cause))),
        ];
        ValueList<Dimension> dimensions = [Dimensions.CustomerAttribute("account"), Dimensions.Segment, Dimensions.Channel, Dimensions.Plan, Dimensions.Product, Dimensions.ChurnReason];
        MeasureQuery query = new()
        {
            Requests =
            [
                .. from measure in measures from window in WindowsBetween(days) select new MeasureRequest(measure, window) { By = dimensions },
            ],
            Ledger = policy,
        };
        new TwinEngine(data.Engine, naive).MeasureAsync(query).AsTask().GetAwaiter().GetResult();
    });

    [Fact]
    public void The_order_of_the_records_changes_nothing() => Holds((book, question) =>
        question.Ask(new TwinEngine(book.Build().Engine, book.Shuffled(2).Build().Engine)));

    [Fact]
    public void The_number_of_threads_changes_nothing() => Holds(
        (book, question) =>
        {
            RevenueDataset data = book.Build();
            question.Ask(new TwinEngine(
                new InMemoryEngine(data, new KernelOptions(Threads: 1, RowsPerBlock: 16_384)), new InMemoryEngine(data, new KernelOptions(Threads: 3, RowsPerBlock: 4, RowsPerThread: 2))));
        },
        cases: 400);

    [Fact]
    public void A_question_asked_again_has_the_same_answer() => Holds(
        (book, question) =>
        {
            RevenueDataset data = book.Build();
            question.Ask(new TwinEngine(
                new InMemoryEngine(data), new SecondAnswer(new InMemoryEngine(data, new KernelOptions(Threads: 2, RowsPerBlock: 16_384, RowsPerThread: 3)))));
        },
        cases: 800);

    [Fact]
    public void Measuring_a_book_in_parts_and_merging_is_measuring_it_whole() => Holds((book, question) =>
    {
        bool IsFirst(string customer) => customer[^1] % 2 == 0;
        RevenueDataset first = book.PartOf(IsFirst, withTheRest: true).Build(), second = book.PartOf(id => !IsFirst(id), withTheRest: false).Build();
        question.Ask(new TwinEngine(book.Build().Engine, new MergingEngine(first.Engine, second.Engine)));
    });

    [Fact]
    public void The_table_of_an_empty_book_is_neutral() => Holds((book, question) =>
    {
        RevenueDataset none = book.PartOf(_ => false, withTheRest: false).Build();
        question.Ask(new TwinEngine(book.Build().Engine, new MergingEngine(book.Build().Engine, none.Engine)));
    });

    /// <summary>All time in windows: before the first day, and from each day to the next.</summary>
    private static IEnumerable<DateWindow> WindowsBetween(LocalDate[] days) =>
        days.Select((day, i) => i == 0 ? DateWindow.Before(day) : new DateWindow(days[i - 1], day));

    private static void Holds(Action<RandomBook, Question> law, int cases = 2500) => Law.Holds(
        Cases,
        c =>
        {
            law(c.Book, c.Question);
            return true;
        },
        c => c.Book.Shrink().Select(smaller => (smaller, c.Question)),
        cases: cases);

    /// <summary>An engine that is asked everything twice, and gives its second answer.</summary>
    private sealed class SecondAnswer(InMemoryEngine engine) : IMetricEngine
    {
        public Currency ReportingCurrency => engine.ReportingCurrency;

        public Coverage? CoverageOf(Relation relation) => engine.CoverageOf(relation);

        public IReadOnlyList<Refusal> Check(MeasureQuery query) => engine.Check(query);

        public ValueTask<MeasureTable> MeasureAsync(MeasureQuery query, CancellationToken cancellationToken = default)
        {
            _ = engine.Measure(query, cancellationToken);
            return ValueTask.FromResult(engine.Measure(query, cancellationToken));
        }
    }

    /// <summary>Two engines over parts of a book, as one.</summary>
    private sealed class MergingEngine(InMemoryEngine first, InMemoryEngine second) : IMetricEngine
    {
        public Currency ReportingCurrency => first.ReportingCurrency;

        public Coverage? CoverageOf(Relation relation) => first.CoverageOf(relation);

        public IReadOnlyList<Refusal> Check(MeasureQuery query) => first.Check(query);

        public ValueTask<MeasureTable> MeasureAsync(MeasureQuery query, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(MeasureTable.Merge(first.Measure(query, cancellationToken), second.Measure(query, cancellationToken)));
    }
}
