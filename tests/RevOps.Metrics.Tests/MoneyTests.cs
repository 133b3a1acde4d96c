using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace RevOps.Metrics.Tests;

public class MoneyTests
{
    /// <summary>Currencies with 0, 2, 3 and 4 digits, and one that has no minor units.</summary>
    private static readonly Gen<Currency> Currencies =
        Gen.Elements(new[] { "USD", "EUR", "JPY", "BHD", "CLF", "XAU" }.Select(Currency.FromCode));

    /// <summary>Amounts of either sign with 0 to 8 decimals, small enough that no sum or product of the tests rounds.</summary>
    private static readonly Gen<decimal> Amounts =
        from whole in Gen.Choose(-1_000_000_000, 1_000_000_000)
        from scale in Gen.Choose(0, 8)
        select new decimal(Math.Abs(whole), 0, 0, whole < 0, (byte)scale);

    private static readonly Gen<Money> Monies =
        from amount in Amounts
        from currency in Currencies
        select new Money(amount, currency);

    private static readonly Gen<Money> WholeMinorUnits =
        from units in Gen.Choose(-1_000_000, 1_000_000)
        from currency in Currencies.Where(currency => currency.HasMinorUnits)
        select new Money(units * MinorUnit(currency), currency);

    [Fact]
    public void Addition_commutes_and_associates()
    {
        Gen<(Currency Currency, decimal A, decimal B, decimal C)> cases =
            from currency in Currencies
            from a in Amounts
            from b in Amounts
            from c in Amounts
            select (currency, a, b, c);

        Law.Holds(cases, x =>
        {
            Money a = new(x.A, x.Currency);
            Money b = new(x.B, x.Currency);
            Money c = new(x.C, x.Currency);
            return a + b == b + a && a + b + c == a + (b + c) && a + b - b == a && a + Money.Zero(x.Currency) == a && (a - a).IsZero;
        });
    }

    [Fact]
    public void Reading_what_was_written_gives_the_same_amount_digit_for_digit()
    {
        Law.Holds(Monies, money =>
        {
            Money again = Money.Parse(money.ToString(), null);
            return again == money && again.Amount.Scale == money.Amount.Scale;
        });
    }

    [Fact]
    public void Comparison_agrees_with_the_amounts()
    {
        Law.Holds(Gen.Zip(Amounts, Amounts), pair =>
        {
            (decimal x, decimal y) = pair;
            Money a = new(x, Currency.Usd);
            Money b = new(y, Currency.Usd);
            return a < b == x < y && a <= b == x <= y && a > b == x > y && a >= b == x >= y && Math.Sign(a.CompareTo(b)) == x.CompareTo(y);
        });
    }

    [Fact]
    public void Equal_parts_add_up_to_the_whole_and_differ_by_at_most_one_minor_unit()
    {
        Law.Holds(Gen.Zip(WholeMinorUnits, Gen.Choose(1, 40)), pair =>
        {
            (Money whole, int count) = pair;
            IReadOnlyList<Money> parts = whole.Allocate(count);
            return parts.Count == count
                && Sum(parts, whole.Currency) == whole
                && parts.All(part => part.Round() == part)
                && parts.Max() - parts.Min() <= new Money(MinorUnit(whole.Currency), whole.Currency);
        });
    }

    [Fact]
    public void Weighted_parts_add_up_to_the_whole_and_stay_within_a_minor_unit_of_their_share()
    {
        Gen<decimal> weight =
            from digits in Gen.Choose(0, 1000)
            from scale in Gen.Choose(0, 3)
            select new decimal(digits, 0, 0, isNegative: false, (byte)scale);
        Gen<(Money Whole, decimal[] Weights)> cases =
            from whole in WholeMinorUnits
            from count in Gen.Choose(1, 8)
            from weights in weight.ArrayOf(count)
            where weights.Sum() > 0
            select (whole, weights);

        Law.Holds(cases, x =>
        {
            IReadOnlyList<Money> parts = x.Whole.Allocate(x.Weights);
            decimal minorUnit = MinorUnit(x.Whole.Currency);
            decimal total = x.Weights.Sum();
            return Sum(parts, x.Whole.Currency) == x.Whole
                && parts.Zip(x.Weights).All(part =>
                    part.First.Round() == part.First
                    && (part.Second != 0 || part.First.IsZero)
                    && Math.Abs(part.First.Amount - (x.Whole.Amount * part.Second / total)) < minorUnit);
        });
    }

    [Fact]
    public void A_negative_amount_splits_as_its_positive_does() =>
        Law.Holds(Gen.Zip(WholeMinorUnits, Gen.Choose(1, 12)), pair =>
            (-pair.Item1).Allocate(pair.Item2).SequenceEqual(pair.Item1.Allocate(pair.Item2).Select(part => -part)));

