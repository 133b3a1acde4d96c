using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics;

/// <summary>The values given to assumptions; what is not given stays undefined, with that reason.</summary>
/// <remarks>
/// A value can be given for all, or for one value of a dimension; from a day on, or for ever. A metric takes the value that holds on the last day
/// of the period: one for its cell before one for all, then the one given from the latest day, then the one stated last.
/// </remarks>
/// <example><code>
/// Assumptions stated = Assumptions.None
///     .With(UnitEconomics.AssumedGrossMargin, new Ratio(0.8m))
///     .With(UnitEconomics.AssumedGrossMargin, new Ratio(0.82m), from: new LocalDate(2026, 7, 1))
///     .With(Sales.StageProbability, Dimensions.Stage, "Proposal", new Ratio(0.4m));
/// </code></example>
public sealed class Assumptions
{
    private readonly Stated[] _stated;

    private Assumptions(Stated[] stated) => _stated = stated;

    /// <summary>No assumption is made.</summary>
    public static Assumptions None { get; } = new([]);

    /// <summary>These assumptions and one more, or one with another value.</summary>
    /// <param name="assumption">The assumption.</param>
    /// <param name="value">Its value.</param>
    /// <param name="from">The first day on which it holds; null for ever.</param>
    public Assumptions With<TUnit>(Assumption<TUnit> assumption, TUnit value, LocalDate? from = null)
        where TUnit : struct, IUnit<TUnit>
    {
        ArgumentNullException.ThrowIfNull(assumption);
        return And(new Stated(assumption.Name, null, null, from, value.Magnitude));
    }

    /// <summary>These assumptions and the value of one in the cells of a dimension's value.</summary>
    /// <param name="assumption">The assumption.</param>
    /// <param name="dimension">The dimension.</param>
    /// <param name="of">The dimension's value; null for rows without one.</param>
    /// <param name="value">The assumption's value there.</param>
    /// <param name="from">The first day on which it holds; null for ever.</param>
    public Assumptions With<TUnit>(Assumption<TUnit> assumption, Dimension dimension, string? of, TUnit value, LocalDate? from = null)
        where TUnit : struct, IUnit<TUnit>
    {
        ArgumentNullException.ThrowIfNull(assumption);
        ArgumentNullException.ThrowIfNull(dimension);
        return And(new Stated(assumption.Name, dimension, of, from, value.Magnitude));
    }

    /// <summary>The value of an assumption on a day in a cell, or why there is none.</summary>
    /// <param name="name">The assumption's name.</param>
    /// <param name="day">The day.</param>
    /// <param name="cell">The dimensions of the cell with their values.</param>
    internal Quantity Find(string name, LocalDate day, IReadOnlyList<(Dimension Dimension, string? Value)> cell)
    {
        Stated[] named = [.. _stated.Where(stated => stated.Name == name)];
        Stated[] inCell = [.. named.Where(stated => stated.Dimension is not { } dimension || cell.Contains((dimension, stated.Of)))];
        Stated? found = inCell.Where(stated => !(stated.From > day))
            .OrderBy(stated => stated.Dimension is not null).ThenBy(stated => stated.From ?? LocalDate.MinIsoValue).LastOrDefault();
        if (found is not null) return Quantity.Of(found.Value);
        string where = string.Concat(
            from value in cell
            where named.Any(stated => value.Dimension.Equals(stated.Dimension))
            select $" for {value.Dimension} {value.Value ?? Cell.NoValue}");
        string when = inCell.Length > 0 ? $" by {LocalDatePattern.Iso.Format(day)}" : "";
        return Quantity.Undefined($"assumption {name} not given{where}{when}");
    }

    private Assumptions And(Stated stated) => new([.. _stated.Where(other => !other.IsOfSame(stated)), stated]);

    private sealed record Stated(string Name, Dimension? Dimension, string? Of, LocalDate? From, decimal Value)
    {
        public bool IsOfSame(Stated other) => this with { Value = 0 } == other with { Value = 0 };
    }
}
