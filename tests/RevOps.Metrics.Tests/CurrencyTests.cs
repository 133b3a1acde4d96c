using System.Globalization;

namespace RevOps.Metrics.Tests;

public class CurrencyTests
{
    [Fact]
    public void List_one_has_every_code_once()
    {
        Assert.Equal(178, Currency.All.Count); // ISO 4217 list one after amendment 180
        Assert.Equal(Currency.All.Count, Currency.All.Select(currency => currency.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Currency.All.Count, Currency.All.Select(currency => currency.NumericCode).Distinct().Count());
    }

    [Fact]
    public void Every_code_is_three_upper_case_letters_and_leads_back_to_its_currency()
    {
        foreach (Currency currency in Currency.All.Concat(Currency.Historic))
        {
            Assert.Matches("^[A-Z]{3}$", currency.Code);
            Assert.InRange(currency.NumericCode, 1, 999);
            Assert.InRange(currency.MinorUnits, 0, 4);
            Assert.NotEmpty(currency.Name);
            Assert.Equal(currency, Currency.FromCode(currency.Code));
            Assert.Equal(currency, Currency.Parse(currency.ToString(), CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Lists_are_sorted_by_code()
    {
        Assert.Equal(Currency.All.OrderBy(currency => currency.Code, StringComparer.Ordinal), Currency.All);
        Assert.Equal(Currency.Historic.OrderBy(currency => currency.Code, StringComparer.Ordinal), Currency.Historic);
    }

    [Theory]
    [InlineData("JPY", 0)]
    [InlineData("ISK", 0)]
    [InlineData("KRW", 0)]
    [InlineData("UGX", 0)]
    [InlineData("XOF", 0)]
    [InlineData("USD", 2)]
    [InlineData("EUR", 2)]
    [InlineData("HUF", 2)]
    [InlineData("MGA", 2)]
    [InlineData("MRU", 2)]
    [InlineData("XAD", 2)]
    [InlineData("BHD", 3)]
    [InlineData("IQD", 3)]
    [InlineData("TND", 3)]
    [InlineData("CLF", 4)]
    [InlineData("UYW", 4)]
    public void Minor_units_are_those_of_the_standard(string code, int expected)
    {
        Currency currency = Currency.FromCode(code);

        Assert.Equal(expected, currency.MinorUnits);
        Assert.True(currency.HasMinorUnits);
        Assert.False(currency.IsHistoric);
    }

    [Fact]
    public void Metals_and_units_of_account_have_no_minor_units()
    {
        string[] codes = [.. Currency.All.Where(currency => !currency.HasMinorUnits).Select(currency => currency.Code)];

        Assert.Equal(["XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XDR", "XPD", "XPT", "XSU", "XTS", "XUA", "XXX"], codes);
        Assert.Equal(0, Currency.FromCode("XAU").MinorUnits);
    }

    [Fact]
    public void A_currency_knows_its_number_and_name()
    {
        Assert.Equal(840, Currency.Usd.NumericCode);
        Assert.Equal("US Dollar", Currency.Usd.Name);
        Assert.Equal(8, Currency.FromCode("ALL").NumericCode);
        Assert.Equal(924, Currency.FromCode("ZWG").NumericCode);
    }

    [Fact]
    public void The_default_is_no_currency()
    {
        Assert.Equal("XXX", default(Currency).Code);
        Assert.Equal(999, Currency.None.NumericCode);
        Assert.Equal(default, Currency.FromCode("XXX"));
        Assert.Contains(Currency.None, Currency.All);
    }

    [Fact]
    public void The_named_currencies_are_the_ones_they_name()
    {
        Currency[] named =
        [
            Currency.Aud, Currency.Brl, Currency.Cad, Currency.Chf, Currency.Cny, Currency.Dkk, Currency.Eur, Currency.Gbp, Currency.Inr,
            Currency.Jpy, Currency.Mxn, Currency.Nok, Currency.Nzd, Currency.Pln, Currency.Sek, Currency.Sgd, Currency.Usd,
        ];

        Assert.Equal("AUD BRL CAD CHF CNY DKK EUR GBP INR JPY MXN NOK NZD PLN SEK SGD USD", string.Join(' ', named));
    }

    [Theory]
    [InlineData("HRK")]
    [InlineData("BGN")]
    [InlineData("DEM")]
    [InlineData("ANG")]
    public void A_code_of_an_old_book_is_known_and_marked_historic(string code)
    {
        Currency currency = Currency.FromCode(code);

        Assert.True(currency.IsHistoric);
        Assert.Contains(currency, Currency.Historic);
        Assert.DoesNotContain(currency, Currency.All);
    }

    [Fact]
    public void Old_lira_and_peseta_had_no_minor_unit_in_the_standard()
    {
        Assert.Equal(0, Currency.FromCode("ITL").MinorUnits);
        Assert.Equal(0, Currency.FromCode("ESP").MinorUnits);
        Assert.Equal(2, Currency.FromCode("DEM").MinorUnits);
    }

    [Fact]
    public void A_code_is_found_in_either_case_and_written_in_upper_case()
    {
        Assert.True(Currency.TryFromCode("eUr", out Currency currency));
        Assert.Equal(Currency.Eur, currency);
        Assert.Equal("EUR", currency.ToString());
        Assert.True(Currency.TryParse("a usd b".AsSpan(2, 3), null, out Currency inside));
        Assert.Equal(Currency.Usd, inside);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("US")]
    [InlineData("USDT")]
    [InlineData(" USD")]
    [InlineData("$")]
    [InlineData("QQQ")]
    public void What_is_no_code_is_not_found(string? code)
    {
        Assert.False(Currency.TryFromCode(code, out Currency currency));
        Assert.False(Currency.TryParse(code, null, out _));
        Assert.Equal(Currency.None, currency);
    }

    [Fact]
    public void An_unknown_code_says_what_to_give()
    {
        const string Message =
            "\"Dollar\" is not a currency code of ISO 4217: give three letters such as \"USD\" (Currency.All lists them).";

        Assert.StartsWith(Message, Assert.Throws<ArgumentException>(() => Currency.FromCode("Dollar")).Message, StringComparison.Ordinal);
        Assert.Equal(Message, Assert.Throws<FormatException>(() => Currency.Parse("Dollar", null)).Message);
    }

    [Fact]
    public void A_currency_writes_its_code_into_a_span()
    {
        Span<char> wide = stackalloc char[5];
        Assert.True(Currency.Usd.TryFormat(wide, out int written, default, null));
        Assert.Equal("USD", wide[..written].ToString());

        Assert.False(Currency.Usd.TryFormat(stackalloc char[2], out int none, default, null));
        Assert.Equal(0, none);
    }

    [Fact]
    public void An_unknown_format_is_refused()
    {
        Assert.Equal("USD", Currency.Usd.ToString("G", null));
        Assert.Throws<FormatException>(() => Currency.Usd.ToString("N", null));
    }
}
