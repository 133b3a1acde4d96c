namespace RevOps.Metrics;

/// <summary>The dimensions that most companies ask by.</summary>
public static class Dimensions
{
    /// <summary>The customer's segment (its attribute "segment"), and the segment a spend was aimed at.</summary>
    public static Dimension Segment { get; } = Dimension.OfCustomerAttribute("segment", SpendDays.Segment);

    /// <summary>The channel by which the customer was acquired (its attribute "channel"), and the channel money was spent on.</summary>
    public static Dimension Channel { get; } = Dimension.OfCustomerAttribute("channel", SpendDays.Channel);

    /// <summary>The customer's region (its attribute "region").</summary>
    public static Dimension Region { get; } = CustomerAttribute("region");

    /// <summary>The plan of the price term. A customer can have several at a time.</summary>
    public static Dimension Plan { get; } = new("plan", Movements.Plan, Renewals.Plan);

    /// <summary>The product of the price term or deal. A customer can have several at a time.</summary>
    public static Dimension Product { get; } = new("product", Movements.Product, Deals.Product, PipelineMovements.Product, Renewals.Product);

    /// <summary>The sales representative: owner of the deal, of the spend, of the forecast.</summary>
    public static Dimension Owner { get; } = new("owner", Deals.Owner, PipelineMovements.Owner, SpendDays.Owner, Forecasts.Owner);

    /// <summary>The campaign money was spent on.</summary>
    public static Dimension Campaign { get; } = new("campaign", SpendDays.Campaign);

    /// <summary>The type of the deal.</summary>
    public static Dimension DealType { get; } = new("deal type", Deals.Type, PipelineMovements.Type);

    /// <summary>Any attribute of the customer, by its name.</summary>
    public static Dimension CustomerAttribute(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Dimension.OfCustomerAttribute(name);
    }
}
