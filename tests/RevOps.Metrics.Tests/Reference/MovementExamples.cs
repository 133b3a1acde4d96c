using NodaTime;
using static RevOps.Metrics.Tests.Reference.Books;

namespace RevOps.Metrics.Tests.Reference;

/// <summary>Published examples of movements and of the bridge that they make.</summary>
internal static class MovementExamples
{
    private static readonly BillingInterval Month = BillingInterval.Month;
    private static readonly MovementKind[] Kinds = Enum.GetValues<MovementKind>();

    public static ComputedExamples Computed { get; } = new()
    {
        ["st-mrr-growth"] = Bridge,
        ["st-churned-revenue"] = e =>
        {
            decimal cancelled = e["events.0.cancel.price"] / 12;
            decimal from = e["events.1.downgrade.from_mrr"], to = e["events.1.downgrade.to_mrr"];
            Subscription[] book = [.. Paying("cancels", Month, cancelled, 0), .. Paying("shrinks", Month, from, to)];
            return new() { ["churned_revenue"] = -book.Told(Revenue.ChurnedMrr + Revenue.ContractionMrr, Step(1)) };
        },
        ["st-cohort-rev"] = Cohort,
        ["cb-expansion-rate"] = e => new() { ["rate"] = Paying("c", Month, e["from"], e["to"]).Told(Revenue.ExpansionMrr / Revenue.OpeningMrr, Step(1)) },
        ["cb-downgrade"] = e => new()
        {
            ["customer_churn"] = Paying("c", Month, e["from"], e["to"]).Told(Success.ChurnedCustomers, Step(1)),
            ["contraction"] = -Paying("c", Month, e["from"], e["to"]).Told(Revenue.ContractionMrr, Step(1)),
        },
        ["rp-expansion"] = e => new() { ["expansion"] = Paying("c", Month, e["from"], e["to"]).Told(Revenue.ExpansionMrr, Step(1)) },
        ["zu-order-mrr"] = e => new()
        {
            ["rows[2][2]"] = DiscountRemoved(e).Told(Revenue.ExpansionMrr, Make.Month("2018-04")),
            ["mrr.2018-03"] = DiscountRemoved(e).Told(Revenue.Mrr, Make.Month("2018-03")),
            ["mrr.2018-04"] = DiscountRemoved(e).Told(Revenue.Mrr, Make.Month("2018-04")),
        },
        ["zu-net"] = e =>
        {
            IEnumerable<Subscription> book = Paying("c", Month, e.Numbers("gross")[0], e.Numbers("gross").Sum())
                .Discounted(new Discount { Share = e["discount"] });
            return new() { ["net[0]"] = book.Told(Revenue.NewMrr, Step(0)), ["net[1]"] = book.Told(Revenue.ContractionMrr, Step(1)) };
        },
        ["mp-false-churn"] = StillServed,
        ["mp-prespine"] = OlderThanTheFirstPeriod,
        ["fv-reactivation"] = LeftAndCameBack,
        ["ph-lifecycle"] = Lifecycle,
        ["quick-2"] = e =>
        {
            decimal opening = e["churn"] + 2 * e["contraction"] + 1;
            IEnumerable<Subscription> book = Moving(Month, opening, e["new"], e["expansion"], e["contraction"], e["churn"]);
            return new() { ["ratio"] = book.Told(Revenue.QuickRatio, Step(2)), ["net_new"] = book.Told(Revenue.NetNewMrr, Step(2)) };
        },
    };

    /// <summary>With a price of 20 times the FX line in another currency, the rate of which moves by a twentieth.</summary>
    private static FigureValues Bridge(WorkedExample e)
    {
        decimal fx = e["fx_adjustment"], foreign = 20 * Math.Abs(fx);
        PriceTerm inEuros = Price(foreign) with { Price = new Money(foreign, Currency.Eur) };
        Subscription[] book =
        [
            .. Moving(Month, e["start"] - foreign, e["new"], e["expansion"], e["contraction"], e["churn"], e["reactivation"]),
            new() { Id = "abroad", CustomerId = "abroad", Start = inEuros.From, Terms = [inEuros] },
        ];
        DatasetOptions options = new()
        {
            ReportingCurrency = Currency.Usd,
            ExchangeRates = new([new(Step(0).Start, Currency.Eur, Currency.Usd, 1), new(Step(2).Start, Currency.Eur, Currency.Usd, 1 + fx / foreign)]),
        };
        MetricTable bridge = RevenueDataset.Build(subscriptions: book, options: options).Evaluate(Revenue.MrrWaterfall, [Step(2)]);
        decimal? Line(Metric metric) => bridge[metric, Step(2)].Magnitude;

        // The page writes reductions as positive.
        Assert.Equal(
            [e["start"], e["new"], e["reactivation"], e["expansion"], -e["contraction"], -e["churn"], fx],
            new[] { Revenue.OpeningMrr, Revenue.NewMrr, Revenue.ReactivationMrr, Revenue.ExpansionMrr, Revenue.ContractionMrr, Revenue.ChurnedMrr, Revenue.FxMrr }
                .Select(metric => Line(metric)!.Value));
        return new() { ["growth"] = Kinds.Sum(kind => Line(Revenue.MrrMovement(kind))), ["end"] = Line(Revenue.Mrr) };
    }

