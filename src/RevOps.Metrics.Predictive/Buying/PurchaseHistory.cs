using System.Globalization;

namespace RevOps.Metrics.Predictive;

/// <summary>All that the models of buying need to know of what a customer has done: how often, how lately, and for how long it has been known.</summary>
/// <param name="Frequency">x: the repeat purchases, the first one not counted.</param>
/// <param name="Recency">t_x: the time from the first purchase to the last one; 0 without repeats. A late purchase makes it large.</param>
/// <param name="Age">T: the time from the first purchase to the end of what was observed.</param>
/// <remarks>Times are in the unit the model was fitted in. Source: Schmittlein, Morrison and Colombo, Management Science 33(1), 1987.</remarks>
public readonly record struct PurchaseHistory(long Frequency, double Recency, double Age)
{
    /// <summary>Throws when no customer can have this history.</summary>
    /// <exception cref="ArgumentException">Which field is wrong, and why.</exception>
    internal void Require(string whose, string parameter)
    {
        string? wrong = this switch
        {
            { Frequency: < 0 } => Text($"frequency {Frequency}: repeat purchases are counted from 0."),
            { Age: var age } when !double.IsFinite(age) || age < 0 => Text($"age {Age}: give the time since the first purchase, 0 or more."),
            { Recency: var recency } when !double.IsFinite(recency) || recency < 0 => Text($"recency {Recency}: give the time from the first to the last purchase, 0 or more."),
            { } when Recency > Age => Text($"recency {Recency} after age {Age}: recency cannot exceed age."),
            { Frequency: 0, Recency: > 0 } => Text($"recency {Recency} without a repeat purchase: recency is then 0."),
            { Frequency: > 0, Recency: 0 } => Text($"{Frequency} repeat purchases at recency 0: purchases of one period count once."),
            _ => null,
        };
        if (wrong is not null) throw new ArgumentException($"{whose} has {wrong}", parameter);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
