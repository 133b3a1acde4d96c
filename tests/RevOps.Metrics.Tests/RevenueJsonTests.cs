using System.Globalization;
using System.Reflection;
using System.Text.Json;
using NodaTime;

namespace RevOps.Metrics.Tests;

public sealed class RevenueJsonTests
{
    [Fact]
    public void Customers_come_back_equal() => ComesBackEqual(random => random.Customer("C1", ["C2", "C3"]));

    [Fact]
    public void Customer_merges_come_back_equal() => ComesBackEqual(random => random.CustomerMerge("C1", "C2"));

    [Fact]
    public void Subscriptions_come_back_equal() => ComesBackEqual(random => random.Subscription("S1", "C1", ["S2"]));

    [Fact]
    public void Deals_come_back_equal() => ComesBackEqual(random => random.Deal("D1", "C1", "L1", "S1"));

    [Fact]
    public void Leads_come_back_equal() => ComesBackEqual(random => random.Lead("L1", "C1", "D1"));

    [Fact]
    public void Marketing_activities_come_back_equal() => ComesBackEqual(random => random.MarketingActivity("L1"));

    [Fact]
    public void Spends_come_back_equal() => ComesBackEqual(random => random.Spend());

    [Fact]
    public void Invoices_come_back_equal() => ComesBackEqual(random => random.Invoice("I1", "C1", "S1"));

    [Fact]
    public void Credit_notes_come_back_equal() => ComesBackEqual(random => random.CreditNote("N1", "C1", "I1"));

    [Fact]
    public void Payments_come_back_equal() => ComesBackEqual(random => random.Payment("P1", "C1", "I1"));

    [Fact]
    public void Tickets_come_back_equal() => ComesBackEqual(random => random.Ticket("T1", "C1"));

    [Fact]
    public void Forecast_snapshots_come_back_equal() => ComesBackEqual(random => random.ForecastSnapshot());

    [Fact]
    public void Quotas_come_back_equal() => ComesBackEqual(random => random.Quota());

    [Fact]
    public void Financial_figures_come_back_equal() => ComesBackEqual(random => random.FinancialFigure());

    [Fact]
    public void A_record_reads_as_people_write_it()
    {
        Subscription subscription = new()
        {
            Id = "S1",
            CustomerId = "C1",
            Start = new LocalDate(2026, 1, 31),
            Terms = [new() { From = new LocalDate(2026, 1, 31), Price = new Money(12.50m, Currency.Usd), Interval = BillingInterval.Quarter }],
            Collection = PaymentCollection.Invoice,
        };

        Assert.Equal(
            """{"id":"S1","customerId":"C1","start":"2026-01-31","terms":[{"from":"2026-01-31","price":"12.50 USD","interval":"3 months","quantity":1,"isContractedStep":false,"isUsageCommitment":false}],"collection":"invoice","isVoid":false}""",
            RevenueJson.Serialize(subscription));
    }

    [Fact]
    public void What_is_left_out_has_the_default_of_the_record()
    {
        Subscription subscription = RevenueJson.Deserialize<Subscription>(
            """{"id":"S1","customerId":"C1","start":"2026-01-01","terms":[{"from":"2026-01-01","price":"1 EUR","interval":"year"}]}""");
        LocalDate day = new(2026, 1, 1);

        Assert.Equal(
            new Subscription { Id = "S1", CustomerId = "C1", Start = day, Terms = [new() { From = day, Price = new Money(1m, Currency.Eur), Interval = BillingInterval.Year }] },
            subscription);
        Assert.Equal(ForecastCategory.Commit, RevenueJson.Deserialize<ForecastSnapshot>("""{"periodStart":"2026-01-01","periodEnd":"2026-02-01","takenOn":"2026-01-01","amount":"1 EUR"}""").Category);
        Assert.Equal(DealType.NewBusiness, RevenueJson.Deserialize<Quota>("""{"periodStart":"2026-01-01","periodEnd":"2026-02-01","amount":"1 EUR"}""").Measure);
        Assert.Null(RevenueJson.Deserialize<Quota>("""{"periodStart":"2026-01-01","periodEnd":"2026-02-01","amount":"1 EUR","measure":null}""").Measure);
    }

