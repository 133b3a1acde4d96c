namespace RevOps.Metrics;

/// <summary>What a node of an <see cref="Explanation"/> is, which says how its value follows from those of its parts.</summary>
public enum ExplanationKind
{
    /// <summary>A number that the engine was asked for (<see cref="Explanation.Request"/>); it has no parts.</summary>
    Measure,

    /// <summary>A formula over all its parts; undefined where one of them is.</summary>
    Formula,

    /// <summary>The one part that the policy chose.</summary>
    Policy,

    /// <summary>Its one part over fewer rows.</summary>
    Filter,

    /// <summary>Its one part of another period.</summary>
    OtherPeriod,

    /// <summary>Its one part over all rows, whatever the cell and the filters.</summary>
    Total,

    /// <summary>The first part x the second / the third: a whole, the cell's weight, the weight of all.</summary>
    Allocation,

    /// <summary>The last of its parts: the first metric that is defined.</summary>
    FirstDefined,

    /// <summary>The sum of its parts: over months, over owners.</summary>
    Sum,

    /// <summary>The sum of the first part x the second, the third x the fourth, and so on: amounts and their shares.</summary>
    WeightedSum,

    /// <summary>What its words say of its parts: a count of representatives.</summary>
    Derived,

    /// <summary>A number that somebody stated; it has no parts.</summary>
    Assumption,

    /// <summary>A number that the policy states; it has no parts.</summary>
    PolicyNumber,
}
