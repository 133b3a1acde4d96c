using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace RevOps.Metrics.Tests;

public class ExchangeRatesTests
{
    private static readonly LocalDate January = new(2026, 1, 1);
    private static readonly LocalDate February = new(2026, 2, 1);
    private static readonly LocalDate March = new(2026, 3, 1);

    [Fact]
    public void The_rate_in_force_is_the_latest_on_or_before_the_day()
    {
        ExchangeRates rates = new([Euro(March, 1.3m), Euro(January, 1.1m), Euro(February, 1.2m)]);

        Assert.Equal(1.1m, rates.GetRate(Currency.Eur, Currency.Usd, January));
        Assert.Equal(1.1m, rates.GetRate(Currency.Eur, Currency.Usd, February.PlusDays(-1)));
        Assert.Equal(1.2m, rates.GetRate(Currency.Eur, Currency.Usd, February));
        Assert.Equal(1.3m, rates.GetRate(Currency.Eur, Currency.Usd, March.PlusYears(20)));
        Assert.False(rates.TryGetRate(Currency.Eur, Currency.Usd, January.PlusDays(-1), out decimal none));
        Assert.Equal(0, none);
    }

    [Fact]
    public void The_date_rule_holds_on_any_day()
    {
        Gen<(int[] Days, int Asked)> cases =
            from days in Gen.Choose(0, 60).NonEmptyListOf()
            from asked in Gen.Choose(-5, 70)
            select (days.Distinct().ToArray(), asked);

        Law.Holds(cases, x =>
        {
            // The rate dated day d is d + 1, so that a rate tells its date.
            ExchangeRates rates = new(x.Days.Select(day => new ExchangeRate(January.PlusDays(day), Currency.Eur, Currency.Usd, day + 1)));
            int[] before = [.. x.Days.Where(day => day <= x.Asked)];
            bool found = rates.TryGetRate(Currency.Eur, Currency.Usd, January.PlusDays(x.Asked), out decimal rate);
            return before.Length == 0 ? !found : found && rate == before.Max() + 1;
        });
    }

    [Fact]
    public void A_currency_converts_to_itself_without_rates()
    {
        Money amount = new(12.345m, Currency.Usd);

        Assert.Equal(amount, ExchangeRates.None.Convert(amount, Currency.Usd, January));
        Assert.Equal(1m, ExchangeRates.None.GetRate(Currency.Usd, Currency.Usd, LocalDate.MinIsoValue));
    }

    [Fact]
    public void An_inverse_divides_so_that_round_figures_stay_round()
    {
        ExchangeRates rates = new([new(January, Currency.Usd, Currency.Jpy, 150m)]);

        Assert.Equal(new Money(100m, Currency.Usd), rates.Convert(new(15_000m, Currency.Jpy), Currency.Usd, January));
        Assert.Equal(new Money(15_000m, Currency.Jpy), rates.Convert(new(100m, Currency.Usd), Currency.Jpy, January));
    }

    [Fact]
    public void There_and_back_gives_the_same_amount()
    {
        Gen<(decimal Amount, decimal Rate)> cases =
            from cents in Gen.Choose(-1_000_000_000, 1_000_000_000)
            from rate in Gen.Choose(1, 10_000_000)
            select (cents / 100m, rate / 10_000m);

        Law.Holds(cases, x =>
        {
            ExchangeRates rates = new([new(January, Currency.Eur, Currency.Usd, x.Rate)]);
            Money euros = new(x.Amount, Currency.Eur);
            return rates.Convert(rates.Convert(euros, Currency.Usd, January), Currency.Eur, January) == euros;
        });
    }

    [Fact]
    public void A_cross_goes_through_one_third_currency()
    {
        // The European Central Bank quotes everything from the euro: 1.08 USD and 0.90 GBP make 0.90 / 1.08 GBP to the dollar.
        ExchangeRates rates = new([new(January, Currency.Eur, Currency.Usd, 1.08m), new(January, Currency.Eur, Currency.Gbp, 0.90m)]);

        Assert.Equal(new Money(90m, Currency.Gbp), rates.Convert(new(108m, Currency.Usd), Currency.Gbp, January));
        Assert.Equal(0.90m / 1.08m, rates.GetRate(Currency.Usd, Currency.Gbp, January));
    }

