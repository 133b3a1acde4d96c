namespace RevOps.Metrics;

/// <summary>A billing interval as "month" or "3 months".</summary>
internal sealed class BillingIntervalConverter() : TextConverter<BillingInterval>("day, week, month, quarter or year, with a count before it if more than one, such as \"3 months\"")
{
    protected override bool TryParse(string text, out BillingInterval value) => BillingInterval.TryParse(text, null, out value);

    protected override string Format(BillingInterval value) => value.ToString();
}
