namespace RevOps.Metrics.Tests;

/// <summary>docs/policies.md explains every option by an example whose figures docs/policies.cs prints.</summary>
/// <remarks>What the program prints is compared with docs/expected/policies.txt by .ci/run; what stands there, with the page, here.</remarks>
public class PoliciesTests
{
    private static readonly string Page = Read("docs", "policies.md");

    private static readonly string[] Examples = Read("docs", "expected", "policies.txt").Trim('\n').Split("\n\n");

    private static readonly (string Name, MetricPolicy Policy)[] Profiles =
    [
        (nameof(MetricPolicy.ChartMogulLike), MetricPolicy.ChartMogulLike),
        (nameof(MetricPolicy.StripeLike), MetricPolicy.StripeLike),
        (nameof(MetricPolicy.DbtPlaybookLike), MetricPolicy.DbtPlaybookLike),
    ];

    public static TheoryData<string> Options => [.. PolicyOptions.Of(MetricPolicy.Default).Keys];

    [Theory]
    [MemberData(nameof(Options))]
    public void Every_option_is_explained_with_its_default_and_all_its_values(string option)
    {
        object value = PolicyOptions.Of(MetricPolicy.Default)[option];
        string section = SectionOf(option);
        Assert.Contains($"**`{PolicyOptions.Text(value)}`**", section, StringComparison.Ordinal);
        Assert.All(ValuesOf(value), each => Assert.Contains($"`{each}`", section, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void Every_option_has_an_example_in_which_no_two_values_give_the_same(string option)
    {
        string[] lines = ExampleOf(option).Split('\n');
        object value = PolicyOptions.Of(MetricPolicy.Default)[option];
        Assert.StartsWith($"{PolicyOptions.Text(value)}  ", lines[1], StringComparison.Ordinal);
        Assert.All(ValuesOf(value), each => Assert.Single(lines, line => line.StartsWith($"{each} ", StringComparison.Ordinal)));

        string[] figures = [.. lines.Skip(1).Select(line => string.Join(' ', line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1)))];
        Assert.True(figures.Length > 1, $"{option} has a single value in its example");
        Assert.Equal(figures.Length, figures.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void The_example_of_an_option_stands_in_its_section(string option) =>
        Assert.Contains($"```text\n{ExampleOf(option)}\n```", SectionOf(option), StringComparison.Ordinal);

    [Fact]
    public void All_figures_of_the_page_are_printed_by_its_program_in_the_same_order()
    {
        string[] blocks = [.. Page.Split("```text\n").Skip(1).Select(rest => rest[..rest.IndexOf("\n```", StringComparison.Ordinal)])];
        Assert.Equal(Examples, blocks);
    }

    [Fact]
    public void The_profiles_are_told_with_every_option_they_set()
    {
        Dictionary<string, object> defaults = PolicyOptions.Of(MetricPolicy.Default);
        string[] rows =
        [
            .. from option in defaults
               let values = Profiles.Select(profile => PolicyOptions.Of(profile.Policy)[option.Key]).ToArray()
               where values.Any(value => !value.Equals(option.Value))
               select $"| `{option.Key}` | `{PolicyOptions.Text(option.Value)}` |{string.Concat(values.Select(value => value.Equals(option.Value) ? " |" : $" `{PolicyOptions.Text(value)}` |"))}",
        ];
        string section = Page[Page.IndexOf("\n## Profiles\n", StringComparison.Ordinal)..];
        string header = $"| option | default |{string.Concat(Profiles.Select(profile => $" `{profile.Name}` |"))}";
        Assert.Contains(header, section, StringComparison.Ordinal);
        Assert.Equal(rows.Order(StringComparer.Ordinal), section.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    /// <summary>All values of an option with a closed list of them; the grain of a calendar is any, and two show what it does.</summary>
    private static string[] ValuesOf(object value) => value is Enum and not CalendarGrain ? Enum.GetNames(value.GetType()) : [];

    private static string ExampleOf(string option) =>
        Assert.Single(Examples, example => example.StartsWith($"{option},", StringComparison.Ordinal) || example.StartsWith($"{option} ", StringComparison.Ordinal));

    private static string SectionOf(string option)
    {
        string heading = $"\n### `{option}`\n";
        int start = Page.IndexOf(heading, StringComparison.Ordinal);
        Assert.True(start >= 0, $"docs/policies.md has no section '### `{option}`'");
        int end = Page.IndexOf("\n#", start + heading.Length, StringComparison.Ordinal);
        return end < 0 ? Page[start..] : Page[start..end];
    }

    private static string Read(params string[] path) =>
        File.ReadAllText(Path.Combine([ReferenceFolder.Repository, .. path])).ReplaceLineEndings("\n");
}
