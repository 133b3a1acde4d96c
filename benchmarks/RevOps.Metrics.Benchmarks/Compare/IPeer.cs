namespace RevOps.Metrics.Benchmarks.Compare;

/// <summary>Another system that is asked the same questions, in processes of its own.</summary>
internal interface IPeer : IDisposable
{
    /// <summary>What it is called.</summary>
    string Name { get; }

    /// <summary>The memory of its process; null where it works in several.</summary>
    ResidentMemory? Memory { get; }

    /// <summary>Creates the tables from the files of a folder.</summary>
    PeerLoad Load(string folder, int threads);

    /// <summary>Runs a formulation, and says how long it took without the answer on its way here.</summary>
    double Time(string formulation);

    /// <summary>Runs a formulation for its answer.</summary>
    Answer Answer(string formulation);
}

/// <summary>What a peer said when it had loaded its tables.</summary>
/// <param name="Version">Its version.</param>
/// <param name="MemoryLimit">The memory it may use.</param>
/// <param name="Seconds">How long it took to load.</param>
/// <param name="Formulations">The names of its SQL files, "w1-events".</param>
internal sealed record PeerLoad(string Version, string MemoryLimit, double Seconds, IReadOnlyList<string> Formulations);
