namespace RevOps.Metrics;

/// <summary>Finds texts among packed ones. Texts that come in their ordinal order, as most exports have them, need no more than themselves.</summary>
internal sealed class IdIndex(PackedTexts ids)
{
    private const int None = -1;

    // A text's place in the table follows from its hash; from the first one that is out of order on.
    private (int Hash, int Number)[]? _places;

    /// <summary>True while every text came after the one before it in the ordinal order.</summary>
    public bool IsOrdered => _places is null;

    /// <summary>The number of a text; -1 for none.</summary>
    public int Find(ReadOnlySpan<char> id)
    {
        if (_places is null) return FindInOrder(id);
        int hash = HashOf(id);
        for (int place = hash & (_places.Length - 1); _places[place].Number != None; place = (place + 1) & (_places.Length - 1))
        {
            if (_places[place].Hash == hash && ids.Compare(_places[place].Number, id) == 0) return _places[place].Number;
        }

        return None;
    }

    /// <summary>Adds a text that was not found, both to the packed ones and to the index.</summary>
    public void Add(ReadOnlySpan<char> id)
    {
        if (_places is null && ids.Count > 0 && ids.Compare(ids.Count - 1, id) > 0)
        {
            _places = Empty(Math.Max(1024, 4 * ids.Count));
            for (int number = 0; number < ids.Count; number++) Put(HashOf(ids[number]), number);
        }

        if (_places is not null)
        {
            if (2 * ids.Count > _places.Length) Grow();
            Put(HashOf(id), ids.Count);
        }

        ids.Add(id);
    }

    private int FindInOrder(ReadOnlySpan<char> id)
    {
        // Mostly it comes after the last.
        if (ids.Count == 0 || ids.Compare(ids.Count - 1, id) < 0) return None;
        int low = 0, high = ids.Count - 1;
        while (low <= high)
        {
            int middle = low + ((high - low) / 2), order = ids.Compare(middle, id);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return None;
    }

    private void Grow()
    {
        (int Hash, int Number)[] before = _places!;
        _places = Empty(2 * before.Length);
        foreach ((int hash, int number) in before)
        {
            if (number != None) Put(hash, number);
        }
    }

    private void Put(int hash, int number)
    {
        int place = hash & (_places!.Length - 1);
        while (_places[place].Number != None) place = (place + 1) & (_places.Length - 1);
        _places[place] = (hash, number);
    }

    private static int HashOf(ReadOnlySpan<char> id) => string.GetHashCode(id, StringComparison.Ordinal);

    private static (int Hash, int Number)[] Empty(int atLeast)
    {
        (int, int)[] places = new (int, int)[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)atLeast)];
        Array.Fill(places, (0, None));
        return places;
    }
}
