namespace RevOps.Metrics.Predictive;

/// <summary>The forecast of one value of a dimension, such as an owner or a segment.</summary>
/// <param name="Cell">The value; that of deals without one is null.</param>
/// <param name="Amounts">The amounts, period by period.</param>
public sealed record CellForecast(Cell Cell, ValueList<AmountForecast> Amounts);
