namespace RevOps.Metrics.Predictive;

/// <summary>How far ahead a lifetime value looks, at what discount, and how long a month is in the model's unit of time.</summary>
/// <param name="Months">The months counted, 1 or more.</param>
/// <param name="MonthlyDiscountRate">The discount of one month, above -1: 0.01 for 1 %. A year's rate d is (1 + d)^(1/12) - 1 a month, not d / 12.</param>
/// <param name="UnitsPerMonth">
/// The units of the model's time in a month. There is no right number of weeks in a month, so say which: <see cref="WeeksPerMonth"/> or
/// <see cref="DaysPerMonth"/> as the package lifetimes has them, 1 for models in months, or <see cref="MeanDaysPerMonth"/> (over 7 for weeks) for
/// the mean of the calendar. The first two differ from the last by 0.1 % and 1.4 %.
/// </param>
public sealed record LifetimeValueTerms(int Months, double MonthlyDiscountRate, double UnitsPerMonth)
{
    /// <summary>The weeks in a month as lifetimes has them: 4.345.</summary>
    public const double WeeksPerMonth = 4.345;

    /// <summary>The days in a month as lifetimes has them: 30.</summary>
    public const double DaysPerMonth = 30;

    /// <summary>The days in a month of the Gregorian calendar, over its 400 years: 30.436875.</summary>
    public const double MeanDaysPerMonth = 146_097 / 4_800.0;

    /// <summary>The months counted.</summary>
    public int Months { get; init; } = Months >= 1 ? Months : throw new ArgumentOutOfRangeException(nameof(Months), Months, "Count one month at least.");

    /// <summary>The discount of one month.</summary>
    public double MonthlyDiscountRate { get; init; } = double.IsFinite(MonthlyDiscountRate) && MonthlyDiscountRate > -1
        ? MonthlyDiscountRate
        : throw new ArgumentOutOfRangeException(nameof(MonthlyDiscountRate), MonthlyDiscountRate, "A discount rate is a fraction above -1: 0.01 for 1 % a month.");

    /// <summary>The units of the model's time in a month.</summary>
    public double UnitsPerMonth { get; init; } = double.IsFinite(UnitsPerMonth) && UnitsPerMonth > 0
        ? UnitsPerMonth
        : throw new ArgumentOutOfRangeException(nameof(UnitsPerMonth), UnitsPerMonth, "A month is longer than nothing: 4.345 for a model in weeks, 1 for one in months.");

    /// <summary>The part of what is spent that is kept, 1 for revenue: a gross margin makes the value one of gross profit.</summary>
    public double Margin { get; init; } = 1;

    /// <summary>How many threads work on the values of many customers; all processors unless said otherwise. It does not change the values.</summary>
    public int? Threads
    {
        get;
        init => field = value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "One thread is the least: leave it out for all processors.");
    }
}

/// <summary>What a customer is worth.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="ProbabilityAlive">The probability that it is still a customer.</param>
/// <param name="Value">Its discounted lifetime value, in the currency of its purchases.</param>
public readonly record struct CustomerLifetimeValue(string CustomerId, double ProbabilityAlive, Estimate Value)
{
    /// <summary>The range of the expected value as far as the parameters are uncertain (<see cref="LifetimeValueBook"/>); null where none was asked for or can be told.</summary>
    /// <remarks>Not the range of what this customer will spend, which is much wider.</remarks>
    public Interval? Range { get; init; }
}