    [Fact]
    public void Every_mix_of_given_and_inverted_steps_crosses_alike()
    {
        ExchangeRate usdEur = new(January, Currency.Usd, Currency.Eur, 0.5m);
        ExchangeRate eurUsd = new(January, Currency.Eur, Currency.Usd, 2m);
        ExchangeRate eurGbp = new(January, Currency.Eur, Currency.Gbp, 0.8m);
        ExchangeRate gbpEur = new(January, Currency.Gbp, Currency.Eur, 1.25m);

        foreach (ExchangeRate[] book in new ExchangeRate[][] { [usdEur, eurGbp], [usdEur, gbpEur], [eurUsd, eurGbp], [eurUsd, gbpEur] })
        {
            Assert.Equal(0.4m, new ExchangeRates(book).GetRate(Currency.Usd, Currency.Gbp, January));
            Assert.Equal(2.5m, new ExchangeRates(book).GetRate(Currency.Gbp, Currency.Usd, January));
        }
    }

    [Fact]
    public void The_given_rate_goes_before_the_inverse_and_the_inverse_before_a_cross()
    {
        ExchangeRate cross1 = new(March, Currency.Usd, Currency.Eur, 1m);
        ExchangeRate cross2 = new(March, Currency.Eur, Currency.Gbp, 0.5m);
        ExchangeRate inverse = new(February, Currency.Gbp, Currency.Usd, 1.6m);
        ExchangeRate given = new(January, Currency.Usd, Currency.Gbp, 0.75m);

        Assert.Equal(0.5m, new ExchangeRates([cross1, cross2]).GetRate(Currency.Usd, Currency.Gbp, March));
        Assert.Equal(0.625m, new ExchangeRates([cross1, cross2, inverse]).GetRate(Currency.Usd, Currency.Gbp, March));
        Assert.Equal(0.75m, new ExchangeRates([cross1, cross2, inverse, given]).GetRate(Currency.Usd, Currency.Gbp, March));
    }

    [Fact]
    public void Of_several_third_currencies_the_freshest_wins_and_then_the_first_by_code()
    {
        ExchangeRate[] throughChf = [new(January, Currency.Usd, Currency.Chf, 1m), new(March, Currency.Chf, Currency.Gbp, 2m)];
        ExchangeRate[] throughEur = [new(February, Currency.Usd, Currency.Eur, 1m), new(February, Currency.Eur, Currency.Gbp, 3m)];
        ExchangeRate[] throughAud = [new(February, Currency.Usd, Currency.Aud, 1m), new(March, Currency.Aud, Currency.Gbp, 5m)];

        Assert.Equal(3m, new ExchangeRates([.. throughChf, .. throughEur]).GetRate(Currency.Usd, Currency.Gbp, March));
        Assert.Equal(2m, new ExchangeRates([.. throughChf, throughEur[0]]).GetRate(Currency.Usd, Currency.Gbp, March));
        Assert.Equal(5m, new ExchangeRates([.. throughEur, .. throughAud]).GetRate(Currency.Usd, Currency.Gbp, March));
    }

    [Fact]
    public void Two_third_currencies_in_a_row_are_not_a_path()
    {
        ExchangeRates rates = new(
        [
            new(January, Currency.Usd, Currency.Eur, 1m),
            new(January, Currency.Eur, Currency.Gbp, 1m),
            new(January, Currency.Gbp, Currency.Jpy, 1m),
        ]);

        Assert.True(rates.TryGetRate(Currency.Eur, Currency.Jpy, January, out _));
        Assert.False(rates.TryGetRate(Currency.Usd, Currency.Jpy, January, out _));
    }

