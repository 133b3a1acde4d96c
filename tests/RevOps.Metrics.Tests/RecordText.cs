using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics.Tests;

/// <summary>Records as lines of text, whatever their type: to fingerprint them and to guess how large they are as CSV.</summary>
internal static class RecordText
{
    /// <summary>A line for each record and for each item of its lists, which repeats the record's id; empty fields are empty.</summary>
    public static IEnumerable<string> Lines(IEnumerable records) => records.Cast<object>().SelectMany(record => Lines(record, "", isNamed: false));

    /// <summary>A hash of the records that changes when any value in them does, and not when their type gains a field that they leave empty.</summary>
    public static string Fingerprint(IEnumerable<IEnumerable> lists)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string line in lists.SelectMany(list => list.Cast<object>()).SelectMany(record => Lines(record, "", isNamed: true)))
            hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static IEnumerable<string> Lines(object record, string parent, bool isNamed)
    {
        List<string> fields = parent.Length > 0 ? [parent] : [];
        List<IEnumerable> lists = [];
        string id = parent;
        foreach (PropertyInfo property in record.GetType().GetProperties().OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            object? value = property.GetValue(record);
            if (property.Name == "Id") id = (string?)value ?? "";
            if (value is IEnumerable list and not string) lists.Add(list);
            else if (!isNamed) fields.Add(Text(value));
            else if (value is not null) fields.Add($"{property.Name}={Text(value)}");
        }

        IEnumerable<string> items = lists.SelectMany(list => list.Cast<object>())
            .SelectMany(item => item is LocalDate ? [$"{id},{Text(item)}"] : Lines(item, id, isNamed));
        return items.Prepend(string.Join(',', fields));
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        LocalDate date => LocalDatePattern.Iso.Format(date),
        Money money => $"{money.Amount.ToString(CultureInfo.InvariantCulture)},{money.Currency.Code}",
        Currency currency => currency.Code,
        BillingInterval interval => interval.ToString(),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
