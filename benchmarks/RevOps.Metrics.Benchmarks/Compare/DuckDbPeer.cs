using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace RevOps.Metrics.Benchmarks.Compare;

/// <summary>DuckDB in a process of its own, spoken to in lines of JSON. It ends when its input is closed.</summary>
internal sealed class DuckDbPeer : IPeer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Process _process;

    private DuckDbPeer(Process process)
    {
        _process = process;
        Memory = new ResidentMemory(process.Id);
    }

    /// <summary>How to get it.</summary>
    public const string Installation = "npm ci --prefix benchmarks/peers/duckdb";

    /// <inheritdoc/>
    public string Name => "DuckDB";

    /// <inheritdoc/>
    public ResidentMemory? Memory { get; }

    /// <summary>Starts it; null where it is not installed.</summary>
    public static DuckDbPeer? Start()
    {
        string folder = PeerFolder.Of("duckdb");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "@duckdb"))) return null;
        ProcessStartInfo start = new("node") { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("peer.mjs");
        return new DuckDbPeer(Process.Start(start)!);
    }

    /// <inheritdoc/>
    public PeerLoad Load(string folder, int threads)
    {
        JsonElement reply = Ask(new { @do = "load", folder, threads });
        return new PeerLoad(
            reply.GetProperty("version").GetString()!, reply.GetProperty("memoryLimit").GetString()!, reply.GetProperty("seconds").GetDouble(),
            [.. reply.GetProperty("formulations").EnumerateArray().Select(name => name.GetString()!)]);
    }

    /// <inheritdoc/>
    public double Time(string formulation) => Ask(new { @do = "run", formulation, rows = false }).GetProperty("seconds").GetDouble();

    /// <inheritdoc/>
    public Answer Answer(string formulation)
    {
        JsonElement reply = Ask(new { @do = "run", formulation, rows = true });
        string[] names = [.. reply.GetProperty("names").EnumerateArray().Select(name => name.GetString()!)];
        JsonElement[] columns = [.. reply.GetProperty("columns").EnumerateArray()];
        int integers = names.Skip(1).TakeWhile(name => !name.StartsWith("q_", StringComparison.Ordinal)).Count();
        string[] keys = [.. columns[0].EnumerateArray().Select(key => key.GetString()!)];
        int[] order = [.. Enumerable.Range(0, keys.Length).OrderBy(row => keys[row], StringComparer.Ordinal)];
        T[] Column<T>(JsonElement column, Func<JsonElement, T> value)
        {
            T[] values = [.. column.EnumerateArray().Select(value)];
            return [.. order.Select(row => values[row])];
        }

        return new Answer(
            [.. order.Select(row => keys[row])], names[1..],
            [.. columns.Skip(1).Take(integers).Select(column => Column(column, value => long.Parse(value.GetString()!, CultureInfo.InvariantCulture)))],
            [.. columns.Skip(1 + integers).Select(column => Column(column, value => value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble()))]);
    }

    /// <summary>Closes its input, by which it ends.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(Patience)) _process.Kill();
        _process.Dispose();
    }

    private JsonElement Ask(object question)
    {
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(question));
        _process.StandardInput.Flush();
        string line = _process.StandardOutput.ReadLine() ?? throw new PeerFailedException("DuckDB's process ended; its message stands above.");
        JsonElement reply = JsonDocument.Parse(line).RootElement;
        return reply.TryGetProperty("error", out JsonElement error) ? throw new PeerFailedException($"DuckDB: {error.GetString()}") : reply;
    }
}
