namespace RevOps.Metrics.Tests;

/// <summary>The examples worked out by hand, by family; each entry of the catalogue has one at least.</summary>
internal static partial class CatalogExamples
{
    public static IReadOnlyList<CatalogExample> All =>
    [
        .. Recurring,
        .. AcquisitionCost,
        .. Leads,
        .. UnitEconomicsOfGrowth,
        .. ClosedDeals, .. OpenPipelines, .. Stages,
        .. Bridge,
        .. Quotas,
        .. Bookings,
        .. Forecasts,
        .. States,
        .. Retention,
        .. Renewals,
        .. Tickets,
        .. Billing,
    ];
}
