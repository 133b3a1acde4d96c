namespace RevOps.Metrics;

/// <summary>Every metric of the catalogue, for lists and look-ups.</summary>
public static class MetricCatalog
{
    /// <summary>All metrics, by team.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        Marketing.AcquisitionSpend, Marketing.Cac,
        Sales.WonDeals, Sales.LostDeals, Sales.WonAmount, Sales.LostAmount, Sales.CreatedDeals, Sales.WinRate, Sales.AverageDealSize,
        Sales.SalesCycle, Sales.MedianSalesCycle, Sales.OpenDeals, Sales.OpenPipeline, Sales.PipelineVelocity,
        Success.Customers, Success.PayingCustomers, Success.OpeningCustomers, Success.NewCustomers, Success.ChurnedCustomers, Success.LostCustomers,
        Success.RetainedCustomers, Success.JoinedAndLostCustomers, Success.LostAndReturnedCustomers,
        Success.CustomerChurnRate, Success.MonthlyCustomerChurnRate, Success.AnnualCustomerChurnRate, Success.CustomerLifetime, Success.LogoRetention,
        Success.GrossRevenueRetention, Success.NetRevenueRetention, Success.GrossRevenueChurnRate, Success.NetRevenueChurnRate,
        Success.ContractsDue, Success.RenewedContracts, Success.EarlyRenewals, Success.OnTimeRenewals, Success.LateRenewals, Success.LostContracts,
        Success.PendingContracts, Success.DueArr, Success.RenewedArr, Success.LostArr, Success.PendingArr, Success.LateRenewalArr,
        Success.RenewalRate, Success.GrossRenewalRate, Success.NetRenewalRate,
        Revenue.Arr, Revenue.Mrr, Revenue.Arpa, Revenue.AverageSalePrice, Revenue.QuickRatio, Revenue.Concentration, .. Revenue.MrrWaterfall.SkipLast(1), .. Revenue.ArrWaterfall.SkipLast(1),
        .. Revenue.MrrByCause,
        Revenue.TrialMrr, Revenue.PastDueMrr, Revenue.SignedMrr, Revenue.ContractedStepMrr, Revenue.EndingMrr, Revenue.CommittedMrr, Success.TrialsStarted,
        UnitEconomics.GrossMargin, UnitEconomics.Cltv, UnitEconomics.ContractedLifetimeRevenue, UnitEconomics.LtvToCac, UnitEconomics.CacPayback,
        Forecast.Judged, Forecast.Accuracy, Forecast.Bias, Forecast.RelativeBias,
    ];

    /// <summary>The metric with this id; null when the catalogue has none.</summary>
    public static Metric? Find(string id) => All.FirstOrDefault(metric => string.Equals(metric.Definition?.Id, id, StringComparison.Ordinal));

    /// <summary>The metric with this id.</summary>
    /// <exception cref="ArgumentException">The catalogue has none; the message names the ids that come nearest, by id, name or synonym.</exception>
    public static Metric Get(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        if (Find(id) is { } found) return found;
        string near = string.Join(" or ", NearestIds.To(id, All).Select(suggested => $"'{suggested}'"));
        throw new ArgumentException(
            $"The catalogue has no metric '{id}'{(near.Length == 0 ? "." : $"; did you mean {near}?")} MetricCatalog.All lists them.", nameof(id));
    }
}
