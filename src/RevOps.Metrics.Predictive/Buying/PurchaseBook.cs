using System.Globalization;
using NodaTime;

namespace RevOps.Metrics.Predictive;

/// <summary>Purchases by customer and day, from which the tables of any observation end are made.</summary>
internal sealed class PurchaseBook
{
    private readonly RfmOptions _options;
    private readonly string[] _ids;
    private readonly Row[] _rows;
    private readonly int[] _starts;

    private PurchaseBook(RfmOptions options, string[] ids, Row[] rows, int[] starts) =>
        (_options, _ids, _rows, _starts) = (options, ids, rows, starts);

    /// <summary>What a customer bought in one period, refunds taken off.</summary>
    public readonly record struct PeriodTotal(int Period, decimal Amount);

    /// <summary>A customer, and the periods in which it bought, in order.</summary>
    public readonly record struct Customer(string Id, IReadOnlyList<PeriodTotal> Periods);

    private readonly record struct Row(LocalDate On, decimal Amount);

    // Refunds come after what was bought on the same day.
    private static readonly Comparer<Row> ByDay = Comparer<Row>.Create((one, other) =>
    {
        int days = one.On.CompareTo(other.On);
        if (days != 0) return days;
        int refunds = (one.Amount < 0).CompareTo(other.Amount < 0);
        return refunds != 0 ? refunds : one.Amount.CompareTo(other.Amount);
    });

    public static PurchaseBook Of(IEnumerable<Purchase> purchases, RfmOptions options, CancellationToken cancellationToken)
    {
        Dictionary<string, int> codes = new(StringComparer.Ordinal);
        List<(int Customer, Row Row)> given = [];
        foreach (Purchase purchase in purchases)
        {
            if ((given.Count & 0xFFFF) == 0) cancellationToken.ThrowIfCancellationRequested();
            if (purchase.CustomerId is null)
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Purchase {given.Count + 1} has no customer: give the id of who bought."), nameof(purchases));
            }

            if (!codes.TryGetValue(purchase.CustomerId, out int code)) codes.Add(purchase.CustomerId, code = codes.Count);
            given.Add((code, new Row(purchase.On, purchase.Amount)));
        }

        return InOrder(options, codes, given);
    }

    /// <summary>Each customer, by id, with the periods in which it bought up to a day; those of a first purchase after the day have none.</summary>
    public IEnumerable<Customer> CustomersUntil(LocalDate end, CancellationToken cancellationToken)
    {
        for (int i = 0; i < _ids.Length; i++)
        {
            if ((i & 0xFFF) == 0) cancellationToken.ThrowIfCancellationRequested();
            yield return new(_ids[i], PeriodsOf(i, end, out _));
        }
    }

    /// <summary>What of the purchases up to a day does not count, in words.</summary>
    public ValueList<string> WarningsUntil(LocalDate end)
    {
        long free = 0;
        decimal owed = 0;
        for (int i = 0; i < _ids.Length; i++)
        {
            PeriodsOf(i, end, out decimal excess);
            owed += excess;
        }

        long refunds = _rows.LongCount(row => row.On <= end && row.Amount < 0);
        if (_options.Free == FreePurchases.LeftOut) free = _rows.LongCount(row => row.On <= end && row.Amount == 0);
        List<string> warnings = [];
        if (free > 0) warnings.Add(Text($"{free:N0} purchases of zero were left out."));
        if (refunds > 0 && _options.Refunds == RefundedPurchases.Ignored) warnings.Add(Text($"{refunds:N0} refunds were left out."));
        if (owed > 0) warnings.Add(Text($"Refunds of {owed:N2} found no purchase before them to be taken off, and were left out."));
        return [.. warnings];
    }

    private static PurchaseBook InOrder(RfmOptions options, Dictionary<string, int> codes, List<(int Customer, Row Row)> given)
    {
        string[] ids = [.. codes.Keys];
        int[] order = [.. codes.Values];
        Array.Sort(ids, order, StringComparer.Ordinal);
        int[] rank = new int[ids.Length];
        for (int i = 0; i < order.Length; i++) rank[order[i]] = i;

        int[] starts = new int[ids.Length + 1];
        foreach ((int customer, _) in given) starts[rank[customer] + 1]++;
        for (int i = 0; i < ids.Length; i++) starts[i + 1] += starts[i];
        Row[] rows = new Row[given.Count];
        int[] next = [.. starts];
        foreach ((int customer, Row row) in given) rows[next[rank[customer]]++] = row;
        for (int i = 0; i < ids.Length; i++) Array.Sort(rows, starts[i], starts[i + 1] - starts[i], ByDay);
        return new(options, ids, rows, starts);
    }

    private List<PeriodTotal> PeriodsOf(int customer, LocalDate end, out decimal excess)
    {
        excess = 0;
        List<PeriodTotal> periods = [];
        for (int i = _starts[customer]; i < _starts[customer + 1] && _rows[i].On <= end; i++)
        {
            Row row = _rows[i];
            if (row.Amount < 0)
            {
                if (_options.Refunds == RefundedPurchases.Netted) excess += TakeOff(periods, -row.Amount);
                continue;
            }

            if (row.Amount == 0 && _options.Free == FreePurchases.LeftOut) continue;
            int period = PurchasePeriods.Of(row.On, _options.Period);
            if (periods.Count > 0 && periods[^1].Period == period) periods[^1] = new(period, periods[^1].Amount + row.Amount);
            else periods.Add(new(period, row.Amount));
        }

        return periods;
    }

    /// <summary>Takes a refund off the latest periods; returns what none of them could bear.</summary>
    private static decimal TakeOff(List<PeriodTotal> periods, decimal refund)
    {
        for (int i = periods.Count - 1; i >= 0 && refund > 0; i--)
        {
            decimal amount = periods[i].Amount;
            // What was free has nothing to give back, and stays a purchase.
            if (amount == 0) continue;
            decimal taken = Math.Min(amount, refund);
            refund -= taken;
            if (taken == amount) periods.RemoveAt(i);
            else periods[i] = periods[i] with { Amount = amount - taken };
        }

        return refund;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
