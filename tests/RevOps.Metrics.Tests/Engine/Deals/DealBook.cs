using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>Many random deals with crowded histories, for the kernels: of days and names of every width.</summary>
internal static class DealBook
{
    private static readonly string[] Process = ["Lead", "Demo", "Proposal", "Commit"];

    /// <param name="seed">What the deals follow from.</param>
    /// <param name="count">How many there are.</param>
    public static RevenueDataset Draw(int seed, int count)
    {
        Random random = new(seed);
        bool isOfCenturies = random.Next(3) == 0;
        string?[] stages = [.. Process, "Elsewhere", "", null, null];
        if (random.Next(3) == 0) stages = [.. stages, .. Enumerable.Range(0, 300).Select(i => $"Stage {i}")];
        bool isTold = random.Next(4) > 0;
        LocalDate first = new(2025, 1, 30);
        LocalDate Day() => isOfCenturies && random.Next(9) == 0 ? new LocalDate(1700 + random.Next(600), 1, 1) : first.PlusDays(random.Next(12));
        T? Maybe<T>(Func<T> value)
            where T : struct => random.Next(2) == 0 ? value() : null;
        Money Amount() => new(random.Next(4) * 100, Currency.Usd);
        ForecastCategory Category() => (ForecastCategory)random.Next(3);
        string? Owner() => random.Next(4) switch { 0 => null, 1 => "", _ => $"Rep {random.Next(random.Next(2) == 0 ? 3 : 400)}" };
        Deal DealOf(int number)
        {
            LocalDate? created = Maybe(Day);
            DealOutcome outcome = (DealOutcome)random.Next(4);
            LocalDate end = Day();
            LocalDate? closed = outcome == DealOutcome.Open ? null : end < created ? created : end;
            return new Deal
            {
                Id = $"d{number:00000}", CreatedOn = created, ClosedOn = closed, Outcome = outcome, Amount = Maybe(Amount), ExpectedCloseOn = Maybe(Day), Category = Maybe(Category),
                Stage = stages[random.Next(stages.Length)], Owner = Owner(), Type = (DealType)random.Next(3),
                History =
                [
                    .. Enumerable.Range(0, random.Next(7)).Select(_ => new DealChange
                    {
                        On = Day(), Stage = isTold ? stages[random.Next(stages.Length)] : null, Amount = Maybe(Amount), ExpectedCloseOn = Maybe(Day), Category = Maybe(Category),
                        Owner = isTold ? Owner() : null,
                    }).Where(change => !(change.On < created)),
                ],
            };
        }

        return RevenueDataset.Build(
            deals: Enumerable.Range(0, count).Select(DealOf).ToArray(),
            options: new DatasetOptions { ReportingCurrency = Currency.Usd, Stages = [.. Process], Strictness = Strictness.Lenient });
    }

    public static DealTraits TraitsOf(RevenueDataset data) => new(data, data.NumbersBy(CustomerIdentity.Canonical), data.AttributeVersions);

    /// <summary>A row of a table in words; a column that has no value is left out.</summary>
    public static string RowOf(FactTable table, int row, params Column[] columns) => string.Join(' ', columns.Select(column => column switch
    {
        DateColumn date => table[date][row] is FactTable.NoDay or FactTable.SinceEver ? $"{column.Name}:{table[date][row]}" : $"{column.Name}:{DayNumber.ToDate(table[date][row]):uuuu-MM-dd}",
        ValueColumn value => $"{column.Name}:{table[value][row]}",
        CodeColumn code => $"{column.Name}:{table[code].Names[table[code].Codes[row]]}",
        _ => throw new NotSupportedException(column.Name),
    }));

    /// <summary>The same of a row of the oracle.</summary>
    public static string RowOf(NaiveRow row, params Column[] columns) => string.Join(' ', columns.Select(column => column switch
    {
        DateColumn date => row.Day(date) is { } day ? $"{column.Name}:{day:uuuu-MM-dd}" : $"{column.Name}:{FactTable.NoDay}",
        ValueColumn value => $"{column.Name}:{row.Number(value) ?? FactTable.NoValue}",
        CodeColumn code => $"{column.Name}:{row.Name(code)}",
        _ => throw new NotSupportedException(column.Name),
    }));
}
