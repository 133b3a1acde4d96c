using System.Runtime.InteropServices;

namespace RevOps.Metrics;

/// <summary>The rows of a relation by which of some conditions they meet: rows that meet the same ones are of one class.</summary>
/// <remarks>Each condition is asked once a row, however many measures share it; a measure is then a sum over classes, as it would be over names.</remarks>
internal sealed class RowClasses
{
    private readonly ValueList<Condition> _conditions;
    private readonly IReadOnlyList<bool[]> _met;

    /// <param name="conditions">The conditions.</param>
    /// <param name="met">Which of them each class meets.</param>
    /// <param name="codes">The class of each row.</param>
    private RowClasses(ValueList<Condition> conditions, IReadOnlyList<bool[]> met, Codes codes) => (_conditions, _met, Codes) = (conditions, met, codes);

    /// <summary>The class of each row.</summary>
    public Codes Codes { get; }

    /// <summary>How many classes there are.</summary>
    public int Count => _met.Count;

    /// <summary>Whether each class meets all of some conditions.</summary>
    public bool[] Meet(ValueList<Condition> conditions)
    {
        int[] places = [.. conditions.Select(condition => _conditions.Index().First(known => known.Item.Equals(condition)).Index)];
        return [.. _met.Select(met => Array.TrueForAll(places, place => met[place]))];
    }

    /// <summary>The classes by all conditions of some measures.</summary>
    public static RowClasses Of(FactTable table, IEnumerable<Condition> conditions)
    {
        ValueList<Condition> different = [.. conditions.Distinct()];
        if (different.Count <= RowMasks.MostConditions) return OfMasks(new RowMasks(table, different), different);
        int[] classes = new int[table.Rows];
        List<bool[]> met = [[]];
        foreach (Condition condition in different)
        {
            RowFilter filter = new(table, [condition]);
            Dictionary<(int Class, bool IsMet), int> split = [];
            List<bool[]> finer = [];
            // Rows come in runs of one class: the last one found serves most.
            (int Class, bool IsMet) last = (-1, false);
            int lastSplit = -1;
            for (int row = 0; row < classes.Length; row++)
            {
                var key = (classes[row], filter.Takes(row));
                if (key != last)
                {
                    ref int known = ref CollectionsMarshal.GetValueRefOrAddDefault(split, key, out bool exists);
                    if (!exists)
                    {
                        known = finer.Count;
                        finer.Add([.. met[key.Item1], key.Item2]);
                    }

                    (last, lastSplit) = (key, known);
                }

                classes[row] = lastSplit;
            }

            met = finer.Count == 0 ? [[.. met[0], false]] : finer;
        }

        return new RowClasses(different, met, Codes.Of(classes, met.Count));
    }

    /// <summary>One class for each mask that a row has.</summary>
    private static RowClasses OfMasks(RowMasks masks, ValueList<Condition> conditions)
    {
        byte[] found = masks.Found();
        byte[] classOf = new byte[byte.MaxValue + 1];
        foreach ((int number, byte mask) in found.Index()) classOf[mask] = (byte)number;
        masks.Replace(classOf);
        return new RowClasses(conditions, [.. found.Select(mask => Enumerable.Range(0, conditions.Count).Select(place => ((mask >> place) & 1) == 1).ToArray())], new Codes(masks.OfRows));
    }
}
