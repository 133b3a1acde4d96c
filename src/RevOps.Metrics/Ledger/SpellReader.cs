namespace RevOps.Metrics;

/// <summary>Reads off the ledger when each entity had revenue.</summary>
internal static class SpellReader
{
    /// <param name="table">The movements.</param>
    /// <param name="attributes">The customer attributes that the data has.</param>
    /// <param name="by">The dimension whose value is told of each spell.</param>
    public static IReadOnlyList<PayingSpell> Read(FactTable table, IReadOnlyCollection<string> attributes, Dimension? by)
    {
        Refuse(by, attributes);
        EntityRows rows = table[Movements.Customer];
        DayNumbers days = table[Movements.On];
        WholeNumbers changes = table[Movements.CustomerChange];
        (Codes kindCodes, NameList kindNames) = table[Movements.Kind];
        (Codes idCodes, NameList ids) = table[Movements.CustomerId];
        MovementKind[] kinds = [.. Enumerable.Range(0, kindNames.Count).Select(code => kindNames[code] is { } name ? Enum.Parse<MovementKind>(name) : default)];
        CellIndex? cells = by is null ? null : CellIndex.Of(table, Relation.Movements, [by], []);

        List<PayingSpell> spells = [];
        for (int entity = 0; entity < rows.Count; entity++)
        {
            (int start, int end) = rows.Of(entity);
            long balance = 0;
            PayingSpell? open = null;
            for (int place = start; place < end;)
            {
                // The rows of a day are one step: who moves between attributes leaves and joins on it, and was there all along.
                int day = days[rows[place]], joined = -1, left = -1;
                long before = balance;
                for (; place < end && rows[place] is var row && days[row] == day; place++)
                {
                    balance += changes[row];
                    if (changes[row] > 0 && joined < 0) joined = row;
                    if (changes[row] < 0) left = row;
                }

                if (before <= 0 && balance > 0)
                {
                    open = new PayingSpell(
                        ids[idCodes[joined]]!, DayNumber.ToDate(day), null, kinds[kindCodes[joined]], null, cells?.Cells[cells[joined]].Values[0]);
                }
                else if (before > 0 && balance <= 0)
                {
                    spells.Add(open! with { To = DayNumber.ToDate(day), EndedBy = kinds[kindCodes[left]] });
                    open = null;
                }
            }

            if (open is not null) spells.Add(open);
        }

        return spells;
    }

    private static void Refuse(Dimension? by, IReadOnlyCollection<string> attributes)
    {
        if (by is null) return;
        if (by.ColumnIn(Relation.Movements) is null)
        {
            throw new ArgumentException($"Movements of recurring revenue have no path to '{by}': ask by an attribute of the customer, the plan or the product.", nameof(by));
        }

        if (by.Attribute is { } attribute && !attributes.Contains(attribute, StringComparer.Ordinal))
        {
            throw new ArgumentException($"No customer has the attribute '{attribute}': give it in {nameof(Customer)}.{nameof(Customer.Attributes)}.", nameof(by));
        }
    }
}
