namespace RevOps.Metrics;

/// <summary>What a rule makes of the balances of an entity at both edges of a window. A type for each, so that the loop over windows is compiled for it.</summary>
internal interface IEdgeRule
{
    /// <summary>What an entity adds.</summary>
    /// <param name="open">The balance before the window.</param>
    /// <param name="close">The balance at its end.</param>
    /// <param name="change">What the rows within that count have changed.</param>
    static abstract long NumberOf(long open, long close, long change);
}

/// <inheritdoc cref="EntityRule.Joined"/>
internal readonly struct IfJoined : IEdgeRule
{
    public static long NumberOf(long open, long close, long change) => open <= 0 && close > 0 ? 1 : 0;
}

/// <inheritdoc cref="EntityRule.Lost"/>
internal readonly struct IfLost : IEdgeRule
{
    public static long NumberOf(long open, long close, long change) => open > 0 && close <= 0 ? 1 : 0;
}

/// <inheritdoc cref="EntityRule.Retained"/>
internal readonly struct IfRetained : IEdgeRule
{
    public static long NumberOf(long open, long close, long change) => open > 0 && close > 0 ? 1 : 0;
}

/// <inheritdoc cref="EntityRule.LostAmount"/>
internal readonly struct AmountIfLost : IEdgeRule
{
    public static long NumberOf(long open, long close, long change) => open > 0 && close <= 0 ? open : 0;
}

/// <inheritdoc cref="EntityRule.KeptAmount"/>
internal readonly struct AmountKept : IEdgeRule
{
    public static long NumberOf(long open, long close, long change) => open > 0 && close > 0 ? Math.Min(open, Math.Max(0, open + change)) : 0;
}

/// <inheritdoc cref="EntityRule.RetainedAmount"/>
internal readonly struct AmountRetained : IEdgeRule
{
    public static long NumberOf(long open, long close, long change) => open > 0 && close > 0 ? Math.Max(0, open + change) : 0;
}
