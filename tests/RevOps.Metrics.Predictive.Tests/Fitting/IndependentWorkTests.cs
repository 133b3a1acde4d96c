namespace RevOps.Metrics.Predictive.Tests.Fitting;

public class IndependentWorkTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(null)]
    public void Each_piece_is_done_once(int? threads)
    {
        int[] done = new int[1_000];
        IndependentWork.Do(done.Length, i => done[i]++, threads, null, CancellationToken.None);

        Assert.All(done, times => Assert.Equal(1, times));
    }

    [Fact]
    public void A_piece_that_fails_is_told_as_it_failed_and_the_first_of_several()
    {
        Action<int> failing = i =>
        {
            if (i >= 7) throw new InvalidOperationException($"piece {i}");
        };

        Assert.Equal("piece 7", Assert.Throws<InvalidOperationException>(() => IndependentWork.Do(100, failing, 4, null, CancellationToken.None)).Message);
    }

    [Fact]
    public void A_piece_stopped_by_a_token_of_its_own_is_a_failure_and_not_a_stop()
    {
        using CancellationTokenSource own = new();
        own.Cancel();

        Assert.Equal(own.Token, Assert.Throws<OperationCanceledException>(
            () => IndependentWork.Do(10, _ => own.Token.ThrowIfCancellationRequested(), 2, null, CancellationToken.None)).CancellationToken);
    }

    [Fact]
    public void It_can_be_stopped_and_refuses_no_threads()
    {
        using CancellationTokenSource stop = new();
        Assert.ThrowsAny<OperationCanceledException>(() => IndependentWork.Do(
            1_000_000,
            _ =>
            {
                stop.Cancel();
                stop.Token.ThrowIfCancellationRequested();
            },
            2,
            null,
            stop.Token));
        Assert.Throws<ArgumentOutOfRangeException>(() => IndependentWork.Do(0, _ => { }, 0, null, CancellationToken.None));
    }
}
