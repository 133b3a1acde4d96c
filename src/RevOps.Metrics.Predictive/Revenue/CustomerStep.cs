namespace RevOps.Metrics.Predictive;

/// <summary>What one customer did in one period, in MRR; reductions are negative.</summary>
/// <param name="Customer">The customer's number.</param>
/// <param name="Age">How many periods after that of its acquisition.</param>
/// <param name="Opening">Its MRR before.</param>
/// <param name="New">New.</param>
/// <param name="Returned">Reactivated and resumed.</param>
/// <param name="Expansion">Expansion.</param>
/// <param name="Contraction">Contraction.</param>
/// <param name="Churn">Churned and paused.</param>
internal readonly record struct CustomerStep(int Customer, int Age, double Opening, double New, double Returned, double Expansion, double Contraction, double Churn)
{
    public bool IsQuiet => New == 0 && Returned == 0 && Expansion == 0 && Contraction == 0 && Churn == 0;

    public double Change => New + Returned + Expansion + Contraction + Churn;
}
