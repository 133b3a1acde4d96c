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

    /// <summary>Codes that a byte is not enough for.</summary>
    public Codes(int[] codes)
        : this(null, codes)
    {
    }

    /// <summary>The codes where a byte is enough for each; null where they are <see cref="Wide"/>.</summary>
    public byte[]? Narrow { get; }

    /// <summary>The codes where a byte is not enough.</summary>
    public int[]? Wide { get; }

    /// <summary>The code of a row.</summary>
    public int this[int row] => Narrow is { } narrow ? narrow[row] : Wide![row];

    /// <summary>Codes as they are held: bytes, or whole numbers where those are not enough.</summary>
    public static Codes Of<TCode>(TCode[] codes)
        where TCode : struct => codes switch
        {
            byte[] narrow => new Codes(narrow),
            int[] wide => new Codes(wide),
            _ => throw new ArgumentException("Codes are bytes or whole numbers.", nameof(codes)),
        };

    /// <summary>Codes below a number of names.</summary>
    public static Codes Of(int[] codes, int names) =>
        names <= byte.MaxValue + 1 ? new Codes(Split.Map(codes, code => (byte)code)) : new Codes(null, codes);
}
