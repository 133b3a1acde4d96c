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

    /// <summary>Rows of the days of a window; an unknown day is in none.</summary>
    public Condition<TRelation> IsIn(DateWindow window) => new(new DayIn(this, window));

    /// <summary>Rows whose day is known.</summary>
    public Condition<TRelation> IsKnown() => new(new DayIsKnown(this));
}
