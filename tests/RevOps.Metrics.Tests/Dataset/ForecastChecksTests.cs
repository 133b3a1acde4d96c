using static RevOps.Metrics.Tests.Given;
using static RevOps.Metrics.Tests.IssueCase;

namespace RevOps.Metrics.Tests;

public class ForecastChecksTests
{
    public static TheoryData<string> Codes => CodesOf(Cases);

    internal static IssueCase[] Cases { get; } =
    [
        Error("forecast.period-end.not-after-start", "forecast of Ada taken on 2026-01-05 for 2026-01-01..2026-01-01", "period end",
            "2026-01-01 is the same day as period start 2026-01-01", AForecast with { PeriodEnd = On(1, 1) }),
        Error("forecast.quantile.range", "forecast of Ada taken on 2026-01-05 for 2026-01-01..2026-04-01", "quantile", "10 is not between 0 and 1",
            AForecast with { Quantile = 10 }),
        Error("forecast.owner.mixed", "forecast of the company taken on 2026-01-05 for 2026-01-01..2026-04-01", "owner", "they would count twice",
            AForecast, AForecast with { Owner = null }),
        Error("forecast.duplicate", "forecast of Ada taken on 2026-01-05 for 2026-01-01..2026-04-01", "taken on", "was taken on the same day",
            AForecast, AForecast with { Amount = Usd(60_000) }),
        Error("quota.period-end.not-after-start", "quota of Ada for 2026-01-01..2025-12-31", "period end",
            "2025-12-31 is before period start 2026-01-01", AQuota with { PeriodEnd = On(1, 1).PlusDays(-1) }),
        Error("quota.amount.negative", "quota of the company for 2026-01-01..2026-04-01", "amount", "-1 USD is below zero",
            AQuota with { Owner = null, Amount = Usd(-1) }),
        Error("quota.ramp-share.range", "quota of Ada for 2026-01-01..2026-04-01", "ramp share", "1.5 is not between 0 and 1",
            AQuota with { RampShare = 1.5m }),
    ];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_broken_rule_names_record_field_and_remedy(string code) => Cases.Single(issueCase => issueCase.Code == code).Holds();

    [Fact]
    public void The_company_may_forecast_other_periods_and_categories_than_its_owners()
    {
        RevenueDataset data = Build(
            Strict,
            AForecast,
            AForecast with { Owner = null, Category = ForecastCategory.BestCase },
            AForecast with { Owner = null, PeriodStart = On(4, 1), PeriodEnd = On(7, 1) });
        Assert.Empty(data.Issues);
        Assert.Equal(3, data.ForecastSnapshots.Count);
    }

    [Fact]
    public void The_company_s_forecast_is_left_out_whichever_came_first()
    {
        ForecastSnapshot ofCompany = AForecast with { Owner = null };
        Assert.Equal("Ada", Assert.Single(Build(Lenient, ofCompany, AForecast).ForecastSnapshots).Owner);
        Assert.Equal("Ada", Assert.Single(Build(Lenient, AForecast, ofCompany).ForecastSnapshots).Owner);
    }

    [Fact]
    public void What_the_company_closed_counts_twice_beside_what_its_owners_commit() =>
        Assert.Equal("forecast.owner.mixed", Assert.Single(Build(Lenient, AForecast, AForecast with { Owner = null, Category = ForecastCategory.Closed }).Issues).Code);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_certain_quantile_is_none(int quantile) =>
        Assert.Throws<DataIssueException>(() => Build(Strict, AForecast with { Quantile = quantile }));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_ramp_may_start_at_nothing_and_end_at_all(int share) => Assert.Empty(Build(Strict, AQuota with { RampShare = share }).Issues);
}
