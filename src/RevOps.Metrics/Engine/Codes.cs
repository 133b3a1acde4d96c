namespace RevOps.Metrics;

/// <summary>The codes of a column of names, one a row: a byte each where that is enough, as most such columns have few names.</summary>
internal sealed class Codes
{
    private Codes(byte[]? narrow, int[]? wide) => (Narrow, Wide) = (narrow, wide);

    /// <summary>Codes of a byte each.</summary>
    public Codes(byte[] codes)
        : this(codes, null)
    {
    }

    /// <summary>The codes where a byte is enough for each; null where they are <see cref="Wide"/>.</summary>
    public byte[]? Narrow { get; }

    /// <summary>The codes where a byte is not enough.</summary>
    public int[]? Wide { get; }

    /// <summary>The code of a row.</summary>
    public int this[int row] => Narrow is { } narrow ? narrow[row] : Wide![row];

    /// <summary>Codes below a number of names.</summary>
    public static Codes Of(int[] codes, int names) =>
        names <= byte.MaxValue + 1 ? new Codes(Split.Map(codes, code => (byte)code)) : new Codes(null, codes);
}
