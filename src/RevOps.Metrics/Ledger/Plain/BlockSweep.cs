namespace RevOps.Metrics;

/// <summary>Posts the movements of blocks of customers: what one thread does.</summary>
internal sealed class BlockSweep(CustomerBlocks blocks, PlainPosting posting, GeneralLedger general, LedgerRows rows)
{
    private int[] _next = [];
    private PlainSpan[] _sorted = [];

    /// <summary>The rows made so far.</summary>
    public LedgerRows Rows => rows;

    /// <summary>Posts a block, customer by customer in the order of their numbers.</summary>
    public void Run(int block)
    {
        (int firstCustomer, int endCustomer) = blocks.CustomersOf(block);
        int customers = endCustomer - firstCustomer;
        ReadOnlySpan<PlainSpan> sorted = ByCustomer(blocks[block], firstCustomer, customers);
        int start = 0;
        for (int i = 0; i < customers; i++)
        {
            // After the spans were put in their places, each customer's next place is where its own end.
            int end = _next[i];
            if (start < end) posting.Post(firstCustomer + i, sorted[start..end]);
            else general.Post(firstCustomer + i, rows);
            start = end;
        }
    }

    /// <summary>Sorts by customer by counting, which keeps the order of the subscriptions.</summary>
    private ReadOnlySpan<PlainSpan> ByCustomer(ReadOnlySpan<PlainSpan> spans, int firstCustomer, int customers)
    {
        if (_next.Length < customers) _next = new int[customers];
        if (_sorted.Length < spans.Length) _sorted = new PlainSpan[spans.Length + (spans.Length / 4)];
        Span<int> next = _next.AsSpan(0, customers);
        next.Clear();
        foreach (ref readonly PlainSpan span in spans) next[span.Customer - firstCustomer]++;
        int placed = 0;
        foreach (ref int place in next) (place, placed) = (placed, placed + place);
        foreach (ref readonly PlainSpan span in spans) _sorted[next[span.Customer - firstCustomer]++] = span;
        return _sorted.AsSpan(0, spans.Length);
    }
}
