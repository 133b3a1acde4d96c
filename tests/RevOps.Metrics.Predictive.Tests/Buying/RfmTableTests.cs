using FsCheck.Fluent;
using NodaTime;
using RevOps.Metrics.Tests;

namespace RevOps.Metrics.Predictive.Tests.Buying;

public class RfmTableTests
{
    private static readonly LocalDate Start = new(2025, 1, 1);

    [Fact]
    public void Purchases_of_a_day_count_once_and_the_first_day_is_no_repeat()
    {
        RfmSummary ann = One(RfmTable.FromPurchases([new("Ann", Start, 5), new("Ann", Start.PlusDays(10), 20), new("Ann", Start.PlusDays(10), 30), new("Ann", Start.PlusDays(14), 10)], Start.PlusDays(30)));

        Assert.Equal(new PurchaseHistory(2, 14, 30), ann.History);
        // 50 on the one day and 10 on the other.
        Assert.Equal(30, ann.MonetaryValue.OrThrow());
    }

    [Fact]
    public void Time_can_be_told_in_weeks_of_days_and_in_calendar_weeks_and_months()
    {
        // A Wednesday, the Sunday after it, and the Monday after that.
        Purchase[] purchases = [new("Ann", Start, 5), new("Ann", new(2025, 1, 5), 20), new("Ann", new(2025, 1, 6), 30)];
        LocalDate end = new(2025, 2, 1);

        Assert.Equal(new PurchaseHistory(2, 5 / 7.0, 31 / 7.0), One(RfmTable.FromPurchases(purchases, end, RfmOptions.DaysInWeeks)).History);
        Assert.Equal(new PurchaseHistory(1, 1, 4), One(RfmTable.FromPurchases(purchases, end, RfmOptions.Weeks)).History);
        Assert.Equal(new PurchaseHistory(0, 0, 1), One(RfmTable.FromPurchases(purchases, end, RfmOptions.Months)).History);
    }

    [Fact]
    public void What_comes_after_the_end_is_not_known_at_the_end()
    {
        RfmTable table = RfmTable.FromPurchases([new("Ann", Start, 5), new("Ann", Start.PlusDays(31), 5), new("Bob", Start.PlusDays(31), 5)], Start.PlusDays(30));

        Assert.Equal(new PurchaseHistory(0, 0, 30), One(table).History);
        Assert.Equal("the customer has not bought again", One(table).MonetaryValue.UndefinedReason);
    }

    [Fact]
    public void A_refund_is_taken_off_the_latest_purchases_before_it()
    {
        Purchase[] purchases = [new("Ann", Start, 100), new("Ann", Start.PlusDays(5), 40), new("Ann", Start.PlusDays(9), 30), new("Ann", Start.PlusDays(20), 50), new("Ann", Start.PlusDays(12), -45)];

        RfmSummary netted = One(RfmTable.FromPurchases(purchases, Start.PlusDays(30)));
        // 30 of the 45 undo the purchase of day 9, and 15 lower that of day 5.
        Assert.Equal(new PurchaseHistory(2, 20, 30), netted.History);
        Assert.Equal((25 + 50) / 2.0, netted.MonetaryValue.OrThrow());

        RfmTable ignored = RfmTable.FromPurchases(purchases, Start.PlusDays(30), new RfmOptions { Refunds = RefundedPurchases.Ignored });
        Assert.Equal(3, One(ignored).History.Frequency);
        Assert.Equal(40, One(ignored).MonetaryValue.OrThrow());
        Assert.Equal("1 refunds were left out.", Assert.Single(ignored.Warnings));
    }

