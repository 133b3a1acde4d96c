using System.Collections;
using System.Data.Common;
using System.Globalization;
using NodaTime;
using RevOps.Metrics.Benchmarks.Workloads;

namespace RevOps.Metrics.Benchmarks.Compare;

/// <summary>The subscriptions as a database would give them, without a database: id, customer, start, end, price, plan.</summary>
internal sealed class SubscriptionReader(SubscriptionTable table) : DbDataReader
{
    private static readonly string[] Names = ["id", "customer_id", "start", "end", "price", "plan"];

    private static readonly DateTime[] Dates =
        [.. Enumerable.Range(WorkloadCalendar.FirstDay, 2 * WorkloadCalendar.Days).Select(day => WorkloadCalendar.DateOf(day).ToDateTimeUnspecified())];

    private int _row = -1;

    public override int FieldCount => Names.Length;

    public override bool HasRows => table.Count > 0;

    public override bool IsClosed => false;

    public override int RecordsAffected => -1;

    public override int Depth => 0;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read() => ++_row < table.Count;

    public override bool NextResult() => false;

    public override string GetName(int ordinal) => Names[ordinal];

    public override int GetOrdinal(string name) => Array.IndexOf(Names, name);

    public override bool IsDBNull(int ordinal) => ordinal == 3 && table.End[_row] == SubscriptionTable.NoDay;

    public override string GetString(int ordinal) => ordinal switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"S{_row:00000000}"),
        1 => WorkloadNames.Customer(table.Customer[_row]),
        5 => WorkloadNames.Plans[table.Plan[_row]],
        _ => throw new InvalidCastException($"{Names[ordinal]} is no text."),
    };

    public override DateTime GetDateTime(int ordinal) => ordinal switch
    {
        2 => Dates[table.Start[_row] - WorkloadCalendar.FirstDay],
        3 => Dates[table.End[_row] - WorkloadCalendar.FirstDay],
        _ => throw new InvalidCastException($"{Names[ordinal]} is no date."),
    };

    public override decimal GetDecimal(int ordinal) => ordinal == 4
        ? new decimal(table.Price[_row], 0, 0, false, 2)
        : throw new InvalidCastException($"{Names[ordinal]} is no number.");

    public override object GetValue(int ordinal) => IsDBNull(ordinal) ? DBNull.Value : ordinal switch
    {
        2 or 3 => GetDateTime(ordinal),
        4 => GetDecimal(ordinal),
        _ => GetString(ordinal),
    };

    public override int GetValues(object[] values)
    {
        int count = Math.Min(values.Length, FieldCount);
        for (int i = 0; i < count; i++) values[i] = GetValue(i);
        return count;
    }

    public override Type GetFieldType(int ordinal) => ordinal switch { 2 or 3 => typeof(DateTime), 4 => typeof(decimal), _ => typeof(string) };

    public override string GetDataTypeName(int ordinal) => GetFieldType(ordinal).Name;

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    public override bool GetBoolean(int ordinal) => throw NotHeld();

    public override byte GetByte(int ordinal) => throw NotHeld();

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw NotHeld();

    public override char GetChar(int ordinal) => throw NotHeld();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw NotHeld();

    public override double GetDouble(int ordinal) => throw NotHeld();

    public override float GetFloat(int ordinal) => throw NotHeld();

    public override Guid GetGuid(int ordinal) => throw NotHeld();

    public override short GetInt16(int ordinal) => throw NotHeld();

    public override int GetInt32(int ordinal) => throw NotHeld();

    public override long GetInt64(int ordinal) => throw NotHeld();

    private static InvalidCastException NotHeld() => new("The columns hold text, dates and decimal numbers.");
}
