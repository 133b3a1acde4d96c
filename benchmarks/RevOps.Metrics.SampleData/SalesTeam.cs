using NodaTime;

namespace RevOps.Metrics.SampleData;

/// <summary>A sales representative.</summary>
/// <param name="Name">The owner, as the records name it.</param>
/// <param name="Region">Whose accounts it works.</param>
/// <param name="Optimism">Its commit compared with what it can know: above one promises too much.</param>
/// <param name="Joins">The first day of work; null for before the window.</param>
/// <param name="Leaves">The first day no longer there; null for still there.</param>
internal sealed record Owner(string Name, string Region, decimal Optimism, LocalDate? Joins = null, LocalDate? Leaves = null)
{
    public bool WorksOn(LocalDate day) => !(Joins > day) && !(Leaves <= day);

    /// <summary>The share of full capacity in a month: a new owner takes half a year.</summary>
    public decimal? RampOn(LocalDate month) => Joins is { } joins && month < joins.PlusMonths(6)
        ? Math.Max(0.25m, decimal.Round((Period.Between(joins, month, PeriodUnits.Months).Months + 1) / 6m, 2))
        : null;
}

/// <summary>The twelve owners, who work their own region; one leaves halfway and a new one follows.</summary>
internal sealed class SalesTeam(SampleCompanyOptions options)
{
    private readonly LocalDate _handover = options.From.PlusMonths(Period.Between(options.From, options.To, PeriodUnits.Months).Months / 2);

    public IReadOnlyList<Owner> Owners => field ??=
    [
        new("Adams", "Americas", 1.05m), new("Brooks", "Americas", 0.92m), new("Chavez", "Americas", 1.18m), new("Diaz", "Americas", 0.98m),
        new("Evans", "Americas", 1.10m, Leaves: _handover), new("Foster", "Americas", 0.95m, Joins: _handover),
        new("Garnier", "EMEA", 0.88m), new("Hansen", "EMEA", 1.02m), new("Ivanova", "EMEA", 1.12m), new("Jonsson", "EMEA", 0.97m),
        new("Kim", "APAC", 1.00m), new("Lim", "APAC", 1.25m),
    ];

    public Owner For(string region, LocalDate day, SampleRandom random) =>
        random.Pick([.. Owners.Where(owner => owner.Region == region && owner.WorksOn(day))]);
}
