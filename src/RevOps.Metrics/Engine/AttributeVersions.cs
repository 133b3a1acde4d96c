using System.Numerics;
using System.Runtime.InteropServices;
using NodaTime;

namespace RevOps.Metrics;

/// <summary>The customers' attributes, cut into versions: the spans of days in which none of a customer's attributes changes.</summary>
internal sealed class AttributeVersions
{
    private readonly Dictionary<string, int> _attributes = new(StringComparer.Ordinal);
    private readonly List<NameList> _names = [];
    private readonly List<int> _codes = [];
    private readonly List<int> _firstDays = [];
    private readonly int[] _firstVersion, _now;

    /// <summary>Cuts the attributes of customers given in the order of their numbers.</summary>
    public AttributeVersions(IReadOnlyList<Customer> customers)
    {
        foreach (Customer customer in customers)
        {
            foreach (CustomerAttribute attribute in customer.Attributes)
            {
                if (_attributes.TryAdd(attribute.Name, _names.Count)) _names.Add(new NameList());
            }
        }

        _now = new int[_names.Count];
        _firstVersion = new int[customers.Count + 1];
        for (int i = 0; i < customers.Count; i++)
        {
            _firstVersion[i] = _firstDays.Count;
            AddVersions(customers[i]);
        }

        _firstVersion[customers.Count] = _firstDays.Count;
    }

    /// <summary>How many versions there are.</summary>
    public int Count => _firstDays.Count;

    /// <summary>The names of all attributes of any customer.</summary>
    public IReadOnlyCollection<string> Attributes => _attributes.Keys;

    /// <summary>The values of an attribute that any customer has on any day.</summary>
    public IEnumerable<string> ValuesOf(string attribute) => _attributes.TryGetValue(attribute, out int index) ? _names[index] : [];

    /// <summary>The first and the last day on which attributes change.</summary>
    public PlainScale Scale { get; private set; } = PlainScale.None;

    /// <summary>The versions of a customer, from the first to the one after the last.</summary>
    public (int First, int End) Of(int customer) => (_firstVersion[customer], _firstVersion[customer + 1]);

    /// <summary>The first day of a version; the first version of a customer holds since ever.</summary>
    public int FirstDay(int version) => _firstDays[version];

    /// <summary>The version that holds on a day.</summary>
    public int On(int customer, int day)
    {
        (int first, int end) = Of(customer);
        int version = first;
        while (version + 1 < end && _firstDays[version + 1] <= day) version++;
        return version;
    }

    /// <summary>True when two versions of a customer have the same values: what changed between them changed back.</summary>
    public bool HaveSameValues(int one, int other) => one == other || CodesOf(one).SequenceEqual(CodesOf(other));

    /// <summary>Adds the columns of all attributes to a relation, each row of which carries a version (-1 for none).</summary>
    public void AddTo(FactTable table, Func<string, CodeColumn> columnOf, Func<int[]> versions)
    {
        foreach (string attribute in Attributes) table.Add(columnOf(attribute), () => Column(attribute, versions(), table.Rows));
    }

    /// <summary>The same of a relation whose rows come in runs of one version.</summary>
    public void AddTo(FactTable table, Func<string, CodeColumn> columnOf, VersionRuns versions)
    {
        foreach (string attribute in Attributes) table.Add(columnOf(attribute), () => Column(attribute, versions));
    }

    /// <summary>The code column of an attribute over rows that each carry a version (-1 for none).</summary>
    public (Codes Codes, NameList Names) Column(string attribute, int[] versions, int rows)
    {
        int index = _attributes[attribute];
        NameList names = _names[index];
        return (names.Count <= byte.MaxValue + 1 ? new Codes(Column<byte>(index, versions, rows)) : new Codes(Column<int>(index, versions, rows)), names);
    }

    private (Codes Codes, NameList Names) Column(string attribute, VersionRuns versions)
    {
        int stride = _names.Count, index = _attributes[attribute];
        NameList names = _names[index];
        return (names.Count <= byte.MaxValue + 1 ? new Codes(versions.Spread(version => (byte)CodeOf(version))) : new Codes(versions.Spread(CodeOf)), names);

        int CodeOf(int version) => _codes[(version * stride) + index];
    }

    private TCode[] Column<TCode>(int index, int[] versions, int rows)
        where TCode : struct, IBinaryInteger<TCode>
    {
        int stride = _names.Count;
        TCode[] column = GC.AllocateUninitializedArray<TCode>(rows);
        Split.Run(rows, KernelOptions.Default.ThreadsFor(rows), (first, end) =>
        {
            ReadOnlySpan<int> codes = CollectionsMarshal.AsSpan(_codes), from = versions.AsSpan(first, end - first);
            Span<TCode> to = column.AsSpan(first, end - first);
            for (int row = 0; row < from.Length; row++)
            {
                int version = from[row];
                // No larger than the number of codes.
                to[row] = version < 0 ? TCode.Zero : TCode.CreateTruncating(codes[unchecked((version * stride) + index)]);
            }
        });
        return column;
    }

    /// <summary>The value of an attribute in a version (-1 for none); null where there is none.</summary>
    public string? ValueOf(string attribute, int version) =>
        version >= 0 && _attributes.TryGetValue(attribute, out int index) ? _names[index][CodesOf(version)[index]] : null;

    private ReadOnlySpan<int> CodesOf(int version) => CollectionsMarshal.AsSpan(_codes).Slice(version * _names.Count, _names.Count);

    private void AddVersions(Customer customer)
    {
        Span<int> codes = _now;
        codes.Clear();
        // Most customers' attributes never change: those need no days.
        if (!HasHistory(customer))
        {
            foreach (CustomerAttribute attribute in customer.Attributes) Set(codes, attribute);
            Add(FactTable.SinceEver, codes);
            return;
        }

        foreach (int day in customer.Attributes.Select(FirstDayOf).Append(FactTable.SinceEver).Distinct().Order())
        {
            foreach (CustomerAttribute attribute in customer.Attributes)
            {
                if (FirstDayOf(attribute) == day) Set(codes, attribute);
            }

            // A value stated again changes nothing: no version, and so no revenue that moves from it to itself.
            if (day == FactTable.SinceEver || !codes.SequenceEqual(CodesOf(_firstDays.Count - 1))) Add(day, codes);
        }
    }

    private static bool HasHistory(Customer customer)
    {
        foreach (CustomerAttribute attribute in customer.Attributes)
        {
            if (attribute.From is not null) return true;
        }

        return false;
    }

    private void Set(Span<int> codes, CustomerAttribute attribute)
    {
        int index = _attributes[attribute.Name];
        codes[index] = _names[index].CodeOf(attribute.Value);
    }

    private void Add(int day, ReadOnlySpan<int> codes)
    {
        _firstDays.Add(day);
        if (day != FactTable.SinceEver) Scale = Scale.And(day);
        _codes.AddRange(codes);
    }

    private static int FirstDayOf(CustomerAttribute attribute) => attribute.From is { } from ? DayNumber.Of(from) : FactTable.SinceEver;
}
