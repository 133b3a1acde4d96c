using System.Diagnostics;
using System.Globalization;

namespace RevOps.Metrics.Benchmarks.Compare;

/// <summary>PostgreSQL on a cluster of its own in a temporary folder, spoken to by <c>psql</c> over a socket there; it listens on no port.</summary>
internal sealed class PostgresPeer : IPeer
{
    private const string Done = "-- done --";
    private const long Mebi = 1 << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _home = Directory.CreateTempSubdirectory("revops-postgresql-").FullName;
    private readonly PostgresFiles _files = new();
    private Process? _server, _client;

    private PostgresPeer()
    {
    }

    /// <summary>How to get it.</summary>
    public const string Installation = "install PostgreSQL 15 or later, with initdb, pg_ctl, postgres and psql in the PATH, and timeout of the GNU core utilities";

    /// <inheritdoc/>
    public string Name => "PostgreSQL";

    /// <inheritdoc/>
    public ResidentMemory? Memory => null;

    /// <summary>Makes it ready; null where it is not installed.</summary>
    public static PostgresPeer? Start() => Array.TrueForAll(["initdb", "pg_ctl", "postgres", "psql", "timeout"], IsInPath) ? new PostgresPeer() : null;

    /// <inheritdoc/>
    public PeerLoad Load(string folder, int threads)
    {
        _files.Folder = folder;
        // A cluster is never root's.
        if (Environment.IsPrivilegedProcess) Run("chown", "postgres", _home);
        string data = Path.Combine(_home, "data");
        RunAsOwner("initdb", "--pgdata", data, "--auth", "trust", "--username", "postgres", "--encoding", "UTF8", "--locale", "C", "--no-sync");
        long memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Mebi;
        // Nothing has to survive a crash; a step can sort or hash in memory; and the leader of a query works too, so there is a worker less than threads.
        string[] settings =
        [
            "listen_addresses=", $"unix_socket_directories={_home}", "log_min_messages=fatal", "fsync=off", "synchronous_commit=off", "autovacuum=off", "max_wal_size=8GB", "dynamic_shared_memory_type=mmap",
            Text($"shared_buffers={memory / 4}MB"), Text($"work_mem={memory / 16}MB"), Text($"effective_cache_size={memory / 2}MB"),
            Text($"max_parallel_workers_per_gather={threads - 1}"), Text($"max_parallel_workers={threads - 1}"),
        ];
        // Should this process be killed, the server ends by itself.
        _server = Begin(AsOwner(["timeout", "3h", "postgres", "-D", data, .. settings.SelectMany(setting => new[] { "-c", setting })]));
        for (long start = Stopwatch.GetTimestamp(); !IsReady(); Thread.Sleep(100))
        {
            if (Stopwatch.GetElapsedTime(start) > Patience) throw new PeerFailedException("PostgreSQL did not start; its messages stand above.");
        }

        _client = Begin(["psql", "-X", "-q", "--csv", "-v", "ON_ERROR_STOP=1", "-h", _home, "-U", "postgres", "-d", "postgres"], isSpokenTo: true);
        long began = Stopwatch.GetTimestamp();
        foreach (string name in new[] { "load", "ledger" }) Ask(_files.TextOf(name));
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return new PeerLoad(Ask("SHOW server_version;")[1], Text($"{memory / 4:N0} MB shared and {memory / 16:N0} MB a step"), seconds, _files.Formulations);
    }

    /// <inheritdoc/>
    public double Time(string formulation) => Ask($"\\o /dev/null\n\\timing on\n{_files.TextOf(formulation)}\n\\timing off\n\\o")
        .Where(line => line.StartsWith("Time: ", StringComparison.Ordinal)).Sum(line => double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture)) / 1000;

    /// <inheritdoc/>
    public Answer Answer(string formulation)
    {
        List<string> lines = Ask(_files.TextOf(formulation));
        string[] names = lines[0].Split(',');
        string[] integers = [.. names.Skip(1).TakeWhile(name => !name.StartsWith("q_", StringComparison.Ordinal))], quotients = names[(1 + integers.Length)..];
        // No name of the data has a comma; of several statements each has its header.
        return Compare.Answer.Of(integers, quotients, lines.Where(line => line != lines[0]).Select(line => line.Split(',')).Select(cells => (
            cells[0],
            cells[1..(1 + integers.Length)].Select(cell => long.Parse(cell, CultureInfo.InvariantCulture)).ToArray(),
            cells[(1 + integers.Length)..].Select(cell => cell.Length == 0 ? (decimal?)null : decimal.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture)).ToArray())));
    }

    /// <summary>Stops the server and deletes its folder.</summary>
    public void Dispose()
    {
        try
        {
            _client?.StandardInput.Close();
            _client?.WaitForExit(Patience);
            // One that did not start, or fell over, is not there to be stopped.
            if (_server is { HasExited: false })
            {
                RunAsOwner("pg_ctl", "stop", "--pgdata", Path.Combine(_home, "data"), "--mode", "immediate", "--silent");
                if (!_server.WaitForExit(Patience)) _server.Kill();
            }
        }
        finally
        {
            _client?.Dispose();
            _server?.Dispose();
            Directory.Delete(_home, recursive: true);
        }
    }

    /// <summary>What psql prints until it is through with a text.</summary>
    private List<string> Ask(string text)
    {
        _client!.StandardInput.Write($"{text}\n\\echo {Done}\n");
        _client.StandardInput.Flush();
        List<string> lines = [];
        while (true)
        {
            string line = _client.StandardOutput.ReadLine() ?? throw new PeerFailedException("psql ended; its message stands above.");
            if (line == Done) return lines;
            lines.Add(line);
        }
    }

    private bool IsReady()
    {
        using Process asking = Begin(["psql", "-X", "-q", "-h", _home, "-U", "postgres", "-d", "postgres", "-c", ""], isQuiet: true);
        asking.WaitForExit();
        return asking.ExitCode == 0;
    }

    private static bool IsInPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static string[] AsOwner(string[] words) => Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", .. words] : words;

    private static void RunAsOwner(params string[] words) => Run(AsOwner(words));

    private static void Run(params string[] words)
    {
        using Process process = Begin(words, isQuiet: true);
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new PeerFailedException($"{string.Join(' ', words)}: {errors}");
    }

    private static Process Begin(string[] words, bool isSpokenTo = false, bool isQuiet = false)
    {
        ProcessStartInfo start = new(words[0], words[1..])
        {
            WorkingDirectory = Path.GetTempPath(), RedirectStandardInput = isSpokenTo, RedirectStandardOutput = isSpokenTo || isQuiet, RedirectStandardError = isQuiet,
        };
        return Process.Start(start)!;
    }

    private static string Text(FormattableString text) => ComparisonText.Text(text);
}
