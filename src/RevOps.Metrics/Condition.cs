using NodaTime;

namespace RevOps.Metrics;

/// <summary>Which rows of its relation a measure takes. Conditions are data, not code, so that every engine can run them.</summary>
public abstract record Condition
{
    private protected Condition()
    {
    }

    /// <summary>Rows whose name is one of these.</summary>
    public static Condition In(CodeColumn column, params ReadOnlySpan<string> names) => new CodeIn(column, ValueList.Create(names));

    /// <summary>Rows whose number lies between two, both included.</summary>
    public static Condition Between(ValueColumn column, long least, long most) => new ValueBetween(column, least, most);

    /// <summary>Rows of one day.</summary>
    public static Condition On(DateColumn column, LocalDate day) => new DayIs(column, day);
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
