using System.Reflection;

namespace RevOps.Metrics.Tests;

/// <summary>A ledger row by row, with every column.</summary>
internal static class LedgerText
{
    private static readonly Column[] Columns =
        [.. typeof(Movements).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.GetValue(null)).OfType<Column>()];

    /// <summary>Checks that the kernel makes the ledger that the general way makes.</summary>
    public static void AssertSameByKernel(RevenueDataset data, LedgerPolicy policy, KernelOptions options)
    {
        CustomerNumbers customers = data.NumbersBy(policy.Identity);
        string expected = Of(MovementFacts.CompileGenerally(data, policy, customers, data.AttributeVersions), []);
        Assert.Equal(expected, Of(MovementFacts.CompileByKernel(data, policy, customers, data.AttributeVersions, options), []));
    }

    /// <summary>The text of a ledger.</summary>
    /// <param name="table">The ledger.</param>
    /// <param name="attributes">The columns of customers' attributes that are read too.</param>
    public static string Of(FactTable table, string[] attributes)
    {
        string[][] columns = [.. Columns.Select(column => Values(table, column)), .. attributes.Select(name => Values(table, new CodeColumn<Movements>(name)))];
        return string.Join('\n', Enumerable.Range(0, table.Rows).Select(row => string.Join(' ', columns.Select(column => column[row]))));
    }

    private static string[] Values(FactTable table, Column column)
    {
        int[] rows = [.. Enumerable.Range(0, table.Rows)];
        switch (column)
        {
            case DateColumn date: return [.. rows.Select(row => $"{table[date][row]}")];
            case ValueColumn value: return [.. rows.Select(row => $"{table[value][row]}")];
            case CodeColumn code: return [.. rows.Select(row => table[code].Names[table[code].Codes[row]] ?? "-")];
            case EntityColumn entity: return [.. rows.Select(row => $"{table[entity].Entities[row]}/{table[entity][row]}")];
            default: throw new NotSupportedException(column.Name);
        }
    }
}
