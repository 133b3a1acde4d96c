namespace RevOps.Metrics;

/// <summary>
/// How many weeks the three months of a retail quarter have. The 53rd week, when there is one, extends the year's last month.
/// </summary>
public enum RetailPattern
{
    /// <summary>Four, four and five weeks.</summary>
    FourFourFive,

    /// <summary>Four, five and four weeks: the pattern of the National Retail Federation.</summary>
    FourFiveFour,

    /// <summary>Five, four and four weeks.</summary>
    FiveFourFour,
}
