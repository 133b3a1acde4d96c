namespace RevOps.Metrics;

/// <summary>The customers by number: their place in the ordinal order of ids. A duplicate has the number of the customer it is.</summary>
internal sealed class CustomerNumbers
{
    private readonly Lazy<Dictionary<string, int>> _numbers;
    private readonly int[]? _ofPlaces;
    private readonly Lazy<NameList> _ids;

    public CustomerNumbers(IReadOnlyList<Customer> customers, IEnumerable<CustomerMerge> merges)
    {
        Count = customers.Count;
        _numbers = new(() => NumbersOf(customers, merges));
        _ids = new(() => NameList.OfDifferent(customers.Select(customer => customer.Id)));
        if (merges.Any(IsOfDuplicate)) _ofPlaces = [.. customers.Select(customer => Of(customer.Id))];
    }

    /// <summary>How many numbers there are, those of duplicates among them.</summary>
    public int Count { get; }

    public int Of(string id) => _numbers.Value[id];

    /// <summary>The numbers of customers given by their places among all; the same array where nobody is a duplicate.</summary>
    public int[] OfPlaces(int[] places) => _ofPlaces is { } numbers ? Array.ConvertAll(places, place => numbers[place]) : places;

    /// <summary>The code column of the ids over rows that each carry a number (-1 for none).</summary>
    public (int[] Codes, NameList Names) Column(int[] numbers)
    {
        // The ids were listed in the order of the numbers, after "no value".
        int[] codes = new int[numbers.Length];
        for (int i = 0; i < codes.Length; i++) codes[i] = numbers[i] + 1;
        return (codes, _ids.Value);
    }

    /// <summary>The number of a customer; -1 for none.</summary>
    public int OrNone(string? id) => string.IsNullOrWhiteSpace(id) ? -1 : _numbers.Value.GetValueOrDefault(id, -1);

    private static Dictionary<string, int> NumbersOf(IReadOnlyList<Customer> customers, IEnumerable<CustomerMerge> merges)
    {
        Dictionary<string, int> numbers = new(customers.Count, StringComparer.Ordinal);
        for (int i = 0; i < customers.Count; i++) numbers[customers[i].Id] = i;
        Dictionary<string, string> into = merges.Where(IsOfDuplicate).ToDictionary(merge => merge.CustomerId, merge => merge.IntoCustomerId, StringComparer.Ordinal);
        foreach (string duplicate in into.Keys)
        {
            string canonical = into[duplicate];
            while (into.TryGetValue(canonical, out string? further)) canonical = further;
            numbers[duplicate] = numbers[canonical];
        }

        return numbers;
    }

    private static bool IsOfDuplicate(CustomerMerge merge) => merge.Kind == CustomerMergeKind.Duplicate;
}
