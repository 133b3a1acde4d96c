using FsCheck;
using FsCheck.Fluent;

namespace RevOps.Metrics.Tests;

/// <summary>Names that are looked up many at once have the codes that they would have one by one.</summary>
public sealed class NameColumnTests
{
    private static readonly Gen<(string[] Names, int[] Looks)> Columns =
        from different in Gen.Choose(1, 900)
        from beginning in Gen.Elements("", "C", "customer_", "Ω")
        from stays in Gen.Elements(0, 50)
        from picks in Gen.Choose(0, different).Zip(Gen.Choose(0, 99)).ArrayOf().Resize(2500)
        from looks in Gen.Choose(0, 2500).ArrayOf(6)
        select (NamesOf(beginning, picks, stays), looks);

    [Fact]
    public void Codes_are_counted_as_names_come_however_many_wait() => Law.Holds(
        Columns,
        column =>
        {
            NameColumn names = new();
            List<string> expected = [];
            for (int row = 0; row < column.Names.Length; row++)
            {
                names.Add(column.Names[row]);
                if (!expected.Contains(column.Names[row])) expected.Add(column.Names[row]);
                if (column.Looks.Contains(row) && names.Codes[row] != expected.IndexOf(column.Names[row])) return false;
            }

            int[] codes = names.Codes.ToArray();
            return names.Count == column.Names.Length
                && names.Names.ToArray().SequenceEqual(expected)
                && codes.Select(code => expected[code]).SequenceEqual(column.Names)
                && names.Names.InOrder().ToArray().Select(code => expected[code]).SequenceEqual(expected.Order(StringComparer.Ordinal));
        },
        cases: 100);

    [Fact]
    public void A_name_that_comes_after_the_order_was_told_is_in_the_order()
    {
        NameColumn names = new();
        names.Add("b");
        Assert.Equal([0], names.Names.InOrder());
        names.Add("a");
        Assert.Equal([1, 0], names.Names.InOrder());
        Assert.Equal([0, 1], names.Codes);
    }

    private static string[] NamesOf(string beginning, (int Pick, int Percent)[] picks, int stays)
    {
        string[] names = [.. picks.Select(pick => $"{beginning}{pick.Pick}")];
        for (int row = 1; row < names.Length; row++)
        {
            if (picks[row].Percent < stays) names[row] = names[row - 1];
        }

        return names;
    }
}
