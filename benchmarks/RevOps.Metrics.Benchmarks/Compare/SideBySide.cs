using System.Diagnostics;

namespace RevOps.Metrics.Benchmarks.Compare;

/// <summary>Runs one workload on both sides in turn.</summary>
/// <param name="peer">The other side; null where it is not installed.</param>
/// <param name="load">What it has loaded.</param>
/// <param name="peerBase">The resident memory of its process after loading; null where that is not known.</param>
/// <param name="copySpeed">Bytes that this machine copies in a second.</param>
internal sealed class SideBySide(IPeer? peer, PeerLoad? load, long? peerBase, double copySpeed)
{
    private const int Rounds = 5;

    /// <summary>As often each formulation of the peer is asked before it is timed.</summary>
    private const int LeastRunsBefore = 3;

    private const int MostRunsBefore = 100;

    /// <summary>The compiler makes code anew that runs often, on a thread of its own: at ten million rows that takes some seconds.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);

    private readonly ResidentMemory _memory = new(Environment.ProcessId);
    private long? _peerBase = peerBase;

    /// <summary>Runs it.</summary>
    /// <exception cref="DifferentAnswersException">The two sides do not agree.</exception>
    public Comparison Run(Workload workload)
    {
        workload.Prepare();
        double floor = workload.LeastBytes / copySpeed;
        Collect();
        long? ourBase = _memory.Now;
        Answer answer = WarmedUp(workload);
        string? fastest = peer is null ? null : FastestThatAgrees(workload, answer);

        double[] ours = new double[Rounds], theirs = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            ours[round] = Time(workload);
            if (fastest is not null) theirs[round] = peer!.Time(fastest);
        }

        Collect();
        _memory.Reset();
        _ = workload.Run();
        long? ourPeak = _memory.Peak - ourBase;
        return new Comparison(workload.Name, ours, ourPeak, floor, fastest is null ? null : new PeerTimes(fastest, theirs, PeerPeak(fastest)));
    }

    /// <summary>Runs it until the compiler has seen enough of it.</summary>
    private static Answer WarmedUp(Workload workload)
    {
        long start = Stopwatch.GetTimestamp();
        Func<Answer> answer = workload.Run();
        for (int run = 1; run < LeastRunsBefore || (run < MostRunsBefore && Stopwatch.GetElapsedTime(start) < WarmUp); run++) answer = workload.Run();
        return answer();
    }

    /// <summary>Each formulation must give our answer; the one that is fastest warm stands for the peer.</summary>
    private string FastestThatAgrees(Workload workload, Answer ours)
    {
        string prefix = workload.Name.ToLowerInvariant() + "-";
        (string Name, double Seconds) best = ("", double.PositiveInfinity);
        foreach (string name in load!.Formulations.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            if (ours.DifferenceFrom(peer!.Answer(name)) is { } difference)
            {
                throw new DifferentAnswersException($"{workload.Name} and {name}.sql differ. {difference}.");
            }

            double seconds = Math.Min(peer.Time(name), peer.Time(name));
            if (seconds < best.Seconds) best = (name, seconds);
        }

        return best.Name;
    }

    /// <summary>The garbage of the run before is not charged to this one.</summary>
    private static double Time(Workload workload)
    {
        GC.Collect();
        long start = Stopwatch.GetTimestamp();
        _ = workload.Run();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private long? PeerPeak(string formulation)
    {
        if (peer!.Memory is not { } memory) return null;
        // What loading needed for itself is given back to the system only after a while.
        if (memory.Now < _peerBase) _peerBase = memory.Now;
        memory.Reset();
        peer.Time(formulation);
        return memory.Peak - _peerBase;
    }

    /// <summary>Gives memory that is not used back to the system, so that what a run takes is seen; twice, as what waits to be finalized keeps more alive.</summary>
    private static void Collect()
    {
        for (int i = 0; i < 2; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
    }
}
