using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace RevOps.Metrics.Tests;

/// <summary>Subscriptions in columns, right and wrong, and the same as records.</summary>
internal sealed record ColumnBook(SubscriptionColumns Columns, Currency Reporting, bool HasCustomers)
{
    private static readonly int FirstDay = DayNumber.Of(new NodaTime.LocalDate(2025, 1, 30));

    private static readonly BillingInterval[] Intervals =
        [BillingInterval.Month, BillingInterval.Year, BillingInterval.Quarter, BillingInterval.Week, new(7, BillingUnit.Month), new(30, BillingUnit.Day)];

    /// <summary>Columns of a few customers on few days; some with ids, quantities, currencies, and mistakes.</summary>
    public static Gen<ColumnBook> Any =>
        from count in Gen.Choose(0, 40)
        from isRight in Gen.Elements(true, true, false)
        from customer in (isRight ? Gen.Choose(0, 3) : Gen.Choose(0, 5)).ArrayOf(count)
        from start in Gen.Choose(0, 12).ArrayOf(count)
        from length in (isRight ? Gen.Choose(0, 8) : Gen.Choose(-1, 8)).ArrayOf(count)
        from price in Gen.Elements([0L, 10_00, 10_00, 20_00, 30_01, .. isRight ? (long[])[] : [-1L, 4_000_000_000_000, 90_000_000_000_000_000]]).ArrayOf(count)
        from hasCurrencies in Gen.Elements(true, false, false)
        from currency in Gen.Elements<byte>(0, 0, 0, 0, 1).ArrayOf(count)
        from hasIntervals in Gen.Elements(true, false)
        from interval in Gen.Elements<byte>(0, 0, 1, 2, 3, 4, 5).ArrayOf(count)
        from hasQuantities in Gen.Elements(true, false, false)
        from quantity in Gen.Elements(1m, 2m, 0.3m, 0m, isRight ? 1m : -1m).ArrayOf(count)
        from hasPlans in Gen.Elements(true, false)
        from plan in Gen.Elements(-1, 0, 1, 2, 3).ArrayOf(count)
        from hasProducts in Gen.Elements(true, false)
        from product in Gen.Elements(-1, 0, 1).ArrayOf(count)
        from hasIds in Gen.Elements(true, false)
        from id in (isRight ? Gen.Shuffle(Enumerable.Range(0, count).ToArray()) : Gen.Choose(0, 60).ArrayOf(count))
        from hasCustomers in Gen.Elements(true, false)
        from reporting in Gen.Elements(Currency.Usd, Currency.Usd, Currency.Jpy)
        select new ColumnBook(
            new SubscriptionColumns
            {
                CustomerIds = ["c2", "c0", "c3", "c1", "unknown", " "], Customer = customer, Ids = hasIds ? [.. id.Select(number => number == 60 ? "" : $"s{number}")] : null,
                Start = start.Select(day => FirstDay + day).ToArray(), End = start.Zip(length, (day, days) => days == 8 ? SubscriptionColumns.NoEnd : FirstDay + day + days).ToArray(),
                Price = price, Currencies = [reporting, Currency.Eur], CurrencyCode = hasCurrencies ? currency : default,
                Intervals = Intervals, Interval = hasIntervals ? interval : default, Quantity = hasQuantities ? quantity : default,
                Plans = ["Pro", "Basic", "", "Pro"], Plan = hasPlans ? plan : default, Products = ["Core", "Add-on"], Product = hasProducts ? product : default,
            },
            reporting, hasCustomers);

    /// <summary>The records that the rows say the same as.</summary>
    public IEnumerable<Subscription> Records()
    {
        for (int row = 0; row < Columns.Count; row++)
        {
            string id = Columns.Ids?[row] ?? (row + 1).ToString($"D{HeldSubscriptions.IdDigits(Columns.Count)}", CultureInfo.InvariantCulture);
            Subscription record = HeldColumns.RecordOf(Columns, row, id, Columns.CustomerIds[Columns.Customer.Span[row]]);
            yield return record.Terms[0].Plan == "" ? record with { Terms = [record.Terms[0] with { Plan = null }] } : record;
        }
    }

    public RevenueDataset Build(bool inColumns)
    {
        Customer[] customers =
        [
            new() { Id = "c0", Attributes = [new("segment", "SMB"), new("segment", "Mid", new NodaTime.LocalDate(2025, 2, 3))] }, new() { Id = "c1", Attributes = [new("segment", "SMB")] },
            new() { Id = "c2" }, new() { Id = "c3" },
        ];
        return RevenueDataset.Build(
            HasCustomers ? customers : null, inColumns ? null : Records(), subscriptionColumns: inColumns ? Columns : null,
            options: new DatasetOptions
            {
                Strictness = Strictness.Lenient, ReportingCurrency = Reporting,
                ExchangeRates = new([new(new NodaTime.LocalDate(2025, 2, 1), Currency.Eur, Currency.Usd, 1.1m), new(new NodaTime.LocalDate(2000, 1, 1), Currency.Usd, Currency.Jpy, 151m)]),
            });
    }

    public override string ToString() => string.Join('\n', Records());
}
