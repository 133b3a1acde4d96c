namespace RevOps.Metrics.Benchmarks.Compare;

/// <summary>Where the files of the peers are.</summary>
internal static class PeerFolder
{
    /// <summary>The folder of a peer, or where it would be.</summary>
    public static string Of(string peer)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RevOps.Metrics.sln"))) folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? ".", "benchmarks", "peers", peer);
    }
}
