using System.Numerics;

namespace RevOps.Metrics;

/// <summary>The arithmetic of quantities per day, month and year: among themselves, and with money.</summary>
/// <remarks>
/// Only what has a meaning is here; anything else does not compile. A rate such as churn does not go from months to years by multiplying,
/// so only money changes its time basis. Dividing by zero throws <see cref="DivideByZeroException"/>.
/// </remarks>
public static class UnitOperators
{
    extension<T>(PerDay<T>)
        where T : struct, IUnit<T>, IAdditionOperators<T, T, T>, ISubtractionOperators<T, T, T>
    {
        /// <summary>The sum, a day.</summary>
        public static PerDay<T> operator +(PerDay<T> left, PerDay<T> right) => new(left.Value + right.Value);

        /// <summary>The difference, a day.</summary>
        public static PerDay<T> operator -(PerDay<T> left, PerDay<T> right) => new(left.Value - right.Value);
    }

    extension<T>(PerMonth<T>)
        where T : struct, IUnit<T>, IAdditionOperators<T, T, T>, ISubtractionOperators<T, T, T>
    {
        /// <summary>The sum, a month.</summary>
        public static PerMonth<T> operator +(PerMonth<T> left, PerMonth<T> right) => new(left.Value + right.Value);

        /// <summary>The difference, a month.</summary>
        public static PerMonth<T> operator -(PerMonth<T> left, PerMonth<T> right) => new(left.Value - right.Value);
    }

    extension<T>(PerYear<T>)
        where T : struct, IUnit<T>, IAdditionOperators<T, T, T>, ISubtractionOperators<T, T, T>
    {
        /// <summary>The sum, a year.</summary>
        public static PerYear<T> operator +(PerYear<T> left, PerYear<T> right) => new(left.Value + right.Value);

        /// <summary>The difference, a year.</summary>
        public static PerYear<T> operator -(PerYear<T> left, PerYear<T> right) => new(left.Value - right.Value);
    }

    extension(PerMonth<Money>)
    {
        /// <summary>How many months it takes to reach an amount: CAC by gross profit a month is the payback.</summary>
        public static Months operator /(Money left, PerMonth<Money> right) => new((left / right.Value).Value);

        /// <summary>What money a month brings in all if that share of it goes each month: margin by churn is the lifetime value.</summary>
        public static Money operator /(PerMonth<Money> left, PerMonth<Ratio> right) => left.Value / right.Value.Value;

        /// <summary>The amount that so many months bring.</summary>
        public static Money operator *(PerMonth<Money> left, Months right) => left.Value * right.Value;

        /// <summary>That share of the money a month, such as the gross profit in it.</summary>
        public static PerMonth<Money> operator *(PerMonth<Money> left, Ratio right) => new(left.Value * right);
    }

    /// <summary>The same money a year: times twelve.</summary>
    public static PerYear<Money> PerYear(this PerMonth<Money> perMonth) => new(perMonth.Value * 12);

    /// <summary>The same money a month: a twelfth.</summary>
    public static PerMonth<Money> PerMonth(this PerYear<Money> perYear) => new(perYear.Value / 12);
}
