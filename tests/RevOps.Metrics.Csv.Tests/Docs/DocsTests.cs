using RevOps.Metrics.SampleData;
using RevOps.Metrics.Tests;

namespace RevOps.Metrics.Csv.Tests.Docs;

/// <summary>What docs/ and README show is what the code does.</summary>
public sealed class DocsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sample-data");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_committed_files_are_those_that_the_generator_writes()
    {
        SampleFiles.Write(SampleCompany.Generate(SampleCompanyOptions.Default).WithBlemishes(), _folder.FullName);
        string committed = Path.Combine(ReferenceFolder.Repository, "docs", "sample-data");
        Assert.Equal(Names(committed), Names(_folder.FullName));
        foreach (string name in Names(committed))
        {
            Assert.True(
                File.ReadAllText(Path.Combine(committed, name)) == File.ReadAllText(Path.Combine(_folder.FullName, name)),
                $"docs/sample-data/{name} is out of date: dotnet run --project benchmarks/RevOps.Metrics.SampleData -- docs/sample-data");
        }
    }

    [Fact]
    public void They_are_small_enough_for_a_repository() =>
        Assert.InRange(new DirectoryInfo(Path.Combine(ReferenceFolder.Repository, "docs", "sample-data")).EnumerateFiles().Sum(file => file.Length), 1, 2_000_000);

    [Fact]
    public void The_program_of_the_readme_is_the_one_that_runs()
    {
        string[] program = File.ReadAllLines(Path.Combine(ReferenceFolder.Repository, "docs", "first-steps.cs"));
        string code = string.Join("\n", program.SkipWhile(line => line.StartsWith('#'))).Trim();
        Assert.Contains($"```csharp\n{code}\n```", File.ReadAllText(Path.Combine(ReferenceFolder.Repository, "README.md")), StringComparison.Ordinal);
    }

    private static string[] Names(string folder) => [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
}
