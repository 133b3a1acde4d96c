namespace RevOps.Metrics;

/// <summary>The codes of a column of names, one a row: a byte each where that is enough, as most such columns have few names.</summary>
internal sealed class Codes
{
    private Codes(byte[]? narrow, ushort[]? two, int[]? wide) => (Narrow, OfTwoBytes, Wide) = (narrow, two, wide);

    /// <summary>Codes of a byte each.</summary>
    public Codes(byte[] codes)
        : this(codes, null, null)
    {
    }

    /// <summary>Codes of two bytes each.</summary>
    public Codes(ushort[] codes)
        : this(null, codes, null)
    {
    }

    /// <summary>Codes of four bytes each.</summary>
    public Codes(int[] codes)
        : this(null, null, codes)
    {
    }

    /// <summary>The codes where each is given as a byte.</summary>
    public byte[]? Narrow { get; }

    /// <summary>The codes where each is given as two bytes.</summary>
    public ushort[]? OfTwoBytes { get; }

    /// <summary>The codes otherwise.</summary>
    public int[]? Wide { get; }

    /// <summary>The code of a row.</summary>
    public int this[int row] => Narrow is { } narrow ? narrow[row] : OfTwoBytes is { } two ? two[row] : Wide![row];

    /// <summary>Codes as they are held.</summary>
    public static Codes Of<TCode>(TCode[] codes)
        where TCode : struct => codes switch
        {
            byte[] narrow => new Codes(narrow),
            ushort[] two => new Codes(two),
            int[] wide => new Codes(wide),
            _ => throw new ArgumentException("Codes are bytes or whole numbers.", nameof(codes)),
        };

    /// <summary>Codes below a number of names: of a byte, or of four where that is not enough.</summary>
    public static Codes Of(int[] codes, int names) =>
        names <= byte.MaxValue + 1 ? new Codes(Split.Map(codes, code => (byte)code)) : new Codes(codes);
}
