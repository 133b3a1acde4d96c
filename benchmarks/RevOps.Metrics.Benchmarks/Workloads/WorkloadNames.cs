using System.Globalization;

namespace RevOps.Metrics.Benchmarks.Workloads;

/// <summary>The words that the codes of the columns stand for.</summary>
internal static class WorkloadNames
{
    public static readonly IReadOnlyList<string> Segments =
        ["Consumer", "Education", "Enterprise", "Government", "Mid-Market", "Non-Profit", "SMB", "Startup"];

    public static readonly IReadOnlyList<string> Regions = ["Africa", "Americas", "Asia", "Europe", "Oceania"];

    public static readonly IReadOnlyList<string> Channels =
    [
        "Affiliate", "Community", "Content", "Display", "Email", "Events", "Organic", "Outbound", "Paid Search", "Paid Social", "Partner", "Referral",
    ];

    public static readonly IReadOnlyList<string> Plans = ["Basic", "Business", "Free", "Plus", "Premium", "Team"];

    /// <summary>The stages of the sales process, from the first to the last.</summary>
    public static readonly IReadOnlyList<string> Stages = ["Qualify", "Discover", "Demo", "Propose", "Negotiate", "Contract"];

    public static readonly IReadOnlyList<string> Outcomes = [.. Enum.GetNames<DealOutcome>()];

    public static readonly IReadOnlyList<string> Categories = [.. Enum.GetNames<SpendCategory>()];

    public static readonly IReadOnlyList<string> Owners =
        [.. Enumerable.Range(0, 200).Select(owner => string.Create(CultureInfo.InvariantCulture, $"Owner {owner:000}"))];

    public static string Customer(int code) => string.Create(CultureInfo.InvariantCulture, $"C{code:00000000}");
}
