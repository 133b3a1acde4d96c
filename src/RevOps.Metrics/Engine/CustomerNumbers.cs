namespace RevOps.Metrics;

/// <summary>The customers by number: their place in the ordinal order of ids.</summary>
internal sealed class CustomerNumbers
{
    private readonly Dictionary<string, int> _numbers;

    public CustomerNumbers(IReadOnlyList<Customer> customers)
    {
        _numbers = new Dictionary<string, int>(customers.Count, StringComparer.Ordinal);
        for (int i = 0; i < customers.Count; i++) _numbers[customers[i].Id] = i;
    }

    public int Count => _numbers.Count;

    public int Of(string id) => _numbers[id];

    /// <summary>The number of a customer; -1 for none.</summary>
    public int OrNone(string? id) => string.IsNullOrWhiteSpace(id) ? -1 : _numbers.GetValueOrDefault(id, -1);
}
