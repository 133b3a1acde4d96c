using NodaTime;

namespace RevOps.Metrics;

/// <summary>A column of days, some of which may be unknown.</summary>
/// <inheritdoc/>
public abstract record DateColumn(Relation Relation, string Name) : Column(Relation, Name);

/// <summary>A column of days of one relation.</summary>
/// <typeparam name="TRelation">The relation.</typeparam>
public sealed record DateColumn<TRelation> : DateColumn
    where TRelation : IRelation
{
    internal DateColumn(string name)
        : base(TRelation.Relation, name)
    {
    }

    /// <summary>Rows of one day.</summary>
    public Condition<TRelation> Is(LocalDate day) => new(new DayIs(this, day));

    /// <summary>Rows whose day lies in a half-open span; an unknown day does not.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The first day after.</param>
    public Condition<TRelation> IsIn(LocalDate from, LocalDate to) => new(new DayIn(this, new DateWindow(from, to)));

    /// <summary>Rows whose day lies outside a half-open span, or is unknown.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The first day after.</param>
    public Condition<TRelation> IsNotIn(LocalDate from, LocalDate to) => new(new DayNotIn(this, new DateWindow(from, to)));

    /// <summary>Rows whose day is known.</summary>
    public Condition<TRelation> IsKnown() => new(new DayIsKnown(this));
}
