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
        ["norm-daily"] = e =>
        {
            IEnumerable<Subscription> book = CustomerEach(Price(e["price"], e.Interval));
            decimal? ofThirtyDays = book.Told(Revenue.Mrr, Step(0), new() { Ledger = new() { YearBasis = YearBasis.Weeks48Days360 } });
            return new() { ["paddle"] = ofThirtyDays, ["recurly"] = ofThirtyDays, ["polar"] = book.Told(Revenue.Mrr, Step(0)) };
        },
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
            IEnumerable<Subscription> book = CustomerEach(Prepaid(e));
            decimal? mrr = book.Told(Revenue.Mrr, Step(0));
            decimal? atListPrice = book.Told(Revenue.Mrr, Step(0), new() { Ledger = new() { Discounts = DiscountTreatment.None } });
            return new() { ["mrr_cash_normalised"] = mrr, ["mrr"] = mrr, ["mrr_list"] = atListPrice };
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
            Subscription[] book = StillInService(e);
            decimal? mrr = book.Told(Revenue.Mrr, Step(6));
            Subscription[] replaced = [book[0], book[1] with { ReplacesId = book[0].Id }];
            return new() { ["recurly_mrr"] = mrr, ["mrr"] = mrr, ["customer_true_mrr"] = replaced.Told(Revenue.Mrr, Step(6)) };
        },
        ["zu-periods"] = MrrByDay,
        ["mp-midmonth"] = FirstAndLastDayOfMonth,
        ["ph-spike"] = SpikesOf,
        ["ph-not-spike"] = SpikesOf,
        ["bm-proration"] = InvoiceOfAnUpgrade,
        ["ph-identity"] = e => new() { ["total_mrr"] = WithCredit(e) },
        ["ph-credit"] = CreditForAMonth,
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

    /// <summary>The page tells the end of a cancelled subscription, not the day of the request: any day of its last month gives these figures.</summary>
    private static FigureValues MrrByMonth(WorkedExample e)
    {
        Subscription[] book =
        [
            .. e.Entries("subs").Select((sub, i) =>
            {
                LocalDate from = sub.Date("from");
                LocalDate? end = sub.TryGetProperty("cancelled_ends", out _) ? sub.Date("cancelled_ends") : null;
                return new Subscription
                {
                    Id = $"s{i}", CustomerId = $"c{i}", Start = from, End = end, Terms = [Price(sub.Number("price")) with { From = from }],
                    Cancellations = end is { } day ? [new() { RequestedOn = day.PlusDays(-14) }] : [],
                };
            }),
        ];
        ReportingPeriod[] months = [.. ReportingCalendar.Gregorian.Months(2026).Take(e.Entries("months").Count())];
        return new FigureValues()
            .AddList("mrr", months.Select(month => (object?)book.Told(Revenue.Mrr, month)))
            .AddList("committed_mrr", months.Select(month => (object?)book.Told(Revenue.CommittedMrr, month)));
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

    private static FigureValues FirstAndLastDayOfMonth(WorkedExample e)
    {
        Subscription[] book = [Make.Monthly("s", "c", e["sub.mrr"], e.Text("sub.start"), e.Text("sub.end"))];
        // The page has months before the first record: the year is known, and nothing was served in them.
        DatasetOptions ofTheYear = new() { Coverage = new Dictionary<RecordType, Coverage> { [RecordType.Subscription] = new(Make.Day("2019-01-01")) } };
        FigureValues figures = [];
        foreach (string name in e.Figures)
        {
            PeriodState state = name.StartsWith("first_of_month", StringComparison.Ordinal) ? PeriodState.FirstDay : PeriodState.EndOfLastDay;
            figures[name] = book.Told(Revenue.Mrr, Make.Month(name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..]), new() { PeriodState = state }, ofTheYear);
        }

        return figures;
    }

    /// <summary>A month credited in whole, which left the source without revenue in it: a credit note is no change of price.</summary>
    private static FigureValues CreditForAMonth(WorkedExample e)
    {
        PriceTerm term = Price(e.Numbers("months")[0]);
        CreditNote credit = new()
        {
            Id = "credit", CustomerId = "c0", IssuedOn = Step((int)e["credit.month"] - 1).Start, Amount = Make.Usd(e["credit.amount"]),
        };
        RevenueDataset data = RevenueDataset.Build(subscriptions: CustomerEach(term), creditNotes: [credit]);
        MetricTable table = data.Evaluate(Revenue.Mrr, [.. e.Numbers("months").Select((_, month) => Step(month))]);
        return new FigureValues().AddList("adjusted", table.Results.Select(month => (object?)month.Magnitude));
    }

    private static decimal? WithCredit(WorkedExample e)
    {
        PriceTerm term = Price(e["before_discount"]) with { Discounts = [new() { Amount = Make.Usd(e["discount_amount"]) }] };
        CreditNote credit = new() { Id = "credit", CustomerId = "c0", IssuedOn = term.From, Amount = Make.Usd(e["credit_applied"]) };
        RevenueDataset data = RevenueDataset.Build(subscriptions: CustomerEach(term), creditNotes: [credit]);
        return data.Evaluate(Revenue.Mrr, [Step(0)]).Results[0].Magnitude;
    }

    private static FigureValues SpikesOf(WorkedExample e) =>
        new FigureValues().AddList("spike_months", Formulas.RevenueSpikes(e.Numbers("months"), 1000).Select(place => (object?)(decimal)(place + 1)));

    /// <summary>What is left of the old plan is credited, the rest of the period on the new one is charged, and the next period with it.</summary>
    private static FigureValues InvoiceOfAnUpgrade(WorkedExample e)
    {
        Money[] lines = [Make.Usd(-e["credit_unused"]), Make.Usd(e["charge_remaining"]), Make.Usd(e["next_period"])];
        Invoice upgrade = new()
        {
            Id = "i", CustomerId = "c", IssuedOn = Step(0).Start, Amount = lines[0] + lines[1] + lines[2],
            Lines = [.. lines.Select(line => new InvoiceLine { Kind = InvoiceLineKind.Recurring, Amount = line, From = Step(0).Start, To = Step(0).End })],
        };
        return new() { ["invoice_total"] = RevenueDataset.Build(invoices: [upgrade]).Evaluate(Revenue.InvoicedRevenue, [Step(0)]).Results[0].Magnitude };
    }
}
