namespace RevOps.Metrics;

public static partial class Formulas
{
    private const decimal Ln2 = 0.6931471805599453094172321215m;

    /// <summary>Monthly churn rate: the constant churn rate of one month that compounds to a given churn rate over several.</summary>
    /// <remarks>
    /// <para>Formula: 1 - (1 - c)^(1/m), a fraction. Not c / m: a third of the customers lost over a quarter, each month losing its
    /// part of those still there, is 12.6 % a month and not 11.1 %. So lifetime value and payback do not depend on the length of the
    /// reports.</para>
    /// <para>Exact for one month; otherwise computed in decimal and right to 20 decimal places, the same on every machine.</para>
    /// <para>Source: https://churnkey.co/blog/convert-annual-churn-to-monthly-churn (there for twelve months).</para>
    /// </remarks>
    /// <param name="churnRate">Churn rate of the whole window, a fraction from 0 to 1.</param>
    /// <param name="months">Length of that window in months, from 0.01 to 1200; it need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">A churn rate outside 0 to 1, or a length outside 0.01 to 1200 months.</exception>
    public static decimal MonthlyChurnRate(decimal churnRate, decimal months)
    {
        RequireMonths(months);
        return Compounded(churnRate, 1m / months, nameof(churnRate));
    }

    /// <summary>Churn rate over several months: the part of the customers gone after that many months of a constant monthly churn
    /// rate.</summary>
    /// <remarks>
    /// <para>Formula: 1 - (1 - c)^m, a fraction; the inverse of <see cref="MonthlyChurnRate"/> and as precise.</para>
    /// <para>Source: https://churnkey.co/blog/convert-annual-churn-to-monthly-churn (there for twelve months).</para>
    /// </remarks>
    /// <param name="monthlyChurnRate">Churn rate of one month, a fraction from 0 to 1.</param>
    /// <param name="months">Number of months, from 0.01 to 1200; it need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">A churn rate outside 0 to 1, or a length outside 0.01 to 1200 months.</exception>
    public static decimal ChurnRateOverMonths(decimal monthlyChurnRate, decimal months)
    {
        RequireMonths(months);
        return Compounded(monthlyChurnRate, months, nameof(monthlyChurnRate));
    }

    /// <summary>Annualised churn rate: the part of the customers gone after a year of a constant monthly churn rate.</summary>
    /// <remarks>
    /// <para>Formula: 1 - (1 - c)^12, a fraction. Not 12 x c: 5 % a month is 46 % a year, not 60 %.</para>
    /// <para>Source: https://help.chartmogul.com/hc/en-us/articles/203359321</para>
    /// </remarks>
    /// <param name="monthlyChurnRate">Churn rate of one month, a fraction from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A churn rate outside 0 to 1.</exception>
    public static decimal AnnualisedChurnRate(decimal monthlyChurnRate) => ChurnRateOverMonths(monthlyChurnRate, 12m);

    /// <summary>The longest window whose rate is told by the month: a hundred years.</summary>
    internal const decimal LongestWindowInMonths = 1200m;

    private static void RequireMonths(decimal months)
    {
        if (months is >= 0.01m and <= LongestWindowInMonths) return;
        throw new ArgumentOutOfRangeException(nameof(months), months, "months is a length of time from 0.01 to 1200 months.");
    }

    private static decimal Compounded(decimal rate, decimal exponent, string name)
    {
        RequireFraction(rate, name);
        if (exponent == 1m || rate is 0m or 1m) return rate;
        decimal survival = Exponential(exponent * Logarithm(1m - rate));

        // The last digits of a decimal hold the error of the two series; without them 1 - 0.9^2 is 0.19 and not 0.1899...98.
        return decimal.Round(1m - survival, 20);
    }

    /// <summary>The natural logarithm of a number above 0 and at most 1.</summary>
    /// <remarks>
    /// In decimal because <see cref="Math.Pow"/> may differ in its last digit from one platform to the next. The number is doubled until
    /// it lies near 1, where ln y = 2 artanh((y - 1) / (y + 1)) gains a factor of 30 or more with each term.
    /// </remarks>
    private static decimal Logarithm(decimal number)
    {
        int doublings = 0;
        while (number < 0.7m)
        {
            number *= 2m;
            doublings++;
        }

        decimal z = (number - 1m) / (number + 1m);
        decimal power = z;
        decimal sum = z;
        for (int odd = 3; power != 0m; odd += 2)
        {
            power *= z * z;
            sum += power / odd;
        }

        return 2m * sum - doublings * Ln2;
    }

    /// <summary>e to the power of a number that is zero or less.</summary>
    private static decimal Exponential(decimal number)
    {
        decimal halvings = decimal.Floor(-number / Ln2);
        if (halvings > 100m) return 0m; // below 2^-100 no digit of a decimal is left

        decimal rest = number + halvings * Ln2;
        decimal term = 1m;
        decimal sum = 1m;
        for (int n = 1; term != 0m; n++)
        {
            term *= rest / n;
            sum += term;
        }

        for (; halvings > 0m; halvings--) sum /= 2m;
        return sum;
    }
}
