namespace RevOps.Metrics;

/// <summary>Whose spend is the cost of acquiring customers.</summary>
public sealed record CacScope
{
    private CacScope(ValueList<SpendCategory> categories) => Categories = categories;

    /// <summary>Spend on sales and on marketing.</summary>
    public static CacScope SalesAndMarketing { get; } = Of(SpendCategory.Marketing, SpendCategory.Sales);

    /// <summary>Spend on marketing alone.</summary>
    public static CacScope MarketingOnly { get; } = Of(SpendCategory.Marketing);

    /// <summary>The categories, each once.</summary>
    public ValueList<SpendCategory> Categories { get; }

    /// <summary>Spend of some categories: "fully loaded" with onboarding and overhead, for example.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static CacScope Of(params ReadOnlySpan<SpendCategory> categories)
    {
        if (categories.IsEmpty) throw new ArgumentException("No category is given: name those whose spend acquires customers.", nameof(categories));
        return new CacScope([.. new SortedSet<SpendCategory>(categories.ToArray())]);
    }

    /// <summary>"SalesAndMarketing", "MarketingOnly", "Marketing and CustomerSuccess".</summary>
    public override string ToString() =>
        Equals(SalesAndMarketing) ? nameof(SalesAndMarketing)
        : Equals(MarketingOnly) ? nameof(MarketingOnly)
        : string.Join(" and ", Categories);
}
