namespace RevOps.Metrics;

/// <summary>What makes a customer a new one when the cost of acquisition is told.</summary>
public enum NewCustomerBasis
{
    /// <summary>The first day with recurring revenue (<see cref="Success.NewCustomers"/>).</summary>
    FirstPaidDay,

    /// <summary>The close of the first won deal (<see cref="Deals.NewCustomers"/>). Told also by what only deals have, such as the owner.</summary>
    FirstWonDeal,
}