    [Fact]
    public void Who_gave_everything_back_never_bought_and_too_large_a_refund_is_told()
    {
        RfmTable table = RfmTable.FromPurchases([new("Ann", Start, 100), new("Ann", Start, -120), new("Bob", Start, 10)], Start.PlusDays(30));

        Assert.Equal("Bob", One(table).CustomerId);
        Assert.Contains("20.00", Assert.Single(table.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Something_given_away_is_a_purchase_unless_told_otherwise()
    {
        Purchase[] purchases = [new("Ann", Start, 100), new("Ann", Start.PlusDays(5), 0)];

        Assert.Equal(0, One(RfmTable.FromPurchases(purchases, Start.PlusDays(9))).MonetaryValue.OrThrow());
        RfmTable without = RfmTable.FromPurchases(purchases, Start.PlusDays(9), new RfmOptions { Free = FreePurchases.LeftOut });
        Assert.Equal(0, One(without).History.Frequency);
        Assert.Single(without.Warnings);
    }

    [Fact]
    public void Payments_count_in_the_reporting_currency_and_one_taken_back_does_not()
    {
        DatasetOptions options = new() { ReportingCurrency = Currency.Usd, ExchangeRates = new([new(Start, Currency.Eur, Currency.Usd, 1.1m)]) };
        Payment Paid(string id, int day, decimal amount, Currency currency) => new() { Id = id, CustomerId = "Ann", On = Start.PlusDays(day), Amount = new(amount, currency) };
        RevenueDataset data = RevenueDataset.Build(
            customers: [new Customer { Id = "Ann" }],
            payments: [Paid("P1", 0, 10, Currency.Usd), Paid("P2", 5, 100, Currency.Eur), Paid("P3", 9, 0, Currency.Usd)], options: options);

        RfmSummary ann = One(RfmTable.FromPayments(data, Start.PlusDays(30)));

        Assert.Equal(new PurchaseHistory(1, 5, 30), ann.History);
        Assert.Equal(110, ann.MonetaryValue.OrThrow());
    }

    [Fact]
    public void The_order_of_the_purchases_does_not_matter() => Law.Holds(
        Gen.Choose(0, 1_000_000),
        seed =>
        {
            Random random = new(seed);
            Purchase[] purchases = [.. Enumerable.Range(0, 60).Select(_ => new Purchase($"C{random.Next(8)}", Start.PlusDays(random.Next(40)), random.Next(-20, 60)))];
            RfmTable one = RfmTable.FromPurchases(purchases, Start.PlusDays(35));
            random.Shuffle(purchases);
            RfmTable other = RfmTable.FromPurchases(purchases, Start.PlusDays(35));
            return one.Customers == other.Customers && one.Warnings == other.Warnings;
        });

    [Fact]
    public void Frequency_and_recency_are_those_of_plain_linq_where_nothing_is_refunded() => Law.Holds(
        Gen.Choose(0, 1_000_000),
        seed =>
        {
            Random random = new(seed);
            Purchase[] purchases = [.. Enumerable.Range(0, 60).Select(_ => new Purchase($"C{random.Next(8)}", Start.PlusDays(random.Next(40)), random.Next(1, 60)))];
            LocalDate end = Start.PlusDays(30);
            var plain = purchases.Where(purchase => purchase.On <= end).GroupBy(purchase => purchase.CustomerId).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group =>
            {
                LocalDate[] days = [.. group.Select(purchase => purchase.On).Distinct().Order()];
                return (group.Key, days.Length - 1, Period.DaysBetween(days[0], days[^1]), Period.DaysBetween(days[0], end));
            });
            return plain.SequenceEqual(RfmTable.FromPurchases(purchases, end).Customers.Select(customer =>
                (customer.CustomerId, (int)customer.History.Frequency, (int)customer.History.Recency, (int)customer.History.Age)));
        });

    [Fact]
    public void Options_and_purchases_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RfmOptions { Period = CalendarGrain.Quarter });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RfmOptions { PeriodsPerUnit = 0 });
        Assert.Contains("Purchase 1 has no customer", Assert.Throws<ArgumentException>(() => RfmTable.FromPurchases([default], Start)).Message, StringComparison.Ordinal);
    }

    private static RfmSummary One(RfmTable table) => Assert.Single(table.Customers);
}
