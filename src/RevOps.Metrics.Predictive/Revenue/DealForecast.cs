namespace RevOps.Metrics.Predictive;

/// <summary>What may become of one open deal: the probabilities of all its ends, which add up to 1.</summary>
/// <param name="DealId">The deal.</param>
/// <param name="Owner">Its owner on the day of the forecast.</param>
/// <param name="Stage">Its stage on that day; null where its history tells none.</param>
/// <param name="DaysInStage">For how many days it has been there.</param>
/// <param name="Amount">Its amount on that day in the reporting currency; null where nobody told one.</param>
/// <param name="WonIn">The probability that it is won in each of the periods.</param>
/// <param name="Lost">The probability that it is lost by the end of the last period.</param>
/// <param name="StillOpen">The probability that it is still open then; it may yet be won, or never close.</param>
public sealed record DealForecast(
    string DealId, string? Owner, string? Stage, int DaysInStage, double? Amount, ValueList<Estimate> WonIn, Estimate Lost, Estimate StillOpen);
