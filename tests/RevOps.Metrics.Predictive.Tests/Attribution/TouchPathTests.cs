namespace RevOps.Metrics.Predictive.Tests;

public class TouchPathTests
{
    [Fact]
    public void A_path_is_read_from_its_text()
    {
        TouchPath path = TouchPath.Parse("search > paid social>email", 3, 2, 40);

        Assert.Equal(["search", "paid social", "email"], path.Channels);
        Assert.Equal("search > paid social > email", path.ToString());
        Assert.Equal(path, new TouchPath(["search", "paid social", "email"], 3, 2, 40));
    }

    [Fact]
    public void What_cannot_be_is_named()
    {
        Refused("A path has no touch", () => new TouchPath([], 1));
        Refused("'a > ' has a touch without a channel", () => TouchPath.Parse("a >", 1));
        Refused("'a' has -1 conversions", () => TouchPath.Parse("a", -1));
        Refused("'a' has NaN nulls", () => TouchPath.Parse("a", 1, double.NaN));
        Refused("'a' has a value that is no number", () => TouchPath.Parse("a", 1, 0, double.NaN));
        Refused("'a' has a value without a conversion", () => TouchPath.Parse("a", 0, 3, 10));
        Refused("'a > b' has 2 touches and 1 ages", () => TouchPath.Parse("a > b", 1) with { Ages = [1] });
        Refused("'a' has an age that is negative", () => TouchPath.Parse("a", 1) with { Ages = [-1] });
    }

    private static void Refused(string message, Func<object> make) => Assert.Contains(message, Assert.Throws<ArgumentException>(make).Message, StringComparison.Ordinal);
}
