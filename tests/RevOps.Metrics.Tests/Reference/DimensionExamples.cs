using NodaTime;
using NodaTime.Text;
using static RevOps.Metrics.Tests.Reference.Books;

namespace RevOps.Metrics.Tests.Reference;

/// <summary>Published examples of what time zones, spans of time and links between records make of a sum.</summary>
internal static class DimensionExamples
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Gregorian;

    public static ComputedExamples Computed { get; } = new()
    {
        ["semiadd"] = BalanceOverTime,
        ["omni-fanout"] = OneToMany,
        ["tz-edge"] = e => new()
        {
            ["month_pst"] = MonthOfStart(e, DateTimeZone.ForOffset(Offset.FromHours(-8))),
            ["month_utc"] = MonthOfStart(e, DateTimeZone.Utc),
        },
        ["cube-ytd"] = ToDate,
        ["cube-share"] = ShareWithin,
        ["mf-derived-offset"] = LessAWeekBefore,
    };

    /// <summary>Two segments in February, of which the smaller paid as much in January and the larger the rest.</summary>
    private static FigureValues BalanceOverTime(WorkedExample e)
    {
        IReadOnlyList<decimal> now = e.Numbers("segments_feb");
        Subscription[] book =
        [
            .. Paying("small", BillingInterval.Month, now[0]), .. Paying("large", BillingInterval.Month, e["snapshots.Jan"] - now[0], now[1]),
        ];
        Assert.Equal(e["snapshots.Jan"], book.Told(Revenue.Mrr, Step(0)));
        return new()
        {
            ["feb"] = book.Told(Revenue.Mrr, Step(1)),
            ["wrong_sum_over_time"] = new Instead(book.Told(Revenue.Mrr, ReportingPeriod.Between(Step(0).Start, Step(1).End))),
        };
    }

    /// <summary>Customers' points as what they pay, their orders as deals; both asked for at once.</summary>
    private static FigureValues OneToMany(WorkedExample e)
    {
        ReportingPeriod period = Make.Month("2026-01");
        MetricTable table = RevenueDataset.Build(
            subscriptions: e.Entries("customers").Select(c => Make.Monthly($"s{c[0]}", $"c{c[0]}", c[1].GetDecimal(), "2026-01-01")),
            deals: e.Entries("orders").Select(o =>
                Make.Deal($"d{o[0]}", DealOutcome.Won, "2026-01-01", "2026-01-15", o[2].GetDecimal()) with { CustomerId = $"c{o[1]}" }))
            .Evaluate([Revenue.Mrr, Sales.WonAmount], [period]);
        decimal? points = table[Revenue.Mrr, period].Magnitude;
        return new() { ["sum_points"] = points, ["naive_joined_sum"] = new Instead(points), ["sum_orders"] = table[Sales.WonAmount, period].Magnitude };
    }

    /// <summary>The month in which the MRR of a subscription is new that starts at the event.</summary>
    private static string MonthOfStart(WorkedExample e, DateTimeZone zone)
    {
        ReportingCalendar calendar = Calendar with { TimeZone = zone };
        OffsetDateTime moment = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<G>").Parse(e.Text("event")).Value;
        PriceTerm term = Price(10) with { From = calendar.DateOf(moment.ToInstant()) };
        return calendar.Months(2024).First(month => CustomerEach(term).Told(Revenue.NewMrr, month) > 0).Label;
    }

    /// <summary>A spend of so much in each month, over the periods from the start of the year or quarter.</summary>
    private static FigureValues ToDate(WorkedExample e)
    {
        ReportingPeriod first = Make.Month(e.Text("from"));
        RevenueDataset data = RevenueDataset.Build(spends: Enumerable.Range(0, 13).Select(month => new Spend
        {
            From = first.Start.PlusMonths(month), To = first.Start.PlusMonths(month + 1), Amount = Make.Usd(e["monthly"]), Category = SpendCategory.Marketing,
        }));
        decimal? From(CalendarGrain start, ReportingPeriod month)
        {
            ReportingPeriod toDate = ReportingPeriod.Between(Calendar.PeriodContaining(month.Start, start).Start, month.End);
            return data.Evaluate(Marketing.AcquisitionSpend, [toDate]).Results[0].Magnitude;
        }

        FigureValues figures = new()
        {
            ["ytd_dec_2024"] = From(CalendarGrain.Year, Make.Month("2024-12")), ["ytd_jan_2025"] = From(CalendarGrain.Year, Make.Month("2025-01")),
        };
        return figures.AddList("qtd", Calendar.Months(2024).Take(3).Select(month => (object?)From(CalendarGrain.Quarter, month)));
    }

    /// <summary>Won deals of two products by country; the share of the first in the country's total.</summary>
    private static FigureValues ShareWithin(WorkedExample e)
    {
        string[] countries = ["USA", "Austria", "Netherlands"];
        ReportingPeriod period = Make.Month("2026-01");
        RevenueDataset data = RevenueDataset.Build(
            countries.Select(country => Make.Customer(country, new CustomerAttribute("region", country))),
            deals: from country in countries
                   from part in e.Parts(country)
                   select Make.Deal($"{country} {part.Key}", DealOutcome.Won, "2026-01-01", "2026-01-15", part.Value) with { CustomerId = country, Product = part.Key });
        IReadOnlyList<CellShare> shares = data.Evaluate(Sales.WonAmount, [period], [Dimensions.Region, Dimensions.Product]).ShareOfTotal(Sales.WonAmount, within: [Dimensions.Region]);
        // The page prints three decimals or four.
        return new FigureValues().AddList("share_A", countries.Select((country, i) => (object?)decimal.Round(
            shares.Single(share => share.Result.Cell == Cell.Of(country, "A")).Share.Value.Value, e.Expected($"share_A[{i}]").Scale)));
    }

    /// <summary>Deals won in July and in the same days a week earlier, by the day and rolled up to the month: what falls out on one side comes in on the other.</summary>
    private static FigureValues LessAWeekBefore(WorkedExample e)
    {
        IReadOnlyList<decimal> july = e.Numbers("july"), shifted = e.Numbers("shifted_7d");
        RevenueDataset data = RevenueDataset.Build(deals: july.Index().SelectMany(part => new[]
        {
            Make.Deal($"july {part.Index}", DealOutcome.Won, "2026-06-01", "2026-07-31", part.Item),
            Make.Deal($"june {part.Index}", DealOutcome.Won, "2026-06-01", "2026-06-24", shifted[part.Index]),
        }));
        FlowMetric<Money> now = Sales.WonAmount, before = Sales.WonAmount.Shifted(7);
        decimal? OfJuly(FlowMetric<Money> metric)
        {
            IReadOnlyList<ReportingPeriod> days = Calendar.Periods(CalendarGrain.Day, Make.Month("2026-07"));
            decimal? rolledUp = data.Evaluate(metric, days).Results.Sum(result => result.Magnitude ?? 0);
            Assert.Equal(rolledUp, data.Evaluate(metric.ToDate(CalendarGrain.Month), [days[^1]]).Results[0].Magnitude);
            return rolledUp;
        }

        return new() { ["current"] = OfJuly(now), ["prior"] = OfJuly(before), ["change"] = OfJuly(now - before) };
    }
}
