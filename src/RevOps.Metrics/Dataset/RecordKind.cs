using NodaTime;

namespace RevOps.Metrics;

/// <summary>What the builder must know of a type of record: its name in messages, its id, its own checks and the dates it covers.</summary>
/// <param name="Name">The name in issue codes: "deal".</param>
/// <param name="Describe">The record as messages name it: "deal D7".</param>
/// <param name="Id">The id; null for types that have none.</param>
/// <param name="Check">The checks of the record by itself.</param>
/// <param name="Dates">The dates on which the record says something happened.</param>
/// <param name="RecordedOn">The day the record was written down; null for since ever.</param>
/// <param name="CustomerId">The customer whose record it is; null for types that belong to none.</param>
/// <param name="RunsOn">True for a type whose records hold until changed, so that the last date in the data ends nothing.</param>
internal sealed record RecordKind<T>(
    string Name,
    Func<T, string> Describe,
    Func<T, string>? Id,
    Action<T, RecordCheck> Check,
    Func<T, IEnumerable<LocalDate>> Dates,
    Func<T, LocalDate?> RecordedOn,
    Func<T, string?>? CustomerId = null,
    bool RunsOn = false) : IRecordNames
{
    /// <inheritdoc/>
    public string NameOf(object record) => Describe((T)record);
}
