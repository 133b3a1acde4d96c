namespace RevOps.Metrics;

/// <summary>Whose the rows of a relation of deals are: those of a deal stand together, in the order of the deals.</summary>
internal sealed class DealRows
{
    private readonly int[]? _first;
    private readonly int _threads;

    private DealRows(int[]? first, int deals, int threads) => (_first, Deals, _threads) = (first, deals, threads);

    /// <summary>The number of deals.</summary>
    public int Deals { get; }

    /// <summary>The number of rows.</summary>
    public int Count => _first is null ? Deals : _first[Deals];

    /// <summary>One row for each deal.</summary>
    public static DealRows OneEach(int deals) => new(null, deals, 1);

    /// <summary>So many rows for each deal.</summary>
    /// <param name="deals">The number of deals.</param>
    /// <param name="threads">How many threads count the rows, and later spread columns over them.</param>
    /// <param name="rowsOf">How many rows a deal has.</param>
    public static DealRows Of(int deals, int threads, Func<int, int> rowsOf)
    {
        int[] first = new int[deals + 1];
        Split.Run(deals, threads, (from, to) =>
        {
            for (int deal = from; deal < to; deal++) first[deal + 1] = rowsOf(deal);
        });
        for (int deal = 0; deal < deals; deal++) first[deal + 1] += first[deal];
        return new DealRows(first, deals, threads);
    }

    /// <summary>The first row of a deal; of the deal after the last the row after all.</summary>
    public int First(int deal) => _first is null ? deal : _first[deal];

    /// <summary>Runs over the deals, several at once: each with its first row and the one after its last.</summary>
    public void ForEach(Action<int, int, int> work) => Split.Run(Deals, _threads, (from, to) =>
    {
        for (int deal = from; deal < to; deal++) work(deal, First(deal), First(deal + 1));
    });

    /// <summary>Gives each row the value of its deal.</summary>
    public T[] Spread<T>(T[] ofDeals)
    {
        if (_first is null) return ofDeals;
        T[] ofRows = new T[Count];
        ForEach((deal, first, end) => ofRows.AsSpan(first, end - first).Fill(ofDeals[deal]));
        return ofRows;
    }

    /// <inheritdoc cref="Spread{T}(T[])"/>
    public Codes Spread(Codes ofDeals) => ofDeals.Narrow is { } narrow ? new Codes(Spread(narrow)) : new Codes(Spread(ofDeals.Wide!));

    /// <inheritdoc cref="Spread{T}(T[])"/>
    public DayNumbers Spread(DayNumbers ofDeals) => ofDeals.Narrow is { } narrow ? ofDeals.With(Spread(narrow)) : ofDeals.With(Spread(ofDeals.Wide!));
}
