using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RevOps.Metrics;

/// <summary>Posts the starts and ends of a customer whose attributes never change, eight at once and without a decision, where no subscription has a product.</summary>
/// <remarks>
/// It posts what <see cref="PlainPosting{TDay, TAmount, TEvent}"/> does one by one: a start or end alone on its day, as one row, and a switch, of which each side is
/// a row of what both charge, and the larger one a row of the rest.
/// </remarks>
internal static class EventVectors
{
    private static readonly Vector256<uint> Never = Vector256.Create((uint)ushort.MaxValue);

    /// <summary>What a row is, above its day: four for an end; two where the customer has nothing else, one where it ever had anything, and neither for a switch.</summary>
    private static readonly Vector256<uint> Kinds = Vector256.Create(
        AboveDay(PlainDayKinds.Switched[0]), AboveDay(PlainDayKinds.Alone[1]), AboveDay(PlainDayKinds.Alone[2]), AboveDay(PlainDayKinds.Alone[3]),
        AboveDay(PlainDayKinds.Switched[1]), AboveDay(PlainDayKinds.Alone[5]), AboveDay(PlainDayKinds.Alone[6]), AboveDay(PlainDayKinds.Alone[7]));

    private static readonly Vector256<uint> RestOfStart = Vector256.Create(AboveDay(PlainDayKinds.Rest[0]));
    private static readonly Vector256<uint> RestOfEnd = Vector256.Create(AboveDay(PlainDayKinds.Rest[1]));

    /// <summary>The order of four rows and the rests that some of them have, by a bit for each of those.</summary>
    private static readonly Vector256<uint>[] Orders = [.. Enumerable.Range(0, 16).Select(rests => OrderOf((uint)rests))];

