namespace RevOps.Metrics;

/// <summary>The one span of days over which a plain subscription charges one annualised amount.</summary>
/// <param name="Customer">The customer's number.</param>
/// <param name="Subscription">The subscription's number.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The first day after; <see cref="FactTable.NoDay"/> while no end is known.</param>
/// <param name="Amount">The annualised amount, in units of the reporting currency.</param>
internal readonly record struct PlainSpan(int Customer, int Subscription, int From, int To, long Amount);
