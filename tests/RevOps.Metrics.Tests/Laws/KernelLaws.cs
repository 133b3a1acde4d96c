using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>The kernel of plain subscriptions makes the table that the general way makes: row by row, in every column, with any number of threads.</summary>
public sealed class KernelLaws
{
    // Blocks of a few customers, so that small books have many; and all in one.
    private static readonly KernelOptions[] Options = [new(1, 1), new(1, 1000), new(2, 3), new(2, 1000), new(3, 1)];

    /// <summary>Books of every kind, most of whose subscriptions are made plain.</summary>
    private static readonly Gen<(RandomBook Book, LedgerPolicy Policy)> Mixed =
        from book in RandomBooks.All
        from question in Question.Any
        from isInvoiced in Gen.Elements(true, false, false)
        from isMerged in Gen.Elements(true, false, false)
        from left in Gen.Elements(0, 1, 4, 100)
        let other = book with { Invoices = isInvoiced ? book.Invoices : [], CreditNotes = [], Payments = [], Merges = isMerged ? book.Merges : [] }
        select (other with { Subscriptions = [.. book.Subscriptions.Select((s, i) => left > 0 && i % left == left - 1 ? s : Plain(s, book.Reporting))] }, question.Options.Policy.Ledger.AsCompiled);

    /// <summary>Few customers with many subscriptions, on few days; at times with amounts that four bytes do not hold, and days too far apart for two.</summary>
    private static readonly Gen<(RandomBook Book, LedgerPolicy Policy)> Crowded =
        from book in RandomBooks.All
        from count in Gen.Choose(0, 60)
        from customer in Gen.Elements("c0", "c0", "c0", "z").ArrayOf(count)
        from start in Gen.Choose(0, 12).ArrayOf(count)
        from length in Gen.Choose(0, 8).ArrayOf(count)
        from price in Gen.Elements(0m, 10m, 10m, 20m, 30m).ArrayOf(count)
        from product in Gen.Elements("Core", "Add-on", null).ArrayOf(count)
        from haveProducts in Gen.Elements(true, false)
        from free in Gen.Elements(FreeTreatment.NotPaying, FreeTreatment.Active)
        from scale in Gen.Elements(1m, 1m, 1_000_000m)
        from distance in Gen.Elements(0, 0, 200_000)
        let first = new LocalDate(2025, 1, 30)
        select (book with
        {
            Customers = [.. book.Customers.Take(1), .. book.Customers.Count == 0 ? [new Customer { Id = "c0" }] : (Customer[])[]],
            Deals = [],
            Leads = [],
            Tickets = [],
            Merges = [],
            Invoices = [],
            CreditNotes = [],
            Payments = [],
            Subscriptions =
            [
                .. Enumerable.Range(0, count).Select(i => new Subscription
                {
                    Id = $"s{i}", CustomerId = customer[i], Start = first.PlusDays(start[i] - (i == 0 ? distance : 0)), End = length[i] == 8 ? null : first.PlusDays(start[i] + length[i]),
                    Terms = [new() { From = first.PlusDays(start[i] - (i == 0 ? distance : 0)), Price = new Money(price[i] * scale, book.Reporting), Interval = BillingInterval.Month, Product = haveProducts ? product[i] : null }],
                }),
            ],
        }, LedgerPolicy.Default with { Free = free });

    [Fact]
    public void The_kernel_makes_the_ledger_of_mixed_books_that_the_general_way_makes() => Holds(Mixed, 2500);

    [Fact]
    public void The_kernel_makes_the_ledger_of_crowded_days_that_the_general_way_makes() => Holds(Crowded, 500);

    [Fact]
    public void The_kernel_makes_the_ledger_of_a_customer_whose_subscriptions_two_bytes_do_not_number()
    {
        LocalDate first = new(2020, 1, 1);
        Subscription Make(int i) => new()
        {
            Id = $"s{i}", CustomerId = i % 1000 == 0 ? "z" : "c", Start = first.PlusDays(i * 7919 % 2000), End = i % 3 == 0 ? null : first.PlusDays((i * 7919 % 2000) + 1 + (i % 400)),
            Terms = [new() { From = first.PlusDays(i * 7919 % 2000), Price = new Money(10 + (i % 7), Currency.Usd), Interval = BillingInterval.Month }],
        };
        RevenueDataset data = RevenueDataset.Build([new Customer { Id = "c" }, new Customer { Id = "z" }], Enumerable.Range(0, 34_000).Select(Make), []);
        LedgerText.AssertSameByKernel(data, LedgerPolicy.Default, new(2, 1000));
    }

