namespace RevOps.Metrics;

/// <summary>A column of whole numbers that can be summed: amounts in units of the reporting currency, counts or days.</summary>
/// <param name="Relation">The relation it belongs to.</param>
/// <param name="Name">Its name, unique in the relation.</param>
/// <param name="IsAmount">True for amounts, whose numbers are hundredths of the reporting currency's minor unit.</param>
public abstract record ValueColumn(Relation Relation, string Name, bool IsAmount) : Column(Relation, Name);

/// <summary>A column of whole numbers of one relation and unit.</summary>
/// <typeparam name="TRelation">The relation.</typeparam>
/// <typeparam name="TUnit">The unit of its sums.</typeparam>
public sealed record ValueColumn<TRelation, TUnit> : ValueColumn
    where TRelation : IRelation
    where TUnit : struct, IUnit<TUnit>
{
    internal ValueColumn(string name)
        : base(TRelation.Relation, name, TUnit.HasCurrency)
    {
    }

    /// <summary>Rows whose number lies between two, both included; amounts are in hundredths of the reporting currency's minor unit.</summary>
    public Condition<TRelation> IsBetween(long least, long most) => new(new ValueBetween(this, least, most));

    /// <summary>Rows whose number is known.</summary>
    public Condition<TRelation> IsKnown() => IsBetween(long.MinValue + 1, long.MaxValue);
}
