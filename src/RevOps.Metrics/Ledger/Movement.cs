using System.Runtime.InteropServices;

namespace RevOps.Metrics;

/// <summary>One row of the ledger.</summary>
/// <param name="Customer">The customer's number.</param>
/// <param name="Version">The version of the customer's attributes it is posted under.</param>
/// <param name="Term">The number of the price term it is posted under.</param>
/// <param name="Day">The first day on which the new state holds.</param>
/// <param name="Kind">Why.</param>
/// <param name="Amount">The change of the annualised amount, in units.</param>
/// <param name="CustomerChange">The change of the number of paying customers.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Movement(int Customer, int Version, int Term, int Day, MovementKind Kind, long Amount, int CustomerChange);
