namespace RevOps.Metrics;

/// <summary>The rules that <see cref="ForecastSnapshot"/> and <see cref="Quota"/> must keep.</summary>
internal static class ForecastChecks
{
    public static readonly RecordKind<ForecastSnapshot> Snapshot = new(
        "forecast",
        f => $"forecast of {f.Owner ?? "the company"} taken on {RecordCheck.Text(f.TakenOn)} for {RecordCheck.Text(f.PeriodStart)}..{RecordCheck.Text(f.PeriodEnd)}",
        Id: null, Check, f => [f.PeriodStart, f.PeriodEnd.PlusDays(-1)], f => f.TakenOn);

    public static readonly RecordKind<Quota> Quota = new(
        "quota", q => $"quota of {q.Owner ?? "the company"} for {RecordCheck.Text(q.PeriodStart)}..{RecordCheck.Text(q.PeriodEnd)}",
        Id: null, Check, q => [q.PeriodStart, q.PeriodEnd.PlusDays(-1)], q => q.RecordedOn);

    private static void Check(ForecastSnapshot forecast, RecordCheck check)
    {
        check.Ordered(forecast.PeriodStart, "period start", forecast.PeriodEnd, "period end", "period-end.not-after-start", orEqual: false);
        if (forecast.Quantile is <= 0 or >= 1)
        {
            check.Error("quantile.range", "quantile", $"{RecordCheck.Text(forecast.Quantile.Value)} is not between 0 and 1.",
                "Write P10 as 0.1.");
        }
    }

    private static void Check(Quota quota, RecordCheck check)
    {
        check.Ordered(quota.PeriodStart, "period start", quota.PeriodEnd, "period end", "period-end.not-after-start", orEqual: false);
        if (quota.Amount.Amount < 0)
        {
            check.Error("amount.negative", "amount", $"{quota.Amount} is below zero.",
                "Write the quota as a positive number.");
        }
        if (quota.RampShare is < 0 or > 1)
        {
            check.Error("ramp-share.range", "ramp share", $"{RecordCheck.Text(quota.RampShare.Value)} is not between 0 and 1.",
                "Write half capacity as 0.5.");
        }
    }
}
