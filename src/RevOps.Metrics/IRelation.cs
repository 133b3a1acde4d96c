namespace RevOps.Metrics;

/// <summary>A relation of facts as a type, so that columns, conditions and measures of different relations cannot be mixed up.</summary>
public interface IRelation
{
    /// <summary>Which relation it is.</summary>
    static abstract Relation Relation { get; }
}
