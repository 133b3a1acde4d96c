using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>Subscriptions held in columns where they can be are the same dataset, with the same issues in the same order, as all of them held as records.</summary>
public sealed class SubscriptionTableLaws
{
    private static readonly LocalDate First = new(2025, 1, 30);

    [Fact]
    public void Rows_and_records_together_are_the_dataset_that_records_alone_are() => Law.Holds(
        Gen.Choose(0, int.MaxValue - 1),
        seed =>
        {
            (string expected, RevenueDataset? records) = Told(seed, takesRows: false);
            (string actual, RevenueDataset? mixed) = Told(seed, takesRows: true);
            if (actual != expected) throw new InvalidOperationException($"It is\n{actual}\nand not\n{expected}");
            return records == mixed && mixed == records;
        },
        cases: 2000);

    [Fact]
    public void The_books_of_the_law_have_rows_and_records()
    {
        HeldSubscriptions[] held = [.. Enumerable.Range(0, 200).Select(seed => Told(seed, takesRows: true).Data).OfType<RevenueDataset>().Select(data => data.Held)];
        Assert.Contains(held, of => of.Columns.Count > 0 && of.Records.Length > 0);
        Assert.InRange(held.Sum(of => of.Columns.Count), 500, int.MaxValue);
        Assert.InRange(held.Sum(of => of.Records.Length), 100, int.MaxValue);
    }

    [Fact]
    public void A_record_is_read_back_to_the_last_digit()
    {
        Subscription subscription = new()
        {
            Id = "ß日", CustomerId = "C", Start = First, End = LocalDate.MaxIsoValue,
            Terms = [new() { From = First, Price = new Money(12.5000m, Currency.Usd), Interval = BillingInterval.Quarter, Quantity = 3.0m, Product = "P" }],
        };
        RevenueDataset data = RevenueDataset.Build(subscriptions: [subscription]);
        Assert.Equal(1, data.Held.Columns.Count);
        Assert.Equal(subscription, data.Subscriptions[0]);
        Assert.Equal(("12.5000 USD", "3.0"), ($"{data.Subscriptions[0].Terms[0].Price}", RecordCheck.Text(data.Subscriptions[0].Terms[0].Quantity)));
    }

    /// <summary>All that happens when a random book is built: issues as they come, what is thrown, and the dataset as text.</summary>
    private static (string Text, RevenueDataset? Data) Told(int seed, bool takesRows)
    {
        Random random = new(seed);
        StringBuilder text = new();
        DatasetOptions options = new()
        {
            Strictness = random.Next(5) == 0 ? Strictness.Strict : Strictness.Lenient,
            ReportingCurrency = random.Next(3) == 0 ? null : Currency.Usd,
            ExchangeRates = new([new(First.PlusDays(2), Currency.Eur, Currency.Usd, 1.1m)]),
            OnIssue = issue => text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{issue}"),
        };
        RevenueDataset? data = null;
        try
        {
            RevenueDatasetBuilder builder = new(options) { TakesRows = takesRows };
            if (random.Next(2) == 0)
            {
                foreach (string id in (string[])["c0", "c1", "c2"]) builder.Add(new Customer { Id = id });
            }

            bool isFaulty = random.Next(3) > 0, isOrdered = random.Next(2) == 0;
            int count = random.Next(30);
            for (int i = 0; i < count; i++)
            {
                Subscription record = Any(random, i, isFaulty, isOrdered);
                DataOrigin? origin = random.Next(4) == 0 ? null : new DataOrigin(random.Next(9) == 0 ? "b.csv" : "a.csv", i + 2);
                if (random.Next(2) == 0 && SubscriptionRow.TryOf(record, out SubscriptionRow row)) builder.Add(row, origin);
                else builder.Add(record, origin);
            }

            if (isFaulty && random.Next(2) == 0) builder.Add(new Deal { Id = "D", CustomerId = "c0", Outcome = DealOutcome.Open, SubscriptionId = Id(random, 0, false), RenewsSubscriptionId = "S3" });
            data = builder.Build();
            foreach (Subscription s in data.Subscriptions.Concat(data.Superseded.Subscriptions)) text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{s} {s.Terms}");
            text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{data.Issues} {string.Join('|', data.Issues)} {data.CoverageOf(RecordType.Subscription)} {string.Join(' ', data.Customers)}");
            text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{string.Join('|', data.AsOf(First.PlusDays(20)).Subscriptions)}");
            return (text.ToString(), data);
        }
        catch (Exception refused) when (refused is DataIssueException or InvalidOperationException)
        {
            return ($"{text} {refused.GetType()} {refused.Message}", data);
        }
    }

    private static Subscription Any(Random random, int number, bool isFaulty, bool isOrdered)
    {
        T Pick<T>(params T[] values) => values[random.Next(values.Length)];
        bool Rarely() => isFaulty && random.Next(12) == 0;
        LocalDate start = First.PlusDays(random.Next(12));
        LocalDate? end = random.Next(4) == 0 ? null : start.PlusDays(random.Next(Rarely() ? -2 : 0, 8));
        decimal price = Rarely() ? Pick(-5m, 10.005m, 4_000_000_000_000m, 90_000_000_000_000_000m, 7922816251426433759354395033.5m, -0.0m) : Pick(0m, 10m, 10.0m, 10.00m, 99.90m, 12.3400m, 50m);
        Currency currency = random.Next(10) == 0 ? Pick(Currency.Eur, Currency.Jpy) : Currency.Usd;
        Subscription record = new()
        {
            Id = Id(random, number, isOrdered), CustomerId = Rarely() ? Pick("", "c9", " ") : Pick("c0", "c1", "c2"), Start = start, End = end,
            Terms =
            [
                new()
                {
                    From = start, Price = new Money(price, currency),
                    Interval = Pick(BillingInterval.Month, BillingInterval.Month, BillingInterval.Year, new(7, BillingUnit.Month)),
                    Quantity = random.Next(3) > 0 ? 1m : Rarely() ? Pick(-1m, 0.3m, 79228162514264337593543950335m) : Pick(1.0m, 2m, 0m, 250m),
                    Plan = Pick(null, "Pro", "Basic", "Ω"), Product = Rarely() ? "" : Pick(null, "Core"),
                },
            ],
        };
        return random.Next(6) > 0 ? record : random.Next(9) switch
        {
            0 => record with { RecordedOn = First.PlusDays(random.Next(30)) },
            1 => record with { IsVoid = true },
            2 => record with { Terms = [] },
            3 => record with { TrialEnd = start.PlusDays(random.Next(-1, 3)) },
            4 => record with { ReplacesId = "S1", RenewsId = "S2" },
            5 => record with { Terms = [record.Terms[0], record.Terms[0] with { From = start.PlusDays(1) }] },
            6 => record with { Pauses = [new(start, null)], Cancellations = [new() { RequestedOn = start }] },
            7 => record with { AutoRenews = true, NoticeDays = 3, ContractLength = BillingInterval.Week },
            _ => record with { Collection = PaymentCollection.Invoice, SignedOn = start },
        };
    }

    private static string Id(Random random, int number, bool isOrdered) =>
        isOrdered && random.Next(15) > 0 ? $"S{number:00}" : random.Next(30) == 0 ? " " : random.Next(30) == 0 ? "Ș日" : $"S{random.Next(20)}";
}
