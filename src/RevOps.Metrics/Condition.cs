using NodaTime;

namespace RevOps.Metrics;

/// <summary>Which rows of its relation a measure takes. Conditions are data, not code, so that every engine can run them.</summary>
/// <remarks>Made by the columns: <c>Deals.Outcome.Is("Won")</c>.</remarks>
public abstract record Condition
{
    private protected Condition()
    {
    }

    internal static Condition In(CodeColumn column, params ReadOnlySpan<string> names) => new CodeIn(column, ValueList.Create(names));

    internal static Condition Between(ValueColumn column, long least, long most) => new ValueBetween(column, least, most);

    internal static Condition Within(DateColumn column, DateWindow window) => new DayIn(column, window);

    internal static Condition On(DateColumn column, LocalDate day) => new DayIs(column, day);
}

/// <summary>A condition on the rows of one relation.</summary>
/// <typeparam name="TRelation">The relation.</typeparam>
public sealed record Condition<TRelation>
    where TRelation : IRelation
{
    internal Condition(Condition untyped) => Untyped = untyped;

    internal Condition Untyped { get; }

    internal static Condition[] Untype(ReadOnlySpan<Condition<TRelation>> conditions)
    {
        Condition[] untyped = new Condition[conditions.Length];
        for (int i = 0; i < untyped.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(conditions[i], nameof(conditions));
            untyped[i] = conditions[i].Untyped;
        }

        return untyped;
    }
}

/// <summary>Rows whose name is one of a list.</summary>
/// <param name="Column">The column.</param>
/// <param name="Names">The names taken.</param>
public sealed record CodeIn(CodeColumn Column, ValueList<string> Names) : Condition;

/// <summary>Rows whose number lies between two, both included; a missing number does not.</summary>
/// <param name="Column">The column.</param>
/// <param name="Least">The least number taken.</param>
/// <param name="Most">The greatest number taken.</param>
public sealed record ValueBetween(ValueColumn Column, long Least, long Most) : Condition;

/// <summary>Rows of one day.</summary>
/// <param name="Column">The column.</param>
/// <param name="Day">The day.</param>
public sealed record DayIs(DateColumn Column, LocalDate Day) : Condition;

/// <summary>Rows of the days of a window; an unknown day is in none.</summary>
/// <param name="Column">The column.</param>
/// <param name="Window">The days.</param>
public sealed record DayIn(DateColumn Column, DateWindow Window) : Condition;

/// <summary>Rows whose day is known.</summary>
/// <param name="Column">The column.</param>
public sealed record DayIsKnown(DateColumn Column) : Condition;
