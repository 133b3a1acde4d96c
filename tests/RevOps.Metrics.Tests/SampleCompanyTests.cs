using System.Collections;
using FsCheck.Fluent;
using NodaTime;
using RevOps.Metrics.SampleData;

namespace RevOps.Metrics.Tests;

public class SampleCompanyTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private static readonly SampleCompany Company = SampleCompany.Generate(SampleCompanyOptions.Default);
    private static readonly LocalDate To = Company.Options.To;
    private static readonly HashSet<string> CustomerIds = [.. Company.Customers.Select(customer => customer.Id)];

    [Fact]
    public void The_default_company_never_changes()
    {
        string clean = RecordText.Fingerprint(Lists(Company).Select(list => list.Records));
        string blemished = RecordText.Fingerprint(Lists(Company.WithBlemishes()).Select(list => list.Records));

        // When the generator changes on purpose, these change with it, and so does every number printed from the sample data.
        Assert.Equal(("3b93ce402e401e36", "86f7c4b885077d8c"), (clean, blemished));
    }

    [Fact]
    public void Equal_options_give_equal_companies_and_another_seed_another()
    {
        SampleCompanyOptions small = new() { Customers = 40, Deals = 200 };
        string first = Fingerprint(small);

        Assert.Equal(first, Fingerprint(small));
        Assert.NotEqual(first, Fingerprint(small with { Seed = 7 }));

        static string Fingerprint(SampleCompanyOptions options) => RecordText.Fingerprint(Lists(SampleCompany.Generate(options)).Select(list => list.Records));
    }

    [Fact]
    public void Any_seed_size_and_window_gives_a_sound_company() => Law.Holds(
        from seed in Gen.Choose(0, int.MaxValue)
        from customers in Gen.Choose(1, 40)
        from year in Gen.Choose(1990, 2040)
        from years in Gen.Choose(1, 4)
        select new SampleCompanyOptions
        {
            Seed = seed,
            Customers = customers,
            // On average a customer needs three; one alone can need many more.
            Deals = (customers * 4) + 40,
            From = new LocalDate(year, 7, 1),
            To = new LocalDate(year + years, 7, 1),
        },
        options =>
        {
            SampleCompany company = SampleCompany.Generate(options);
            SampleCompany blemished = company.WithBlemishes();
            AssertSound(company.Subscriptions, options.To);
            AssertSound(company.Deals, options);
            return company.Deals.Count == options.Deals && blemished.Deals.Count >= options.Deals;
        },
        cases: 40);

    [Fact]
    public void Counts_are_as_asked_for()
    {
        Assert.Equal(600, Company.Subscriptions.Select(subscription => subscription.CustomerId).Distinct().Count());
        Assert.Equal(2500, Company.Deals.Count);
        Assert.Equal(3000, Company.Leads.Count);
        Assert.InRange(Company.Subscriptions.Count, 800, 1200);
        Assert.InRange(Company.Tickets.Count, 2500, 3500);
        Assert.InRange(Company.Deals.Average(deal => deal.History.Count), 3, 5);
        Assert.Equal(12, Company.Deals.Select(deal => deal.Owner).Distinct().Count());
    }

    [Fact]
    public void As_text_the_company_stays_under_two_million_bytes()
    {
        long total = 0;
        foreach ((string name, IEnumerable records) in Lists(Company.WithBlemishes()))
        {
            long bytes = RecordText.Lines(records).Sum(line => line.Length + 1L);
            output.WriteLine($"{name,-20} {records.Cast<object>().Count(),6} records {bytes,9} bytes");
            total += bytes;
        }

        output.WriteLine($"{"total",-36} {total,9} bytes");
        Assert.InRange(total, 500_000, 2_000_000);
    }

    [Fact]
    public void Size_is_in_proportion_to_the_options()
    {
        SampleCompany twice = SampleCompany.Generate(new SampleCompanyOptions { Customers = 1200, Deals = 5000 });

        Assert.Equal(5000, twice.Deals.Count);
        Assert.InRange(twice.Subscriptions.Count, 1.8 * Company.Subscriptions.Count, 2.2 * Company.Subscriptions.Count);
        Assert.InRange(twice.Tickets.Count, 1.8 * Company.Tickets.Count, 2.2 * Company.Tickets.Count);
    }

    [Fact]
    public void Streamed_subscriptions_are_those_of_the_company() =>
        Assert.Equal(Company.Subscriptions, SampleCompany.StreamSubscriptions(SampleCompanyOptions.Default));

    [Fact]
    public void Too_few_deals_for_the_customers_are_refused()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => SampleCompany.Generate(new SampleCompanyOptions { Deals = 1000 }));
        Assert.Contains("ask for at least 1800", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_are_unique()
    {
        AssertUnique(Company.Customers.Select(r => r.Id));
        AssertUnique(Company.Subscriptions.Select(r => r.Id));
        AssertUnique(Company.Deals.Select(r => r.Id));
        AssertUnique(Company.Leads.Select(r => r.Id));
        AssertUnique(Company.Invoices.Select(r => r.Id));
        AssertUnique(Company.CreditNotes.Select(r => r.Id));
        AssertUnique(Company.Payments.Select(r => r.Id));
        AssertUnique(Company.Tickets.Select(r => r.Id));

        static void AssertUnique(IEnumerable<string> ids) => Assert.All(ids.CountBy(id => id), count => Assert.Equal(1, count.Value));
    }

    [Fact]
    public void Every_reference_leads_to_a_record()
    {
        HashSet<string> subscriptions = [.. Company.Subscriptions.Select(r => r.Id)];
        HashSet<string> deals = [.. Company.Deals.Select(r => r.Id)];
        HashSet<string> leads = [.. Company.Leads.Select(r => r.Id)];
        HashSet<string> invoices = [.. Company.Invoices.Select(r => r.Id)];

        AssertAllIn(CustomerIds, Company.Subscriptions.Select(r => r.CustomerId));
        AssertAllIn(CustomerIds, Company.Customers.SelectMany(r => r.Parents).Select(p => p.ParentId));
        AssertAllIn(CustomerIds, Company.CustomerMerges.SelectMany(r => new[] { r.CustomerId, r.IntoCustomerId }));
        AssertAllIn(CustomerIds, Company.Deals.Select(r => r.CustomerId ?? "none"));
        AssertAllIn(CustomerIds, Company.Leads.Select(r => r.CustomerId));
        AssertAllIn(CustomerIds, Company.Tickets.Select(r => r.CustomerId));
        AssertAllIn(CustomerIds, Company.Invoices.Select(r => r.CustomerId));
        AssertAllIn(CustomerIds, Company.CreditNotes.Select(r => r.CustomerId));
        AssertAllIn(CustomerIds, Company.Payments.Select(r => r.CustomerId));
        AssertAllIn(subscriptions, Company.Subscriptions.SelectMany(r => new[] { r.RenewsId, r.ReplacesId }));
        AssertAllIn(subscriptions, Company.Deals.SelectMany(r => new[] { r.SubscriptionId, r.RenewsSubscriptionId }));
        AssertAllIn(subscriptions, Company.Invoices.Select(r => r.SubscriptionId));
        AssertAllIn(deals, Company.Leads.Select(r => r.DealId));
        AssertAllIn(leads, Company.Deals.Select(r => r.LeadId));
        AssertAllIn(leads, Company.MarketingActivities.Select(r => r.LeadId));
        AssertAllIn(invoices, Company.Payments.Select(r => r.InvoiceId));
        AssertAllIn(invoices, Company.CreditNotes.Select(r => r.InvoiceId));

        static void AssertAllIn(HashSet<string> known, IEnumerable<string?> ids) => Assert.All(ids, id => Assert.True(id is null || known.Contains(id), id));
    }

    [Fact]
    public void Terms_are_in_order_inside_the_service_and_in_one_currency() => AssertSound(Company.Subscriptions, To);

    private static void AssertSound(IReadOnlyList<Subscription> subscriptions, LocalDate to) => Assert.All(subscriptions, subscription =>
    {
        Assert.Equal(subscription.Start, subscription.Terms[0].From);
        Assert.True(subscription.End is null || subscription.End > subscription.Start, subscription.Id);
        Assert.All(subscription.Terms.Zip(subscription.Terms.Skip(1)), pair => Assert.True(pair.First.From < pair.Second.From, subscription.Id));
        Assert.True(subscription.End is null || subscription.Terms[^1].From < subscription.End, subscription.Id);
        Assert.Single(subscription.Terms.Select(term => term.Price.Currency).Distinct());
        Assert.All(subscription.Terms, term => Assert.True(term.Quantity > 0 && term.Price.Amount >= 0 && term.Price == term.Price.Round(), subscription.Id));
        Assert.All(subscription.Terms, term => Assert.True(term.From < to || term.IsContractedStep, subscription.Id));
        Assert.All(subscription.Terms.SelectMany(term => term.Discounts), discount => Assert.NotEqual(discount.Share is null, discount.Amount is null));
        Assert.False(subscription.TrialEnd <= subscription.Start || subscription.TrialEnd > subscription.End, subscription.Id);
        Assert.All(subscription.Pauses, pause => Assert.True(pause.From >= subscription.Start && !(pause.To <= pause.From), subscription.Id));
        Assert.All(subscription.Pauses, pause => Assert.False(pause.To > subscription.End, subscription.Id));
        Assert.All(subscription.Cancellations, request => Assert.True(request.RequestedOn < to && !(request.WithdrawnOn < request.RequestedOn), subscription.Id));
    });

    [Fact]
    public void A_replacement_starts_on_the_day_the_old_subscription_ends()
    {
        Dictionary<string, Subscription> byId = Company.Subscriptions.ToDictionary(s => s.Id);
        Assert.All(Company.Subscriptions.Where(s => s.ReplacesId is not null), s => Assert.Equal(byId[s.ReplacesId!].End, s.Start));
        Assert.All(Company.Subscriptions.Where(s => s.RenewsId is not null), s => Assert.True(byId[s.RenewsId!].End <= s.Start, s.Id));
    }

    [Fact]
    public void Deals_close_after_their_creation_and_know_how_they_ended() => AssertSound(Company.Deals, Company.Options);

    private static void AssertSound(IReadOnlyList<Deal> deals, SampleCompanyOptions options) => Assert.All(deals, deal =>
    {
        Assert.True(deal.CreatedOn < options.To, deal.Id);
        Assert.Equal(deal.Outcome == DealOutcome.Open, deal.ClosedOn is null);
        Assert.True(deal.ClosedOn is null || (deal.ClosedOn >= deal.CreatedOn && deal.ClosedOn >= options.From && deal.ClosedOn < options.To), deal.Id);
        Assert.Equal(deal.Outcome == DealOutcome.Lost, deal.LostReason is not null);
        Assert.True(deal.Amount!.Value.Amount > 0, deal.Id);
        Assert.True(deal.Splits.Count == 0 || deal.Splits.Sum(split => split.Share) == 1m, deal.Id);
        Assert.True(deal.Outcome != DealOutcome.Open || deal.ExpectedCloseOn >= options.To, deal.Id);
        Assert.True(deal.Outcome != DealOutcome.Won || deal.SubscriptionId is not null, deal.Id);
    });

    [Fact]
    public void A_deals_history_runs_from_creation_to_close_and_ends_in_its_latest_values() => Assert.All(Company.Deals, deal =>
    {
        Assert.Equal(deal.CreatedOn, deal.History[0].On);
        Assert.All(deal.History.Zip(deal.History.Skip(1)), pair => Assert.True(pair.First.On < pair.Second.On, deal.Id));
        Assert.True(deal.History[^1].On <= (deal.ClosedOn ?? To.PlusDays(-1)), deal.Id);
        Assert.Equal(deal.Stage, deal.History.Last(c => c.Stage is not null).Stage);
        Assert.Equal(deal.Amount, deal.History.Last(c => c.Amount is not null).Amount);
        Assert.Equal(deal.ExpectedCloseOn, deal.History.Last(c => c.ExpectedCloseOn is not null).ExpectedCloseOn);
        Assert.Equal(deal.Category, deal.History.Last(c => c.Category is not null).Category);
        Assert.Equal(deal.Owner, deal.History.Last(c => c.Owner is not null).Owner);
    });

    [Fact]
    public void A_leads_milestones_are_in_order() => Assert.All(Company.Leads, lead =>
    {
        LocalDate?[] milestones =
            [lead.FirstTouchOn, lead.MarketingQualifiedOn, lead.AcceptedOn, lead.SalesQualifiedOn, lead.ConvertedOn ?? lead.DisqualifiedOn];
        LocalDate[] days = [.. milestones.OfType<LocalDate>()];
        Assert.Equal(days.Order(), days);
        Assert.True(days[^1] < To, lead.Id);
        Assert.True(lead.ConvertedOn is null || lead.DisqualifiedOn is null, lead.Id);
    });

    [Fact]
    public void Payments_add_up_to_their_paid_invoice()
    {
        ILookup<string?, Payment> payments = Company.Payments.Where(payment => payment.Amount.Amount > 0).ToLookup(payment => payment.InvoiceId);
        Assert.All(Company.Invoices.Where(i => i.PaidOn is not null), invoice => Assert.Equal(invoice.Amount.Amount, payments[invoice.Id].Sum(p => p.Amount.Amount)));
        Assert.All(Company.Invoices.Where(i => i.PaidOn is null), invoice => Assert.Empty(payments[invoice.Id]));
    }

    [Fact]
    public void Closed_in_a_forecast_is_what_was_won_by_then()
    {
        LocalDate month = new(2024, 3, 1);
        LocalDate takenOn = month.PlusDays(14);
        foreach (ForecastSnapshot snapshot in Company.ForecastSnapshots.Where(s => s.TakenOn == takenOn && s.Category == ForecastCategory.Closed))
        {
            decimal won = Company.Deals
                .Where(d => d is { Outcome: DealOutcome.Won, Type: DealType.NewBusiness } && d.Owner == snapshot.Owner)
                .Where(d => d.ClosedOn >= month && d.ClosedOn <= takenOn)
                .Sum(d => InDollars(d.Amount!.Value, d.ClosedOn!.Value));
            Assert.InRange(snapshot.Amount.Amount - won, -50, 50);
        }
    }

    [Fact]
    public void Channels_differ_in_win_rate_and_segments_in_cycle_and_churn()
    {
        Dictionary<string, Customer> customers = Company.Customers.ToDictionary(c => c.Id);
        List<Deal> closed = [.. Company.Deals.Where(d => d.Type == DealType.NewBusiness && d.Outcome is DealOutcome.Won or DealOutcome.Lost)];

        Assert.True(WinRate("Referral") > WinRate("Organic") && WinRate("Organic") > WinRate("Outbound"));
        Assert.True(Cycle("SMB") < Cycle("Mid-Market") && Cycle("Mid-Market") < Cycle("Enterprise"));
        Assert.True(Gone("SMB") > Gone("Mid-Market") && Gone("Mid-Market") > Gone("Enterprise"));

        string First(string? id, string name) => customers[id!].Attributes.First(a => a.Name == name).Value;
        double WinRate(string channel) => closed.Where(d => First(d.CustomerId, "channel") == channel).Average(d => d.Outcome == DealOutcome.Won ? 1.0 : 0.0);
        double Cycle(string segment) => closed.Where(d => d.Outcome == DealOutcome.Won && First(d.CustomerId, "segment") == segment)
            .Average(d => (double)NodaTime.Period.DaysBetween(d.CreatedOn!.Value, d.ClosedOn!.Value));
        double Gone(string segment) => Company.Subscriptions.GroupBy(s => s.CustomerId).Where(g => First(g.Key, "segment") == segment)
            .Average(g => g.All(s => s.End < To) ? 1.0 : 0.0);
    }

    /// <summary>The lists of a company by name.</summary>
    internal static IEnumerable<(string Name, IEnumerable Records)> Lists(SampleCompany company) =>
    [
        ("Customers", company.Customers), ("CustomerMerges", company.CustomerMerges), ("Subscriptions", company.Subscriptions),
        ("Deals", company.Deals), ("Leads", company.Leads), ("MarketingActivities", company.MarketingActivities), ("Spends", company.Spends),
        ("Invoices", company.Invoices), ("CreditNotes", company.CreditNotes), ("Payments", company.Payments), ("Tickets", company.Tickets),
        ("ForecastSnapshots", company.ForecastSnapshots), ("Quotas", company.Quotas), ("FinancialFigures", company.FinancialFigures),
        ("ExchangeRates", company.ExchangeRates),
        ("TextBlemishes", company.TextBlemishes),
    ];

    private static decimal InDollars(Money money, LocalDate on) => money.Currency == Currency.Usd
        ? money.Amount
        : money.Amount * Company.ExchangeRates.Last(rate => rate.From == money.Currency && rate.Date <= on).Rate;
}