    [Fact]
    public void Ten_dollars_in_three_gives_the_first_the_extra_cent()
    {
        Assert.Equal(["3.34 USD", "3.33 USD", "3.33 USD"], Usd(10m).Allocate(3).Select(part => part.ToString()));
        Assert.Equal(["-3.34 USD", "-3.33 USD", "-3.33 USD"], Usd(-10m).Allocate(3).Select(part => part.ToString()));
        Assert.Equal([new(34, Currency.Jpy), new(33, Currency.Jpy), new Money(33, Currency.Jpy)], new Money(100, Currency.Jpy).Allocate(3));
        Assert.Equal([Usd(0.01m), Usd(0), Usd(0)], Usd(0.01m).Allocate(3));
        Assert.Equal([Usd(0), Usd(0)], Usd(0).Allocate(2));
    }

    [Fact]
    public void The_left_over_units_go_to_the_largest_remainders()
    {
        // Shares of 101 cents by 1 : 2 : 4 are 14.43, 28.86 and 57.71; the two left over go to the second and the third.
        Assert.Equal([Usd(0.14m), Usd(0.29m), Usd(0.58m)], Usd(1.01m).Allocate([1, 2, 4]));
        Assert.Equal([Usd(0m), Usd(1m), Usd(0m)], Usd(1m).Allocate([0, 0.5m, 0]));
        Assert.Equal([Usd(0.70m), Usd(0.30m)], Usd(1m).Allocate([0.7m, 0.3m]));
    }

    [Fact]
    public void Extreme_weights_and_amounts_split_exactly()
    {
        decimal[] weights = [decimal.MaxValue, 0.0000000000000000000000000001m, decimal.MaxValue];
        Money huge = new(decimal.MaxValue, Currency.Jpy);

        IReadOnlyList<Money> parts = huge.Allocate(weights);

        Assert.Equal(huge, parts[0] + parts[1] + parts[2]);
        Assert.Equal(Money.Zero(Currency.Jpy), parts[1]);
        Assert.Throws<OverflowException>(() => Usd(decimal.MaxValue).Allocate(2));
    }

    [Fact]
    public void An_amount_finer_than_a_minor_unit_is_not_split()
    {
        Assert.Equal(
            "1.005 USD is not in whole minor units of USD: call Round first.",
            Assert.Throws<InvalidOperationException>(() => Usd(1.005m).Allocate(2)).Message);
        Assert.Equal(
            "XAU has no minor units to split 1 XAU into: divide it instead.",
            Assert.Throws<InvalidOperationException>(() => new Money(1, Currency.FromCode("XAU")).Allocate(2)).Message);
    }

