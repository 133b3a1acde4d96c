using static RevOps.Metrics.Tests.Given;
using static RevOps.Metrics.Tests.IssueCase;

namespace RevOps.Metrics.Tests;

public class CostChecksTests
{
    public static TheoryData<string> Codes => CodesOf(Cases);

    internal static IssueCase[] Cases { get; } =
    [
        Error("spend.to.not-after-from", "spend of 5000 USD on Marketing from 2026-01-01", "to", "2026-01-01 is the same day as from 2026-01-01",
            ASpend with { To = ASpend.From }),
        Error("spend.to.too-late", "spend of 5000 USD on Marketing from 2026-01-01", "to", "9999-12-31 is more than twenty years after",
            ASpend with { To = new(9999, 12, 31) }),
        Error("marketing-activity.impressions.negative", "marketing activity on 2026-01-05", "impressions", "-1 is below zero",
            AnActivity with { Impressions = -1 }),
        Error("marketing-activity.engagements.negative", "marketing activity on 2026-01-05", "engagements", "-2 is below zero",
            AnActivity with { Engagements = -2 }),
    ];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_broken_rule_names_record_field_and_remedy(string code) => Cases.Single(issueCase => issueCase.Code == code).Holds();

    [Fact]
    public void A_credit_a_loss_and_a_spend_of_one_day_are_sound()
    {
        RevenueDataset data = Build(Strict, ASpend with { Amount = Usd(-10) }, ASpend with { To = null }, AFigure with { Amount = Usd(-1) });
        Assert.Empty(data.Issues);
    }
}
