#:project ../src/RevOps.Metrics
using NodaTime;
using RevOps.Metrics;

// Level 0: numbers in, number out.
Console.WriteLine(Formulas.CustomerAcquisitionCost(spend: 200_000m, newCustomers: 100)); // 2000

// Level 1: records in, the catalogue out. Ada's year ends on 1 March; Bob changes his plan in the middle of February.
LocalDate march = new(2025, 3, 1), june = new(2025, 6, 15), february = new(2026, 2, 10);
RevenueDataset data = RevenueDataset.Build(subscriptions:
[
    new() { Id = "S1", CustomerId = "Ada", Start = march, End = march.PlusYears(1), Terms = [new() { From = march, Price = new(1200, Currency.Usd), Interval = BillingInterval.Year }] },
    new() { Id = "S2", CustomerId = "Bob", Start = june, End = february, Terms = [new() { From = june, Price = new(100, Currency.Usd), Interval = BillingInterval.Month }] },
    new() { Id = "S3", CustomerId = "Bob", Start = february, Terms = [new() { From = february, Price = new(150, Currency.Usd), Interval = BillingInterval.Month }] },
]);
ReportingPeriod quarter = ReportingCalendar.Gregorian.Parse("2026-Q1");
Console.WriteLine(data.Evaluate([Revenue.OpeningMrr, Revenue.ExpansionMrr, Revenue.ChurnedMrr, Revenue.Mrr], [quarter]));

// Level 2: metrics compose, and the compiler checks the unit: Money / Count is Money, Cac + ChurnRate does not compile.
Metric<PerYear<Money>> arrPerCustomer = Revenue.Arr / Success.Customers;
MetricResult result = data.Evaluate(arrPerCustomer, [quarter])[arrPerCustomer, quarter];
Console.WriteLine($"{result}, of {result.Part("ARR")} and {result.Part("customers")}");
Console.WriteLine(data.Evaluate(Marketing.Cac, [quarter])[Marketing.Cac, quarter]);
