namespace RevOps.Metrics;

/// <summary>Which entities an <see cref="EntityMeasure"/> counts, and with what: a closed list, so that every engine can run it.</summary>
/// <remarks>
/// Rules that compare both edges need a dimension with one value an entity, so that an entity is in one cell at a time. The amount at the
/// close is what the entity had at the open and what the window's rows changed (<see cref="EntityMeasure.WithinWhere"/>), never below zero, and
/// nothing where the balance has gone.
/// </remarks>
public enum EntityRule
{
    /// <summary>Those with a balance above zero at the end of the window. In a cell: a balance above zero in the cell.</summary>
    PositiveAtClose,

    /// <summary>Those with a balance above zero before the window. In a cell: a balance above zero in the cell.</summary>
    PositiveAtOpen,

    /// <summary>Those with a balance before the window and none at its end. They count in the cell they were in before the window.</summary>
    Lost,

    /// <summary>Those with a balance before the window and at its end. They count in the cell they were in before the window.</summary>
    Retained,

    /// <summary>Those without a balance before the window and with one at its end. They count in the cell they are in at the end.</summary>
    Joined,

    /// <summary>Those without a balance before the window and at its end, but with one on a day within. They count in the cell they came into first.</summary>
    JoinedAndLost,

    /// <summary>Those with a balance before the window and at its end, but none on a day within. They count in the cell they were in before the window.</summary>
    LostAndReturned,

    /// <summary>The balance before the window, in the cell it was in.</summary>
    OpeningAmount,

    /// <summary>The balance before the window of those who have none at its end, in the cell it was in.</summary>
    LostAmount,

    /// <summary>Of those retained, the lesser of the amounts at the open and at the close, in the cell they were in before the window.</summary>
    KeptAmount,

    /// <summary>Of those retained, the amount at the close, in the cell they were in before the window.</summary>
    RetainedAmount,

    /// <summary>Of those who joined and had a balance on some day before the window, so who came back, the amount at the close, in the cell they are in there.</summary>
    ReturnedAmount,
}

/// <summary>What all engines must know of the rules.</summary>
internal static class EntityRules
{
    extension(EntityRule rule)
    {
        /// <summary>True when it sums balances, false when it counts entities.</summary>
        public bool TellsAmount => rule >= EntityRule.OpeningAmount;

        /// <summary>True when it looks at both edges, so that an entity must be in one cell at a time.</summary>
        public bool ComparesEdges => rule > EntityRule.PositiveAtOpen;
    }
}
