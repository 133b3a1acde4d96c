namespace RevOps.Metrics.Predictive.Tests;

/// <summary>Models of every kind.</summary>
internal static class AttributionModels
{
    public static IReadOnlyList<AttributionModel> WithoutAges { get; } =
    [
        AttributionModel.First, AttributionModel.Last, AttributionModel.LinearByTouch, AttributionModel.LinearByChannel, AttributionModel.PositionBased(),
        AttributionModel.PositionBased(0.5, 0.3, TwoTouchRule.SplitMiddle), AttributionModel.TimeDecayByOrder(), AttributionModel.TimeDecayByOrder(isByLastTouch: true),
        AttributionModel.Markov(), AttributionModel.Markov(2), AttributionModel.Markov(3), AttributionModel.Shapley, AttributionModel.ShapleyByConversionRate,
    ];

    public static IReadOnlyList<AttributionModel> OfAges { get; } = [AttributionModel.TimeDecayByHalfLife(7), AttributionModel.TimeDecayByStep(5.33)];

    public static IReadOnlyList<AttributionModel> All => WithoutAges;
}