    [Fact]
    public void Weights_that_say_nothing_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Usd(1).Allocate(0));
        Assert.Throws<ArgumentException>(() => Usd(1).Allocate([]));
        Assert.Throws<ArgumentException>(() => Usd(1).Allocate([0, 0]));
        Assert.StartsWith(
            "A weight cannot be negative: -0.5.",
            Assert.Throws<ArgumentException>(() => Usd(1).Allocate([1, -0.5m])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Mixing_currencies_says_how_to_convert()
    {
        Money dollars = Usd(1);
        Money euros = new(1, Currency.Eur);

        Assert.Equal("Cannot add USD to EUR: convert with ExchangeRates first.", Refusal(() => euros + dollars));
        Assert.Equal("Cannot subtract USD from EUR: convert with ExchangeRates first.", Refusal(() => euros - dollars));
        Assert.Equal("Cannot divide EUR by USD: convert with ExchangeRates first.", Refusal(() => euros / dollars));
        Assert.Equal("Cannot compare EUR with USD: convert with ExchangeRates first.", Refusal(() => euros.CompareTo(dollars)));
        Assert.Equal("Cannot compare EUR with USD: convert with ExchangeRates first.", Refusal(() => euros < dollars));
        Assert.Throws<InvalidOperationException>(() => Money.Zero(Currency.Eur) + Money.Zero(Currency.Usd));
        Assert.NotEqual(dollars, euros);
    }

    [Fact]
    public void Amounts_scale_by_bare_numbers_without_rounding()
    {
        Assert.Equal(Usd(30.03m), Usd(10.01m) * 3);
        Assert.Equal(Usd(30.03m), 3 * Usd(10.01m));
        Assert.Equal(Usd(0.125m), Usd(1m) / 8);
        Assert.Equal(Usd(5m), Usd(-5m).Abs());
        Assert.Throws<DivideByZeroException>(() => Usd(1) / 0m);
    }

    [Fact]
    public void Equality_ignores_trailing_zeros()
    {
        Assert.Equal(Usd(1.5m), Usd(1.50m));
        Assert.Equal(Usd(1.5m).GetHashCode(), Usd(1.50m).GetHashCode());
        Assert.True(Usd(0.00m).IsZero);
    }

    [Fact]
    public void Rounding_is_to_the_minor_unit_and_half_to_even()
    {
        Assert.Equal(Usd(0.12m), Usd(0.125m).Round());
        Assert.Equal(Usd(0.14m), Usd(0.135m).Round());
        Assert.Equal(Usd(0.13m), Usd(0.125m).Round(MidpointRounding.AwayFromZero));
        Assert.Equal(new Money(2, Currency.Jpy), new Money(2.5m, Currency.Jpy).Round());
        Assert.Equal(new Money(1.235m, Currency.FromCode("BHD")), new Money(1.2346m, Currency.FromCode("BHD")).Round());
        Assert.Equal(new Money(1.23456m, Currency.FromCode("XAU")), new Money(1.23456m, Currency.FromCode("XAU")).Round());
    }

    [Theory]
    [InlineData("1234.5 USD", "G", "1234.5 USD")]
    [InlineData("1234.5 USD", null, "1234.5 USD")]
    [InlineData("1234.5 USD", "F", "1234.50 USD")]
    [InlineData("1234.5 USD", "N", "1,234.50 USD")]
    [InlineData("-1234567.125 USD", "N", "-1,234,567.12 USD")]
    [InlineData("1234.5 JPY", "N", "1,234 JPY")]
    [InlineData("1234.5 BHD", "F", "1234.500 BHD")]
    [InlineData("1234.5678 XAU", "N", "1,234.5678 XAU")]
    [InlineData("1234.5678 XAU", "F", "1234.5678 XAU")]
    [InlineData("0 XXX", "N", "0 XXX")]
    public void Formats_round_only_where_they_say_so(string money, string? format, string expected)
    {
        Money value = Money.Parse(money, null);

        Assert.Equal(expected, value.ToString(format, null));
        Span<char> span = stackalloc char[expected.Length];
        Assert.True(value.TryFormat(span, out int written, format, null));
        Assert.Equal(expected, span[..written].ToString());
        Assert.False(value.TryFormat(span[1..], out int none, format, null));
        Assert.Equal(0, none);
    }

    [Fact]
    public void The_culture_of_the_machine_does_not_matter_and_a_given_one_does()
    {
        CultureInfo german = CultureInfo.GetCultureInfo("de-DE");
        CultureInfo before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = german;
            Assert.Equal("1234.50 USD", Usd(1234.50m).ToString());
            Assert.Equal("1,234.50 USD", Usd(1234.50m).ToString("N", null));
            Assert.Equal("1,234.50 USD", $"{Usd(1234.50m).ToString("N", CultureInfo.InvariantCulture)}");
            Assert.Equal(Usd(1234.50m), Money.Parse("1234.50 USD", null));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }

        Assert.Equal("1.234,50 USD", Usd(1234.50m).ToString("N", german));
        Assert.Equal(Usd(1234.50m), Money.Parse("1234,50 USD", german));
    }

    [Theory]
    [InlineData("")]
    [InlineData("USD")]
    [InlineData(" USD")]
    [InlineData("12")]
    [InlineData("12USD")]
    [InlineData("USD 12")]
    [InlineData("12 QQQ")]
    [InlineData("1,234.50 USD")]
    [InlineData("1 234 USD")]
    [InlineData("$12 USD")]
    [InlineData("1e3 USD")]
    [InlineData("12 USD ")]
    [InlineData("99999999999999999999999999999999 USD")]
    public void Text_that_is_not_an_amount_and_a_code_is_refused(string text)
    {
        Assert.False(Money.TryParse(text, null, out Money money));
        Assert.Equal(default, money);

        FormatException refusal = Assert.Throws<FormatException>(() => Money.Parse(text, null));
        Assert.StartsWith($"\"{text}\" is not an amount of money", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_nothing_at_all_is_refused()
    {
        Assert.False(Money.TryParse(null, null, out _));
        Assert.Throws<ArgumentNullException>(() => Money.Parse(null!, null));
    }

    [Fact]
    public void An_unknown_format_names_the_known_ones() =>
        Assert.Equal(
            "Money has no format \"C\": use \"G\" (exact), \"F\" (minor units) or \"N\" (minor units, grouped).",
            Assert.Throws<FormatException>(() => Usd(1).ToString("C", null)).Message);

    private static Money Usd(decimal amount) => new(amount, Currency.Usd);

    private static decimal MinorUnit(Currency currency) => new(1, 0, 0, isNegative: false, (byte)currency.MinorUnits);

    private static Money Sum(IEnumerable<Money> parts, Currency currency) =>
        parts.Aggregate(Money.Zero(currency), (sum, part) => sum + part);

    private static string Refusal(Func<object> misuse) => Assert.Throws<InvalidOperationException>(misuse).Message;
}
