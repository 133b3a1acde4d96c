using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics;

/// <summary>The days for which a dataset claims to hold every record of one type.</summary>
/// <remarks>
/// Inside its coverage an empty sum is 0: nothing happened. Outside it a sum is undefined: nobody knows. Coverage that is not
/// declared is taken from the data, from the first date to the last one found in records of the type (subscriptions run on,
/// so theirs is open to the right); <see cref="IsDeclared"/> says which it was.
/// </remarks>
/// <param name="From">The first day covered.</param>
/// <param name="To">The first day no longer covered; null for no limit.</param>
/// <param name="IsDeclared">True when stated by whoever built the dataset, false when taken from the data.</param>
public sealed record Coverage(LocalDate From, LocalDate? To = null, bool IsDeclared = true)
{
    /// <summary>The first day no longer covered; null for no limit.</summary>
    /// <exception cref="ArgumentException">It is not after <see cref="From"/>.</exception>
    public LocalDate? To { get; } = To is null || To > From
        ? To
        : throw new ArgumentException(
            $"Coverage from {LocalDatePattern.Iso.Format(From)} to {LocalDatePattern.Iso.Format(To.Value)} has no days: give an end later than the start.", nameof(To));

    /// <summary>The first day covered.</summary>
    public LocalDate From { get; } = From;

    /// <summary>True when the half-open span of days and the coverage have a day in common.</summary>
    public bool Intersects(LocalDate from, LocalDate to) => to > From && (To is null || from < To);

    /// <summary>True when every day of the half-open span is covered.</summary>
    public bool Contains(LocalDate from, LocalDate to) => from >= From && (To is null || to <= To);

    /// <summary>"2026-01-01..2026-04-01 (declared)"; no second date where it has no limit.</summary>
    public override string ToString() =>
        $"{LocalDatePattern.Iso.Format(From)}..{(To is { } to ? LocalDatePattern.Iso.Format(to) : "")} ({(IsDeclared ? "declared" : "taken from the data")})";
}
