using NodaTime;

namespace RevOps.Metrics;

/// <summary>The columns that say whose a row is: the customer's id, and its attributes as they were on the row's day.</summary>
internal static class CustomerColumns
{
    /// <summary>Adds them to a table whose rows each name a customer, or none, and a day.</summary>
    public static void AddTo(
        FactTable table, CodeColumn id, Func<string, CodeColumn> attribute, CustomerNumbers customers, AttributeVersions versions,
        IReadOnlyList<(string? CustomerId, LocalDate On)> rows)
    {
        int[] numbers = [.. rows.Select(row => customers.OrNone(row.CustomerId))];
        (int[] codes, NameList ids) = customers.Column(numbers);
        table.Add(id, codes, ids);
        int[] versionOf = [.. rows.Select((row, i) => numbers[i] < 0 ? -1 : versions.On(numbers[i], DayNumber.Of(row.On)))];
        versions.AddTo(table, attribute, () => versionOf);
    }
}