    /// <summary>Followed over a year, as the default cohort is.</summary>
    private static FigureValues Cohort(WorkedExample e)
    {
        decimal[] Mrr(int customer) => (customer < e["churned_subs"], customer < e["churned_subs"] + e["upgraded_subs"]) switch
        {
            (true, _) => [e["price"], 0],
            (_, true) => [e["price"], e["upgraded_price"]],
            _ => [e["price"]],
        };
        Subscription[] book =
        [
            .. Enumerable.Range(0, (int)e["subs"]).SelectMany(customer => Paying($"c{customer}", BillingInterval.Year, Mrr(customer))),
        ];
        ReportingPeriod year = Step(1, BillingInterval.Year);
        Assert.Equal(e["start_mrr"], book.Told(Revenue.OpeningMrr, year));
        return new() { ["end_mrr"] = book.Told(Revenue.Mrr, year), ["retention"] = book.Told(Success.NetRevenueRetention, year) };
    }

    private static Subscription[] DiscountRemoved(WorkedExample e)
    {
        LocalDate from = Make.Day(e.Text("charge.from"));
        Discount discount = new() { Share = e["charge.discount"], To = Make.Day(e.Text("change.remove_discount_on")) };
        PriceTerm term = new() { From = from, Price = Make.Usd(e["charge.monthly"]), Interval = Month, Discounts = [discount] };
        return [new() { Id = "s", CustomerId = "c", Start = from, End = Make.Day(e.Text("charge.to")), Terms = [term] }];
    }

    private static FigureValues StillServed(WorkedExample e)
    {
        LocalDate asOf = Make.Day(e.Text("asof"));
        ReportingPeriod month = ReportingCalendar.Gregorian.PeriodContaining(asOf, CalendarGrain.Month);
        Subscription[] book = [Make.Monthly("s", "c", e["sub.mrr"], e.Text("sub.start"), e.Text("sub.end"))];
        decimal? mrr = book.Told(Revenue.Mrr, month);
        return new()
        {
            [$"correct.{month}.mrr"] = mrr,
            [$"correct.{month}.category"] = MovementIn(book, month),
            [$"playbook.{month}.mrr"] = new Instead(mrr),
            [$"playbook.{month}.category"] = new Instead(MovementIn(book, month)),
        };
    }

    private static FigureValues OlderThanTheFirstPeriod(WorkedExample e)
    {
        ReportingPeriod month = ReportingCalendar.Gregorian.PeriodContaining(Make.Day(e.Text("spine_start")), CalendarGrain.Month);
        Subscription[] book = [Make.Monthly("s", "c", e["sub.mrr"], e.Text("sub.start"), e.Text("sub.end"))];
        string? category = MovementIn(book, month) ?? (book.Told(Revenue.OpeningMrr, month) == e["sub.mrr"] ? "opening balance" : null);
        return new() { [$"correct.{month}"] = category, [$"playbook.{month}"] = new Instead(category) };
    }

    private static FigureValues LeftAndCameBack(WorkedExample e)
    {
        Subscription[] book = [.. Paying("c", Month, e.Numbers("months"))];
        string?[] kinds = [.. Enumerable.Range(0, e.Numbers("months").Count).Select(month => MovementIn(book, Step(month)))];
        return new FigureValues
        {
            ["fivetran_stripe_third"] = new Instead(kinds[2]),
            ["fivetran_recurly[0]"] = kinds[0],
            ["fivetran_recurly[1]"] = new Instead(kinds[1]),
            ["fivetran_recurly[2]"] = new Instead(kinds[2]),
        }.AddList("correct", kinds);
    }

    private static FigureValues Lifecycle(WorkedExample e)
    {
        HashSet<string?> cameBefore = [.. e.Entries("churned_before").Select(customer => customer.GetString())];
        Subscription[] book =
        [
            .. e.Parts("now").SelectMany(customer => Paying(
                customer.Key, Month, cameBefore.Contains(customer.Key) ? customer.Value : 0, e[$"prev.{customer.Key}"], customer.Value)),
        ];
        decimal? Now(Metric metric) => book.Told(metric, Step(2));
        return new()
        {
            ["retained"] = Now(Revenue.OpeningMrr + Revenue.ChurnedMrr),
            ["expansion"] = Now(Revenue.ExpansionMrr),
            ["contraction"] = Now(Revenue.ContractionMrr),
            ["churned"] = Now(Revenue.ChurnedMrr),
            ["reactivated"] = Now(Revenue.ReactivationMrr),
            ["end"] = Now(Revenue.Mrr),
        };
    }

    /// <summary>The one kind of movement in a period, null when nothing moved.</summary>
    private static string? MovementIn(Subscription[] book, ReportingPeriod period)
    {
        MetricTable table = RevenueDataset.Build(subscriptions: book).Evaluate([.. Kinds.Select(Revenue.MrrMovement)], [period]);
        MovementKind[] moved = [.. Kinds.Where(kind => table[Revenue.MrrMovement(kind), period].Magnitude != 0)];
        return moved.Length == 0 ? null : Assert.Single(moved).ToString().ToLowerInvariant();
    }
}
