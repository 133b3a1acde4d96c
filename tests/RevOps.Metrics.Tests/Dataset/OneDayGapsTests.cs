using FsCheck.Fluent;

namespace RevOps.Metrics.Tests;

/// <summary>Gaps of one day beside a look at all subscriptions of a customer.</summary>
public sealed class OneDayGapsTests
{
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
