using System.Runtime.InteropServices;
using RevOps.Metrics.Benchmarks.Workloads;

namespace RevOps.Metrics.Benchmarks.Compare;

/// <summary>The command <c>compare</c>: the same questions to this library and to another system, on the same data, in one run.</summary>
internal static class CompareCommand
{
    /// <summary>Runs it with the words after <c>compare</c>, and gives the exit code.</summary>
    public static int Run(IReadOnlyList<string> words)
    {
        if (CompareOptions.Parse(words) is not { } options)
        {
            Console.Error.WriteLine($"usage: {CompareOptions.Usage}");
            return 2;
        }

        if (options.Sweep) return Sweep.Run(options);
        if (options.Threads != Environment.ProcessorCount && !OwnProcess.IsThis) return OwnProcess.Run(words, options.Threads);
        try
        {
            Compare(options);
            return 0;
        }
        catch (Exception failure) when (failure is DifferentAnswersException or PeerFailedException)
        {
            Console.Error.WriteLine(failure.Message);
            return 1;
        }
    }

    private static void Compare(CompareOptions options)
    {
        double copySpeed = CopySpeed.Measure(options.Threads);
        Console.WriteLine(ComparisonText.Text(
            $"{options.Rows:N0} rows, {options.Threads} threads, .NET {Environment.Version}, {RuntimeInformation.OSArchitecture}, ")
            + ComparisonText.Text($"memory copied at {copySpeed / 1e9:0.0} GB/s"));
        WorkloadData data = WorkloadData.Generate(options.Rows);
        using WorkloadFiles files = WorkloadFiles.Write(data);
        Console.WriteLine(ComparisonText.Text(
            $"{data.Customers.Count:N0} customers, {data.Subscriptions.Count:N0} subscriptions, {data.Deals.Count:N0} deals, ")
            + ComparisonText.Text($"{data.Deals.ChangedOn.Count:N0} changes, {data.Spends.Count:N0} spends, {data.Series.Series:N0} series"));

        bool isPostgres = options.Peer == CompareOptions.PostgreSql;
        using IPeer? peer = isPostgres ? PostgresPeer.Start() : DuckDbPeer.Start();
        PeerLoad? load = peer?.Load(files.Folder, options.Threads);
        long? peerBase = peer?.Memory?.Now;
        if (load is null)
        {
            string installation = isPostgres ? PostgresPeer.Installation : DuckDbPeer.Installation;
            Console.WriteLine($"{(isPostgres ? "PostgreSQL" : "DuckDB")} is not installed, so this library runs alone. To compare: {installation}");
        }
        else
        {
            string resident = peerBase is null ? "" : ComparisonText.Text($" {peerBase / 1048576.0:N0} MiB resident");
            Console.WriteLine(ComparisonText.Text($"{peer!.Name} {load.Version}, memory limit {load.MemoryLimit},{resident} after loading in {load.Seconds:0.0} s"));
        }

        SideBySide sides = new(peer, load, peerBase, copySpeed);
        List<Comparison> comparisons = [];
        Console.WriteLine(ComparisonText.Header(peer?.Name ?? "peer"));
        foreach (Workload workload in Questions.Of(new Books(data, files)).Where(workload => options.Only.Count == 0 || options.Only.Contains(workload.Name)))
        {
            Comparison comparison = sides.Run(workload);
            comparisons.Add(comparison);
            Console.WriteLine(ComparisonText.Line(comparison));
        }

        if (comparisons.Exists(comparison => comparison.Name == "W8"))
        {
            foreach (string line in new WaysIn(data, files).Measure()) Console.WriteLine(line);
        }

        comparisons.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        IEnumerable<string> figures = comparisons.Select(comparison => ComparisonText.CsvLine(comparison, options));
        if (options.Save is { } path) File.WriteAllLines(path, [ComparisonText.CsvHeader, .. figures]);
        Console.WriteLine(ComparisonText.LastLine(comparisons));
    }
}
