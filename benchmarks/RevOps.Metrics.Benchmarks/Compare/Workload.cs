namespace RevOps.Metrics.Benchmarks.Compare;

/// <summary>One question put to both sides. What the library is asked stands in the classes of <c>Ours</c>, what DuckDB is asked in its SQL files.</summary>
/// <param name="name">Its short name, W1 to W8, by which the SQL files are found too.</param>
/// <param name="question">What is asked, in a few words.</param>
internal abstract class Workload(string name, string question)
{
    public string Name => name;

    public string Question => question;

    /// <summary>Makes what the question is put to: records, a dataset, a compiled ledger. Not timed.</summary>
    public abstract void Prepare();

    /// <summary>Answers the question. The answer is told in numbers only when asked, which is not timed either.</summary>
    public abstract Func<Answer> Run();

    /// <summary>The bytes that anybody must read at least once to answer, of columns as narrow as whole bytes allow.</summary>
    public abstract long LeastBytes { get; }
}
