using System.Runtime.Intrinsics;

namespace RevOps.Metrics.Tests;

/// <summary>A network that sorts all zeros and ones sorts all numbers (Knuth, The Art of Computer Programming, volume 3, 5.3.4: the zero-one principle).</summary>
public sealed class SortingNetworkTests
{
    [Fact]
    public void Eight_zeros_and_ones_are_sorted_whatever_their_order()
    {
        for (uint bits = 0; bits < 1 << 8; bits++)
        {
            uint[] numbers = NumbersOf(bits, 8), sorted = new uint[8];
            SortingNetwork.Sort(Vector256.Create(numbers)).CopyTo(sorted);
            Assert.Equal(numbers.Order(), sorted);
        }
    }

    [Fact]
    public void Sixteen_zeros_and_ones_are_sorted_whatever_their_order()
    {
        for (uint bits = 0; bits < 1 << 16; bits++)
        {
            uint[] numbers = NumbersOf(bits, 16), sorted = new uint[16];
            (Vector256<uint> less, Vector256<uint> more) = SortingNetwork.Sort(Vector256.Create(numbers), Vector256.Create(numbers, 8));
            less.CopyTo(sorted);
            more.CopyTo(sorted, 8);
            Assert.Equal(numbers.Order(), sorted);
        }
    }

    [Fact]
    public void Numbers_above_half_of_the_range_are_larger_than_those_below()
    {
        uint[] sorted = new uint[8];
        SortingNetwork.Sort(Vector256.Create(uint.MaxValue, 0x8000_0000, 0x7FFF_FFFF, 1, 0, 0xFFFF_FFFE, 5, 5)).CopyTo(sorted);
        Assert.Equal([0u, 1, 5, 5, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFE, uint.MaxValue], sorted);
    }

    private static uint[] NumbersOf(uint bits, int count) => [.. Enumerable.Range(0, count).Select(place => (bits >> place) & 1)];
}
