using NodaTime;
using static RevOps.Metrics.Tests.Reference.Books;

namespace RevOps.Metrics.Tests.Reference;

/// <summary>Published examples of MRR, from prices, intervals, quantities, discounts and terms.</summary>
internal static class RecurringExamples
{
    public static ComputedExamples Computed { get; } = new()
    {
        ["cm-mrr-1"] = Quantities,
        ["cm-mrr-2"] = Quantities,
        ["st-mrr-normalise"] = e => new()
        {
            ["mrr"] = Mrr(e.Entries("subs").SelectMany(sub => Enumerable.Repeat(Price(sub.Number("price"), sub.Interval), (int)sub.Number("n")))),
        },
        ["pw-disc-annual"] = e => new() { ["mrr"] = Mrr(AtShareOff(e, "discount", BillingInterval.Year)) },
        ["pw-disc-month"] = DiscountThatEnds,
        ["cb-mrr"] = e => new()
        {
            ["mrr"] = Mrr(Price(e["plan"]) with { Discounts = [new() { Amount = Make.Usd(e["discount"]) }] }, Price(e["addon"])),
        },
        ["cb-metered"] = MeteredInArrears,
        ["norm-daily"] = e => new() { ["polar"] = Mrr(Price(e["price"], e.Interval)) },
        ["kaching-total"] = e => new()
        {
            ["mrr[2]"] = MrrOfEach(e)[2],
            ["mrr[3]"] = MrrOfEach(e)[3],
            ["total"] = Mrr(e.Entries("subs").Select(sub => Price(sub.Number("price"), sub.Interval))),
        },
        ["kb-annual"] = e => new FigureValues().AddList("mrr", e.Numbers("annual").Select(price => (object?)Mrr(Price(price, BillingInterval.Year)))),
        ["lago-weekly-bug"] = e =>
        {
            decimal? mrr = Mrr(e.Entries("customers").Select(customer => Price(customer.Number("weekly"), BillingInterval.Week)));
            return new() { ["correct_mrr"] = mrr, ["lago_legacy"] = new Instead(mrr) };
        },
        ["po-mrr"] = e =>
        {
            IEnumerable<Subscription> book = CustomerEach(e.Entries("subs").Select(sub => Price(sub.Number("price"), sub.Interval)));
            return new() { ["mrr"] = book.Told(Revenue.Mrr, Step(0)), ["arr"] = book.Told(Revenue.Arr, Step(0)) };
        },
        ["po-3m"] = e => new() { ["mrr"] = Mrr(Price(e["price"], e.Interval)) },
        ["po-2y"] = e => new() { ["mrr"] = Mrr(Price(e["price"], e.Interval)) },
        ["po-forever"] = e => new() { ["mrr"] = Mrr(AtShareOff(e, "discount")) },
        ["po-cmrr"] = MrrByMonth,
        ["prepaid-hn"] = e =>
        {
            decimal? mrr = Mrr(Prepaid(e));
            return new() { ["mrr_cash_normalised"] = mrr, ["mrr"] = mrr };
        },
        ["polar-once"] = e =>
        {
            PriceTerm term = Price(e["price"]);
            Discount once = new() { Amount = Make.Usd(e["discount_amount"]), To = term.Interval.After(term.From) };
            decimal? mrr = Mrr(Enumerable.Repeat(term with { Discounts = [once] }, (int)e["subs"]));
            return new() { ["correct_mrr"] = mrr, ["wrong_mrr"] = new Instead(mrr) };
        },
        ["re-double"] = e =>
        {
            decimal? mrr = StillInService(e).Told(Revenue.Mrr, Step(6));
            return new() { ["recurly_mrr"] = mrr, ["mrr"] = mrr };
        },
        ["zu-periods"] = MrrByDay,
        ["mp-midmonth"] = EndOfMonth,
        ["ph-identity"] = e => new() { ["total_mrr"] = WithCredit(e) },
        ["cm-arpa"] = e => new() { ["arpa"] = CustomerEach(e.Numbers("customer_mrr").Select(mrr => Price(mrr))).Told(Revenue.Arpa, Step(0)) },
        ["cm-asp"] = e => new()
        {
            ["asp"] = CustomerEach(e.Entries("new_customers").SelectMany(c => Enumerable.Repeat(Price(c.Number("mrr")), (int)c.Number("n"))))
                .Told(Revenue.AverageSalePrice, Step(0)),
        },
    };

    private static decimal? Mrr(params IEnumerable<PriceTerm> terms) => CustomerEach(terms).Told(Revenue.Mrr, Step(0));

    private static decimal?[] MrrOfEach(WorkedExample e) => [.. e.Entries("subs").Select(sub => Mrr(Price(sub.Number("price"), sub.Interval)))];

    private static FigureValues Quantities(WorkedExample e) => new()
    {
        ["mrr"] = Mrr(e.Entries("subs").Select(sub => Price(sub.Number("monthly"), quantity: sub.Number("qty")))),
    };

    /// <summary>The price at a share off, for one interval where it is told for how long, else for good.</summary>
    private static PriceTerm AtShareOff(WorkedExample e, string share, BillingInterval? covered = null)
    {
        PriceTerm term = Price(e["price"], covered ?? BillingInterval.Month);
        return term with { Discounts = [new() { Share = e[share], To = covered?.After(term.From) }] };
    }