    [Fact]
    public void The_kernel_makes_the_ledger_of_a_block_of_many_customers()
    {
        LocalDate first = new(2020, 1, 1);
        // Of every ninth customer nothing is held; every seventh goes the general way, and every fifth moves to another segment.
        IEnumerable<Subscription> subscriptions =
            from i in Enumerable.Range(0, 900)
            let customer = i * 7919 % 200
            where customer % 9 != 0
            let start = first.PlusDays(i * 104_729 % 300)
            select new Subscription
            {
                Id = $"s{i}", CustomerId = $"c{customer}", Start = start, End = i % 4 == 0 ? null : start.PlusDays(1 + (i * 31 % 90)),
                Terms = [new() { From = start, Price = new Money(i % 6 * 10, Currency.Usd), Interval = BillingInterval.Month }],
                Pauses = customer % 7 == 0 ? [new(start, start.PlusDays(1))] : [],
            };
        IEnumerable<Customer> customers =
            from customer in Enumerable.Range(0, 200)
            select new Customer { Id = $"c{customer}", Attributes = customer % 5 == 0 ? [new("segment", "SMB"), new("segment", "Mid", first.PlusDays(100))] : [new("segment", "SMB")] };
        LedgerText.AssertSameByKernel(RevenueDataset.Build(customers, subscriptions, []), LedgerPolicy.Default, new(1, 100_000));
    }

    [Fact]
    public void Subscriptions_in_columns_are_the_same_dataset_and_ledger_as_their_records() => Law.Holds(
        ColumnBook.Any,
        book =>
        {
            if (Refused(() => book.Build(inColumns: false)) is { } refused) return refused == Refused(() => book.Build(inColumns: true));
            RevenueDataset records = book.Build(inColumns: false), columns = book.Build(inColumns: true);
            if (columns != records || !columns.Subscriptions.Index().All(s => s.Item == records.Subscriptions[s.Index])) throw new InvalidOperationException("The records differ.");
            string issues = Issues(columns), expectedIssues = Issues(records);
            if (issues != expectedIssues) throw new InvalidOperationException($"The issues are\n{issues}\nand not\n{expectedIssues}");
            string[] attributes = [.. records.AttributeVersions.Attributes.Select(name => $"customer.{name}")];
            foreach (LedgerPolicy policy in (LedgerPolicy[])[LedgerPolicy.Default, new() { Free = FreeTreatment.Active, YearBasis = YearBasis.ActualDays }])
            {
                string expected = LedgerText.Of(MovementFacts.CompileGenerally(records, policy, records.NumbersBy(policy.Identity), records.AttributeVersions), attributes);
                foreach (KernelOptions options in Options)
                {
                    string actual = LedgerText.Of(MovementFacts.CompileByKernel(columns, policy, columns.NumbersBy(policy.Identity), columns.AttributeVersions, options), attributes);
                    if (actual != expected) throw new InvalidOperationException($"Under {options} the ledger is\n{actual}\nand not\n{expected}");
                }
            }

            return true;
        },
        cases: 1000);

    private static string? Refused(Action build)
    {
        try
        {
            build();
            return null;
        }
        catch (DataIssueException refused)
        {
            return refused.Issue.Message;
        }
    }

    private static string Issues(RevenueDataset data) =>
        string.Join('\n', data.Issues.Select(issue => $"{issue.Severity} {issue.Code} {issue.Record} {issue.Field} {issue.Message} {issue.Remedy}").Order(StringComparer.Ordinal));

    private static void Holds(Gen<(RandomBook Book, LedgerPolicy Policy)> cases, int count) => Law.Holds(
        cases,
        c =>
        {
            RevenueDataset data = c.Book.Build();
            CustomerNumbers customers = data.NumbersBy(c.Policy.Identity);
            AttributeVersions versions = data.AttributeVersions;
            string[] columns = [.. versions.Attributes.Select(name => $"customer.{name}")];
            string expected = LedgerText.Of(MovementFacts.CompileGenerally(data, c.Policy, customers, versions), columns);
            if (!PlainRules.Serve(c.Policy)) return true;
            foreach (KernelOptions options in Options)
            {
                string actual = LedgerText.Of(MovementFacts.CompileByKernel(data, c.Policy, customers, versions, options), columns);
                if (actual != expected) throw new InvalidOperationException($"Under {options} the ledger is\n{actual}\nand not\n{expected}");
            }

            return true;
        },
        c => c.Book.Shrink().Select(smaller => (smaller, c.Policy)),
        count);

    private static Subscription Plain(Subscription subscription, Currency currency) => subscription with
    {
        Pauses = [],
        Cancellations = [],
        ReplacesId = null,
        IsVoid = subscription.IsVoid && subscription.Terms.Count > 1,
        Terms = [subscription.Terms[0] with { Price = new Money(subscription.Terms[0].Price.Amount, currency), Discounts = [], IsUsageCommitment = false }],
    };
}
