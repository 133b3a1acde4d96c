namespace RevOps.Metrics;

/// <summary>The ids of rows, none of them twice. Ids that come in their ordinal order, as most exports have them, need nothing beside themselves.</summary>
internal sealed class IdIndex
{
    private readonly PackedTexts _ids = new();
    private TextPlaces? _places;

    /// <summary>The ids by row.</summary>
    public PackedTexts Ids => _ids;

    /// <summary>True while every id came after the one before it.</summary>
    public bool IsOrdered => _places is null;

    /// <summary>The row of an id; -1 for none.</summary>
    public int Find(ReadOnlySpan<char> id) => _places is null ? FindInOrder(id, IsAfterLast(id)) : _places.Find(id);

    /// <summary>Adds the id of the next row; false where there is one.</summary>
    public bool TryAdd(ReadOnlySpan<char> id)
    {
        if (_places is null)
        {
            int order = IsAfterLast(id);
            if (order < 0)
            {
                _ids.Add(id);
                return true;
            }

            if (FindInOrder(id, order) >= 0) return false;
            _places = new TextPlaces(_ids);
        }

        return _places.TryAdd(id, out _);
    }

    /// <summary>How the last id compares with another one; below zero where that comes after it.</summary>
    private int IsAfterLast(ReadOnlySpan<char> id) => _ids.Count == 0 ? -1 : _ids.Compare(_ids.Count - 1, id);

    private int FindInOrder(ReadOnlySpan<char> id, int last)
    {
        if (last < 0) return -1;
        int low = 0, high = _ids.Count - 1;
        while (low <= high)
        {
            int middle = low + ((high - low) / 2), order = _ids.Compare(middle, id);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return -1;
    }
}
