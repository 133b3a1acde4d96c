namespace RevOps.Metrics.Tests;

/// <summary>Finds the folder of reference cases and real data sets that lies beside the repository, when it does.</summary>
internal static class ReferenceFolder
{
    /// <summary>The repository's own folder.</summary>
    public static string Repository { get; } = FindRepository();

    private static string Shared { get; } = Path.GetFullPath(Path.Combine(Repository, "..", "shared"));

    /// <summary>True when the reference cases and data sets are there.</summary>
    public static bool Exists => Directory.Exists(Path.Combine(Shared, "reference"));

    /// <summary>The path of a reference case, such as <c>scenarios.json</c>.</summary>
    public static string Case(string fileName) => Path.Combine(Shared, "reference", fileName);

    /// <summary>The path of a file or folder of the real data sets, such as <c>crm_maven</c>.</summary>
    public static string Data(string path) => Path.Combine(Shared, "data", path);

    private static string FindRepository()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RevOps.Metrics.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The tests run from a build inside the repository: no folder above them holds RevOps.Metrics.sln.");
    }
}

/// <summary>A test that reads the reference folder; reported as skipped, with the reason, where that folder is not beside the repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReferenceFactAttribute : FactAttribute
{
    public ReferenceFactAttribute()
    {
        if (!ReferenceFolder.Exists) Skip = "The reference folder is not beside the repository.";
    }
}

/// <summary>A theory that reads the reference folder; reported as skipped, with the reason, where that folder is not beside the repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReferenceTheoryAttribute : TheoryAttribute
{
    public ReferenceTheoryAttribute()
    {
        if (!ReferenceFolder.Exists) Skip = "The reference folder is not beside the repository.";
    }
}
