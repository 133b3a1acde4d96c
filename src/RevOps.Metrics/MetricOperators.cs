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

    /// <summary>The same money told by the month: a twelfth, taken once of the total.</summary>
    public static Metric<PerMonth<Money>> PerMonth(this Metric<PerYear<Money>> metric) => MetricArithmetic.DivideBy<PerMonth<Money>>(metric, 12);

    /// <inheritdoc cref="PerMonth(Metric{PerYear{Money}})"/>
    public static FlowMetric<PerMonth<Money>> PerMonth(this FlowMetric<PerYear<Money>> metric) => MetricArithmetic.DivideBy<PerMonth<Money>>(metric, 12).AsFlow();

    /// <summary>The same money told by the year: twelve times.</summary>
    public static Metric<PerYear<Money>> PerYear(this Metric<PerMonth<Money>> metric) => MetricArithmetic.Scale<PerYear<Money>>(metric, 12);
}
