using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RevOps.Metrics;

/// <summary>The records of one type in a dataset's JSON.</summary>
internal abstract class DatasetSection(string name)
{
    /// <summary>Every section, in the order in which they are written.</summary>
    public static IReadOnlyList<DatasetSection> All { get; } =
    [
        new Records<Customer>("customers", data => data.Superseded.Customers.Concat(data.Customers), (builder, record) => builder.Add(record)),
        new Records<CustomerMerge>("customerMerges", data => data.CustomerMerges, (builder, record) => builder.Add(record)),
        new Records<Subscription>("subscriptions", data => data.Superseded.Subscriptions.Concat(data.Subscriptions), (builder, record) => builder.Add(record)),
        new Records<Deal>("deals", data => data.Superseded.Deals.Concat(data.Deals), (builder, record) => builder.Add(record)),
        new Records<Lead>("leads", data => data.Superseded.Leads.Concat(data.Leads), (builder, record) => builder.Add(record)),
        new Records<MarketingActivity>("marketingActivities", data => data.MarketingActivities, (builder, record) => builder.Add(record)),
        new Records<Spend>("spends", data => data.Spends, (builder, record) => builder.Add(record)),
        new Records<Invoice>("invoices", data => data.Superseded.Invoices.Concat(data.Invoices), (builder, record) => builder.Add(record)),
        new Records<CreditNote>("creditNotes", data => data.Superseded.CreditNotes.Concat(data.CreditNotes), (builder, record) => builder.Add(record)),
        new Records<Payment>("payments", data => data.Superseded.Payments.Concat(data.Payments), (builder, record) => builder.Add(record)),
        new Records<Ticket>("tickets", data => data.Superseded.Tickets.Concat(data.Tickets), (builder, record) => builder.Add(record)),
        new Records<ForecastSnapshot>("forecastSnapshots", data => data.ForecastSnapshots, (builder, record) => builder.Add(record)),
        new Records<Quota>("quotas", data => data.Quotas, (builder, record) => builder.Add(record)),
        new Records<FinancialFigure>("financialFigures", data => data.FinancialFigures, (builder, record) => builder.Add(record)),
    ];

    public string Name => name;

    /// <summary>Writes the records as an array, superseded versions first; nothing when there are none.</summary>
    public abstract void Write(Utf8JsonWriter writer, RevenueDataset data, JsonSerializerOptions options);

    /// <summary>Adds the records of an array to a dataset being built.</summary>
    public abstract void Read(JsonElement array, RevenueDatasetBuilder builder);

    private sealed class Records<T>(string name, Func<RevenueDataset, IEnumerable<T>> of, Action<RevenueDatasetBuilder, T> add) : DatasetSection(name)
        where T : class
    {
        private const int FlushAt = 1 << 16;

        public override void Write(Utf8JsonWriter writer, RevenueDataset data, JsonSerializerOptions options)
        {
            IEnumerable<T> records = of(data);
            if (!records.Any()) return;
            JsonTypeInfo<T> type = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
            writer.WriteStartArray(Name);
            foreach (T record in records)
            {
                JsonSerializer.Serialize(writer, record, type);
                if (writer.BytesPending > FlushAt) writer.Flush();
            }

            writer.WriteEndArray();
        }

        public override void Read(JsonElement array, RevenueDatasetBuilder builder)
        {
            int index = 0;
            foreach (JsonElement item in array.EnumerateArray())
            {
                add(builder, RevenueJson.Read<T>(item, typeof(T).Name, $"$.{Name}[{index}]"));
                index++;
            }
        }
    }
}
