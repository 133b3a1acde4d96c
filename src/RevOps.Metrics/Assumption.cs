namespace RevOps.Metrics;

/// <summary>A number that a metric needs and no record holds, such as the gross margin of a company that gives no figures.</summary>
/// <typeparam name="TUnit">Its unit.</typeparam>
/// <param name="Name">Its name, as undefined results give it: "gross margin".</param>
public sealed record Assumption<TUnit>(string Name)
    where TUnit : struct, IUnit<TUnit>;
