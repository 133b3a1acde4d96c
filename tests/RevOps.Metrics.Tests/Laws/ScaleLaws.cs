using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>Law 5: other units of money and another age of the world change nothing but the money and the dates.</summary>
public sealed partial class ScaleLaws
{
    private const int Years = 400;

    private static readonly Gen<(RandomBook Book, Question Question)> Cases =
        from book in RandomBooks.All
        from question in Question.Any
        select (book, question);

    [Fact]
    public void Money_grows_with_the_amounts_and_ratios_do_not() => Holds(Cases, (book, question) =>
    {
        // In one currency, by the month and the year and without averages, so that no amount is rounded.
        RandomBook plain = book.Plain();
        Question asked = question with { Options = question.Options with { Policy = WithoutAverages(question.Options.Policy) } };
        MetricTable one = asked.Ask(plain.Build().Engine), many = asked.Ask(plain.Scaled(3).Build().Engine);
        foreach (MetricResult result in one.Results)
        {
            decimal? other = many[result.Metric, result.Period, result.Cell].Magnitude;
            bool isMoney = result.Metric.UnitName.Contains("money", StringComparison.Ordinal);
            decimal? expected = isMoney ? result.Magnitude * 3 : result.Magnitude;
            // A quotient is rounded to the digits that a decimal has, before it is multiplied or after.
            if (expected is null != other is null || Math.Abs((expected - other) ?? 0) > 1e-15m * Math.Max(1, Math.Abs(expected ?? 0))) return false;
        }

        return true;
    });

    [Fact]
    public void Four_hundred_years_later_all_is_the_same() => Holds(Cases, (book, question) =>
    {
        RevenueDataset data = book.Build();
        using MemoryStream stream = new();
        RevenueJson.Write(stream, data);
        string later = Dates().Replace(Encoding.UTF8.GetString(stream.ToArray()), date => $"\"{int.Parse(date.Groups[1].Value, CultureInfo.InvariantCulture) + Years}{date.Groups[2].Value}\"");
        using MemoryStream shifted = new(Encoding.UTF8.GetBytes(later));
        RevenueDataset then = RevenueJson.Read(shifted, new DatasetOptions { Strictness = Strictness.Lenient });

        ReportingPeriod Later(ReportingPeriod period) => ReportingPeriod.Between(period.Start.PlusYears(Years), period.End.PlusYears(Years));
        // Cells that are named by dates have other names.
        ValueList<Dimension> by = question.By.Any(dimension => dimension.Name.StartsWith("acquisition", StringComparison.Ordinal)) ? [] : question.By;
        question = question with { By = by, Periods = [.. question.Periods.Select(period => ReportingPeriod.Between(period.Start, period.End)).Distinct()] };
        IReadOnlyList<Metric> metrics = question.Metrics;
        MetricTable before = data.Evaluate(metrics, question.Periods, by, question.Options);
        EvaluationOptions options = question.Options with
        {
            Policy = InThatAge(question.Options.Policy),
            Assumptions = question.Options.Assumptions == Question.AllStated ? Question.AllStatedIn(2025 + Years) : question.Options.Assumptions,
        };
        MetricTable after = then.Evaluate(metrics, [.. question.Periods.Select(Later)], by, options);
        return before.Results.All(result => result.Magnitude == after[result.Metric, Later(result.Period), result.Cell].Magnitude);
    });

    private static MetricPolicy WithoutAverages(MetricPolicy policy) =>
        policy with { Ledger = policy.Ledger with { Ramps = RampTreatment.CurrentStep } };

    private static MetricPolicy InThatAge(MetricPolicy policy) => policy.Ledger.FxRate == FxRateRule.ConstantAt(new LocalDate(2025, 5, 5))
        ? policy with { Ledger = policy.Ledger with { FxRate = FxRateRule.ConstantAt(new LocalDate(2025 + Years, 5, 5)) } }
        : policy;

    [GeneratedRegex("\"(\\d{4})(-\\d\\d-\\d\\d)\"")]
    private static partial Regex Dates();

    private static void Holds(Gen<(RandomBook Book, Question Question)> cases, Func<RandomBook, Question, bool> law) => Law.Holds(
        cases, c => law(c.Book, c.Question), c => c.Book.Shrink().Select(smaller => (smaller, c.Question)), cases: 2500);
}
