using NodaTime;

namespace RevOps.Metrics;

/// <summary>A figure from the books: an amount of one account on one date, such as recognised revenue of a month dated on its last day.</summary>
/// <remarks>Without revenue and cost of revenue the gross margin must be given as an assumption; without free cash flow the rule of 40 is undefined.</remarks>
public sealed record FinancialFigure
{
    /// <summary>The day it is booked on.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The account.</summary>
    public required FinancialAccount Account { get; init; }

    /// <summary>The amount; costs and burn as positive numbers.</summary>
    public required Money Amount { get; init; }

    /// <inheritdoc cref="CustomerMerge.RecordedOn" path="/summary"/>
    /// <remarks>Without an id a record has no versions: correct a figure by a further one for the difference, and take it back by its opposite.</remarks>
    public LocalDate? RecordedOn { get; init; }
}

/// <summary>The accounts that metrics ask for.</summary>
public enum FinancialAccount
{
    /// <summary>Recognised revenue.</summary>
    Revenue,

    /// <summary>What it costs to deliver the service: hosting, support, licences.</summary>
    CostOfRevenue,

    /// <summary>Cash from operations less investment.</summary>
    FreeCashFlow,

    /// <summary>Cash used up: what left less what came in.</summary>
    NetBurn,

    /// <summary>Earnings before interest, tax, depreciation and amortisation.</summary>
    Ebitda,

    /// <summary>Operating income.</summary>
    OperatingIncome,
}
