using System.Runtime.InteropServices;

namespace RevOps.Metrics;

/// <summary>A column that grows row by row, and takes no memory while all its values are one.</summary>
/// <param name="usual">The value that is not held.</param>
internal sealed class GrowingColumn<T>(T usual)
    where T : struct, IEquatable<T>
{
    private List<T>? _values;
    private int _count;

    public T this[int row] => _values is null ? usual : _values[row];

    public void Add(T value)
    {
        _count++;
        if (_values is null)
        {
            if (value.Equals(usual)) return;
            _values = [];
            CollectionsMarshal.SetCount(_values, _count - 1);
            CollectionsMarshal.AsSpan(_values).Fill(usual);
        }

        _values.Add(value);
    }

    /// <summary>The values of some rows; empty where each is the usual one.</summary>
    public T[] Taken(ReadOnlySpan<int> rows)
    {
        if (_values is null) return [];
        ReadOnlySpan<T> values = CollectionsMarshal.AsSpan(_values);
        T[] taken = GC.AllocateUninitializedArray<T>(rows.Length);
        for (int i = 0; i < taken.Length; i++) taken[i] = values[rows[i]];
        return taken;
    }
}
