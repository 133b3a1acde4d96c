namespace RevOps.Metrics;

/// <summary>The columns that every relation of deals has, so that all of them can be asked by the same dimensions.</summary>
/// <typeparam name="TRelation">The relation.</typeparam>
internal static class DealColumns<TRelation>
    where TRelation : IRelation
{
    public static CodeColumn<TRelation> Type { get; } = new("type");

    public static CodeColumn<TRelation> Product { get; } = new("product");

    public static CodeColumn<TRelation> CustomerId { get; } = new("customer_id");

    public static CodeColumn<TRelation> LeadSource { get; } = new("lead_source");

    public static CodeColumn<TRelation> Channel { get; } = new("channel");

    public static CodeColumn<TRelation> Campaign { get; } = new("campaign");

    public static CodeColumn<TRelation> CustomerAttribute(string name) => new($"customer.{name}");
}
