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

    private static PriceTerm Yearly(string from, decimal price) => new() { From = Day(from), Price = Usd(price), Interval = BillingInterval.Year };
}
