namespace RevOps.Metrics;

/// <summary>The measures of support: tickets by what happened to them, and what it cost to keep customers.</summary>
internal static class TicketMeasures
{
    /// <summary>Tickets by the day they were opened.</summary>
    public static readonly Measure<Tickets, Count> Opened = Measures.Count(on: Tickets.OpenedOn);

    /// <summary>Tickets by the day they were resolved for the last time.</summary>
    public static readonly Measure<Tickets, Count> Resolved = Measures.Count(on: Tickets.ResolvedOn);

    /// <summary>Tickets by the day their wait for a first answer ended.</summary>
    public static readonly Measure<Tickets, Count> Waited = Measures.Count(on: Tickets.WaitedUntil);

    /// <summary>Resolved tickets that had been opened again.</summary>
    public static readonly Measure<Tickets, Count> Reopened = Resolved.Where(Tickets.Reopenings.IsBetween(1, long.MaxValue));

    /// <summary>How long first answers took, by the day they were given.</summary>
    public static readonly HistogramMeasure DaysToRespond = new("days to first response", Tickets.DaysToRespond, Tickets.FirstRespondedOn);

    /// <summary>How long resolutions took, by the day they were reached.</summary>
    public static readonly HistogramMeasure DaysToResolve = new("days to resolve", Tickets.DaysToResolve, Tickets.ResolvedOn);

    /// <summary>Customers at the close.</summary>
    public static readonly Metric<Count> Customers = new("customers", MeasureExpression.Flow(RetentionMeasures.AtClose));

    /// <summary>Spend on keeping customers.</summary>
    public static readonly Measure<SpendDays, Money> CustomerSuccessSpend =
        Measures.Sum(SpendDays.Amount, on: SpendDays.On).Where(SpendDays.Category.Is(nameof(SpendCategory.CustomerSuccess)));
}
