using System.Text.Json;
using NodaTime;

namespace RevOps.Metrics.Tests.Reference;

/// <summary>Short ways to read one entry of an example's inputs.</summary>
internal static class ExampleInputs
{
    extension(JsonElement entry)
    {
        public decimal Number(string name) => entry.GetProperty(name).GetDecimal();

        public string Text(string name) => entry.GetProperty(name).GetString()!;

        public BillingInterval Interval => BillingInterval.Parse(entry.Text("interval"), null);

        /// <summary>A date; one without a year is of 2026.</summary>
        public LocalDate Date(string name) => ToDate(entry.Text(name));
    }

    /// <summary>The date of a text; one without a year is of 2026.</summary>
    public static LocalDate ToDate(string text) => Make.Day(text.Length == 5 ? $"2026-{text}" : text);
}
