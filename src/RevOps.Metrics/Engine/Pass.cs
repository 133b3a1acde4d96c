namespace RevOps.Metrics;

/// <summary>One reading of rows, or of entities, for one or several measures: in pieces, each of which goes to whichever thread is free.</summary>
/// <remarks>A thread that wakes late then costs no more than a piece. What threads find are whole numbers, so that it does not matter who found what.</remarks>
internal abstract class Pass
{
    /// <summary>Into how many pieces it is cut.</summary>
    protected abstract int Pieces { get; }

    /// <summary>True where it needs so much memory that no other should have its own at the same time.</summary>
    public virtual bool IsLarge => false;

    /// <summary>Answers all passes with as many threads as they have work for.</summary>
    public static void Run(IReadOnlyList<Pass> passes, MeasureTable result, int threads, CancellationToken cancellationToken)
    {
        for (int first = 0, end; first < passes.Count; first = end)
        {
            end = first + 1;
            while (!passes[first].IsLarge && end < passes.Count && !passes[end].IsLarge) end++;
            Begun[] begun = [.. passes.Skip(first).Take(end - first).Select(pass => pass.Begin(threads))];
            int working = Math.Min(threads, begun.Length == 1 ? passes[first].Pieces : threads);
            Split.Each(working, working, thread =>
            {
                foreach (Begun pass in begun)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    pass.Work(thread);
                }
            });
            foreach (Begun pass in begun) pass.Tell(result);
        }
    }

    /// <summary>The same pass made ready to be run again and again, where that is worth a preparation that costs more than one run saves.</summary>
    public virtual Pass ForMany() => this;

    /// <summary>Begins an answer.</summary>
    protected abstract Begun Begin(int threads);

    /// <summary>An answer that is being made.</summary>
    /// <param name="Work">What a thread does, by its number: all pieces that nobody has taken.</param>
    /// <param name="Tell">Adds what was found to the answer.</param>
    protected readonly record struct Begun(Action<int> Work, Action<MeasureTable> Tell);
}

/// <inheritdoc cref="Pass"/>
/// <typeparam name="TFound">What a thread finds.</typeparam>
internal abstract class Pass<TFound> : Pass
    where TFound : class
{
    /// <summary>How many rows or entities there are.</summary>
    protected abstract int Items { get; }

    /// <summary>Room for what a thread finds; made by the thread itself, or what one writes would stand beside what another reads.</summary>
    protected abstract TFound NewFound();

    /// <summary>Reads some rows or entities.</summary>
    protected abstract void Read(TFound found, int first, int end);

    /// <summary>Adds what all threads found to the answer.</summary>
    protected abstract void Tell(IReadOnlyList<TFound> found, MeasureTable result);

    /// <inheritdoc/>
    protected sealed override Begun Begin(int threads)
    {
        TFound?[] found = new TFound?[threads];
        int taken = -1;
        return new Begun(
            thread =>
            {
                TFound? own = null;
                for (int piece = Interlocked.Increment(ref taken); piece < Pieces; piece = Interlocked.Increment(ref taken))
                {
                    Read(own ??= NewFound(), Split.Edge(Items, Pieces, piece), Split.Edge(Items, Pieces, piece + 1));
                }

                found[thread] = own;
            },
            result => Tell([.. found.OfType<TFound>()], result));
    }
}
