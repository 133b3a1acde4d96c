using System.Runtime.InteropServices;

namespace RevOps.Metrics;

/// <summary>A span of days over which one subscription charges one annualised amount, or would if it were not paused.</summary>
/// <param name="Subscription">The subscription's number within its customer, in the ordinal order of ids.</param>
/// <param name="Term">The price term's number.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The first day after; <see cref="FactTable.NoDay"/> while no end is known.</param>
/// <param name="Amount">The annualised amount, in units of the reporting currency; zero is free.</param>
/// <param name="Price">The same in units of its own currency, not rounded.</param>
/// <param name="Rate">The rate between the two that the service period carries.</param>
/// <param name="Currency">Its own currency.</param>
/// <param name="IsPaused">True where the service is suspended and nothing is charged.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PricedSpan(
    int Subscription, int Term, int From, int To, long Amount, decimal Price, decimal Rate, Currency Currency, bool IsPaused);
