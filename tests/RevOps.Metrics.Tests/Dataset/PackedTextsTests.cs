using FsCheck.Fluent;

namespace RevOps.Metrics.Tests;

/// <summary>Packed texts, and what finds them, are as lists of strings in the ordinal order; also such as need more than a byte for a character.</summary>
public sealed class PackedTextsTests
{
    private static readonly FsCheck.Gen<string[]> Texts =
        from pieces in Gen.Elements<string[]>(["a", "b", ""], ["sub_", "1", "2", "ÿ"], ["long_beginning_", "x", "yy"], ["é", "Ω", "日", "\0", "\ud83d\ude80"])
        from texts in Gen.Elements(pieces).ArrayOf(6).Select(string.Concat).ArrayOf()
        select texts;

    [Fact]
    public void They_are_found_compared_and_ordered_as_strings_are() => Law.Holds(
        Texts,
        texts =>
        {
            IdIndex index = new();
            List<string> different = [];
            foreach (string text in texts)
            {
                if (index.Find(text) != different.IndexOf(text) || index.TryAdd(text) == different.Contains(text)) return false;
                if (!different.Contains(text)) different.Add(text);
            }

            PackedTexts packed = index.Ids;
            int[] order = [.. Enumerable.Range(0, different.Count)];
            packed.Sort(order);
            PackedTexts taken = packed.Taken(order);
            string[] ordered = [.. different.Order(StringComparer.Ordinal)];
            return Enumerable.Range(0, taken.Count).Select(i => taken[i]).SequenceEqual(ordered)
                && Enumerable.Range(0, packed.Count).Select(i => packed[i]).SequenceEqual(different)
                && different.All(text => index.Find(text) == different.IndexOf(text))
                && index.IsOrdered == different.SequenceEqual(ordered)
                && different.Index().All(one => different.Index().All(other =>
                    Math.Sign(packed.Compare(one.Index, other.Index)) == Math.Sign(string.CompareOrdinal(one.Item, other.Item))
                    && Math.Sign(packed.Compare(one.Index, other.Item)) == Math.Sign(string.CompareOrdinal(one.Item, other.Item))));
        },
        cases: 1000);

    [Fact]
    public void A_gap_of_one_day_is_found_where_a_look_at_all_pairs_finds_it() => Law.Holds(
        from count in Gen.Choose(0, 80)
        from customers in Gen.Choose(1, 4)
        from customer in Gen.Choose(-1, customers - 1).ArrayOf(count)
        from start in Gen.Choose(0, count == 0 ? 1 : 3 * count / customers).ArrayOf(count)
        from length in Gen.Choose(0, 5).ArrayOf(count)
        select (customers, customer, start, end: start.Zip(length, (day, days) => days == 5 ? SubscriptionColumns.NoEnd : day + days).ToArray()),
        book =>
        {
            int[] rows = [.. Enumerable.Range(0, book.customer.Length).Where(row => book.customer[row] >= 0)];
            int Ended(int customer, int start)
            {
                int[] own = [.. rows.Where(row => book.customer[row] == customer)];
                if (own.Any(row => book.start[row] < start && book.end[row] >= start)) return -1;
                return own.Where(row => book.end[row] == start - 1).OrderBy(row => $"{row}", StringComparer.Ordinal).FirstOrDefault(-1);
            }

            OneDayGaps gaps = new(book.customer, book.start, book.end, book.customers, row => $"{row}");
            return gaps.Rows.Order().SequenceEqual(rows.Where(row => Ended(book.customer[row], book.start[row]) >= 0))
                && rows.All(row => gaps.Ended(book.customer[row], book.start[row]) == Ended(book.customer[row], book.start[row]));
        },
        cases: 1000);

    [Fact]
    public void Gaps_of_one_day_are_found_by_several_threads()
    {
        Random random = new(11);
        var rows = Enumerable.Range(0, 200_000).Select(row => (Row: row, Customer: random.Next(60_000), Start: random.Next(40), Days: random.Next(8))).ToArray();
        var expected = from own in rows.GroupBy(row => row.Customer)
                       from row in own
                       let before = own.Where(other => other.Start < row.Start).Select(other => other.Start + other.Days).DefaultIfEmpty(-1).Max()
                       where before == row.Start - 1 && before >= 0
                       select row.Row;

        OneDayGaps gaps = new(
            [.. rows.Select(row => row.Customer)], [.. rows.Select(row => row.Start)], [.. rows.Select(row => row.Start + row.Days)], 60_000, row => $"{row}");

        Assert.Equal(expected.Order(), gaps.Rows.Order());
    }
}
