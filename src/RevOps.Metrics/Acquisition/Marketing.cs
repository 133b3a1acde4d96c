namespace RevOps.Metrics;

/// <summary>Reach, leads and what it costs to win customers.</summary>
public static partial class Marketing
{
    /// <summary>Spend on marketing and sales, spread over the days it was spent for; customer success is out.</summary>
    /// <remarks>Unit: money. Formula: sum of spend of the categories Marketing and Sales by day.</remarks>
    public static FlowMetric<Money> AcquisitionSpend { get; } = AcquisitionMeasures.SpendOn(CacScope.SalesAndMarketing).Described(new()
    {
        Id = "marketing.acquisition-spend", Name = "acquisition spend",
        Definition = "Spend on marketing and sales in the period.", Formula = "sum of spend of the categories Marketing and Sales by day",
        Source = "https://www.forentrepreneurs.com/saas-metrics-2/",
    });

    /// <summary>Spend on marketing, spread over the days it was spent for.</summary>
    /// <remarks>Unit: money. Formula: sum of spend of the category Marketing by day.</remarks>
    public static FlowMetric<Money> MarketingSpend { get; } = AcquisitionMeasures.SpendOn(CacScope.MarketingOnly).Described(new()
    {
        Id = "marketing.marketing-spend", Name = "marketing spend",
        Definition = "Spend on marketing in the period.", Formula = "sum of spend of the category Marketing by day",
        Source = "Defined here: the marketing part of acquisition spend",
    });

    /// <summary>Ad spend: spend on marketing that names the channel it was spent on.</summary>
    /// <remarks>
    /// Unit: money. Formula: sum of spend of the category Marketing with a channel by day. Out: marketing without a channel, such as salaries and
    /// tools. Filter by channel where some are no advertising.
    /// </remarks>
    public static FlowMetric<Money> AdSpend { get; } = AcquisitionMeasures.AdSpend.Described(new()
    {
        Id = "marketing.ad-spend", Name = "ad spend", Synonyms = ["advertising spend", "channel spend"],
        Definition = "Spend on marketing that names the channel it was spent on.", Formula = "sum of spend of the category Marketing with a channel by day",
        Source = "https://machintel.com/marketing-glossary/media/ad-spend",
    });

    /// <summary>Spend of every category: marketing, sales, customer success and anything else.</summary>
    /// <remarks>Unit: money. Formula: sum of spend by day.</remarks>
    public static FlowMetric<Money> TotalSpend { get; } = AcquisitionMeasures.AllSpend.Described(new()
    {
        Id = "marketing.total-spend", Name = "total spend",
        Definition = "Spend of every category in the period.", Formula = "sum of spend by day",
        Source = "Defined here: all spend that is given, of which the blended CAC is made",
    });

    /// <summary>Customer acquisition cost: spend on marketing and sales for each new customer of the same period.</summary>
    /// <remarks>
    /// <para>Unit: money. Formula: acquisition spend / new customers. A new customer is one whose first day with recurring revenue lies in the period;
    /// by policy one whose first won deal closed in it (<see cref="MetricPolicy.CacCustomers"/>). The spend is of the categories of
    /// <see cref="MetricPolicy.CacScope"/>, as incurred, or that of some periods before (<see cref="MetricPolicy.CacSpendLag"/>). Undefined without a
    /// new customer.</para>
    /// <para>By channel, campaign and segment each spend stays with its own value and each customer with that of its attribute. By owner (CAC per
    /// representative) customers must be told by first won deal, since recurring revenue has no owner: each counts for the deal's owner.
    /// What no customer or spend of a cell stands for is in "(none)"; <see cref="Metric{TUnit}.AllocatedBy"/> shares such spend out.</para>
    /// <para>Source: https://en.wikipedia.org/wiki/Customer_acquisition_cost.</para>
    /// </remarks>
    public static Metric<Money> Cac { get; } = Metric<Money>.ByPolicy("CAC", AcquisitionMeasures.Cac).Described(new()
    {
        Id = "marketing.cac", Name = "CAC", Synonyms = ["customer acquisition cost", "fully loaded CAC", "CAC per rep"], Good = GoodDirection.Down,
        Definition = "Spend on marketing and sales for each new customer of the same period.", Formula = "acquisition spend / new customers",
        Policies = ["Ledger", "CacScope", "CacCustomers", "CacSpendLag", "PeriodState"], Source = "https://en.wikipedia.org/wiki/Customer_acquisition_cost",
    });

    /// <summary>Blended CAC: spend of every category for each new customer of the same period.</summary>
    /// <remarks>
    /// Unit: money. Formula: total spend / new customers. What keeping customers costs is in, so it is no cost of acquisition but what the company
    /// spends for each customer it gains; it stands beside <see cref="Cac"/> and is never below it while no spend is a credit. New customers and the
    /// lag of spend follow the policy as there. Undefined without a new customer.
    /// Source: https://ryanconsulting.ai/courses/financial-analysis-101/customer-acquisition-cost.
    /// </remarks>
    public static Metric<Money> BlendedCac { get; } = Metric<Money>.ByPolicy("blended CAC", AcquisitionMeasures.BlendedCac).Described(new()
    {
        Id = "marketing.blended-cac", Name = "blended CAC", Good = GoodDirection.Down,
        Definition = "Spend of every category for each new customer of the same period.", Formula = "total spend / new customers",
        Policies = ["Ledger", "CacCustomers", "CacSpendLag", "PeriodState"],
        Source = "https://ryanconsulting.ai/courses/financial-analysis-101/customer-acquisition-cost",
    });
}
