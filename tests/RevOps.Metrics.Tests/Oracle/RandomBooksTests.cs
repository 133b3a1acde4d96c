using FsCheck;
using FsCheck.Fluent;

namespace RevOps.Metrics.Tests;

/// <summary>The laws are worth what their books are: these must hold what is hard.</summary>
public sealed class RandomBooksTests
{
    private static readonly RevenueDataset[] Books = [.. RandomBooks.All.Sample(size: 50, seed: new Rnd(2026), numberOfSamples: 400).Select(book => book.Build())];

    [Fact]
    public void Every_kind_of_movement_that_is_built_occurs_often()
    {
        MovementKind[] notBuilt = [MovementKind.Pause, MovementKind.Resume, MovementKind.Acquired, MovementKind.Fx];
        ILookup<string, NaiveRow> byKind = Books.SelectMany(data => new NaiveLedger(data, LedgerPolicy.Default).Movements)
            .ToLookup(row => row.Name(Movements.Kind)!);
        Assert.All(Enum.GetValues<MovementKind>().Except(notBuilt), kind => Assert.True(byKind[kind.ToString()].Count() >= 20, $"{kind}: {byKind[kind.ToString()].Count()}"));
    }

    [Theory]
    [InlineData(RevenueSource.InvoiceLines, UsageTreatment.Committed)]
    [InlineData(RevenueSource.SubscriptionPrice, UsageTreatment.AsInvoiced)]
    [InlineData(RevenueSource.InvoiceLines, UsageTreatment.AsInvoiced)]
    [InlineData(RevenueSource.SubscriptionPrice, UsageTreatment.Excluded)]
    public void What_invoices_charge_moves_revenue_otherwise_than_prices_do(RevenueSource source, UsageTreatment usage)
    {
        int books = Books.Take(100).Count(data =>
        {
            long Moved(LedgerPolicy policy) => new NaiveLedger(data, policy).Movements.Sum(row => Math.Abs(row.Number(Movements.Amount) ?? 0));
            long moved = Moved(new LedgerPolicy { Source = source, Usage = usage });
            return moved > 0 && moved != Moved(LedgerPolicy.Default);
        });
        Assert.True(books >= 20, $"{books} of 100 books");
    }

    [Fact]
    public void Days_on_which_everything_happens_at_once_occur()
    {
        int switches = 0, moves = 0, movesWithNetChange = 0;
        foreach (RevenueDataset data in Books)
        {
            foreach (var day in new NaiveLedger(data, LedgerPolicy.Default).Movements.GroupBy(row => (row[Movements.Customer], row.Day(Movements.On))))
            {
                bool moved = day.Select(row => row.Name(Movements.CustomerAttribute("segment"))).Distinct().Count() > 1;
                bool net = day.Any(row => row.Name(Movements.Kind) != nameof(MovementKind.Transfer));
                bool transferred = day.Any(row => row.Name(Movements.Kind) == nameof(MovementKind.Transfer));
                if (transferred && !moved && net) switches++;
                if (moved) moves++;
                if (moved && net) movesWithNetChange++;
            }
        }

        Assert.True(switches >= 10, $"{switches} switches");
        Assert.True(moves >= 10, $"{moves} moves");
        Assert.True(movesWithNetChange >= 3, $"{movesWithNetChange} moves with a net change");
    }

