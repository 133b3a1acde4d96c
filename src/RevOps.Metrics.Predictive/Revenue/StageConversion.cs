namespace RevOps.Metrics.Predictive;

/// <summary>What the history says of one stage.</summary>
/// <param name="Stage">The stage; null for the time in which a deal's history tells none.</param>
/// <param name="Visits">How many visits were watched.</param>
/// <param name="Exits">How many of them have ended; the others are censored at the day of the forecast.</param>
/// <param name="WinProbability">The probability that a deal that enters the stage is won in the end, by whatever way.</param>
/// <param name="MedianDays">The days after which half of the deals have left the stage; undefined where the history does not reach so far.</param>
public sealed record StageConversion(string? Stage, int Visits, int Exits, Estimate WinProbability, Estimate MedianDays);
