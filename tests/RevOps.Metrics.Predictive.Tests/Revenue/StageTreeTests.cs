namespace RevOps.Metrics.Predictive.Tests;

public class StageTreeTests
{
    [Fact]
    public void Stays_that_are_alike_are_not_parted()
    {
        int parted = Enumerable.Range(0, 50).Count(seed =>
        {
            Random random = new(seed);
            return Learn(Enumerable.Range(0, 300).Select(_ => Spell(1 + random.Next(20), random.Next(2), random.Next(100), random.Next(1000)))).Parts.Count > 1;
        });

        Assert.InRange(parted, 0, 5);
    }

    [Fact]
    public void Large_deals_that_are_lost_are_told_apart_from_small_ones_that_are_won()
    {
        Random random = new(1);
        StageTree tree = Learn(Enumerable.Range(0, 300).Select(i => Spell(1 + random.Next(20), i % 3 == 0 ? StageSpell.Lost : StageSpell.Won, random.Next(100), i % 3 == 0 ? 900 : 100)));

        Assert.Equal(0, tree.Parts[tree.PartOf(50, 100)].AllTo(StageSpell.Lost));
        Assert.Equal(0, tree.Parts[tree.PartOf(50, 900)].AllTo(StageSpell.Won));
        Assert.Equal(300, tree.Parts.Sum(part => part.AllExits));
    }

    [Fact]
    public void Few_stays_are_one_part() =>
        Assert.Single(Learn(Enumerable.Range(0, 59).Select(i => Spell(i % 2 == 0 ? 1 : 50, i % 2, i % 2 * 90, i % 2 * 900))).Parts);

    private static StageTree Learn(IEnumerable<StageSpell> spells) => StageTree.Learn(spells, StageSpell.FirstStage + 1, -1000);

    private static StageSpell Spell(int days, int exit, int arrival, double amount) => new(0, -500, -500 + days, exit, arrival, amount);
}
