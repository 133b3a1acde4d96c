using System.Globalization;

namespace RevOps.Metrics;

/// <summary>The subscriptions of a dataset in the ordinal order of their ids: in columns those of one price, of which a record is made when asked, and records the others.</summary>
/// <param name="columns">Those in columns.</param>
/// <param name="records">Those that are records, in the order of their ids.</param>
/// <param name="customers">The customers of the dataset.</param>
internal sealed class HeldSubscriptions(HeldColumns columns, Subscription[] records, ValueList<Customer> customers)
{
    // For each place the row, or below zero the complement of the number of the record; null where all are of one sort.
    private readonly int[]? _order = columns.Count > 0 && records.Length > 0 ? Merged(columns, records) : null;

    /// <summary>Those in columns, by rows.</summary>
    public HeldColumns Columns => columns;

    /// <summary>Those that are records, by numbers.</summary>
    public Subscription[] Records => records;

    public int Count => columns.Count + records.Length;

    /// <summary>The subscription at a place; where it is in columns, a record made now.</summary>
    public Subscription this[int place]
    {
        get
        {
            int row = RowAt(place);
            return row < 0 ? records[~row] : Make(row);
        }
    }

    /// <summary>The row at a place; for a record the complement of its number, which is below zero.</summary>
    public int RowAt(int place) => _order is { } order ? order[place] : columns.Count > 0 ? place : ~place;

    /// <summary>The subscription with an id; null for none.</summary>
    public Subscription? Find(string id)
    {
        int low = 0, high = records.Length - 1;
        while (low <= high)
        {
            int middle = low + ((high - low) / 2), order = string.CompareOrdinal(records[middle].Id, id);
            if (order == 0) return records[middle];
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        int row = columns.RowOf(id);
        return row < 0 ? null : Make(row);
    }

    /// <summary>All subscriptions as a list.</summary>
    public ValueList<Subscription> ToValueList() => columns.Count == 0 ? ValueList.Create<Subscription>(records) : new ValueList<Subscription>(Count, place => this[place]);

    /// <summary>How many digits the numbers up to one have, so that their texts are in their order.</summary>
    public static int IdDigits(int largest) => largest.ToString(CultureInfo.InvariantCulture).Length;

    private Subscription Make(int row) => columns.RecordOf(row, customers[columns.Customer[row]].Id);

    private static int[] Merged(HeldColumns columns, Subscription[] records)
    {
        int[] order = new int[columns.Count + records.Length];
        for (int row = 0, number = 0; row + number < order.Length;)
        {
            bool isRow = number == records.Length || (row < columns.Count && columns.CompareId(row, records[number].Id) < 0);
            int place = row + number;
            order[place] = isRow ? row++ : ~number++;
        }

        return order;
    }
}
