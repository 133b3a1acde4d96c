using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics.Predictive;

/// <summary>Purchases cut in two at a day: what a model is fitted to, and what the same customers did afterwards, to judge it by.</summary>
public sealed class CalibrationAndHoldout
{
    private CalibrationAndHoldout(RfmTable calibration, ValueList<HoldoutPurchases> holdout, double holdoutLength, double length, ValueList<double> births, ValueList<double> repeats) =>
        (Calibration, Holdout, HoldoutLength, Length, Births, Repeats) = (calibration, holdout, holdoutLength, length, births, repeats);

    /// <summary>The customers who first bought in the calibration, as they were known at its end.</summary>
    public RfmTable Calibration { get; }

    /// <summary>What each of them, in the same order, bought in the holdout.</summary>
    public ValueList<HoldoutPurchases> Holdout { get; }

    /// <summary>How long the holdout is, in the unit of the table.</summary>
    public double HoldoutLength { get; }

    /// <summary>How long both are together, from the beginning of the period of the very first purchase.</summary>
    internal double Length { get; }

    /// <summary>When each customer bought first, from the very first purchase of all.</summary>
    internal ValueList<double> Births { get; }

    /// <summary>When each period with a repeat purchase began, of calibration and holdout, on the same clock.</summary>
    internal ValueList<double> Repeats { get; }

    /// <summary>Cuts purchases at the end of a day.</summary>
    /// <param name="purchases">The purchases and refunds, in any order and one currency.</param>
    /// <param name="calibrationEnd">The last day of the calibration. Who bought first after it is in neither part.</param>
    /// <param name="holdoutEnd">The last day of the holdout.</param>
    /// <param name="options">How purchases are counted; by day unless said otherwise. A period that the cut goes through counts once, where it is first bought in.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">The holdout does not end after the calibration, the options are not valid, or a purchase has no customer.</exception>
    public static CalibrationAndHoldout From(
        IEnumerable<Purchase> purchases, LocalDate calibrationEnd, LocalDate holdoutEnd, RfmOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(purchases);
        RfmOptions chosen = options ?? RfmOptions.Days;
        int end = PurchasePeriods.Of(calibrationEnd, chosen.Period);
        int holdoutPeriods = PurchasePeriods.Of(holdoutEnd, chosen.Period) - end;
        if (holdoutEnd <= calibrationEnd || holdoutPeriods == 0)
        {
            throw new ArgumentException(
                $"The holdout ends on {LocalDatePattern.Iso.Format(holdoutEnd)}, in or before the {chosen.Period} in which the calibration ends ({LocalDatePattern.Iso.Format(calibrationEnd)}): it must end later.",
                nameof(holdoutEnd));
        }

        PurchaseBook book = PurchaseBook.Of(purchases, chosen, cancellationToken);
        List<RfmSummary> customers = [];
        List<HoldoutPurchases> after = [];
        List<int> births = [], repeats = [];
        foreach ((PurchaseBook.Customer known, PurchaseBook.Customer whole) in book.CustomersUntil(calibrationEnd, cancellationToken).Zip(book.CustomersUntil(holdoutEnd, cancellationToken)))
        {
            if (known.Periods.Count == 0) continue;
            int last = known.Periods[^1].Period;
            PurchaseBook.PeriodTotal[] later = [.. whole.Periods.Where(period => period.Period > last && period.Period >= end)];
            customers.Add(RfmTable.Summary(known.Id, known.Periods, end, chosen));
            after.Add(new(known.Id, later.Length, later.Length == 0
                ? Estimate.Undefined("the customer bought nothing in the holdout")
                : Estimate.Of((double)(later.Sum(period => period.Amount) / later.Length))));
            births.Add(known.Periods[0].Period);
            repeats.AddRange(known.Periods.Skip(1).Concat(later).Select(period => period.Period));
        }

        int first = births.Count == 0 ? 0 : births.Min();
        ValueList<double> Clock(List<int> periods) => ValueList.From(periods.Select(period => (period - first) / chosen.PeriodsPerUnit));
        return new(RfmTable.Of(customers, book.WarningsUntil(calibrationEnd)), [.. after], holdoutPeriods / chosen.PeriodsPerUnit,
            births.Count == 0 ? 0 : (end + holdoutPeriods - first + 1) / chosen.PeriodsPerUnit, Clock(births), Clock(repeats));
    }
}

/// <summary>What a customer of the calibration bought in the holdout.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Frequency">The periods of the holdout in which it bought; none of them is a first purchase.</param>
/// <param name="MonetaryValue">The mean amount of those; undefined where there are none.</param>
public readonly record struct HoldoutPurchases(string CustomerId, long Frequency, Estimate MonetaryValue);
