using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RevOps.Metrics;

/// <summary>The one span of days over which a plain subscription charges one annualised amount.</summary>
/// <remarks>Days are told by their distance from a day before all (<see cref="PlainScale"/>), so that two bytes are enough for most books.</remarks>
/// <typeparam name="TDay">What a day is held in.</typeparam>
/// <typeparam name="TAmount">What an amount is held in.</typeparam>
/// <param name="Customer">The customer's number.</param>
/// <param name="Subscription">The subscription's number.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The first day after; the largest number while no end is known.</param>
/// <param name="Amount">The annualised amount, in units of the reporting currency; <see cref="PlainSubscriptions.NotHere"/> for what is passed over.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct PlainSpan<TDay, TAmount>(int Customer, int Subscription, TDay From, TDay To, TAmount Amount)
    where TDay : struct
    where TAmount : struct
{
    /// <summary>Writes a span to a place far from the one before it.</summary>
    /// <remarks>
    /// A core can have some dozens of writes that wait for memory, and those of the narrow form's five parts would be as many for each span: it is
    /// written as one.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref PlainSpan<TDay, TAmount> place, int customer, int subscription, TDay from, TDay to, TAmount amount)
    {
        if (typeof(TDay) == typeof(ushort) && typeof(TAmount) == typeof(int) && BitConverter.IsLittleEndian)
        {
            unchecked
            {
                ulong who = (uint)customer | ((ulong)(uint)subscription << 32);
                ulong what = Unsafe.BitCast<TDay, ushort>(from) | ((ulong)Unsafe.BitCast<TDay, ushort>(to) << 16) | ((ulong)Unsafe.BitCast<TAmount, uint>(amount) << 32);
                Unsafe.As<PlainSpan<TDay, TAmount>, Vector128<ulong>>(ref place) = Vector128.Create(who, what);
            }
        }
        else
        {
            place = new PlainSpan<TDay, TAmount>(customer, subscription, from, to, amount);
        }
    }
}
