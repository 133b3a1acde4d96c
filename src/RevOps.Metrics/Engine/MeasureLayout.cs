namespace RevOps.Metrics;

/// <summary>Where the answers to some requests stand in a table: each among those by the same dimensions. The same for all tables of one query.</summary>
internal sealed class MeasureLayout
{
    private readonly Dictionary<MeasureRequest, int> _index;
    private readonly Dictionary<ValueList<Dimension>, int> _groups = [];
    private readonly int[] _groupOf, _slotOf;
    private readonly List<int> _slots = [];

    public MeasureLayout(IReadOnlyList<MeasureRequest> requests)
    {
        Requests = requests;
        _index = new Dictionary<MeasureRequest, int>(requests.Count);
        (_groupOf, _slotOf) = (new int[requests.Count], new int[requests.Count]);
        for (int i = 0; i < requests.Count; i++)
        {
            _index[requests[i]] = i;
            if (!_groups.TryGetValue(requests[i].By, out int group))
            {
                _groups[requests[i].By] = group = _slots.Count;
                _slots.Add(0);
            }

            (_groupOf[i], _slotOf[i]) = (group, _slots[group]++);
        }
    }

    /// <summary>What was asked.</summary>
    public IReadOnlyList<MeasureRequest> Requests { get; }

    /// <summary>How many groups there are, one for each list of dimensions.</summary>
    public int Groups => _slots.Count;

    /// <summary>How many requests a group has.</summary>
    public int SlotsOf(int group) => _slots[group];

    /// <summary>The group of a request.</summary>
    public int GroupOf(int request) => _groupOf[request];

    /// <summary>The place of a request within its group.</summary>
    public int SlotOf(int request) => _slotOf[request];

    /// <summary>The group by some dimensions; null where nothing was asked by them.</summary>
    public int? GroupBy(ValueList<Dimension> by) => _groups.TryGetValue(by, out int group) ? group : null;

    /// <summary>The place of a request among those asked.</summary>
    /// <exception cref="ArgumentException">The request was not asked.</exception>
    public int IndexOf(MeasureRequest request) => _index.TryGetValue(request, out int index)
        ? index
        : throw new ArgumentException($"'{request.Measure}' was not asked for this window.", nameof(request));
}
