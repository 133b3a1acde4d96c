// One number by two definitions, and one number as it was known on two days, each down to the records behind it:
//   dotnet run docs/reconciliation.cs > docs/expected/reconciliation.txt
// docs/reconciliation.md walks through what this prints.
#:project ../src/RevOps.Metrics.Csv
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using RevOps.Metrics;
using RevOps.Metrics.Csv;

string here = (string)AppContext.GetData("EntryPointFileDirectoryPath")!;
RevenueDataset data = CsvImport.ReadFolder(
    Path.Combine(here, "sample-data"),
    new CsvOptions { EndDates = EndDateConvention.Exclusive },
    new DatasetOptions { ReportingCurrency = Currency.Usd, Strictness = Strictness.Lenient });
ReportingPeriod october = ReportingCalendar.Gregorian.Parse("2025-10"), november = ReportingCalendar.Gregorian.Parse("2025-11");
(string Name, MetricPolicy Policy)[] sides =
[
    (nameof(MetricPolicy.ChartMogulLike), MetricPolicy.ChartMogulLike), (nameof(MetricPolicy.StripeLike), MetricPolicy.StripeLike),
];

// 1. Two reports of one month that do not agree.
foreach ((string name, MetricPolicy policy) in sides)
{
    Console.WriteLine(name);
    Console.WriteLine(data.Evaluate([Revenue.Mrr, Success.CustomerChurnRate], [october], options: new() { Policy = policy }));
}

// 2. The whole difference in MRR, by option and by customer.
MetricComparison mrr = Compared(Revenue.Mrr);
Console.WriteLine(mrr);

// 3. The records behind it: what was given notice of by the end of the month and still served.
Console.WriteLine("customer  difference  subscription  notice      served until");
foreach (CustomerDifference one in mrr[october].Parts[0].Customers)
{
    foreach (Subscription subscription in SubscriptionsOf(one.CustomerId!).Where(IsUnderNotice))
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{one.CustomerId,-8}  {one.Difference,10:N2}  {subscription.Id,-12}  {Text(subscription.Cancellations[^1].RequestedOn)}  {Text(subscription.End)}"));
    }
}

Console.WriteLine();
Tell("S433-1");

// 4. One customer under both definitions, month by month.
foreach ((string name, MetricPolicy policy) in sides)
{
    Console.WriteLine($"C433, {name}");
    Console.WriteLine(data.Evaluate(
        [Revenue.OpeningMrr, Revenue.ChurnedMrr, Revenue.Mrr], [october, november],
        options: new() { Policy = policy, Where = [new DimensionFilter(Dimensions.Customer, ["C433"])] }));
}

// 5. A rate: its parts by customer.
Console.WriteLine(Compared(Success.CustomerChurnRate));
Tell("S18-1");
Tell("S149-1");

// 6. A restatement: March on business day 4 of April, and March today.
LocalDate businessDay4 = Day("2026-04-06"), today = Day("2026-05-15");
ReportingPeriod march = ReportingCalendar.Gregorian.Parse("2026-03");
RevenueDataset book = RevenueDataset.Build(subscriptions:
[
    // Ada's cancellation came in after the close.
    Paid("Ada", 100, "2026-01-01", recordedOn: "2026-01-01"),
    Paid("Ada", 100, "2026-01-01", recordedOn: "2026-04-09", end: "2026-03-20"),
    Paid("Bob", 200, "2026-01-15", recordedOn: "2026-01-15"),
    // Cyd's contract was entered three weeks late.
    Paid("Cyd", 150, "2026-03-25", recordedOn: "2026-04-14"),
    // Dee's price was wrong.
    Paid("Dee", 300, "2026-02-01", recordedOn: "2026-02-01"),
    Paid("Dee", 350, "2026-02-01", recordedOn: "2026-04-20"),
    // Eve is new in April, and no matter of March.
    Paid("Eve", 80, "2026-04-10", recordedOn: "2026-04-10"),
]);
MetricComparison restated = MetricComparison.Between(
    (book.AsOf(businessDay4), EvaluationOptions.Default), (book.AsOf(today), EvaluationOptions.Default),
    Revenue.Mrr, [march], firstName: "6 April", secondName: "15 May");
Console.WriteLine(restated);

HashSet<string?> changed = [.. restated[march].Parts[0].Customers.Select(one => one.CustomerId)];
foreach (RecordVersion version in book.RecordedBetween(businessDay4, today))
{
    string kind = version.IsCorrection ? "correction" : "new record";
    Console.WriteLine($"{Text(version.RecordedOn)}  {version.Record}  {kind}{(changed.Contains(version.CustomerId) ? "" : ", March unchanged")}");
}

MetricComparison Compared(Metric metric) =>
    data.Compare(
        metric, [october], MetricPolicy.ChartMogulLike, MetricPolicy.StripeLike,
        firstName: "ChartMogulLike", secondName: "StripeLike");

// A customer's own, and those of the customers merged into it.
IEnumerable<Subscription> SubscriptionsOf(string customer)
{
    string[] ids = [customer, .. data.CustomerMerges.Where(merge => merge.IntoCustomerId == customer).Select(merge => merge.CustomerId)];
    return data.Subscriptions.Where(subscription => ids.Contains(subscription.CustomerId));
}

bool IsUnderNotice(Subscription subscription) =>
    subscription.End >= october.End && subscription.Cancellations.Any(request => request.RequestedOn < october.End && request.WithdrawnOn is null);

void Tell(string id)
{
    Subscription subscription = data.Subscriptions.First(subscription => subscription.Id == id);
    Console.WriteLine($"{id} of {subscription.CustomerId}, served from {Text(subscription.Start)}{(subscription.End is { } end ? $" until {Text(end)}" : "")}");
    foreach (PriceTerm term in subscription.Terms)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {Text(term.From)}  {term.Plan}: {term.Quantity} x {term.Price} a {term.Interval}"));
    }

    foreach (CancellationRequest request in subscription.Cancellations) Console.WriteLine($"  {Text(request.RequestedOn)}  cancellation requested");
    Console.WriteLine();
}

static Subscription Paid(string customer, decimal price, string start, string recordedOn, string? end = null) => new()
{
    Id = $"{customer}-1", CustomerId = customer, Start = Day(start), End = end is null ? null : Day(end), RecordedOn = Day(recordedOn),
    Terms = [new() { From = Day(start), Price = new(price, Currency.Usd), Interval = BillingInterval.Month }],
};

static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).Value;

static string Text(LocalDate? day) => day is { } date ? LocalDatePattern.Iso.Format(date) : "-";
