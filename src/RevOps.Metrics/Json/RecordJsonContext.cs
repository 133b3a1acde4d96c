using System.Text.Json.Serialization;
using NodaTime;

namespace RevOps.Metrics;

/// <summary>The generated serialization code of all records.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    Converters =
    [
        typeof(CurrencyConverter),
        typeof(LocalDateConverter),
        typeof(MoneyConverter),
        typeof(BillingIntervalConverter),
        typeof(EnumNameConverter<CustomerMergeKind>),
        typeof(EnumNameConverter<DealOutcome>),
        typeof(EnumNameConverter<DealType>),
        typeof(EnumNameConverter<FinancialAccount>),
        typeof(EnumNameConverter<ForecastCategory>),
        typeof(EnumNameConverter<InvoiceLineKind>),
        typeof(EnumNameConverter<PaymentCollection>),
        typeof(EnumNameConverter<SpendCategory>),
        typeof(ValueListConverter<CancellationRequest>),
        typeof(ValueListConverter<CustomerAttribute>),
        typeof(ValueListConverter<CustomerParent>),
        typeof(ValueListConverter<DealChange>),
        typeof(ValueListConverter<Discount>),
        typeof(ValueListConverter<InvoiceLine>),
        typeof(ValueListConverter<LocalDate>),
        typeof(ValueListConverter<OwnerSplit>),
        typeof(ValueListConverter<PriceTerm>),
        typeof(ValueListConverter<ServicePause>),
    ])]
[JsonSerializable(typeof(Customer))]
[JsonSerializable(typeof(CustomerMerge))]
[JsonSerializable(typeof(Subscription))]
[JsonSerializable(typeof(Deal))]
[JsonSerializable(typeof(Lead))]
[JsonSerializable(typeof(MarketingActivity))]
[JsonSerializable(typeof(Spend))]
[JsonSerializable(typeof(Invoice))]
[JsonSerializable(typeof(CreditNote))]
[JsonSerializable(typeof(Payment))]
[JsonSerializable(typeof(Ticket))]
[JsonSerializable(typeof(ForecastSnapshot))]
[JsonSerializable(typeof(Quota))]
[JsonSerializable(typeof(FinancialFigure))]
[JsonSerializable(typeof(ExchangeRate))]
[JsonSerializable(typeof(Coverage))]
internal sealed partial class RecordJsonContext : JsonSerializerContext;
