using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>What was known on a day is what the records of that day make, whatever was written down after it.</summary>
public sealed class AsOfLaws
{
    private static readonly Gen<(RandomBook Book, LocalDate[] Recorded, LocalDate Day, Question Question)> Cases =
        from book in RandomBooks.All
        from recorded in Gen.Choose(0, 3).Select(month => new LocalDate(2025, 1, 15).PlusMonths(month)).ArrayOf(40)
        from day in Gen.Choose(0, 120).Select(new LocalDate(2025, 1, 1).PlusDays)
        from question in Question.Any
        select (book, recorded, day, question);

    private static readonly Gen<(RevenueDataset Data, LocalDate Day, LocalDate Other)> Datasets =
        RandomRecords.Of(random => (random.Dataset(), random.KnownOn(), random.KnownOn()));

    [Fact]
    public void As_of_a_day_the_whole_catalogue_answers_as_from_the_records_of_that_day_alone() => Law.Holds(
        Cases,
        c =>
        {
            RandomBook known = Known(c.Book, c.Recorded, c.Day);
            RevenueDataset asOf = Recorded(c.Book, c.Recorded).AsOf(c.Day), alone = known.Build();
            c.Question.Ask(new TwinEngine(asOf.Engine, alone.Engine));
            return true;
        },
        cases: 300);

    [Fact]
    public void As_of_the_last_day_everything_is_known() =>
        Law.Holds(Datasets, c => c.Data.AsOf(LocalDate.MaxIsoValue).Equals(c.Data), cases: 100);

    [Fact]
    public void As_of_two_days_is_as_of_the_earlier() => Law.Holds(
        Datasets, c => c.Data.AsOf(c.Day).AsOf(c.Other).Equals(c.Data.AsOf(LocalDate.Min(c.Day, c.Other))), cases: 300);

    [Fact]
    public void A_later_day_knows_every_version_that_an_earlier_one_knows() => Law.Holds(
        Datasets,
        c =>
        {
            RevenueDataset earlier = c.Data.AsOf(LocalDate.Min(c.Day, c.Other)), later = c.Data.AsOf(LocalDate.Max(c.Day, c.Other));
            return earlier.Subscriptions.Concat(earlier.Superseded.Subscriptions).All(later.Subscriptions.Concat(later.Superseded.Subscriptions).Contains)
                && earlier.Deals.Concat(earlier.Superseded.Deals).All(later.Deals.Concat(later.Superseded.Deals).Contains)
                && earlier.Spends.All(later.Spends.Contains);
        },
        cases: 100);

    [Fact]
    public void The_versions_recorded_between_two_days_are_what_the_later_day_knows_more() => Law.Holds(
        Datasets,
        c =>
        {
            LocalDate first = LocalDate.Min(c.Day, c.Other), second = LocalDate.Max(c.Day, c.Other);
            int more = c.Data.RecordedBetween(first, second).Count;
            return c.Data.RecordedBetween(LocalDate.MinIsoValue, first).Count + more == c.Data.RecordedBetween(LocalDate.MinIsoValue, second).Count
                && (more > 0 || c.Data.Options.Coverage.Count > 0 || c.Data.AsOf(first).Equals(c.Data.AsOf(second)));
        },
        cases: 100);

    [Fact]
    public void The_order_of_the_records_changes_nothing_of_what_was_known() => Law.Holds(
        Cases,
        c =>
        {
            RevenueDataset data = Recorded(c.Book, c.Recorded);
            RevenueDataset turned = RevenueDataset.Build(
                All(data.Customers, data.Superseded.Customers), All(data.Subscriptions, data.Superseded.Subscriptions), All(data.Deals, data.Superseded.Deals),
                data.Spends, leads: All(data.Leads, data.Superseded.Leads), marketingActivities: data.MarketingActivities, invoices: data.Invoices.Reverse(),
                creditNotes: data.CreditNotes.Reverse(), payments: data.Payments.Reverse(), tickets: All(data.Tickets, data.Superseded.Tickets),
                forecastSnapshots: data.ForecastSnapshots, quotas: data.Quotas, financialFigures: data.FinancialFigures,
                customerMerges: data.CustomerMerges, options: data.Options);
            return data.Equals(turned) && data.AsOf(c.Day).Equals(turned.AsOf(c.Day));
        },
        cases: 200);

    private static IEnumerable<T> All<T>(ValueList<T> inForce, ValueList<T> superseded) => inForce.Reverse().Concat(superseded);

