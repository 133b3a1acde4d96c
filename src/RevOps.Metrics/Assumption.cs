namespace RevOps.Metrics;

/// <summary>A number that a metric needs and no record holds, such as the gross margin of a company that gives no figures.</summary>
/// <remarks>Its value can differ by date and by cell (<see cref="Assumptions"/>): a probability for each stage, a margin for each product.</remarks>
/// <typeparam name="TUnit">Its unit.</typeparam>
/// <param name="Name">Its name, as undefined results give it: "gross margin".</param>
public sealed record Assumption<TUnit>(string Name)
    where TUnit : struct, IUnit<TUnit>;
