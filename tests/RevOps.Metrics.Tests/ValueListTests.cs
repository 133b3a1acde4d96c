using System.Globalization;
using NodaTime;

namespace RevOps.Metrics.Tests;

public class ValueListTests
{
    [Fact]
    public void Equality_is_by_items_and_their_order()
    {
        ValueList<int> list = [1, 2, 3];
        ValueList<int> same = ValueList.From(Enumerable.Range(1, 3));
        Assert.True(list == same && list.Equals(same) && list.Equals((object)same));
        Assert.Equal(list.GetHashCode(), same.GetHashCode());
        Assert.True(list != [1, 3, 2]);
        Assert.True(list != [1, 2]);
        Assert.True(list != null);
        Assert.False(list.Equals("[1, 2, 3]"));
        Assert.True((ValueList<int>?)null == null);
    }

    [Fact]
    public void Records_that_hold_equal_lists_are_equal()
    {
        Assert.Equal(
            new Customer { Id = "C1", Attributes = [new("segment", "SMB")] },
            new Customer { Id = "C1", Attributes = [new("segment", "SMB")] });
    }

    [Fact]
    public void It_does_not_change_with_what_it_was_made_from()
    {
        int[] items = [1, 2];
        ValueList<int> list = ValueList.From(items);
        ValueList<int> created = ValueList.Create<int>(items);
        items[0] = 9;
        Assert.Equal([1, 2], list);
        Assert.Equal([1, 2], created);
    }

    [Fact]
    public void Items_are_counted_and_indexed()
    {
        ValueList<string> list = ["a", "b"];
        Assert.Equal(2, list.Count);
        Assert.Equal("b", list[1]);
        Assert.Equal(2, list.AsSpan().Length);
        Assert.Same(ValueList<string>.Empty, ValueList.From(Array.Empty<string>()));
        Assert.Throws<IndexOutOfRangeException>(() => list[2]);
    }

    [Fact]
    public void As_text_it_does_not_depend_on_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.Equal("[1.5, 2]", ((ValueList<decimal>)[1.5m, 2m]).ToString());
            Assert.Equal("[]", ValueList<LocalDate>.Empty.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