    /// <summary>Posts them, if all are of these two kinds.</summary>
    /// <param name="events">Starts and ends by day, as <see cref="PlainEvents{TDay, TAmount, TEvent}.Sorted"/> gives them: before the first and behind the last there is one that never is.</param>
    /// <param name="first">The place of the customer's first.</param>
    /// <param name="end">The place behind its last.</param>
    /// <param name="spans">The subscriptions that they are of.</param>
    /// <param name="rows">Where the rows go.</param>
    /// <returns>False, with nothing posted, where a day is of any other kind.</returns>
    public static bool TryPost(uint[] events, int first, int end, PlainSpan<ushort, int>[] spans, LedgerRows<ushort, int> rows)
    {
        unchecked
        {
            // Two rows for each at most, and eight are written at a time.
            rows.Reserve((2 * (end - first)) + Vector256<uint>.Count);
            LedgerRows<ushort, int>.Writer writer = new(rows);
            int active = 0, count;
            do
            {
                // Eight events, each beside the one before it and the one after it. An answer is all ones for yes, but for those that a table is asked by.
                Vector256<uint> some = Vector256.LoadUnsafe(ref events.At(first)), before = Vector256.LoadUnsafe(ref events.At(first - 1)), after = Vector256.LoadUnsafe(ref events.At(first + 1));
                Vector256<uint> day = some >>> 16, isEnd = some & Vector256<uint>.One, ends = Vector256<uint>.Zero - isEnd;
                Vector256<uint> isThere = (Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(end - first)) & Vector256.LessThan(day.AsInt32(), Never.AsInt32())).AsUInt32();
                Vector256<uint> isSecond = Vector256.Equals(before >>> 16, day), isFirst = Vector256.Equals(after >>> 16, day), isSwitch = isFirst | isSecond;

                // One that is not there reads the first subscription, and is not counted. Both sides of a switch charge the smaller amount of the two.
                (Vector256<int> amount, Vector256<int> source) = Read(spans, (((some & Never) >>> 1) & isThere).AsInt32());
                Vector256<int> other = Vector256.ConditionalSelect(isFirst.AsInt32(), Vector256.Shuffle(amount, Vector256.Create(1, 2, 3, 4, 5, 6, 7, 0)), Vector256.Shuffle(amount, Vector256.Create(7, 0, 1, 2, 3, 4, 5, 6)));
                Vector256<int> transfer = Vector256.Min(amount, other);
                // Three on a day, two starts or two ends, and a side without a price are for the general way of a day.
                Vector256<uint> isOdd = (isFirst & isSecond) | (isFirst & Vector256.Equals((some ^ after) & Vector256<uint>.One, Vector256<uint>.Zero)) | (isSwitch & Vector256.Equals(transfer, Vector256<int>.Zero).AsUInt32());
                if ((isOdd & isThere) != Vector256<uint>.Zero) return false;

                uint thereBits = isThere.ExtractMostSignificantBits();
                // A switch is not cut in two.
                count = BitOperations.PopCount(thereBits) - (int)((thereBits & isFirst.ExtractMostSignificantBits()) >> 7);
                uint counted = (1u << count) - 1;

                // A start adds one to what counts, an end takes one; alone is an end with one, or a start with none.
                Vector256<uint> active8 = Vector256.Create((uint)active) + Before(Vector256<uint>.One + ends + ends);
                Vector256<uint> isAlone = Vector256.Equals(active8, isEnd) & Vector256.Create(2u), hadAny = Vector256.Equals(before, Vector256<uint>.AllBitsSet) + Vector256<uint>.One;
                Vector256<uint> what = (isEnd << 2) | Vector256.AndNot(isAlone | hadAny, isSwitch);
                Vector256<uint> row = day | Vector256.ShuffleNative(Kinds, what), rest = day | Vector256.ConditionalSelect(ends, RestOfEnd, RestOfStart);
                Vector256<int> sign = ends.AsInt32(), ofRow = Vector256.ConditionalSelect(isSwitch.AsInt32(), transfer, amount), ofRest = amount - transfer;
                uint rests = counted & (Vector256.GreaterThan(ofRest, Vector256<int>.Zero).AsUInt32() & isSwitch).ExtractMostSignificantBits();
                ofRow = (ofRow ^ sign) - sign;
                ofRest = (ofRest ^ sign) - sign;

                // The rows of the first four with their rests between them, and then those of the other four.
                Vector256<uint> order = Orders.At((int)(rests & 15));
                writer.AddSeveral(
                    Vector256.ShuffleNative(Vector256.Create(row.GetLower(), rest.GetLower()), order), Vector256.ShuffleNative(Vector256.Create(source.GetLower(), source.GetLower()), order.AsInt32()),
                    Vector256.ShuffleNative(Vector256.Create(ofRow.GetLower(), ofRest.GetLower()), order.AsInt32()), BitOperations.PopCount((counted & 15) | ((rests & 15) << 4)));
                order = Orders.At((int)(rests >> 4));
                writer.AddSeveral(
                    Vector256.ShuffleNative(Vector256.Create(row.GetUpper(), rest.GetUpper()), order), Vector256.ShuffleNative(Vector256.Create(source.GetUpper(), source.GetUpper()), order.AsInt32()),
                    Vector256.ShuffleNative(Vector256.Create(ofRow.GetUpper(), ofRest.GetUpper()), order.AsInt32()), BitOperations.PopCount((counted >> 4) | (rests & 0xF0)));

                active += count - (2 * BitOperations.PopCount(ends.ExtractMostSignificantBits() & counted));
                first += count;
            }
            while (count >= 7 && first < end);

            rows.Count = writer.Count;
            return true;
        }
    }

    /// <summary>Reads the amounts and numbers of eight subscriptions by their places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<int> Amounts, Vector256<int> Sources) Read(PlainSpan<ushort, int>[] spans, Vector256<int> places)
    {
        // Of each subscription the second of its four parts is the number, and the last one the amount.
        Vector256<int> one = Two(spans, places[0], places[4]), two = Two(spans, places[1], places[5]), three = Two(spans, places[2], places[6]), four = Two(spans, places[3], places[7]);
        Vector256<int> low = Vector256.ConditionalSelect(
            Vector256.Create(-1, 0, -1, 0, -1, 0, -1, 0), Vector256.Shuffle(one, Vector256.Create(1, 1, 3, 3, 5, 5, 7, 7)), Vector256.Shuffle(two, Vector256.Create(1, 1, 3, 3, 5, 5, 7, 7)));
        Vector256<int> high = Vector256.ConditionalSelect(
            Vector256.Create(-1, 0, -1, 0, -1, 0, -1, 0), Vector256.Shuffle(three, Vector256.Create(3, 3, 1, 1, 7, 7, 5, 5)), Vector256.Shuffle(four, Vector256.Create(3, 3, 1, 1, 7, 7, 5, 5)));
        Vector256<int> firstHalf = Vector256.Create(-1, -1, 0, 0, -1, -1, 0, 0);
        return (Vector256.Shuffle(Vector256.ConditionalSelect(firstHalf, high, low), Vector256.Create(2, 3, 0, 1, 6, 7, 4, 5)), Vector256.ConditionalSelect(firstHalf, low, high));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Two(PlainSpan<ushort, int>[] spans, int one, int other) => Vector256.Create(
        Unsafe.As<PlainSpan<ushort, int>, Vector128<int>>(ref spans.At(one)), Unsafe.As<PlainSpan<ushort, int>, Vector128<int>>(ref spans.At(other)));

    /// <summary>The sum of all numbers before each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Before(Vector256<uint> numbers)
    {
        // A place outside is a zero.
        Vector256<uint> sums = Vector256.Shuffle(numbers, Vector256.Create(8u, 0, 1, 2, 3, 4, 5, 6));
        sums += Vector256.Shuffle(sums, Vector256.Create(8u, 0, 1, 2, 3, 4, 5, 6));
        sums += Vector256.Shuffle(sums, Vector256.Create(8u, 8, 0, 1, 2, 3, 4, 5));
        return sums + Vector256.Shuffle(sums, Vector256.Create(8u, 8, 8, 8, 0, 1, 2, 3));
    }

    private static uint AboveDay(RowKind kind) => ((uint)kind.Code << 16) | ((uint)kind.Traits.Packed << 24);

    private static Vector256<uint> OrderOf(uint rests)
    {
        List<uint> order = [];
        for (uint row = 0; row < 4; row++)
        {
            order.Add(row);
            if (((rests >> (int)row) & 1) != 0) order.Add(4 + row);
        }

        while (order.Count < 8) order.Add(0);
        return Vector256.Create(order.ToArray());
    }
}
