using NodaTime;
using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests.Reference;

/// <summary>Books of which a published example of churn or retention tells, and what the catalogue says of them.</summary>
internal static class RetentionExamples
{
    private static readonly ReportingPeriod Period = Month("2026-01");

    /// <summary>The churn rate of a month with so many customers of each fate.</summary>
    public static decimal? CustomerChurn(decimal opening, decimal lost, decimal joined = 0, decimal joinedAndLost = 0, decimal lostAndReturned = 0, MetricPolicy? policy = null)
    {
        List<Subscription> book = [];
        void Customers(decimal count, params ReadOnlySpan<(string Start, string? End)> services)
        {
            for (int i = 0; i < count; i++)
            {
                string customer = $"c{book.Count}";
                foreach ((string start, string? end) in services) book.Add(Monthly($"s{book.Count}", customer, 10, start, end));
            }
        }

        Customers(opening - lost - lostAndReturned, ("2025-06-01", null));
        Customers(lost, ("2025-06-01", "2026-01-10"));
        Customers(lostAndReturned, ("2025-06-01", "2026-01-10"), ("2026-01-20", null));
        Customers(joined, ("2026-01-05", null));
        Customers(joinedAndLost, ("2026-01-05", "2026-01-15"));
        return book.Told(Success.CustomerChurnRate, Period, policy);
    }

    /// <summary>Retention over 2025 of customers who pay so much a year at its start and at its end.</summary>
    public static (decimal? Gross, decimal? Net) Retention(params (decimal Then, decimal Now)[] customers)
    {
        Subscription[] book =
        [
            .. customers.Index().Select(customer => Subscribed(
                $"s{customer.Index}", $"c{customer.Index}", "2024-01-01", null,
                Yearly("2024-01-01", customer.Item.Then) with { To = Day("2025-01-01") }, Yearly("2025-01-01", customer.Item.Now))),
        ];
        ReportingPeriod year = ReportingPeriod.Between(new LocalDate(2025, 1, 1), new LocalDate(2026, 1, 1));
        return (book.Told(Success.GrossRevenueRetention, year), book.Told(Success.NetRevenueRetention, year));
    }

    /// <summary>
    /// The customers whose contracts are due in 2025, and their retention: A's of three years from January 2024 rises by the escalator each January and is not due, B's of a year
    /// from March 2024 is.
    /// </summary>
    public static (IReadOnlyList<string> Due, decimal? Gross, decimal? Net) RetentionOfContractsDue(decimal first, decimal escalator, decimal second, decimal secondRenewedAt)
    {
        Subscription[] book =
        [
            Subscribed("A", "A", "2024-01-01", null, Yearly("2024-01-01", first), Yearly("2025-01-01", first * (1 + escalator))) with { ContractLength = new(3, BillingUnit.Year) },
            Subscribed("B", "B", "2024-03-01", null, Yearly("2024-03-01", second), Yearly("2025-03-01", secondRenewedAt)),
        ];
        ReportingPeriod year = ReportingPeriod.Between(new LocalDate(2025, 1, 1), new LocalDate(2026, 1, 1));
        MetricPolicy policy = new() { RetentionCohort = RetentionCohort.ContractsDue };
        Customer[] customers = [Customer("A", new CustomerAttribute("name", "A")), Customer("B", new CustomerAttribute("name", "B"))];
        MetricTable due = RevenueDataset.Build(customers, book).Evaluate(Success.ContractsDue, [year], [Dimensions.CustomerAttribute("name")]);
        return (
            [.. due.Results.Where(result => result.Magnitude > 0).Select(result => result.Cell.ToString())],
            book.Told(Success.GrossRevenueRetention, year, policy), book.Told(Success.NetRevenueRetention, year, policy));
    }

    /// <summary>The trials that start in a month in which each of some customers begins so many, one after the other.</summary>
    public static decimal? TrialsStarted(IEnumerable<decimal> trialsOfEach)
    {
        Subscription[] book =
        [
            .. trialsOfEach.SelectMany((trials, customer) => Enumerable.Range(0, (int)trials).Select(n =>
                Trial($"s{customer}-{n}", $"c{customer}", Period.Start.PlusDays(7 * n)))),
        ];
        return book.Told(Success.TrialsStarted, Period);
    }

    private static Subscription Trial(string id, string customer, LocalDate start) =>
        Monthly(id, customer, 10, "2026-01-01") with { Start = start, TrialEnd = start.PlusDays(7), End = start.PlusDays(7) };

    private static PriceTerm Yearly(string from, decimal price) => new() { From = Day(from), Price = Usd(price), Interval = BillingInterval.Year };
}