    /// <summary>The generated code would overwrite a default with zero; every default of every record must be known to the reader.</summary>
    [Theory]
    [MemberData(nameof(RecordTypes))]
    public void No_default_of_a_record_is_lost(Type record)
    {
        MethodInfo law = typeof(RevenueJsonTests).GetMethod(nameof(DefaultsHold), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(record);
        law.Invoke(null, null);
    }

    [Theory]
    [MemberData(nameof(RecordTypes))]
    public void Every_record_of_a_dataset_has_a_contract(Type record) => Assert.NotNull(RecordJsonContext.Default.GetTypeInfo(record));

    [Fact]
    public void Only_records_are_written() =>
        Assert.Contains("is not a record of this library", Assert.Throws<NotSupportedException>(() => RevenueJson.Serialize(new Uri("https://example.org"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"customerId":"C1","start":"2026-01-01","terms":[]}""", "Subscription at $.id: is missing. Remedy: add the field.")]
    [InlineData("""{"id":"S1","customerId":"C1","start":"2026-02-31","terms":[]}""", "Subscription at $.start: \"2026-02-31\" cannot be read. Remedy: write a day that exists as year-month-day, such as \"2026-01-31\".")]
    [InlineData("""{"id":"S1","customerId":"C1","start":null,"terms":[]}""", "Subscription at $.start: null cannot be read.")]
    [InlineData("""{"id":null,"customerId":"C1","start":"2026-01-01","terms":[]}""", "Subscription at $.id: null cannot be read. Remedy: give a value")]
    [InlineData("""{"id":"S1","customerId":"C1","start":"2026-01-01","terms":[],"colour":"red"}""", "Subscription at $.colour: \"red\" is not a field of this record. Remedy: leave it out or correct its name; the fields are id, customerId,")]
    [InlineData("""{"id":"S1","customerId":"C1","start":"2026-01-01","terms":[],"pauses":null}""", "Subscription at $.pauses: null cannot be read.")]
    [InlineData("""{"id":"S1","customerId":"C1","start":"2026-01-01","terms":{}}""", "Subscription at $.terms: {} cannot be read. Remedy: write an array")]
    [InlineData("""{"id":"S1","id":"S2","customerId":"C1","start":"2026-01-01","terms":[]}""", "Subscription at $.id: \"S2\" is there twice. Remedy: give it once.")]
    [InlineData("""{"id":"S1","customerId":"C1","start":"2026-01-01","terms":[],"noticeDays":"x"}""", "Subscription at $.noticeDays: \"x\" cannot be read.")]
    [InlineData("""{"id":"S1","customerId":"C1","start":"2026-01-01","terms":[],"collection":"cheque"}""", "Subscription at $.collection: \"cheque\" cannot be read. Remedy: write one of \"automatic\", \"invoice\".")]
    [InlineData("""{"id":"S1","customerId":"C1","start":"2026-01-01","terms":[{"from":"2026-01-01","price":"1 EUR","interval":"year"},{"from":"2026-01-01","price":"1 ZZZ","interval":"year"}]}""", "Subscription at $.terms[1].price: \"1 ZZZ\" cannot be read. Remedy: write a number, a space and a currency code of ISO 4217")]
    [InlineData("""{"id":"S1","customerId":"C1","start":"2026-01-01","terms":[{"from":"2026-01-01","price":"1 EUR","interval":"year","discounts":[{"share":0.1},{"sahre":0.1}]}]}""", "Subscription at $.terms[0].discounts[1].sahre: 0.1 is not a field of this record.")]
    [InlineData("""{"id":"S1","customerId":"C1","start":"2026-01-01","terms":[null]}""", "Subscription at $.terms[0]: null is not an object.")]
    [InlineData("""[]""", "Subscription at $: [] is not an object. Remedy: write an object in braces.")]
    public void What_cannot_be_read_names_the_record_the_path_the_value_and_the_remedy(string json, string message)
    {
        JsonException error = Assert.Throws<JsonException>(() => RevenueJson.Deserialize<Subscription>(json));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.StartsWith("$", error.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void An_amount_keeps_its_decimals()
    {
        FinancialFigure figure = new() { On = new LocalDate(2026, 1, 1), Account = FinancialAccount.Revenue, Amount = new Money(79_228_162_514_264_337_593_543_950.335m, Currency.Usd) };
        FinancialFigure back = RevenueJson.Deserialize<FinancialFigure>(RevenueJson.Serialize(figure with { Amount = new Money(12.50m, Currency.Usd) }));

        Assert.Equal("12.50", back.Amount.Amount.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(figure, RevenueJson.Deserialize<FinancialFigure>(RevenueJson.Serialize(figure)));
    }

    /// <summary>The records that a dataset holds, and those that they hold in turn.</summary>
    public static TheoryData<Type> RecordTypes()
    {
        List<Type> found = [.. ItemTypes(typeof(RevenueDataset))];
        Assert.Equal(Enum.GetNames<RecordType>().Order(StringComparer.Ordinal), found.Select(type => type.Name).Order(StringComparer.Ordinal));
        for (int i = 0; i < found.Count; i++) found.AddRange(ItemTypes(found[i]).Where(type => type != typeof(LocalDate) && !found.Contains(type)));
        TheoryData<Type> types = [];
        foreach (Type type in found) types.Add(type);
        return types;
    }

    private static IEnumerable<Type> ItemTypes(Type holder) =>
        from property in holder.GetProperties()
        where property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(ValueList<>)
        select property.PropertyType.GetGenericArguments()[0];

    private static void ComesBackEqual<T>(Func<RandomRecords, T> make)
        where T : class
    {
        Law.Holds(RandomRecords.Of(make), record => RevenueJson.Deserialize<T>(RevenueJson.Serialize(record)).Equals(record));
        Law.Holds(RandomRecords.Of(make), record => RevenueJson.Deserialize<T>(RevenueJson.Serialize(record, indented: true)).Equals(record), cases: 20);
    }

    private static void DefaultsHold<T>()
        where T : class
    {
        // A record with a primary constructor has no other defaults than those of its parameters.
        if (typeof(T).GetConstructor([]) is null) return;
        T bare = Activator.CreateInstance<T>();
        Dictionary<string, string> required = [];
        foreach (PropertyInfo property in typeof(T).GetProperties().Where(property => property.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null))
        {
            (object value, string json) = Sample(property.PropertyType);
            property.SetValue(bare, value);
            required[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = json;
        }

        string text = $"{{{string.Join(",", required.Select(field => $"\"{field.Key}\":{field.Value}"))}}}";
        Assert.Equal(bare, RevenueJson.Deserialize<T>(text));
    }

    private static (object Value, string Json) Sample(Type type) => type switch
    {
        _ when type == typeof(string) => ("x", "\"x\""),
        _ when type == typeof(LocalDate) => (new LocalDate(2026, 1, 1), "\"2026-01-01\""),
        _ when type == typeof(Money) => (new Money(1m, Currency.Usd), "\"1 USD\""),
        _ when type == typeof(BillingInterval) => (BillingInterval.Month, "\"month\""),
        _ when type == typeof(ValueList<PriceTerm>) => (ValueList<PriceTerm>.Empty, "[]"),
        _ when type.IsEnum => (Enum.GetValues(type).GetValue(0)!, $"\"{JsonNamingPolicy.CamelCase.ConvertName(Enum.GetNames(type)[0])}\""),
        _ => throw new InvalidOperationException($"No sample of {type.Name}."),
    };
}
