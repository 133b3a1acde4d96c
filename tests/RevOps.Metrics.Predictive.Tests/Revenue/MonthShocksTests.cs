using NodaTime;

namespace RevOps.Metrics.Predictive.Tests;

public class MonthShocksTests
{
    private static readonly LocalDate Day = new(2025, 6, 15);

    [Fact]
    public void Months_in_which_all_deals_moved_or_none_did_are_expected_to_come_again()
    {
        // Of each month's deals those of every second month leave at once, the others a month later.
        StageSpell[] spells =
        [
            .. from month in Enumerable.Range(2, 22)
               from deal in Enumerable.Range(0, 20)
               let entered = -(month * 30) + deal
               select new StageSpell(0, entered, entered + (month % 2 == 0 ? 3 : 33), deal % 2),
        ];

        Assert.NotEqual(1, Shocks(spells).Draw(new Random(1))[1]);
    }

    [Fact]
    public void Months_that_are_alike_have_no_factor()
    {
        StageSpell[] spells = [.. Enumerable.Range(0, 700).Select(i => new StageSpell(0, -i - 10, -i, i % 2))];

        MonthShocks shocks = Shocks(spells);
        Assert.All(shocks.Draw(new Random(1)), factor => Assert.Equal(1, factor));
        Assert.Equal([15, 46, 77], shocks.LastDays);
    }

    private static MonthShocks Shocks(StageSpell[] spells)
    {
        StageModel model = StageModel.Learn([.. spells.Select(spell => new PipelineDeal(new Deal { Id = "D" }, [spell]))], 1, -730, Day);
        return MonthShocks.Learn(model, spells, -730, Day, until: 77);
    }
}
