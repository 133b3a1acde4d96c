namespace RevOps.Metrics;

/// <summary>Many texts one after another in one array: a byte for each character where none needs more, and no object for each text.</summary>
/// <remarks>
/// Bytes hold the first 256 characters of Unicode, so that the order of bytes is the ordinal order of texts. While all texts are of one length,
/// where each ends need not be held.
/// </remarks>
internal sealed class PackedTexts
{
    private byte[] _bytes = [];
    private char[]? _wide;
    private int _ofEach;
    private List<int>? _ends;

    public int Count { get; private set; }

    /// <summary>The text with a number.</summary>
    public string this[int number]
    {
        get
        {
            (int start, int length) = Place(number);
            return _wide is { } wide ? new string(wide, start, length)
                : string.Create(length, (_bytes, start), static (text, from) => Widen(from._bytes.AsSpan(from.start, text.Length), text));
        }
    }

    private int Length => _ends is null ? Count * _ofEach : _ends[^1];

    /// <summary>True where there is room for one more text of some length.</summary>
    public bool HasRoom(int length) => Length < (Array.MaxLength / 2) - length;

    public void Add(ReadOnlySpan<char> text)
    {
        int start = Length, end = start + text.Length;
        if (_wide is null)
        {
            Grow(ref _bytes, end);
            if (!TryNarrow(text, _bytes.AsSpan(start))) BecomeWide(start);
        }

        if (_wide is not null)
        {
            Grow(ref _wide, end);
            text.CopyTo(_wide.AsSpan(start));
        }

        if (Count == 0) _ofEach = text.Length;
        else if (_ends is null && text.Length != _ofEach) _ends = [.. Enumerable.Range(1, Count).Select(number => number * _ofEach)];
        _ends?.Add(end);
        Count++;
    }

    /// <summary>Compares a text with another one by the ordinal order.</summary>
    public int Compare(int number, ReadOnlySpan<char> other)
    {
        (int start, int length) = Place(number);
        if (_wide is not null) return _wide.AsSpan(start, length).SequenceCompareTo(other);
        ReadOnlySpan<byte> own = _bytes.AsSpan(start, length);
        int common = Math.Min(length, other.Length);
        for (int i = 0; i < common; i++)
        {
            if (own[i] != other[i]) return own[i] - other[i];
        }

        return length - other.Length;
    }

    /// <summary>Compares two of the texts by the ordinal order.</summary>
    public int Compare(int left, int right)
    {
        ((int leftStart, int leftLength), (int rightStart, int rightLength)) = (Place(left), Place(right));
        return _wide is { } wide ? wide.AsSpan(leftStart, leftLength).SequenceCompareTo(wide.AsSpan(rightStart, rightLength))
            : _bytes.AsSpan(leftStart, leftLength).SequenceCompareTo(_bytes.AsSpan(rightStart, rightLength));
    }

    /// <summary>Orders numbers of texts by the ordinal order of these.</summary>
    public void Sort(int[] numbers)
    {
        // What all begin with tells nothing; the eight bytes after it order almost all, and the whole texts the others.
        int skip = numbers.Length == 0 ? 0 : Place(numbers[0]).Length;
        for (int i = 1; i < numbers.Length && skip > 0; i++) skip = Math.Min(skip, CommonLength(numbers[0], numbers[i]));
        ulong[] keys = Split.Map(numbers, number => KeyOf(number, skip));
        Array.Sort(keys, numbers);
        for (int first = 0, next = 1; first < numbers.Length; first = next++)
        {
            while (next < numbers.Length && keys[next] == keys[first]) next++;
            if (next - first > 1) numbers.AsSpan(first, next - first).Sort(Compare);
        }
    }

    /// <summary>Some of the texts in an order of their own, with no room for more.</summary>
    public PackedTexts Taken(ReadOnlySpan<int> numbers)
    {
        int length = 0;
        foreach (int number in numbers) length += Place(number).Length;
        PackedTexts taken = new() { Count = numbers.Length, _ofEach = _ofEach, _ends = _ends is null ? null : new List<int>(numbers.Length) };
        if (_wide is null) taken._bytes = new byte[length];
        else taken._wide = new char[length];
        int end = 0;
        foreach (int number in numbers)
        {
            (int start, int ofThis) = Place(number);
            if (_wide is null) _bytes.AsSpan(start, ofThis).CopyTo(taken._bytes.AsSpan(end));
            else _wide.AsSpan(start, ofThis).CopyTo(taken._wide.AsSpan(end));
            end += ofThis;
            taken._ends?.Add(end);
        }

        return taken;
    }

    private int CommonLength(int left, int right)
    {
        ((int leftStart, int leftLength), (int rightStart, int rightLength)) = (Place(left), Place(right));
        return _wide is { } wide ? wide.AsSpan(leftStart, leftLength).CommonPrefixLength(wide.AsSpan(rightStart, rightLength))
            : _bytes.AsSpan(leftStart, leftLength).CommonPrefixLength(_bytes.AsSpan(rightStart, rightLength));
    }

    /// <summary>The first of a text's characters as a number, of which the order is theirs; those that are not there as zeros.</summary>
    private ulong KeyOf(int number, int skip)
    {
        (int start, int length) = Place(number);
        int size = _wide is null ? 8 : 16, count = 64 / size;
        ulong key = 0;
        for (int i = skip; i < skip + count; i++) key = (key << size) | (i >= length ? 0UL : _wide is { } wide ? wide[start + i] : _bytes[start + i]);
        return key;
    }

    private (int Start, int Length) Place(int number)
    {
        if (_ends is null) return (number * _ofEach, _ofEach);
        int start = number == 0 ? 0 : _ends[number - 1];
        return (start, _ends[number] - start);
    }

    private static void Grow<T>(ref T[] array, int length)
    {
        if (array.Length < length) Array.Resize(ref array, Math.Max(length, Math.Max(1024, (int)Math.Min(2L * array.Length, Array.MaxLength))));
    }

    private void BecomeWide(int length)
    {
        _wide = new char[_bytes.Length];
        Widen(_bytes.AsSpan(0, length), _wide);
        _bytes = [];
    }

    private static bool TryNarrow(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] > byte.MaxValue) return false;
            bytes[i] = (byte)text[i];
        }

        return true;
    }

    private static void Widen(ReadOnlySpan<byte> bytes, Span<char> text)
    {
        for (int i = 0; i < bytes.Length; i++) text[i] = (char)bytes[i];
    }
}
