namespace RevOps.Metrics.Predictive;

/// <summary>One stay of a deal in a stage; days are counted from the day of the forecast, so all are 0 or below.</summary>
/// <param name="Stage">The number of the stage.</param>
/// <param name="Entered">The day it was entered.</param>
/// <param name="Left">The day it was left; null while the deal is there.</param>
/// <param name="Exit">Where it went then: <see cref="Won"/>, <see cref="Lost"/>, or <see cref="FirstStage"/> plus the number of a stage.</param>
/// <param name="Arrival">How many days after its creation the deal entered the stage.</param>
/// <param name="Amount">What the deal was worth when it did, in the reporting currency; 0 where nobody told.</param>
internal readonly record struct StageSpell(int Stage, int Entered, int? Left, int Exit, int Arrival = 0, double Amount = 0)
{
    public const int Won = 0;

    public const int Lost = 1;

    public const int FirstStage = 2;
}
