using System.Reflection;
using NodaTime;

namespace RevOps.Metrics.Tests;

public sealed class PolicyOptionTests
{
    private static IEnumerable<PropertyInfo> OptionsOf(Type policy) =>
        policy.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(property => property.PropertyType != typeof(LedgerPolicy));

    private static readonly PropertyInfo[] Properties = [.. OptionsOf(typeof(LedgerPolicy)), .. OptionsOf(typeof(MetricPolicy))];

    public static TheoryData<string> Names => [.. PolicyOption.All.Select(option => option.Name)];

    [Fact]
    public void Every_property_of_the_policies_is_an_option_in_the_order_of_declaration() => Assert.Equal(
        Properties.Select(property => property.DeclaringType == typeof(LedgerPolicy) ? $"Ledger.{property.Name}" : property.Name),
        PolicyOption.All.Select(option => option.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void An_option_takes_its_own_value_and_no_other(string name)
    {
        (PolicyOption option, PropertyInfo property) = PolicyOption.All.Zip(Properties).Single(pair => pair.First.Name == name);
        MetricPolicy changed = With(property, Other(property, property.GetValue(HolderOf(property, MetricPolicy.Default))));
        var way = PolicyOption.Path(MetricPolicy.Default, changed, PolicyOption.All).ToList();
        Assert.Equal([option], Assert.Single(way).Changed);
        Assert.Equal(changed, way[0].Policy);
        Assert.Equal(MetricPolicy.Default, option.Take(changed, MetricPolicy.Default));
        Assert.NotEqual(option.ValueIn(MetricPolicy.Default), option.ValueIn(changed));
    }

    [Fact]
    public void An_option_that_cannot_change_yet_waits_for_those_after_it_and_others_change_together()
    {
        PolicyOption waits = Refusing("waits", p => p.ForecastDay, (p, value) => p with { ForecastDay = value }, unless: p => p.MinimumCohort == 3);
        PolicyOption least = PolicyOption.Of("least", p => p.MinimumCohort, (p, value) => p with { MinimumCohort = value });
        PolicyOption never = Refusing("never", p => p.WinRate, (p, value) => p with { WinRate = value }, unless: _ => false);
        PolicyOption nor = Refusing("nor", p => p.Deals, (p, value) => p with { Deals = value }, unless: _ => false);
        MetricPolicy second = new() { ForecastDay = 9, MinimumCohort = 3, WinRate = WinRateBasis.Value, Deals = DealScope.AllTypes };
        var way = PolicyOption.Path(MetricPolicy.Default, second, [never, waits, least, nor]).ToList();
        Assert.Equal([[least], [waits], [never, nor]], way.Select(step => step.Changed));
        Assert.Equal(second, way[^1].Policy);
    }

    private static PolicyOption Refusing<T>(string name, Func<MetricPolicy, T> get, Func<MetricPolicy, T, MetricPolicy> with, Predicate<MetricPolicy> unless) =>
        PolicyOption.Of(name, get, (policy, value) => unless(policy) ? with(policy, value) : throw new ArgumentException("contradicts itself", nameof(unless)));

    private static object HolderOf(PropertyInfo property, MetricPolicy policy) => property.DeclaringType == typeof(LedgerPolicy) ? policy.Ledger : policy;

    private static MetricPolicy With(PropertyInfo property, object? value)
    {
        MetricPolicy policy = MetricPolicy.Default with { Ledger = LedgerPolicy.Default with { } };
        property.SetValue(HolderOf(property, policy), value);
        return policy;
    }

    /// <summary>Some other value of an option's type.</summary>
    private static object Other(PropertyInfo property, object? value)
    {
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type.IsEnum) return Enum.GetValues(type).Cast<object>().First(other => !other.Equals(value));
        if (type == typeof(int)) return value is int number ? number + 1 : 1;
        if (type == typeof(bool)) return value is not true;
        if (type == typeof(ReactivationRule)) return ReactivationRule.OwnWithin(90);
        if (type == typeof(CacScope)) return CacScope.MarketingOnly;
        if (type == typeof(PastDueRule)) return PastDueRule.Excluded;
        if (type == typeof(FxRateRule)) return FxRateRule.PeriodEnd;
        if (type == typeof(ReportingCalendar)) return ReportingCalendar.NationalRetailFederation;
        if (type == typeof(LocalDate)) return value is LocalDate day ? day.PlusDays(1) : new LocalDate(2026, 1, 1);
        throw new NotSupportedException($"Say here what another value of {type} is.");
    }
}