    [Fact]
    public void A_missing_rate_names_the_pair_the_day_and_the_remedy()
    {
        MissingExchangeRateException missing = Assert.Throws<MissingExchangeRateException>(
            () => ExchangeRates.None.Convert(new(1m, Currency.Usd), Currency.Eur, new(2026, 1, 31)));

        Assert.Equal((Currency.Usd, Currency.Eur, new LocalDate(2026, 1, 31)), (missing.From, missing.To, missing.Date));
        Assert.Equal(
            "No exchange rate from USD to EUR on 2026-01-31: add a rate of the two, or of both to one third currency, "
            + "dated on or before that day.",
            missing.Message);
        Assert.Throws<MissingExchangeRateException>(() => ExchangeRates.None.GetRate(Currency.Usd, Currency.Eur, January));
    }

    [Theory]
    [InlineData(0, "dated on that day.")]
    [InlineData(1, "dated on that day or the day before.")]
    [InlineData(7, "dated on that day or at most 7 days before.")]
    public void A_rate_past_its_maximal_age_is_missing(int days, string when)
    {
        ExchangeRates rates = new([new(January, Currency.Eur, Currency.Usd, 1.1m)], days);

        Assert.Equal(days, rates.MaximumAgeDays);
        Assert.True(rates.TryGetRate(Currency.Eur, Currency.Usd, January.PlusDays(days), out _));
        MissingExchangeRateException missing = Assert.Throws<MissingExchangeRateException>(
            () => rates.GetRate(Currency.Eur, Currency.Usd, January.PlusDays(days + 1)));
        Assert.EndsWith(when, missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_too_old_makes_way_for_the_inverse()
    {
        ExchangeRate[] book = [new(January, Currency.Eur, Currency.Usd, 1.1m), new(February, Currency.Usd, Currency.Eur, 0.8m)];

        Assert.Equal(1.1m, new ExchangeRates(book).GetRate(Currency.Eur, Currency.Usd, February));
        Assert.Equal(1.25m, new ExchangeRates(book, maximumAgeDays: 10).GetRate(Currency.Eur, Currency.Usd, February));
    }

    [Fact]
    public void Rates_that_cannot_be_are_refused()
    {
        RefusedWith("An exchange rate is above zero: 1 EUR = 0 USD from 2026-01-01.", Euro(January, 0m));
        RefusedWith("An exchange rate is above zero: 1 EUR = -1 USD from 2026-01-01.", Euro(January, -1m));
        RefusedWith(
            "A currency needs no rate to itself: leave out 1 EUR = 1 EUR from 2026-01-01.",
            new ExchangeRate(January, Currency.Eur, Currency.Eur, 1m));
        RefusedWith(
            "Two rates for one pair and date: 1 EUR = 1.1 USD from 2026-01-01, and 1 EUR = 1.2 USD from 2026-01-01. Keep one of them.",
            Euro(January, 1.1m),
            Euro(February, 1.1m),
            Euro(January, 1.2m));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExchangeRates([], -1));

        static void RefusedWith(string message, params ExchangeRate[] rates) =>
            Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => new ExchangeRates(rates)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_rate_twice_counts_once_and_rates_come_back_sorted()
    {
        ExchangeRate usd = new(January, Currency.Eur, Currency.Usd, 1.1m);
        ExchangeRate gbp = new(January, Currency.Eur, Currency.Gbp, 0.9m);
        ExchangeRate later = new(February, Currency.Chf, Currency.Usd, 1.2m);

        Assert.Equal([gbp, usd, later], new ExchangeRates([later, usd, gbp, usd with { Rate = 1.10m }]).Rates);
    }

    [Fact]
    public void Tables_with_the_same_rates_are_equal_whatever_their_order()
    {
        ExchangeRate usd = new(January, Currency.Eur, Currency.Usd, 1.1m);
        ExchangeRate gbp = new(January, Currency.Eur, Currency.Gbp, 0.9m);
        ExchangeRates one = new([usd, gbp]);
        ExchangeRates other = new([gbp, usd]);

        Assert.Equal(one, other);
        Assert.True(one == other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal(one, new ExchangeRates(one.Rates));
        Assert.NotEqual(one, new ExchangeRates([usd]));
        Assert.True(one != new ExchangeRates([usd, gbp], 7));
        Assert.False(one.Equals((object?)null));
    }

    private static ExchangeRate Euro(LocalDate date, decimal dollars) => new(date, Currency.Eur, Currency.Usd, dollars);
}
