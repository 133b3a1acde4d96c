namespace RevOps.Metrics;

/// <summary>One of the things that are known of deals and change while they are open.</summary>
internal sealed class Known<T>
    where T : struct, IEquatable<T>
{
    /// <param name="opening">What was known of each deal at first.</param>
    /// <param name="told">What each change told.</param>
    /// <param name="nothing">What stands for a change that told nothing of it.</param>
    public Known(T[] opening, T[] told, T nothing)
    {
        (Opening, Nothing) = (opening, nothing);
        Told = told.AsSpan().ContainsAnyExcept(nothing) ? told : null;
    }

    /// <summary>What was known of each deal at first: what its history tells first, as the deal's own value is the latest; without a history its own.</summary>
    public T[] Opening { get; }

    /// <summary>What each change told; null where no change told anything of it.</summary>
    public T[]? Told { get; }

    /// <summary>What stands for a change that told nothing of it.</summary>
    public T Nothing { get; }

    /// <summary>Marks the changes that told something of it.</summary>
    public void MarkTold(bool[] isTold)
    {
        for (int change = 0; change < Told?.Length; change++) isTold[change] |= !Told[change].Equals(Nothing);
    }
}