    /// <summary>The book in which every third subscription, deal, lead and ticket is corrected on a day, others are known only since one; so are spends, activities, quotas and figures.</summary>
    private static RevenueDataset Recorded(RandomBook book, LocalDate[] recorded)
    {
        RevenueDataset data = book.Build();
        return RevenueDataset.Build(
            data.Customers, data.Subscriptions.SelectMany((s, i) => SubscriptionVersions(s, recorded[i % recorded.Length], i)),
            data.Deals.SelectMany((d, i) => DealVersions(d, recorded[i % recorded.Length], i)),
            data.Spends.Select((s, i) => s with { RecordedOn = recorded[i] }), leads: data.Leads.SelectMany((l, i) => LeadVersions(l, recorded[i % recorded.Length], i)),
            marketingActivities: data.MarketingActivities.Select((a, i) => a with { RecordedOn = recorded[i] }), invoices: data.Invoices, creditNotes: data.CreditNotes,
            payments: data.Payments, tickets: data.Tickets.SelectMany((t, i) => TicketVersions(t, recorded[i % recorded.Length], i)),
            forecastSnapshots: data.ForecastSnapshots, quotas: data.Quotas.Select((q, i) => q with { RecordedOn = recorded[i] }),
            financialFigures: data.FinancialFigures.Select((f, i) => f with { RecordedOn = recorded[i] }), customerMerges: data.CustomerMerges, options: data.Options);
    }

    /// <summary>The book that somebody who knew nothing of recorded dates would have had on the day.</summary>
    private static RandomBook Known(RandomBook book, LocalDate[] recorded, LocalDate day)
    {
        IEnumerable<T> Latest<T>(IEnumerable<T> versions, Func<T, LocalDate?> recordedOn) =>
            versions.Where(version => !(recordedOn(version) > day)).OrderByDescending(version => recordedOn(version) ?? LocalDate.MinIsoValue).Take(1);
        RevenueDataset data = book.Build();
        return book with
        {
            Subscriptions = [.. data.Subscriptions.SelectMany((s, i) => Latest(SubscriptionVersions(s, recorded[i % recorded.Length], i), v => v.RecordedOn))],
            Deals = [.. data.Deals.SelectMany((d, i) => Latest(DealVersions(d, recorded[i % recorded.Length], i), v => v.RecordedOn))],
            Leads = [.. data.Leads.SelectMany((l, i) => Latest(LeadVersions(l, recorded[i % recorded.Length], i), v => v.RecordedOn))],
            Activities = [.. data.MarketingActivities.Where((_, i) => recorded[i] <= day)],
            Tickets = [.. data.Tickets.SelectMany((t, i) => Latest(TicketVersions(t, recorded[i % recorded.Length], i), v => v.RecordedOn))],
            Spends = [.. data.Spends.Where((_, i) => recorded[i] <= day)],
            Quotas = [.. data.Quotas.Where((_, i) => recorded[i] <= day)],
            Figures = [.. data.FinancialFigures.Where((_, i) => recorded[i] <= day)],
            Forecasts = [.. data.ForecastSnapshots.Where(forecast => forecast.TakenOn <= day)],
        };
    }

    private static Subscription[] SubscriptionVersions(Subscription subscription, LocalDate day, int number) => (number % 3) switch
    {
        0 => [subscription with { End = null }, subscription with { RecordedOn = day }, subscription with { IsVoid = true, RecordedOn = day.PlusDays(40) }],
        1 => [subscription with { RecordedOn = day }],
        _ => [subscription],
    };

    private static Ticket[] TicketVersions(Ticket ticket, LocalDate day, int number) => (number % 3) switch
    {
        0 => [ticket with { ResolvedOn = null }, ticket with { RecordedOn = day }],
        1 => [ticket with { RecordedOn = day }],
        _ => [ticket],
    };

    private static Deal[] DealVersions(Deal deal, LocalDate day, int number) => (number % 3) switch
    {
        0 => [deal with { Outcome = DealOutcome.Open, ClosedOn = null }, deal with { RecordedOn = day }],
        1 => [deal with { RecordedOn = day }],
        _ => [deal],
    };

    private static Lead[] LeadVersions(Lead lead, LocalDate day, int number) => (number % 3) switch
    {
        0 => [lead with { SalesQualifiedOn = null, DealId = null }, lead with { RecordedOn = day }],
        1 => [lead with { RecordedOn = day }],
        _ => [lead],
    };
}
