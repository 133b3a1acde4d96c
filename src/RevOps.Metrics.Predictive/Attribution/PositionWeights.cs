namespace RevOps.Metrics.Predictive;

/// <summary>The weights of the touches of a path by their place in it.</summary>
internal static class PositionWeights
{
    public static double[] Of(int touches, double first, double last, TwoTouchRule twoTouches)
    {
        double middle = Math.Max(0, 1 - first - last);
        switch (touches)
        {
            case 1:
                return [1];
            case 2 when twoTouches == TwoTouchRule.SplitMiddle || first + last == 0:
                return [first + (middle / 2), last + (middle / 2)];
            case 2:
                return [first, last];
            default:
                double[] weights = new double[touches];
                Array.Fill(weights, middle / (touches - 2));
                (weights[0], weights[^1]) = (first, last);
                return weights;
        }
    }
}
