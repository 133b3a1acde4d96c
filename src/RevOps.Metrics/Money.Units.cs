namespace RevOps.Metrics;

/// <content>Arithmetic with other units. Dividing by zero throws <see cref="DivideByZeroException"/>.</content>
public readonly partial record struct Money
{
    /// <summary>How many times one amount goes into another of the same currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Ratio operator /(Money left, Money right)
    {
        RequireOneCurrency("divide", left.Currency, "by", right.Currency);
        return new(left.Amount / right.Amount);
    }

    /// <summary>The amount for each of so many, not rounded to minor units.</summary>
    public static Money operator /(Money left, Count right) => left / right.Value;

    /// <summary>The amount for all of so many.</summary>
    public static Money operator *(Money left, Count right) => left * right.Value;

    /// <summary>That share of the amount, not rounded to minor units.</summary>
    public static Money operator *(Money left, Ratio right) => left * right.Value;

    /// <summary>The amount spread over days.</summary>
    public static PerDay<Money> operator /(Money left, Days right) => new(left / right.Value);

    /// <summary>The amount spread over months.</summary>
    public static PerMonth<Money> operator /(Money left, Months right) => new(left / right.Value);
}
