using System.Xml.Linq;

namespace RevOps.Metrics.Tests;

public class DependenciesTests
{
    public static TheoryData<string> Packages =>
    [
        .. XDocument.Load(Path.Combine(ReferenceFolder.Repository, "Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Select(package => package.Attribute("Include")!.Value),
    ];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_package_is_a_decision_that_the_documentation_gives_reasons_for(string package)
    {
        string text = File.ReadAllText(Path.Combine(ReferenceFolder.Repository, "docs", "dependencies.md"));
        Assert.Contains($"**{package}**", text, StringComparison.Ordinal);
    }
}
