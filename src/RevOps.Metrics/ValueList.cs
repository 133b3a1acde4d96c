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
    private readonly T[] _items;
    private int _hash;

    internal ValueList(T[] items) => _items = items;

    /// <summary>The list without items.</summary>
    public static ValueList<T> Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <summary>The items as a span, for loops that should not allocate.</summary>
    public ReadOnlySpan<T> AsSpan() => _items;

    /// <inheritdoc/>
    public bool Equals(ValueList<T>? other) => other is not null && AsSpan().SequenceEqual(other.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // Two threads that work it out at once store the same.
        if (_hash != 0) return _hash;
        HashCode hash = new();
        foreach (T item in _items) hash.Add(item);
        int found = hash.ToHashCode();
        return _hash = found == 0 ? 1 : found;
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>True when both have the same items in the same order, or both are null.</summary>
    public static bool operator ==(ValueList<T>? left, ValueList<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>True when the lists differ.</summary>
    public static bool operator !=(ValueList<T>? left, ValueList<T>? right) => !(left == right);

    /// <summary>The items, separated by commas, in brackets.</summary>
    public override string ToString() =>
        $"[{string.Join(", ", _items.Select(item => string.Create(CultureInfo.InvariantCulture, $"{item}")))}]";
}

/// <summary>Makes a <see cref="ValueList{T}"/>.</summary>
public static class ValueList
{
    /// <summary>A list of these items; the compiler calls it for a collection expression.</summary>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? ValueList<T>.Empty : new ValueList<T>(items.ToArray());

    /// <summary>A list of the items of a sequence.</summary>
    public static ValueList<T> From<T>(IEnumerable<T> items) => Create<T>([.. items]);
}
