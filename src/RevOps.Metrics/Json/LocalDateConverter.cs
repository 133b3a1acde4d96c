using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics;

/// <summary>A date as "2026-01-31".</summary>
internal sealed class LocalDateConverter() : TextConverter<LocalDate>("a day that exists as year-month-day, such as \"2026-01-31\"")
{
    protected override bool TryParse(string text, out LocalDate value) => LocalDatePattern.Iso.Parse(text).TryGetValue(default, out value);

    protected override string Format(LocalDate value) => LocalDatePattern.Iso.Format(value);
}
