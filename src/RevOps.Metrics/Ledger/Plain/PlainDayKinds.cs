namespace RevOps.Metrics;

/// <summary>What the rows are of the days that most are: one start or end alone, or a switch, where no subscription has a product.</summary>
internal static class PlainDayKinds
{
    /// <summary>What a start or end alone on its day is: four for an end, two where the customer has nothing else, one where it ever had anything.</summary>
    public static readonly RowKind[] Alone =
    [
        new(MovementKind.Expansion, new RowTraits(MovementCause.SameProduct, 0, 1)), new(MovementKind.Expansion, new RowTraits(MovementCause.SameProduct, 0, 1)),
        new(MovementKind.New, new RowTraits(null, 1, 1)), new(MovementKind.Reactivation, new RowTraits(null, 1, 1)),
        new(MovementKind.Contraction, new RowTraits(MovementCause.SameProduct, 0, -1)), new(MovementKind.Contraction, new RowTraits(MovementCause.SameProduct, 0, -1)),
        new(MovementKind.Churn, new RowTraits(null, -1, -1)), new(MovementKind.Churn, new RowTraits(null, -1, -1)),
    ];

    /// <summary>What both sides of a switch charge: of the start, and of the end.</summary>
    public static readonly RowKind[] Switched = [new(MovementKind.Transfer, new RowTraits(null, 0, 1)), new(MovementKind.Transfer, new RowTraits(null, 0, -1))];

    /// <summary>What the larger side of a switch charges more.</summary>
    public static readonly RowKind[] Rest =
        [new(MovementKind.Expansion, new RowTraits(MovementCause.SameProduct, 0, 0)), new(MovementKind.Contraction, new RowTraits(MovementCause.SameProduct, 0, 0))];
}
