namespace RevOps.Metrics;

/// <summary>Makes the relation of credit notes.</summary>
internal static class CreditFacts
{
    public static FactTable Compile(RevenueDataset data, CustomerNumbers customers, AttributeVersions versions)
    {
        AmountConverter converter = new(data);
        ValueList<CreditNote> notes = data.CreditNotes;
        FactTable table = new(notes.Count);
        table.Add(Credits.On, [.. notes.Select(note => DayNumber.Of(note.IssuedOn))]);
        table.Add(Credits.Amount, [.. notes.Select(note => converter.ToUnits(note.Amount, note.IssuedOn))]);
        (int[] ids, NameList idNames) = customers.Column([.. notes.Select(note => customers.Of(note.CustomerId))]);
        table.Add(Credits.CustomerId, ids, idNames);
        int[] versionOf = [.. notes.Select(note => versions.On(customers.Of(note.CustomerId), DayNumber.Of(note.IssuedOn)))];
        foreach (string attribute in versions.Attributes)
        {
            (int[] codes, NameList names) = versions.Column(attribute, versionOf);
            table.Add(Credits.CustomerAttribute(attribute), codes, names);
        }

        return table;
    }
}
