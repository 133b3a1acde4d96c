using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed class MetricChangesTests
{
    private static readonly ReportingPeriod First = Month("2026-01"), Second = Month("2026-02");

    // Won and closed by owner. January: ann 8 of 10, bob 1 of 10. February: ann 4 of 5, bob 3 of 15, cid 5 of 5.
    private static readonly RevenueDataset Data = RevenueDataset.Build(deals:
    [
        .. Closed("ann", "2026-01-20", won: 8, lost: 2), .. Closed("bob", "2026-01-20", won: 1, lost: 9),
        .. Closed("ann", "2026-02-20", won: 4, lost: 1), .. Closed("bob", "2026-02-20", won: 3, lost: 12), .. Closed("cid", "2026-02-20", won: 5, lost: 0),
    ]);

    private static IEnumerable<Deal> Closed(string owner, string day, int won, int lost) => Enumerable.Range(0, won + lost).Select(i =>
        Deal($"{owner}{day}{i}", i < won ? DealOutcome.Won : DealOutcome.Lost, "2026-01-01", day, 100) with { Owner = owner, Product = i == 0 ? "Core" : "Other" });

    [Fact]
    public void A_rate_changes_by_mix_and_rate_worked_out_by_hand()
    {
        MetricChange change = Data.WhatChanged(Sales.WinRate, First, Second, [Dimensions.Owner]);
        // 9 of 20 and 12 of 25; the mean of both is 0.465.
        Assert.Equal((0.45m, 0.48m, 0.03m), (change.From, change.To, change.Change));
        ChangePart Of(string owner) => change.Parts.Single(part => part.Cell.Values[0] == owner);
        // ann: share 0.5 to 0.2, rate 0.8 to 0.8. Mix -0.3 x (0.8 - 0.465), rate 0.
        Assert.Equal((-0.1005m, 0m), (Of("ann").Mix, Of("ann").Rate));
        // bob: share 0.5 to 0.6, rate 0.1 to 0.2. Mix 0.1 x (0.15 - 0.465), rate 0.1 x 0.55.
        Assert.Equal((-0.0315m, 0.055m), (Of("bob").Mix, Of("bob").Rate));
        // cid: share 0 to 0.2, at a rate of 1 there. Mix 0.2 x (1 - 0.465).
        Assert.Equal((0.107m, 0m), (Of("cid").Mix, Of("cid").Rate));
        Assert.Equal((-0.025m, 0.055m), (change.Mix, change.Rate));
    }

    [Fact]
    public void The_text_has_a_line_for_each_segment_from_the_largest_effect_down() => Assert.Equal(
        """
        win rate, 2026-01 to 2026-02: 45.00 % to 48.00 %, +3.00 % = mix -2.50 %, rate +5.50 %
        owner     from        to  weight from  weight to       mix     rate    change
        -----------------------------------------------------------------------------
        cid          -  100.00 %       0.00 %    20.00 %  +10.70 %   0.00 %  +10.70 %
        ann    80.00 %   80.00 %      50.00 %    20.00 %  -10.05 %   0.00 %  -10.05 %
        bob    10.00 %   20.00 %      50.00 %    60.00 %   -3.15 %  +5.50 %   +2.35 %

        """.ReplaceLineEndings("\n"),
        Data.WhatChanged(Sales.WinRate, First, Second, [Dimensions.Owner]).ToString());

    [Fact]
    public void A_sum_changes_by_what_its_segments_change()
    {
        MetricChange change = Data.WhatChanged(Sales.WonDeals, First, Second, [Dimensions.Owner]);
        Assert.Equal(
            """
            won deals, 2026-01 to 2026-02: 9 to 12, +3
            owner  from  to  change
            -----------------------
            cid       0   5      +5
            ann       8   4      -4
            bob       1   3      +2

            """.ReplaceLineEndings("\n"),
            change.ToString());
        Assert.Null(change.Mix);
    }

    [Fact]
    public void Two_values_of_a_dimension_are_compared_the_same_way()
    {
        MetricChange change = Data.WhatDiffers(Sales.WinRate, First, Dimensions.Owner, "ann", "bob", [Dimensions.Product]);
        Assert.Equal((0.8m, 0.1m, -0.7m), (change.From, change.To, change.Change));
        // Core: 1 of 1 on both sides. Other: 7 of 9 and 0 of 9.
        Assert.Equal([-0.7m, 0m], change.Parts.Select(part => part.Change));
        Assert.StartsWith("win rate, 2026-01, ann to 2026-01, bob: 80.00 % to 10.00 %", change.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_numerator_without_a_denominator_is_rate()
    {
        static Spend Spent(string day, string channel, decimal amount) => new() { From = Day(day), Amount = Usd(amount), Category = SpendCategory.Marketing, Channel = channel };
        RevenueDataset data = RevenueDataset.Build(
            [Customer("a", new CustomerAttribute("channel", "Ads")), Customer("b", new CustomerAttribute("channel", "Ads"))],
            [Monthly("s", "a", 10, "2026-01-05"), Monthly("t", "b", 10, "2026-02-05")],
            spends: [Spent("2026-01-01", "Ads", 100), Spent("2026-02-01", "Ads", 100), Spent("2026-02-01", "Radio", 40)]);
        MetricChange change = data.WhatChanged(Marketing.Cac, First, Second, [Dimensions.Channel]);
        Assert.Equal((100m, 140m), (change.From, change.To));
        Assert.Equal([("Radio", 0m, 40m), ("Ads", 0m, 0m)], change.Parts.Select(part => (part.Cell.Values[0]!, part.Mix!.Value, part.Rate!.Value)));
    }

    [Fact]
    public void What_is_undefined_on_a_side_changes_by_nothing_that_could_be_told()
    {
        MetricChange change = Data.WhatChanged(Sales.WinRate, First, Month("2026-05"), [Dimensions.Owner]);
        Assert.Null(change.Change);
        Assert.Empty(change.Parts);
        Assert.StartsWith("win rate, 2026-01 to 2026-05: undefined: deals are known", change.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_quotient_or_does_not_add_up_is_refused()
    {
        Assert.Contains("neither adds up", Assert.Throws<ArgumentException>(() => Data.WhatChanged(Sales.MedianSalesCycle, First, Second, [Dimensions.Owner])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Data.WhatChanged(Sales.PipelineVelocity, First, Second, [Dimensions.Owner]));
        Assert.Contains("segments", Assert.Throws<ArgumentException>(() => Data.WhatChanged(Sales.WinRate, First, Second, [])).Message, StringComparison.Ordinal);
        RevenueDataset plans = RevenueDataset.Build(subscriptions: [Monthly("s", "a", 10, "2025-01-01", plan: "Pro"), Monthly("t", "a", 10, "2025-01-01", plan: "Basic")]);
        Assert.Contains("does not add up over plan", Assert.Throws<MeasureRefusedException>(() => plans.WhatChanged(Revenue.Arpa, First, Second, [Dimensions.Plan])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sales.win-rate")]
    [InlineData("sales.average-deal-size")]
    [InlineData("sales.sales-cycle")]
    [InlineData("marketing.cac")]
    [InlineData("revenue.arpa")]
    [InlineData("success.customer-churn-rate")]
    [InlineData("success.logo-retention")]
    [InlineData("success.grr")]
    [InlineData("success.nrr")]
    [InlineData("success.renewal-rate")]
    public void The_catalogues_quotients_of_sums_are_found(string id) =>
        Assert.NotNull(MetricCatalog.Get(id).Expression.AsQuotient(First, MetricPolicy.Default));

    [Theory]
    [InlineData("sales.pipeline-velocity")]
    [InlineData("unit-economics.cltv")]
    [InlineData("success.customer-lifetime")]
    [InlineData("sales.median-sales-cycle")]
    public void What_is_no_quotient_of_sums_is_none(string id) =>
        Assert.Null(MetricCatalog.Get(id).Expression.AsQuotient(First, MetricPolicy.Default));

    [Fact]
    public async Task Any_engine_answers()
    {
        MetricChange change = await new NaiveEngine(Data).WhatChangedAsync(Sales.WinRate.Trailing(1), First, Second, [Dimensions.Owner]);
        Assert.Equal(0.03m, change.Change);
        change = await new NaiveEngine(Data).WhatDiffersAsync(Sales.WinRate.Where(Dimensions.Product, "Other"), First, Dimensions.Owner, "ann", "bob", [Dimensions.DealType]);
        Assert.Equal(-7m / 9, change.Change!.Value, 11);
    }
}
