using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics;

/// <summary>The check of one record: says what is wrong with it, and remembers whether it can be used.</summary>
internal sealed class RecordCheck(IssueCollector issues, string kind)
{
    // The name of the record, or the record and what names it: most are right and never named.
    private object _record = "";
    private IRecordNames? _names;
    private DataOrigin? _origin;

    /// <summary>True once an error was reported for the record.</summary>
    public bool Failed { get; private set; }

    /// <summary>Begins with a record of which the name is known.</summary>
    public void Begin(string record, DataOrigin? origin)
    {
        (_record, _names, _origin) = (record, null, origin);
        Failed = false;
    }

    /// <summary>Begins with a record that is named once something is wrong with it.</summary>
    public void Begin(object record, IRecordNames names, DataOrigin? origin)
    {
        (_record, _names, _origin) = (record, names, origin);
        Failed = false;
    }

    public void Error(string problem, string? field, string message, string remedy)
    {
        Failed = true;
        Report(DataIssueSeverity.Error, problem, field, message, remedy);
    }

    public void Warn(string problem, string? field, string message, string remedy) =>
        Report(DataIssueSeverity.Warning, problem, field, message, remedy);

    public void Note(string problem, string? field, string message, string remedy) =>
        Report(DataIssueSeverity.Note, problem, field, message, remedy);

    /// <summary>An error unless the text has a character that is not white space.</summary>
    public void Required(string? text, string field, string problem)
    {
        if (string.IsNullOrWhiteSpace(text)) Error($"{problem}.empty", field, "it is empty.", $"Fill in the {field}.");
    }

    /// <summary>An error when both dates are given and the second is before the first, or on the same day where that is not allowed.</summary>
    public void Ordered(LocalDate? first, string firstField, LocalDate? second, string secondField, string problem, bool orEqual = true)
    {
        if (first is not { } a || second is not { } b) return;
        if (orEqual ? b >= a : b > a) return;
        Error(problem, secondField, $"{Text(b)} is {(b < a ? "before" : "the same day as")} {firstField} {Text(a)}.",
            $"Correct one of the two dates; {secondField} must be {(orEqual ? "on or after" : "after")} {firstField}.");
    }

    public static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);

    public static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private void Report(DataIssueSeverity severity, string problem, string? field, string message, string remedy) => issues.Add(new DataIssue
    {
        Code = $"{kind}.{problem}",
        Severity = severity,
        Record = _names is null ? (string)_record : _names.NameOf(_record),
        Field = field,
        Message = message,
        Remedy = remedy,
        Origin = _origin,
    });
}
