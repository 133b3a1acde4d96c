namespace RevOps.Metrics;

/// <summary>Every metric of the catalogue, for lists and look-ups.</summary>
public static class MetricCatalog
{
    /// <summary>All metrics, by team.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        Marketing.AcquisitionSpend, Marketing.Cac,
        Marketing.MarketingSpend, Marketing.AdSpend, Marketing.TotalSpend, Marketing.BlendedCac,
        Marketing.OrganicImpressions, Marketing.PaidImpressions, Marketing.Engagements, Marketing.EngagementRate,
        Marketing.Leads, Marketing.MarketingQualifiedLeads, Marketing.CustomerReachOuts, Marketing.CostPerLead, Marketing.CostPerSql, Marketing.SpeedToLead,
        Marketing.LeadToMqlRate, Marketing.MqlToSqlRate, Marketing.SqlToOpportunityRate,
        Marketing.SourcedPipeline, Marketing.SourcedRevenue, Marketing.MarketingRoi, Marketing.ReturnOnAdSpend,
        Sales.SalesQualifiedLeads, Sales.LeadToSqlRate, Sales.SalesConversionRatio, Sales.RevenuePerLead,
        Sales.WonDeals, Sales.LostDeals, Sales.WonAmount, Sales.LostAmount, Sales.CreatedDeals, Sales.WinRate, Sales.AverageDealSize,
        Sales.SalesCycle, Sales.MedianSalesCycle, Sales.OpenDeals, Sales.OpenPipeline, Sales.PipelineVelocity,
        Sales.StageConversion, Sales.StageEntries, Sales.UndecidedStageEntries, Sales.TimeInStage, Sales.MedianTimeInStage, Sales.OpenStageVisits,
        Sales.WeightedPipeline, Sales.StaleDeals, Sales.CommitConversion, Sales.WonInFirstThird, Sales.WonInSecondThird, Sales.WonInLastThird,
        .. Sales.PipelineBridge, Sales.PipelineCreated, Sales.Pushes, Sales.Slippage, Sales.PipelineCoverage,
        Sales.Bookings, Sales.NewBookings, Sales.ExpansionBookings, Sales.RenewalBookings,
        Sales.ContractBookings, Sales.NewContractBookings, Sales.ExpansionContractBookings, Sales.RenewalContractBookings,
        Sales.Quota, Sales.QuotaAttainment, Sales.ShareOfRepsAtQuota, Sales.RampedCapacity, Sales.DiscountRate,
        Success.Customers, Success.PayingCustomers, Success.OpeningCustomers, Success.NewCustomers, Success.ChurnedCustomers, Success.LostCustomers,
        Success.RetainedCustomers, Success.JoinedAndLostCustomers, Success.LostAndReturnedCustomers,
        Success.CustomerChurnRate, Success.MonthlyCustomerChurnRate, Success.AnnualCustomerChurnRate, Success.CustomerLifetime, Success.LogoRetention,
        Success.GrossRevenueRetention, Success.NetRevenueRetention, Success.GrossRevenueChurnRate, Success.NetRevenueChurnRate,
        Success.ContractsDue, Success.RenewedContracts, Success.EarlyRenewals, Success.OnTimeRenewals, Success.LateRenewals, Success.LostContracts,
        Success.PendingContracts, Success.DueArr, Success.RenewedArr, Success.LostArr, Success.PendingArr, Success.LateRenewalArr,
        Success.RenewalRate, Success.GrossRenewalRate, Success.NetRenewalRate,
        Revenue.Arr, Revenue.Mrr, Revenue.Arpa, Revenue.AverageSalePrice, Revenue.QuickRatio, Revenue.Concentration, .. Revenue.MrrWaterfall.SkipLast(1), .. Revenue.ArrWaterfall.SkipLast(1),
        .. Revenue.MrrByCause,
        Revenue.TrialMrr, Revenue.PastDueMrr, Revenue.SignedMrr, Revenue.ContractedStepMrr, Revenue.EndingMrr, Revenue.CommittedMrr, Revenue.DiscountedMrr, Success.TrialsStarted,
        Success.OpenedTickets, Success.ResolvedTickets, Success.OpenTickets, Success.UnansweredTickets, Success.TicketsPerCustomer,
        Success.TimeToFirstResponse, Success.TimeToResolve, Success.ReopenedTickets, Success.ReopenRate, Success.CostPerTicket,
        Success.CustomerSuccessSpend, Success.RetentionCost, Success.RenewalForecast,
        Revenue.RecognisedRevenue, Revenue.InvoicedRevenue, Revenue.CollectedRevenue,
        Revenue.RecoveredMrr, Revenue.LostPastDueMrr, Revenue.PastDueRecoveryRate, Revenue.PastDueLossRate,
        Revenue.NetNewMrr, Revenue.NetNewArr, Revenue.MrrGrowth, Revenue.ArrGrowth, Revenue.ExpansionRate, Revenue.ChurnedMrrShare, Revenue.TrialConversion,
        UnitEconomics.GrossMargin, UnitEconomics.Cltv, UnitEconomics.ContractedLifetimeRevenue, UnitEconomics.LtvToCac, UnitEconomics.CacPayback,
        UnitEconomics.CappedCltv, UnitEconomics.DiscountedCltv, UnitEconomics.RealisedCltv, UnitEconomics.ReturnOnInvestment, UnitEconomics.BlendedCacRatio,
        UnitEconomics.MagicNumber, UnitEconomics.BurnMultiple, UnitEconomics.RuleOf40,
        Forecast.Judged, Forecast.Accuracy, Forecast.Bias, Forecast.RelativeBias,
        Forecast.RolledUp.Closed, Forecast.RolledUp.Commit, Forecast.RolledUp.MostLikely, Forecast.RolledUp.BestCase, Forecast.RolledUp.OpenPipeline,
        Forecast.Submitted.Closed, Forecast.Submitted.Commit, Forecast.Submitted.MostLikely, Forecast.Submitted.BestCase, Forecast.Submitted.OpenPipeline,
        Forecast.Mape, Forecast.Wape, Forecast.Smape, Forecast.MeanBias, Forecast.MeanAbsoluteError, Forecast.RootMeanSquaredError,
        Forecast.TrackingSignal, Forecast.Mase, Forecast.Rmsse, Forecast.OwnerWape,
        Forecast.LowPinballLoss, Forecast.HighPinballLoss, Forecast.RangeScore,
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