    /// <summary>A base price, and what was used in January on the invoice of February.</summary>
    private static FigureValues MeteredInArrears(WorkedExample e)
    {
        LocalDate billed = Step(1).Start;
        Money used = Make.Usd(e["feb.jan_usage_invoiced"]);
        Invoice february = new()
        {
            Id = "feb", CustomerId = "c0", SubscriptionId = "s0", IssuedOn = billed, Amount = Make.Usd(e["feb.base"]) + used,
            Lines =
            [
                new() { Kind = InvoiceLineKind.Recurring, Amount = Make.Usd(e["feb.base"]), From = billed, To = billed.PlusMonths(1) },
                new() { Kind = InvoiceLineKind.Usage, Amount = used, From = billed.PlusMonths(-1), To = billed },
            ],
        };
        RevenueDataset data = RevenueDataset.Build(subscriptions: CustomerEach(Price(e["jan.base"])), invoices: [february]);
        EvaluationOptions asInvoiced = new() { Policy = new MetricPolicy { Ledger = new LedgerPolicy { Usage = UsageTreatment.AsInvoiced } } };
        MetricTable table = data.Evaluate(Revenue.Mrr, [Step(0), Step(1)], options: asInvoiced);
        return new() { ["jan"] = table.Results[0].Magnitude, ["feb"] = table.Results[1].Magnitude };
    }

    /// <summary>The page does not say how long the discount runs: two months are the fewest in which one on a monthly price recurs.</summary>
    private static FigureValues DiscountThatEnds(WorkedExample e)
    {
        PriceTerm term = Price(e["price"], e.Interval);
        IEnumerable<Subscription> book = CustomerEach(term with { Discounts = [new() { Share = e["discount"], To = term.From.PlusMonths(2) }] });
        return new FigureValues().AddList("mrr", [book.Told(Revenue.Mrr, Step(1)), book.Told(Revenue.Mrr, Step(2))]);
    }

    private static FigureValues MrrByMonth(WorkedExample e)
    {
        Subscription[] book =
        [
            .. e.Entries("subs").Select((sub, i) =>
            {
                LocalDate from = sub.Date("from");
                return new Subscription
                {
                    Id = $"s{i}", CustomerId = $"c{i}", Start = from, End = sub.TryGetProperty("cancelled_ends", out _) ? sub.Date("cancelled_ends") : null,
                    Terms = [Price(sub.Number("price")) with { From = from }],
                };
            }),
        ];
        IEnumerable<ReportingPeriod> months = ReportingCalendar.Gregorian.Months(2026).Take(e.Entries("months").Count());
        return new FigureValues().AddList("mrr", months.Select(month => (object?)book.Told(Revenue.Mrr, month)));
    }

    /// <summary>The list price of all months in one term, and what paying ahead takes off.</summary>
    private static PriceTerm Prepaid(WorkedExample e)
    {
        decimal list = e["list_monthly"] * e["months"];
        return Price(list, new BillingInterval((int)e["months"], BillingUnit.Month)) with { Discounts = [new() { Amount = Make.Usd(list - e["prepaid"]) }] };
    }

    /// <summary>A yearly subscription terminated within its term, and the one that the customer takes in its place.</summary>
    private static Subscription[] StillInService(WorkedExample e)
    {
        PriceTerm old = Price(12 * e["old_sub_mrr_still_in_cycle"], BillingInterval.Year);
        LocalDate again = Step(5).Start;
        return
        [
            new()
            {
                Id = "old", CustomerId = "c", Start = old.From, End = old.Interval.After(old.From), Terms = [old],
                Cancellations = [new() { RequestedOn = again.PlusDays(-10) }],
            },
            new() { Id = "new", CustomerId = "c", Start = again, Terms = [Price(12 * e["new_sub_mrr"], BillingInterval.Year) with { From = again }] },
        ];
    }

    private static FigureValues MrrByDay(WorkedExample e)
    {
        PriceTerm[] terms =
        [
            .. e.Entries("segments").Select(segment => Price(segment[2].GetDecimal()) with
            {
                From = ExampleInputs.ToDate(segment[0].GetString()!), To = ExampleInputs.ToDate(segment[1].GetString()!),
            }),
        ];
        Subscription[] book = [new() { Id = "s", CustomerId = "c", Start = terms[0].From, End = terms[^1].To, Terms = [.. terms] }];
        FigureValues figures = [];
        foreach (string name in e.Figures)
        {
            LocalDate day = ExampleInputs.ToDate(name["mrr.".Length..]);
            figures[name] = book.Told(Revenue.Mrr, ReportingPeriod.Between(day, day.PlusDays(1)));
        }

        return figures;
    }

    private static FigureValues EndOfMonth(WorkedExample e)
    {
        const string Snapshot = "last_of_month_snapshot.";
        Subscription[] book = [Make.Monthly("s", "c", e["sub.mrr"], e.Text("sub.start"), e.Text("sub.end"))];
        FigureValues figures = [];
        foreach (string name in e.Figures.Where(name => name.StartsWith(Snapshot, StringComparison.Ordinal)))
        {
            figures[name] = book.Told(Revenue.Mrr, Make.Month(name[Snapshot.Length..]));
        }

        return figures;
    }

    private static decimal? WithCredit(WorkedExample e)
    {
        PriceTerm term = Price(e["before_discount"]) with { Discounts = [new() { Amount = Make.Usd(e["discount_amount"]) }] };
        CreditNote credit = new() { Id = "credit", CustomerId = "c0", IssuedOn = term.From, Amount = Make.Usd(e["credit_applied"]) };
        RevenueDataset data = RevenueDataset.Build(subscriptions: CustomerEach(term), creditNotes: [credit]);
        return data.Evaluate(Revenue.Mrr, [Step(0)]).Results[0].Magnitude;
    }
}
