using System.Runtime.InteropServices;

namespace RevOps.Metrics;

/// <summary>A growing column of names that are often different, by code.</summary>
/// <remarks>
/// A look-up among millions of names waits for memory twice. So names wait until there are some hundred of them, and are then looked up together,
/// that many such waits are one. Whoever asks for a code or a name makes those that wait be looked up before.
/// </remarks>
internal sealed class NameColumn
{
    private const int MostWaiting = 512;

    private readonly NameTable _names = new();
    private readonly List<int> _codes = [];
    private readonly int[] _ends = new int[MostWaiting], _hashes = new int[MostWaiting];
    private char[] _text = new char[16 * MostWaiting];
    private int _waiting;

    /// <summary>The number of rows.</summary>
    public int Count => _codes.Count;

    /// <summary>The names by code.</summary>
    public NameTable Names
    {
        get
        {
            LookUp();
            return _names;
        }
    }

    /// <summary>The code of each row.</summary>
    public Span<int> Codes
    {
        get
        {
            LookUp();
            return CollectionsMarshal.AsSpan(_codes);
        }
    }

    /// <summary>Adds a row with a name.</summary>
    public void Add(ReadOnlySpan<char> name)
    {
        if (_waiting == MostWaiting) LookUp();
        int start = StartOf(_waiting);
        if (_text.Length - start < name.Length) Array.Resize(ref _text, Math.Max(2 * _text.Length, start + name.Length));
        name.CopyTo(_text.AsSpan(start));
        _ends[_waiting] = start + name.Length;
        // Rows with the same name often come together.
        bool isSame = _waiting > 0 && Waiting(_waiting - 1).SequenceEqual(name);
        _hashes[_waiting] = isSame ? _hashes[_waiting - 1] : TextPlaces.HashOf(name);
        _waiting++;
        _codes.Add(0);
    }

    private void LookUp()
    {
        if (_waiting == 0) return;
        Span<int> codes = CollectionsMarshal.AsSpan(_codes)[^_waiting..];
        _names.GuessCodes(_hashes.AsSpan(0, _waiting), codes);
        for (int i = 0; i < codes.Length; i++) codes[i] = _names.IsCodeOf(codes[i], Waiting(i)) ? codes[i] : NameTable.None;
        for (int i = 0; i < codes.Length; i++)
        {
            if (codes[i] == NameTable.None) codes[i] = _names.CodeOf(Waiting(i), _hashes[i]);
        }

        _waiting = 0;
    }

    private int StartOf(int waiting) => waiting == 0 ? 0 : _ends[waiting - 1];

    private ReadOnlySpan<char> Waiting(int number) => _text.AsSpan(StartOf(number), _ends[number] - StartOf(number));
}
