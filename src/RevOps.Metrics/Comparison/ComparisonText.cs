using System.Globalization;
using System.Text;

namespace RevOps.Metrics;

/// <summary>A comparison laid out for a terminal.</summary>
internal static class ComparisonText
{
    private const int MostCustomers = 10;

    public static string Of(MetricComparison comparison)
    {
        StringBuilder text = new();
        foreach (PeriodComparison period in comparison.Periods)
        {
            if (text.Length > 0) text.Append('\n');
            Append(text, comparison, period);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, MetricComparison comparison, PeriodComparison period)
    {
        Currency currency = comparison.First.Engine.ReportingCurrency;
        string Number(Metric metric, decimal? magnitude) => magnitude is { } value ? metric.Format(value, currency) : "-";
        text.Append(CultureInfo.InvariantCulture, $"{comparison.Metric}, {period.Period}\n\n");

        List<IReadOnlyList<string>> lines = [["", comparison.First.Name, "", Number(comparison.Metric, period.Value.First), ""]];
        lines.AddRange(period.Steps.Select(step => (IReadOnlyList<string>)
            [step.Option, step.From, step.To, Number(comparison.Metric, step.Magnitude), Number(comparison.Metric, step.Change)]));
        lines.Add(["", "", comparison.Second.Name, Number(comparison.Metric, period.Value.Second), Number(comparison.Metric, period.Value.Difference)]);
        text.Append(TextTable.Format(["step", "from", "to", comparison.Metric.Name, "change"], lines, [3, 4]));

        var undefined = new[] { (comparison.First.Name, period.Value.FirstUndefinedReason) }
            .Concat(period.Steps.Select(step => (step.Option, step.UndefinedReason)))
            .Append((comparison.Second.Name, period.Value.SecondUndefinedReason));
        foreach ((string name, string? reason) in undefined)
        {
            if (reason is not null) text.Append(CultureInfo.InvariantCulture, $"{name} is undefined: {reason}\n");
        }

        foreach (ComparedPart part in period.Parts) Append(text, comparison, part, Number);
    }

    private static void Append(StringBuilder text, MetricComparison comparison, ComparedPart part, Func<Metric, decimal?, string> number)
    {
        string use = (part.IsOfFirst, part.IsOfSecond) switch { (true, false) => $" (only in {comparison.First.Name})", (false, true) => $" (only in {comparison.Second.Name})", _ => "" };
        text.Append('\n');
        List<IReadOnlyList<string>> lines =
        [
            .. part.Customers.Take(MostCustomers).Select(one => (IReadOnlyList<string>)
                [one.CustomerId ?? Cell.NoValue, number(part.Metric, one.First), number(part.Metric, one.Second), number(part.Metric, one.Difference)]),
        ];
        ComparedValue value = part.Value;
        lines.Add(["all", number(part.Metric, value.First), number(part.Metric, value.Second), number(part.Metric, value.Difference)]);
        text.Append(TextTable.Format([$"{part.Name}{use}", comparison.First.Name, comparison.Second.Name, "difference"], lines, [1, 2, 3]));
        int more = part.Customers.Count - MostCustomers;
        if (more > 0) text.Append(CultureInfo.InvariantCulture, $"and {more:N0} more customers\n");
        if (part.NotByCustomer is { } reason) text.Append(CultureInfo.InvariantCulture, $"not by customer: {reason}\n");
    }
}
