using System.Reflection;
using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>What no metric of the catalogue asks, people can ask: every column of a relation is the same in both engines.</summary>
public sealed class ColumnLaws
{
    private static readonly DateWindow[] Windows = [DateWindow.Before(new LocalDate(2030, 1, 1)), new(new LocalDate(2025, 2, 1), new LocalDate(2025, 7, 1))];

    [Theory]
    [InlineData(typeof(Leads))]
    [InlineData(typeof(MarketingActivities))]
    [InlineData(typeof(Deals))]
    public void Every_day_number_and_name_of_a_relation_is_that_of_the_naive_engine(Type relation)
    {
        Column[] columns = [.. relation.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.GetValue(null)).OfType<Column>()];
        CodeColumn[] codes = [.. columns.OfType<CodeColumn>()];
        ValueList<Dimension> byAll = [.. codes.Select(code => new Dimension(code.Name, code)).Append(Dimensions.CustomerAttribute("segment")).Where(d => d.ColumnIn(codes[0].Relation) is not null)];
        Measure[] measures =
        [
            .. from day in columns.OfType<DateColumn>()
               from measure in columns.OfType<ValueColumn>().Select(value => (Measure)new SumMeasure($"{value} by {day}", value, day)).Append(new CountMeasure($"rows by {day}", day))
               select measure,
            .. from day in columns.OfType<DateColumn>() from code in codes select new CountMeasure($"rows with {code} by {day}", day).With(new CodeIsKnown(code)),
        ];
        MeasureRequest[] requests = [.. from measure in measures from window in Windows select new MeasureRequest(measure, window) { By = byAll }];
        Assert.NotEmpty(requests);
        Law.Holds(
            RandomBooks.All,
            book =>
            {
                RevenueDataset data = book.Build();
                foreach (CustomerIdentity identity in Enum.GetValues<CustomerIdentity>())
                {
                    MeasureQuery query = new() { Requests = [.. requests], Ledger = new LedgerPolicy { Identity = identity } };
                    new TwinEngine(data.Engine, new NaiveEngine(data)).MeasureAsync(query).AsTask().GetAwaiter().GetResult();
                }

                return true;
            },
            book => book.Shrink(),
            cases: 500);
    }
}
