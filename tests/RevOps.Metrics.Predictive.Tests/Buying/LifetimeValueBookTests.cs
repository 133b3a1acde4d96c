using MathNet.Numerics.Distributions;
using Xunit.Abstractions;

namespace RevOps.Metrics.Predictive.Tests.Buying;

public class LifetimeValueBookTests(ITestOutputHelper output)
{
    private static readonly LifetimeValueTerms Terms = new(12, 0.01, LifetimeValueTerms.WeeksPerMonth);
    private static readonly BgNbdModel TrueBuying = new(0.8, 6, 0.9, 3);
    private static readonly GammaGammaModel TrueSpend = new(4, 5, 30);

    [Fact]
    public void Ranges_hold_the_true_expected_value_as_often_as_they_say()
    {
        // Of 100 books, the ends below leave out less than 0.1 % of what a binomial count of 90 % does.
        int books = IntervalCoverage.Simulations(100);
        int heldTotal = 0, told = 0, heldOne = 0, heldNew = 0;
        Lock gate = new();
        Parallel.For(0, books, new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            RfmTable customers = Book(seed, 800);
            Fitted<BgNbdModel> buying = BgNbdModel.Fit(customers, new FitOptions { Threads = 1 });
            Fitted<GammaGammaModel> spend = GammaGammaModel.Fit(customers, new FitOptions { Threads = 1 });
            LifetimeValueBook book = LifetimeValueBook.Of(customers, buying, spend, Terms with { Threads = 1 }, 0.9);
            if (book.Range is not { } range) return;
            ValueList<CustomerLifetimeValue> truth = TrueBuying.LifetimeValues(customers, TrueSpend, Terms with { Threads = 1 });
            int frequent = Enumerable.Range(0, 800).First(i => customers.Customers[i].History.Frequency >= 3), once = Enumerable.Range(0, 800).First(i => customers.Customers[i].History.Frequency == 0);
            lock (gate)
            {
                told++;
                if (range.Contains(truth.Sum(value => value.Value.OrThrow()))) heldTotal++;
                if (book.Customers[frequent].Range!.Value.Contains(truth[frequent].Value.OrThrow())) heldOne++;
                if (book.Customers[once].Range!.Value.Contains(truth[once].Value.OrThrow())) heldNew++;
            }
        });

        Assert.True(told >= 0.97 * books, $"Ranges were told of {told} of {books} books.");
        string rates = $"of {told} books: total {heldTotal}, one who buys often {heldOne}, one who bought once {heldNew}";
        Assert.All([heldTotal, heldOne, heldNew], held => Assert.True(CoverageBand.Holds(held, told, 0.9), rates));
        output.WriteLine(rates);
    }

    [Fact]
    public void Values_are_those_of_the_plain_call_whatever_the_threads()
    {
        RfmTable customers = Book(1, 300);
        Fitted<BgNbdModel> buying = BgNbdModel.Fit(customers);
        Fitted<GammaGammaModel> spend = GammaGammaModel.Fit(customers);
        LifetimeValueBook one = LifetimeValueBook.Of(customers, buying, spend, Terms with { Threads = 1 }), four = LifetimeValueBook.Of(customers, buying, spend, Terms with { Threads = 4 });

        Assert.Equal(one.Customers, four.Customers);
        Assert.Equal(one.Range, four.Range);
        Assert.Equal(buying.OrThrow().LifetimeValues(customers, spend.OrThrow(), Terms), [.. one.Customers.Select(customer => customer with { Range = null })]);
        Assert.Equal(one.Customers.Sum(customer => customer.Value.OrThrow()), one.Total.OrThrow(), 1e-9);
        Assert.Null(one.NoRangeReason);
        Assert.All(one.Customers, customer => Assert.True(customer.Range!.Value.Contains(customer.Value.OrThrow())));
    }

    [Fact]
    public void Ranges_narrow_with_the_root_of_the_number_of_customers_and_widen_with_the_level()
    {
        LifetimeValueBook Of(int customers, double level)
        {
            RfmTable table = Book(2, customers);
            return LifetimeValueBook.Of(table, BgNbdModel.Fit(table), GammaGammaModel.Fit(table), Terms, level);
        }

        double Width(LifetimeValueBook book) => Math.Log(book.Range!.Value.Upper / book.Range.Value.Lower);
        Assert.InRange(Width(Of(1_000, 0.9)) / Width(Of(16_000, 0.9)), 2.8, 5.6);
        Assert.Equal(Normal.InvCDF(0, 1, 0.975) / Normal.InvCDF(0, 1, 0.95), Width(Of(1_000, 0.95)) / Width(Of(1_000, 0.9)), 1e-9);
    }

    [Fact]
    public void Where_the_parameters_are_not_determined_there_is_no_range_and_the_reason_is_told()
    {
        RfmTable customers = RfmTable.FromSummaries([.. Enumerable.Range(0, 6).Select(i => new RfmSummary($"C{i}", new(i, i == 0 ? 0 : 10, 12), i == 0 ? Estimate.Undefined("none") : Estimate.Of(20 + i)))]);
        LifetimeValueBook book = LifetimeValueBook.Of(customers, BgNbdModel.Fit(customers), GammaGammaModel.Fit(customers), Terms);

        Assert.Null(book.Range);
        Assert.Contains("do not determine", book.NoRangeReason, StringComparison.Ordinal);
        Assert.All(book.Customers, customer => Assert.Null(customer.Range));
        Assert.Throws<ArgumentOutOfRangeException>(() => LifetimeValueBook.Of(customers, BgNbdModel.Fit(customers), GammaGammaModel.Fit(customers), Terms, 95));
    }

    private static RfmTable Book(int seed, int customers)
    {
        RfmTable table = Simulated.BetaGeometric(seed, customers, TrueBuying.R, TrueBuying.Alpha, TrueBuying.A, TrueBuying.B, 60);
        Random random = new(seed + 10_000);
        return RfmTable.FromSummaries([.. table.Customers.Select(customer =>
        {
            double rate = Gamma.Sample(random, TrueSpend.Q, TrueSpend.V);
            int repeats = (int)customer.History.Frequency;
            return repeats == 0 ? customer : customer with { MonetaryValue = Estimate.Of(Gamma.Sample(random, TrueSpend.P * repeats, rate * repeats)) };
        })]);
    }
}
