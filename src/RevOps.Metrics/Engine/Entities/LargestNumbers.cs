namespace RevOps.Metrics;

/// <summary>Keeps the largest of some numbers.</summary>
/// <param name="most">How many.</param>
internal sealed class LargestNumbers(int most)
{
    // The least of those kept comes out first, for a larger one.
    private readonly PriorityQueue<long, long> _kept = new();

    /// <summary>Those kept, in no order.</summary>
    public IEnumerable<long> Numbers => _kept.UnorderedItems.Select(item => item.Element);

    public void Add(long number)
    {
        if (_kept.Count < most) _kept.Enqueue(number, number);
        else if (number > _kept.Peek()) _kept.EnqueueDequeue(number, number);
    }
}
