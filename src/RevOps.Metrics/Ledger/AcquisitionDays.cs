using NodaTime.Text;

namespace RevOps.Metrics;

/// <summary>Tells of each movement whose it is and when that customer was acquired.</summary>
internal static class AcquisitionDays
{
    /// <summary>Adds the customer's id and the day of its first movement, which is the first on which it had recurring revenue.</summary>
    public static void AddTo(FactTable table, CustomerNumbers customers)
    {
        int[] owners = table[Movements.Customer], days = table[Movements.On];
        (int[] codes, NameList ids) = customers.Column(owners);
        table.Add(Movements.CustomerId, codes, ids);

        int[] firstDays = new int[customers.Count];
        Array.Fill(firstDays, FactTable.NoDay);
        for (int row = 0; row < owners.Length; row++) firstDays[owners[row]] = Math.Min(firstDays[owners[row]], days[row]);
        NameList names = new();
        int[] codeOf = new int[firstDays.Length], acquired = new int[owners.Length];
        for (int i = 0; i < codeOf.Length; i++)
        {
            if (firstDays[i] != FactTable.NoDay) codeOf[i] = names.CodeOf(LocalDatePattern.Iso.Format(DayNumber.ToDate(firstDays[i])));
        }

        for (int row = 0; row < owners.Length; row++) acquired[row] = codeOf[owners[row]];
        table.Add(Movements.AcquiredOn, acquired, names);
    }
}
