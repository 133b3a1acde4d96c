using System.Globalization;
using System.Text;
using NodaTime.Text;

namespace RevOps.Metrics.Benchmarks.Workloads;

/// <summary>The same data as CSV files in a temporary folder, which is deleted on disposal.</summary>
/// <remarks>The subscriptions are in the layout that the library imports, so that both sides read the very same file.</remarks>
internal sealed class WorkloadFiles : IDisposable
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private readonly string[] _dates = [.. Enumerable.Range(0, 2 * WorkloadCalendar.Days).Select(i => LocalDatePattern.Iso.Format(WorkloadCalendar.From.PlusDays(i)))];

    private WorkloadFiles(string folder) => Folder = folder;

    public string Folder { get; }

    public string Subscriptions => Path.Combine(Folder, "subscriptions.csv");

    public static WorkloadFiles Write(WorkloadData data)
    {
        WorkloadFiles files = new(Directory.CreateTempSubdirectory("revops-compare-").FullName);
        files.WriteSubscriptions(data.Subscriptions);
        files.Write("customers.csv", "customer,segment,region,channel", data.Customers.Count, i => string.Create(Invariant,
            $"{i},{WorkloadNames.Segments[data.Customers.Segment[i]]},{WorkloadNames.Regions[data.Customers.Region[i]]},{WorkloadNames.Channels[data.Customers.Channel[i]]}"));
        files.WriteDeals(data.Deals);
        files.Write("spend.csv", "day,channel,category,amount", data.Spends.Count, i => string.Create(Invariant,
            $"{files.Date(data.Spends.On[i])},{WorkloadNames.Channels[data.Spends.Channel[i]]},{WorkloadNames.Categories[data.Spends.Category[i]]},{data.Spends.Amount[i]}"));
        files.Write("series.csv", "series,period,forecast,actual", data.Series.Actual.Length, i => string.Create(Invariant,
            $"{i / SeriesTable.Periods},{i % SeriesTable.Periods},{data.Series.Forecast[i]},{data.Series.Actual[i]}"));
        files.WriteCalendar();
        return files;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void WriteSubscriptions(SubscriptionTable table) =>
        Write("subscriptions.csv", "id,customer_id,start,end,price,currency,interval,plan", table.Count, i => string.Create(Invariant,
            $"S{i:00000000},{WorkloadNames.Customer(table.Customer[i])},{Date(table.Start[i])},{Date(table.End[i])},{new decimal(table.Price[i], 0, 0, false, 2)},USD,month,{WorkloadNames.Plans[table.Plan[i]]}"));

    private void WriteDeals(DealTable table)
    {
        Write("deals.csv", "deal,owner,created,closed,outcome,amount", table.Count, i => string.Create(Invariant,
            $"{i},{WorkloadNames.Owners[table.Owner[i]]},{Date(table.Created[i])},{Date(table.Closed[i])},{WorkloadNames.Outcomes[table.Outcome[i]]},{table.Amount[i]}"));
        int deal = 0;
        Write("changes.csv", "deal,number,day,stage", table.ChangedOn.Count, i =>
        {
            while (i >= table.FirstChange[deal + 1]) deal++;
            return string.Create(Invariant, $"{deal},{i - table.FirstChange[deal]},{Date(table.ChangedOn[i])},{table.Stage[i]}");
        });
    }

    /// <summary>The label and number of each day's month, and of its month of four, four and five weeks; -1 for what is before the periods asked.</summary>
    private void WriteCalendar()
    {
        (string Label, int Number) In(IReadOnlyList<ReportingPeriod> periods, int day)
        {
            for (int i = 0; i < periods.Count; i++)
            {
                if (periods[i].Contains(WorkloadCalendar.DateOf(day))) return (periods[i].Label, i);
            }

            return ("", WorkloadCalendar.DateOf(day) < periods[0].Start ? -1 : periods.Count);
        }

        Write("calendar.csv", "day,month,month_number,retail_month,retail_number", _dates.Length, i =>
        {
            (string month, int number) = In(WorkloadCalendar.Months, WorkloadCalendar.FirstDay + i);
            (string retail, int retailNumber) = In(WorkloadCalendar.RetailMonths, WorkloadCalendar.FirstDay + i);
            return string.Create(Invariant, $"{_dates[i]},{month},{number},{retail},{retailNumber}");
        });
    }

    private string Date(int day) => day == SubscriptionTable.NoDay ? "" : _dates[day - WorkloadCalendar.FirstDay];

    private void Write(string name, string header, int rows, Func<int, string> line)
    {
        using StreamWriter writer = new(Path.Combine(Folder, name), append: false, new UTF8Encoding(false), bufferSize: 1 << 16);
        writer.Write(header);
        for (int i = 0; i < rows; i++)
        {
            writer.Write('\n');
            writer.Write(line(i));
        }

        writer.Write('\n');
    }
}
