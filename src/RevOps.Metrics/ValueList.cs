using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace RevOps.Metrics;

/// <summary>An immutable list that equals another list with the same items in the same order.</summary>
/// <remarks>
/// The records hold their histories in it, so that two records with the same content are equal; the framework's immutable
/// collections compare by reference. Written as a collection expression: <c>Terms = [first, second]</c>.
/// </remarks>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
public sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly Func<int, T>? _make;
    private T[]? _items;
    private int _hash;

    internal ValueList(T[] items) => (_items, Count) = (items, items.Length);

    /// <summary>A list that makes an item each time it is asked for: for more items than should be held.</summary>
    internal ValueList(int count, Func<int, T> make) => (_make, Count) = (make, count);

    /// <summary>The list without items.</summary>
    public static ValueList<T> Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public T this[int index]
    {
        get
        {
            if (_items is { } items) return items[index];
            return (uint)index < (uint)Count ? _make!(index) : throw new ArgumentOutOfRangeException(nameof(index), index, "There is no such item.");
        }
    }

    /// <summary>The items as a span, for loops that should not allocate.</summary>
    public ReadOnlySpan<T> AsSpan() => _items ??= [.. this];

    /// <inheritdoc/>
    public bool Equals(ValueList<T>? other) => other is not null && (_items is null || other._items is null ? this.SequenceEqual(other) : AsSpan().SequenceEqual(other.AsSpan()));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // Two threads that work it out at once store the same.
        if (_hash != 0) return _hash;
        HashCode hash = new();
        foreach (T item in this) hash.Add(item);
        int found = hash.ToHashCode();
        return _hash = found == 0 ? 1 : found;
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => (_items is { } items ? items : Enumerable.Range(0, Count).Select(_make!)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>True when both have the same items in the same order, or both are null.</summary>
    public static bool operator ==(ValueList<T>? left, ValueList<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>True when the lists differ.</summary>
    public static bool operator !=(ValueList<T>? left, ValueList<T>? right) => !(left == right);

    /// <summary>The items, separated by commas, in brackets.</summary>
    public override string ToString() =>
        $"[{string.Join(", ", this.Select(item => string.Create(CultureInfo.InvariantCulture, $"{item}")))}]";
}

/// <summary>Makes a <see cref="ValueList{T}"/>.</summary>
public static class ValueList
{
    /// <summary>A list of these items; the compiler calls it for a collection expression.</summary>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? ValueList<T>.Empty : new ValueList<T>(items.ToArray());

    /// <summary>A list of the items of a sequence.</summary>
    public static ValueList<T> From<T>(IEnumerable<T> items) => Create<T>([.. items]);
}
