using System.Reflection;

namespace RevOps.Metrics.Tests;

public class IUnitTests
{
    [Fact]
    public void Units_name_themselves()
    {
        Assert.Equal(
            ["money", "ratio", "multiple", "count", "days", "months", "money per month", "ratio per month", "count per year", "money per day"],
            [
                Name<Money>(), Name<Ratio>(), Name<Multiple>(), Name<Count>(), Name<Days>(), Name<Months>(),
                Name<PerMonth<Money>>(), Name<PerMonth<Ratio>>(), Name<PerYear<Count>>(), Name<PerDay<Money>>(),
            ]);

        static string Name<T>()
            where T : struct, IUnit<T> => T.UnitName;
    }

    [Fact]
    public void Only_money_and_money_per_time_have_a_currency()
    {
        Assert.All([Has<Money>(), Has<PerMonth<Money>>(), Has<PerYear<Money>>(), Has<PerDay<Money>>()], Assert.True);
        Assert.All([Has<Ratio>(), Has<Multiple>(), Has<Count>(), Has<Days>(), Has<Months>(), Has<PerMonth<Ratio>>()], Assert.False);

        static bool Has<T>()
            where T : struct, IUnit<T> => T.HasCurrency;
    }

    [Fact]
    public void A_unit_is_its_magnitude_and_for_money_its_currency()
    {
        Assert.Equal(new Money(1.5m, Currency.Eur), Made<Money>());
        Assert.Equal(new Ratio(1.5m), Made<Ratio>());
        Assert.Equal(new Multiple(1.5m), Made<Multiple>());
        Assert.Equal(new Count(1.5m), Made<Count>());
        Assert.Equal(new Days(1.5m), Made<Days>());
        Assert.Equal(new Months(1.5m), Made<Months>());
        Assert.Equal(new PerDay<Money>(new(1.5m, Currency.Eur)), Made<PerDay<Money>>());
        Assert.Equal(new PerMonth<Ratio>(new(1.5m)), Made<PerMonth<Ratio>>());
        Assert.Equal(new PerYear<Money>(new(1.5m, Currency.Eur)), Made<PerYear<Money>>());

        static T Made<T>()
            where T : struct, IUnit<T>
        {
            T unit = T.FromMagnitude(1.5m, Currency.Eur);
            Assert.Equal(1.5m, unit.Magnitude);
            return unit;
        }
    }

    [Fact]
    public void Every_unit_is_a_value_with_an_equality_operator()
    {
        Type[] units = [.. typeof(IUnit<>).Assembly.GetExportedTypes().Where(type => type.GetInterfaces().Any(IsUnit))];

        Assert.Equal(
            ["Count", "Days", "Money", "Months", "Multiple", "PerDay`1", "PerMonth`1", "PerYear`1", "Ratio"],
            units.Select(type => type.Name).Order(StringComparer.Ordinal));
        Assert.All(units, type =>
        {
            Assert.True(type.IsValueType);
            Assert.NotNull(type.GetMethod("op_Equality", BindingFlags.Public | BindingFlags.Static));
        });

        static bool IsUnit(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IUnit<>);
    }

    [Fact]
    public void Units_are_written_for_people()
    {
        Assert.Equal("1,234.50 USD", Written<Money>(1234.5m));
        Assert.Equal("63.15 %", Written<Ratio>(0.6315005215m));
        Assert.Equal("-4.20 %", Written<Ratio>(-0.042m));
        Assert.Equal("1,250.00 %", Written<Ratio>(12.5m));
        Assert.Equal("3.20 x", Written<Multiple>(3.2m));
        Assert.Equal("1.13 x", Written<Multiple>(1.125001m));
        Assert.Equal("-1,250.00 x", Written<Multiple>(-1250m));
        Assert.Equal("1,234", Written<Count>(1234m));
        Assert.Equal("12.5", Written<Count>(12.50m));
        Assert.Equal("0", Written<Count>(0m));
        Assert.Equal("51.8 days", Written<Days>(51.782m));
        Assert.Equal("24.0 months", Written<Months>(24m));
        Assert.Equal("1,234.50 USD per month", Written<PerMonth<Money>>(1234.5m));
        Assert.Equal("4.20 % per month", Written<PerMonth<Ratio>>(0.042m));
        Assert.Equal("10 per day", Written<PerDay<Count>>(10m));
        Assert.Equal("1,234.50 USD per year", Written<PerYear<Money>>(1234.5m));

        static string Written<T>(decimal magnitude)
            where T : struct, IUnit<T> => T.Format(magnitude, Currency.Usd);
    }

    [Fact]
    public void Halves_are_written_to_even()
    {
        Assert.Equal("0.12 %", Ratio.Format(0.00125m, Currency.None));
        Assert.Equal("0.12 x", Multiple.Format(0.125m, Currency.None));
        Assert.Equal("0.2 days", Days.Format(0.25m, Currency.None));
        Assert.Equal("0.4 months", Months.Format(0.35m, Currency.None));
        Assert.Equal("0.12", Count.Format(0.125m, Currency.None));
    }

    [Fact]
    public void A_value_writes_itself_with_its_unit()
    {
        Assert.Equal("12.50 %", new Ratio(0.125m).ToString());
        Assert.Equal("3.00 x", new Multiple(3).ToString());
        Assert.Equal("3", new Count(3).ToString());
        Assert.Equal("1.5 days", new Days(1.5m).ToString());
        Assert.Equal("9.0 months", new Months(9).ToString());
        Assert.Equal("1500 USD per day", new PerDay<Money>(new(1500, Currency.Usd)).ToString());
        Assert.Equal("2.00 % per month", new PerMonth<Ratio>(new(0.02m)).ToString());
        Assert.Equal("1500.00 USD per year", new PerYear<Money>(new(1500.00m, Currency.Usd)).ToString());
    }
}
