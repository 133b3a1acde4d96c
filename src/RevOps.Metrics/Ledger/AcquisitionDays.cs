using NodaTime.Text;

namespace RevOps.Metrics;

/// <summary>Tells of each movement whose it is and when that customer was acquired.</summary>
internal static class AcquisitionDays
{
    /// <summary>Adds the customer's id and the day of its first movement, which is the first on which it had recurring revenue.</summary>
    public static void AddTo(FactTable table, CustomerNumbers customers, LedgerEntities entities)
    {
        int[] entityOf = table[Movements.Customer].Entities;
        DayNumbers days = table[Movements.On];
        (int[] codes, NameList ids) = customers.Column([.. entityOf.Select(entities.OwnerOf)]);
        table.Add(Movements.CustomerId, codes, ids);

        NameList names = new();
        int[] acquired = new int[entityOf.Length];
        for (int row = 0; row < acquired.Length; row++)
        {
            // Rows stand together by entity and in the order of days, so the first of an entity has its first day.
            bool isFirst = row == 0 || entityOf[row] != entityOf[row - 1];
            acquired[row] = isFirst ? names.CodeOf(LocalDatePattern.Iso.Format(DayNumber.ToDate(days[row]))) : acquired[row - 1];
        }

        table.Add(Movements.AcquiredOn, acquired, names);
    }
}
