using System.Numerics;

namespace RevOps.Metrics;

/// <summary>Finds texts among packed ones by their hash.</summary>
/// <remarks>Beside a dictionary of strings it takes a quarter of the memory, which is what its speed depends on: most of the time goes into waiting for that.</remarks>
internal sealed class TextPlaces
{
    /// <summary>The number of no text.</summary>
    public const int None = -1;

    private readonly PackedTexts _texts;
    private (int Hash, int Number)[] _places;

    /// <summary>Takes texts, none of which stands twice.</summary>
    public TextPlaces(PackedTexts texts)
    {
        _texts = texts;
        _places = Empty(Math.Max(256, 4 * texts.Count));
        for (int number = 0; number < texts.Count; number++) Put(HashOf(texts[number]), number);
    }

    /// <summary>The number of a text; -1 for none.</summary>
    public int Find(ReadOnlySpan<char> text) => Find(text, HashOf(text));

    /// <summary>Adds a text to the packed ones; false where it is among them.</summary>
    public bool TryAdd(ReadOnlySpan<char> text, out int number) => TryAdd(text, HashOf(text), out number);

    /// <summary>Adds a text of which the hash is known (<see cref="HashOf"/>); false where it is among them.</summary>
    public bool TryAdd(ReadOnlySpan<char> text, int hash, out int number)
    {
        number = Find(text, hash);
        if (number != None) return false;
        number = _texts.Count;
        if (2 * number >= _places.Length) Grow();
        Put(hash, number);
        _texts.Add(text);
        return true;
    }

    /// <summary>For each hash the number of the text that most probably has it; <see cref="None"/> where no text has.</summary>
    public void Guess(ReadOnlySpan<int> hashes, Span<int> numbers)
    {
        (int Hash, int Number)[] places = _places;
        for (int i = 0; i < hashes.Length; i++) numbers[i] = places[hashes[i] & (places.Length - 1)].Number;
    }

    /// <summary>The hash by which a text is found.</summary>
    public static int HashOf(ReadOnlySpan<char> text) => string.GetHashCode(text, StringComparison.Ordinal);

    private int Find(ReadOnlySpan<char> text, int hash)
    {
        (int Hash, int Number)[] places = _places;
        for (int place = hash & (places.Length - 1); places[place].Number != None; place = (place + 1) & (places.Length - 1))
        {
            if (places[place].Hash == hash && _texts.Compare(places[place].Number, text) == 0) return places[place].Number;
        }

        return None;
    }

    private void Grow()
    {
        (int Hash, int Number)[] before = _places;
        _places = Empty(2 * before.Length);
        foreach ((int hash, int number) in before)
        {
            if (number != None) Put(hash, number);
        }
    }

    private void Put(int hash, int number)
    {
        int place = hash & (_places.Length - 1);
        while (_places[place].Number != None) place = (place + 1) & (_places.Length - 1);
        _places[place] = (hash, number);
    }

    private static (int Hash, int Number)[] Empty(int atLeast)
    {
        (int, int)[] places = GC.AllocateUninitializedArray<(int, int)>((int)BitOperations.RoundUpToPowerOf2((uint)atLeast));
        Array.Fill(places, (0, None));
        return places;
    }
}