    [Fact]
    public void Contracts_that_renew_in_every_way_or_not_at_all_occur_often()
    {
        NaiveRow[] due = [.. Books.SelectMany(data => new NaiveRenewals(data, LedgerPolicy.Default).Rows.Where(row => row.Day(Renewals.DueOn)!.Value.Year < 2028))];
        List<string> rare = [];
        void Often(string what, Func<NaiveRow, bool> isSo, int least = 10)
        {
            if (due.Count(isSo) < least) rare.Add($"{what}: {due.Count(isSo)} of {due.Length}");
        }

        Often("early", row => row.Number(Renewals.DaysLate) < 0);
        Often("on time", row => row.Number(Renewals.DaysLate) == 0);
        Often("late", row => row.Number(Renewals.DaysLate) is > 0 and <= 30);
        Often("late, and lost by the default grace", row => row.Number(Renewals.DaysLate) is > 30 and <= 366);
        Often("later than any service is judged", row => row.Number(Renewals.DaysLate) > 366, least: 3);
        Often("not renewed", row => row.Number(Renewals.DaysLate) is null);
        Often("pending", row => row.Number(Renewals.DaysLate) is null && row.Number(Renewals.DaysKnown) <= 30);
        Often("for more", row => row.Number(Renewals.RenewedAmount) > row.Number(Renewals.Amount));
        Often("for less", row => row.Number(Renewals.RenewedAmount) is > 0 and var renewed && renewed < row.Number(Renewals.Amount));
        Assert.Empty(rare);
    }

    [Fact]
    public void Leads_and_deals_are_tied_in_every_way_and_often_many_to_one()
    {
        List<string> rare = [];
        void Often(string what, Func<RevenueDataset, int> count)
        {
            if (Books.Sum(count) is < 20 and var found) rare.Add($"{what}: {found}");
        }

        Often("deals of several leads", data => data.Deals.Count(deal => data.Leads.Count(lead => lead.DealId == deal.Id) > 1));
        Often("deals that name their lead", data => data.Deals.Count(deal => deal.LeadId is not null));
        Often("leads named by their deal alone", data => data.Leads.Count(lead => lead.DealId is null && data.Deals.Any(deal => deal.LeadId == lead.Id)));
        Often("deals of a lead without a channel, but with a customer", data => data.Deals.Count(deal => deal.CustomerId is not null && data.Leads.Any(lead => lead.DealId == deal.Id && lead.Channel is null)));
        Often("leads of another customer than their deal", data => data.Leads.Count(lead => data.Deals.Any(deal => deal.Id == lead.DealId && deal.CustomerId != lead.CustomerId)));
        Often("leads qualified by sales and never by marketing", data => data.Leads.Count(lead => lead.SalesQualifiedOn is not null && lead.MarketingQualifiedOn is null));
        Often("deals by which a customer first bought", data => NaiveRecords.Deals(data, CustomerIdentity.Canonical).Count(row => row.Number(Deals.NewCustomers) == 1));
        Often("new business won from a customer who had bought", data => NaiveRecords.Deals(data, CustomerIdentity.Canonical).Count(row =>
            row.Number(Deals.NewCustomers) == 0 && row.Name(Deals.Outcome) == nameof(DealOutcome.Won) && row.Name(Deals.Type) == nameof(DealType.NewBusiness)));
        Assert.Empty(rare);
    }

    [Fact]
    public void Every_metric_of_the_catalogue_has_a_value_other_than_zero_somewhere()
    {
        EvaluationOptions stated = new() { Assumptions = Question.AllStated };
        ReportingPeriod[] periods =
        [
            .. ReportingCalendar.Gregorian.Quarters(2025), .. ReportingCalendar.Gregorian.Months(2025).Take(4), .. ReportingCalendar.Gregorian.Months(2026).Take(4),
        ];
        Metric[] neverMoves = [.. new[] { MovementKind.Pause, MovementKind.Resume, MovementKind.Acquired, MovementKind.Fx, MovementKind.Transfer }
            .SelectMany(kind => new Metric[] { Revenue.ArrMovement(kind), Revenue.MrrMovement(kind) }), Revenue.RefundedArr, Revenue.RefundedMrr];
        HashSet<Metric> missing = [.. MetricCatalog.All.Except(neverMoves)];
        foreach (RevenueDataset data in Books.TakeWhile(_ => missing.Count > 0))
        {
            missing.ExceptWith(data.Evaluate([.. missing], periods, options: stated).Results.Where(r => r.Magnitude is not null and not 0).Select(r => r.Metric));
        }

        Assert.Empty(missing);
    }
}
