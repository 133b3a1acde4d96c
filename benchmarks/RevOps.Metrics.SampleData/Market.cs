using NodaTime;

namespace RevOps.Metrics.SampleData;

/// <summary>A size of customer and how it behaves.</summary>
/// <param name="Name">The value of the "segment" attribute.</param>
/// <param name="Weight">How common it is among customers.</param>
/// <param name="MonthlyChurn">The share lost in an ordinary month, before age and channel.</param>
/// <param name="SmallestTeam">The fewest seats a customer starts with.</param>
/// <param name="LargestTeam">The most seats a customer starts with.</param>
/// <param name="CycleDays">The typical length of a won deal.</param>
/// <param name="WinRate">How this segment's win rate compares with the whole's.</param>
/// <param name="AddOns">The chance to buy an add-on.</param>
internal sealed record Segment(
    string Name, double Weight, double MonthlyChurn, int SmallestTeam, int LargestTeam, int CycleDays, double WinRate, double AddOns);

/// <summary>A way in which customers find the company.</summary>
/// <param name="Name">The value of the "channel" attribute, of leads' and of spend's channel.</param>
/// <param name="Weight">How common it is among customers.</param>
/// <param name="WinRate">The share of its deals that are won.</param>
/// <param name="Cycle">The length of its deals compared with others'.</param>
/// <param name="Churn">The churn of its customers compared with others'.</param>
/// <param name="Cost">Its share in marketing spend.</param>
/// <param name="IsInbound">Whether leads reach out by themselves.</param>
internal sealed record Channel(string Name, double Weight, double WinRate, double Cycle, double Churn, double Cost, bool IsInbound);

/// <summary>A plan of the price list; seats of a higher plan cost more.</summary>
internal sealed record Plan(string Name, decimal MonthlySeatPrice);

/// <summary>Something sold beside the plan.</summary>
internal sealed record AddOn(string Name, decimal MonthlyPrice, bool IsPerSeat);

/// <summary>The facts of the made-up market: who buys, by which way, what, and for how much.</summary>
internal static class Market
{
    public const string CoreProduct = "Core";

    public static IReadOnlyList<Segment> Segments { get; } =
    [
        new("SMB", 56, 0.044, 2, 14, 26, 1.10, 0.12),
        new("Mid-Market", 31, 0.017, 12, 70, 55, 1.00, 0.38),
        new("Enterprise", 13, 0.008, 45, 150, 105, 0.80, 0.65),
    ];

    public static IReadOnlyList<Channel> Channels { get; } =
    [
        new("Paid Search", 24, 0.21, 0.85, 1.35, 44, true),
        new("Organic", 23, 0.29, 0.90, 1.00, 12, true),
        new("Referral", 14, 0.44, 0.75, 0.65, 5, true),
        new("Events", 11, 0.25, 1.15, 0.90, 22, false),
        new("Outbound", 17, 0.18, 1.25, 1.10, 9, false),
        new("Partner", 11, 0.35, 1.10, 0.80, 8, false),
    ];

    public static IReadOnlyList<string> Regions { get; } = ["Americas", "EMEA", "APAC"];

    public static IReadOnlyList<string> Industries { get; } =
        ["Software", "Retail", "Healthcare", "Finance", "Manufacturing", "Education", "Media", "Logistics"];

    /// <summary>From the smallest plan to the largest.</summary>
    public static IReadOnlyList<Plan> Plans { get; } = [new("Starter", 19), new("Team", 29), new("Business", 45), new("Enterprise", 62)];

    public static IReadOnlyList<AddOn> AddOns { get; } =
        [new("Analytics", 8, true), new("Premium Support", 249, false), new("API Access", 119, false)];

    public static IReadOnlyList<string> ChurnReasons { get; } =
        ["Price", "Missing feature", "Competitor", "No longer needed", "Bad support", "Closed down"];

    public static IReadOnlyList<string> LostReasons { get; } = ["No decision", "Competitor", "Price", "Missing feature", "Timing"];

    /// <summary>How much of a year's new business falls into each month: strong ends of quarter, a weak summer.</summary>
    public static IReadOnlyList<double> Season { get; } = [0.85, 0.95, 1.25, 0.9, 0.95, 1.2, 0.7, 0.65, 1.2, 0.95, 1.05, 1.35];

    /// <summary>A list price: ten months' price for a year, 5 % off for a quarter, 10 % on top for a week; a month to the tenth.</summary>
    public static Money Price(decimal monthlyUsd, BillingInterval interval, Currency currency, decimal increase = 1m)
    {
        decimal local = currency == Currency.Eur ? 0.92m : currency == Currency.Gbp ? 0.80m : 1m;
        decimal month = decimal.Round(monthlyUsd * local * increase, 1);
        decimal price = interval.Unit switch
        {
            BillingUnit.Year => 10m * month * interval.Count,
            BillingUnit.Month when interval.Count == 3 => decimal.Round(2.85m * month, 1),
            BillingUnit.Week => decimal.Round(month * 12m / 52m * 1.1m * 2m, 0) / 2m,
            _ => month,
        };
        return new Money(price, currency).WithoutTrailingZeros();
    }

    /// <summary>The first size up from a segment, or itself for the largest.</summary>
    public static Segment Above(Segment segment)
    {
        for (int i = 0; i + 1 < Segments.Count; i++)
        {
            if (Segments[i] == segment) return Segments[i + 1];
        }

        return Segments[^1];
    }

    /// <summary>A day of business between two days, more likely in strong months.</summary>
    public static LocalDate SeasonalDay(SampleRandom random, LocalDate from, LocalDate to)
    {
        int days = Period.DaysBetween(from, to);
        LocalDate day = from;
        for (int attempt = 0; attempt < 8; attempt++)
        {
            day = from.PlusDays(random.Between(0, days - 1));
            if (random.Chance(Season[day.Month - 1] / 1.35)) break;
        }

        return day;
    }
}
