using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RevOps.Metrics.Tests;

/// <summary>Compiles the cases of must-not-compile.cs.txt against the library: each fails with the error it names and no other, and its mended form with none.</summary>
public sealed class MustNotCompileTests
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll"))
            .Append(typeof(Metric).Assembly.Location).Append(typeof(NodaTime.LocalDate).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly Dictionary<string, (string Error, string Broken, string Mended)> All = Read();

    public static TheoryData<string> Cases => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_fails_with_the_expected_error_alone(string name) => Assert.Equal(All[name].Error, string.Join(", ", Errors(All[name].Broken).Select(error => error.Id)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Mended_it_compiles(string name) => Assert.Empty(Errors(All[name].Mended));

    private static IEnumerable<Diagnostic> Errors(string statements)
    {
        string code = $$"""
            using System;
            using NodaTime;
            using RevOps.Metrics;

            internal static class Case
            {
                internal static void Run()
                {
                    {{statements}}
                }
            }
            """;
        CSharpParseOptions language = new(LanguageVersion.CSharp14);
        CSharpCompilationOptions library = new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        return CSharpCompilation.Create("Case", [CSharpSyntaxTree.ParseText(code, language)], References, library)
            .GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    private static Dictionary<string, (string Error, string Broken, string Mended)> Read()
    {
        string file = Path.Combine(ReferenceFolder.Repository, "tests", "RevOps.Metrics.Tests", "Algebra", "must-not-compile.cs.txt");
        return File.ReadAllText(file).ReplaceLineEndings("\n").Split("\n== ").Skip(1).ToDictionary(
            section => section[..section.IndexOf(": CS", StringComparison.Ordinal)],
            section =>
            {
                string error = section[(section.IndexOf(": CS", StringComparison.Ordinal) + 2)..section.IndexOf('\n', StringComparison.Ordinal)];
                string[] codes = section[section.IndexOf('\n', StringComparison.Ordinal)..].Split("\n-- mended\n");
                return (error, codes[0], codes[1]);
            },
            StringComparer.Ordinal);
    }
}
