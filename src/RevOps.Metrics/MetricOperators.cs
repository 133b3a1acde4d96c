namespace RevOps.Metrics;

/// <summary>The combinations of different units that have a meaning. What is not here, and not of like units, does not compile.</summary>
public static class MetricOperators
{
    extension(Metric<Money>)
    {
        /// <summary>Money for each of so many.</summary>
        public static Metric<Money> operator /(Metric<Money> left, Metric<Count> right) => MetricArithmetic.Divide<Money>(left, right);

        /// <summary>Money over days.</summary>
        public static Metric<PerDay<Money>> operator /(Metric<Money> left, Metric<Days> right) => MetricArithmetic.Divide<PerDay<Money>>(left, right);

        /// <summary>How many months an amount takes to come in.</summary>
        public static Metric<Months> operator /(Metric<Money> left, Metric<PerMonth<Money>> right) => MetricArithmetic.Divide<Months>(left, right);

        /// <summary>A share of money.</summary>
        public static Metric<Money> operator *(Metric<Money> left, Metric<Ratio> right) => MetricArithmetic.Multiply<Money>(left, right);
    }

    extension(Metric<Count>)
    {
        /// <summary>Money for so many, at an amount each.</summary>
        public static Metric<Money> operator *(Metric<Count> left, Metric<Money> right) => MetricArithmetic.Multiply<Money>(left, right);

        /// <summary>A share of so many.</summary>
        public static Metric<Count> operator *(Metric<Count> left, Metric<Ratio> right) => MetricArithmetic.Multiply<Count>(left, right);
    }

    extension(Metric<PerMonth<Money>>)
    {
        /// <summary>Money a month for each of so many.</summary>
        public static Metric<PerMonth<Money>> operator /(Metric<PerMonth<Money>> left, Metric<Count> right) => MetricArithmetic.Divide<PerMonth<Money>>(left, right);

        /// <summary>What comes in until it is lost, at a monthly rate of loss.</summary>
        public static Metric<Money> operator /(Metric<PerMonth<Money>> left, Metric<PerMonth<Ratio>> right) => MetricArithmetic.Divide<Money>(left, right);

        /// <summary>A share of money a month.</summary>
        public static Metric<PerMonth<Money>> operator *(Metric<PerMonth<Money>> left, Metric<Ratio> right) => MetricArithmetic.Multiply<PerMonth<Money>>(left, right);

        /// <summary>Money a month over so many months.</summary>
        public static Metric<Money> operator *(Metric<PerMonth<Money>> left, Metric<Months> right) => MetricArithmetic.Multiply<Money>(left, right);
    }

    extension(Metric<PerYear<Money>>)
    {
        /// <summary>Money a year for each of so many.</summary>
        public static Metric<PerYear<Money>> operator /(Metric<PerYear<Money>> left, Metric<Count> right) => MetricArithmetic.Divide<PerYear<Money>>(left, right);
    }

    /// <summary>The same quotient told as "3.20 x" and not in percent: <c>(UnitEconomics.Cltv / Marketing.Cac).AsMultiple()</c>.</summary>
    public static Metric<Multiple> AsMultiple(this Metric<Ratio> metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return new Metric<Multiple>(metric.Name, metric.Expression);
    }

    /// <summary>The same quotient told in percent, to multiply by.</summary>
    public static Metric<Ratio> AsRatio(this Metric<Multiple> metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return new Metric<Ratio>(metric.Name, metric.Expression);
    }

    /// <summary>What comes in over the months of a period, each at the rate that stands at its end: of MRR the recurring revenue of a quarter.</summary>
    /// <remarks>
    /// A period's months are those of its calendar, and of a range between two dates those counted from its start. Undefined where a period is not made
    /// of whole months. Months add up to the quarter, so it is a flow, though a balance itself never sums.
    /// </remarks>
    public static FlowMetric<Money> OverMonths(this Metric<PerMonth<Money>> metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return new FlowMetric<Money>($"{metric} over the months", new MonthsExpression(metric));
    }

    /// <summary>The same money told by the month: a twelfth, taken once of the total.</summary>
    public static Metric<PerMonth<Money>> PerMonth(this Metric<PerYear<Money>> metric) => MetricArithmetic.DivideBy<PerMonth<Money>>(metric, 12);

    /// <inheritdoc cref="PerMonth(Metric{PerYear{Money}})"/>
    public static FlowMetric<PerMonth<Money>> PerMonth(this FlowMetric<PerYear<Money>> metric) => MetricArithmetic.DivideBy<PerMonth<Money>>(metric, 12).AsFlow();

    /// <summary>The same money told by the year: twelve times.</summary>
    public static Metric<PerYear<Money>> PerYear(this Metric<PerMonth<Money>> metric) => MetricArithmetic.Scale<PerYear<Money>>(metric, 12);
}
