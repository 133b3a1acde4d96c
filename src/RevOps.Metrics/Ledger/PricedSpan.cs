using System.Runtime.InteropServices;

namespace RevOps.Metrics;

/// <summary>A span of days over which one subscription charges one annualised amount.</summary>
/// <param name="Subscription">The subscription's number within its customer, in the ordinal order of ids.</param>
/// <param name="Term">The price term's number.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The first day after; <see cref="FactTable.NoDay"/> while no end is known.</param>
/// <param name="Amount">The annualised amount, in units; zero is free.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PricedSpan(int Subscription, int Term, int From, int To, long Amount);
