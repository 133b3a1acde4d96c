namespace RevOps.Metrics;

/// <summary>The rules that <see cref="Spend"/>, <see cref="FinancialFigure"/> and <see cref="MarketingActivity"/> must keep.</summary>
internal static class CostChecks
{
    public static readonly RecordKind<Spend> Spend = new(
        "spend", s => $"spend of {s.Amount} on {s.Category} from {RecordCheck.Text(s.From)}", Id: null, Check,
        s => s.To is { } to ? [s.From, to.PlusDays(-1)] : [s.From], s => s.RecordedOn);

    public static readonly RecordKind<FinancialFigure> Figure = new(
        "financial-figure", f => $"figure {f.Account} on {RecordCheck.Text(f.On)}", Id: null, (_, _) => { }, f => [f.On], f => f.RecordedOn);

    public static readonly RecordKind<MarketingActivity> Activity = new(
        "marketing-activity", a => $"marketing activity on {RecordCheck.Text(a.On)}", Id: null, Check, a => [a.On], a => a.RecordedOn);

    private static void Check(Spend spend, RecordCheck check)
    {
        check.Ordered(spend.From, "from", spend.To, "to", "to.not-after-from", orEqual: false);
        if (spend.To is { } to && to > spend.From.PlusYears(20))
        {
            check.Error("to.too-late", "to", $"{RecordCheck.Text(to)} is more than twenty years after from {RecordCheck.Text(spend.From)}.",
                "Give the days it was spent for; leave the end empty for a single day.");
        }
    }

    private static void Check(MarketingActivity activity, RecordCheck check)
    {
        if (activity.Impressions < 0)
        {
            check.Error("impressions.negative", "impressions", $"{RecordCheck.Text(activity.Impressions)} is below zero.",
                "Correct the count.");
        }
        if (activity.Engagements < 0)
        {
            check.Error("engagements.negative", "engagements", $"{RecordCheck.Text(activity.Engagements)} is below zero.",
                "Correct the count.");
        }
    }
}
