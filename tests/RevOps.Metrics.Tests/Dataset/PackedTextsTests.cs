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
}
