using System.Globalization;
using System.Text;

namespace RevOps.Metrics;

/// <summary>A comparison laid out for a terminal.</summary>
internal sealed class ComparisonText(MetricComparison comparison)
{
    private const int MostCustomers = 10;

    private readonly StringBuilder _text = new();
    private readonly Currency _currency = comparison.First.Engine.ReportingCurrency;

    public override string ToString()
    {
        foreach (PeriodComparison period in comparison.Periods) Append(period);
        return _text.ToString();
    }

    private void Append(PeriodComparison period)
    {
        if (_text.Length > 0) _text.Append('\n');
        (Metric metric, string first, string second) = (comparison.Metric, comparison.First.Name, comparison.Second.Name);
        _text.Append(CultureInfo.InvariantCulture, $"{Titled(metric)}, {period.Period}\n\n");

        ComparedValue value = period.Value;
        List<IReadOnlyList<string>> lines = [[first, "", "", Number(metric, value.First), ""]];
        List<string> without = [];
        decimal? before = value.First;
        foreach (ComparisonStep step in period.Steps)
        {
            // Most options leave a given number alone; what follows an undefined value is shown, as it brings the number back.
            if (step.Change == 0 && before is not null) without.Add(step.Option);
            else lines.Add([step.Option, step.From, step.To, Number(metric, step.Magnitude), Number(metric, step.Change)]);
            before = step.Magnitude;
        }

        lines.Add([second, "", "", Number(metric, value.Second), Number(metric, value.Difference)]);
        _text.Append(TextTable.Format(["step", "from", "to", "value", "change"], lines, [3, 4]));
        if (without.Count > 0) _text.Append(CultureInfo.InvariantCulture, $"without effect: {string.Join(", ", without)}\n");

        Explain(first, value.FirstUndefinedReason);
        foreach (ComparisonStep step in period.Steps) Explain(step.Option, step.UndefinedReason);
        Explain(second, value.SecondUndefinedReason);
        foreach (ComparedPart part in period.Parts) Append(part);
    }

    private void Append(ComparedPart part)
    {
        (Metric metric, string first, string second, ComparedValue value) = (part.Metric, comparison.First.Name, comparison.Second.Name, part.Value);
        List<IReadOnlyList<string>> lines = [];
        foreach (CustomerDifference one in part.Customers.Take(MostCustomers))
        {
            lines.Add([one.CustomerId ?? Cell.NoValue, Number(metric, one.First), Number(metric, one.Second), Number(metric, one.Difference)]);
        }

        lines.Add(["all", Number(metric, value.First), Number(metric, value.Second), Number(metric, value.Difference)]);
        string use = (part.IsOfFirst, part.IsOfSecond) switch { (true, false) => $", only in {first}", (false, true) => $", only in {second}", _ => "" };
        _text.Append('\n').Append(TextTable.Format([$"{Titled(metric)}{use}", first, second, "difference"], lines, [1, 2, 3]));

        int more = part.Customers.Count - MostCustomers;
        if (more > 0) _text.Append(CultureInfo.InvariantCulture, $"and {more:N0} more {(more == 1 ? "customer" : "customers")}\n");
        if (part.NotByCustomer is { } reason) _text.Append(CultureInfo.InvariantCulture, $"not by customer: {reason}\n");
    }

    private void Explain(string name, string? undefined)
    {
        if (undefined is not null) _text.Append(CultureInfo.InvariantCulture, $"{name} is undefined: {undefined}\n");
    }

    private string Titled(Metric metric) => metric.Symbol(_currency) is { Length: > 0 } unit ? $"{metric} ({unit})" : metric.Name;

    private string Number(Metric metric, decimal? magnitude) =>
        magnitude is { } value ? TextTable.WithoutUnit(metric.Format(value, _currency), metric.Symbol(_currency)) : "-";
}
