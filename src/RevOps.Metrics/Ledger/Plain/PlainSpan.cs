using System.Runtime.InteropServices;

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
    where TAmount : struct;
