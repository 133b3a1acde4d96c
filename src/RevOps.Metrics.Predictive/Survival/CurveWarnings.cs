using System.Globalization;

namespace RevOps.Metrics.Predictive;

/// <summary>What a reader of a curve must know before trusting it.</summary>
internal static class CurveWarnings
{
    public static IEnumerable<string> Of(SurvivalCurve curve)
    {
        RiskTable table = curve.Table;
        // Only delayed entry leaves times at which nobody is observed.
        if (table.Entered is null) yield break;
        if (table.AtRisk[0] == 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"nobody was observed before {table.Times[0]:G6}: the curve is of those who were still there then");
        }

        for (int row = 0; row < table.Rows; row++)
        {
            if (curve.SurvivalBy(row) == 0 && row < table.Rows - 1)
            {
                yield return string.Create(CultureInfo.InvariantCulture,
                    $"all {table.AtRisk[row]:0.###} who were observed at {table.Times[row]:G6} left then, before others came: the curve is 0 from there");
                yield break;
            }

            if (row > 0 && table.AtRisk[row] == 0)
            {
                yield return string.Create(CultureInfo.InvariantCulture,
                    $"nobody was observed between {table.Times[row - 1]:G6} and {table.Times[row]:G6}: the curve is level there for want of knowledge");
            }
        }
    }
}
