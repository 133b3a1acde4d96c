using NodaTime;

namespace RevOps.Metrics.SampleData;

/// <summary>A subscription while its story is still being told; <see cref="Close"/> makes the record.</summary>
internal sealed class SubscriptionDraft(string id, string customerId, LocalDate start)
{
    private readonly List<PriceTerm> _terms = [];
    private readonly List<ServicePause> _pauses = [];
    private readonly List<CancellationRequest> _cancellations = [];

    public string Id { get; } = id;

    public LocalDate Start { get; } = start;

    public LocalDate? TrialEnd { get; init; }

    public LocalDate? SignedOn { get; init; }

    public bool? AutoRenews { get; init; }

    public int? NoticeDays { get; init; }

    public string? RenewsId { get; init; }

    public string? ReplacesId { get; init; }

    public PaymentCollection Collection { get; init; }

    public PriceTerm Current => _terms[^1];

    /// <summary>A further term. Agreed on the first day of the one before, it takes its place: no term is empty.</summary>
    public void Charge(PriceTerm term)
    {
        if (_terms.Count > 0 && _terms[^1].From >= term.From) _terms.RemoveAt(_terms.Count - 1);
        _terms.Add(term);
    }

    public void Pause(LocalDate from, LocalDate? to) => _pauses.Add(new ServicePause(from, to));

    public void Cancel(LocalDate requestedOn, string? reason, bool? isVoluntary, LocalDate? withdrawnOn = null) => _cancellations.Add(
        new CancellationRequest { RequestedOn = requestedOn, WithdrawnOn = withdrawnOn, Reason = reason, IsVoluntary = isVoluntary });

    /// <summary>The record, ending on this day; terms that would begin later never come to be.</summary>
    public Subscription Close(LocalDate? end, bool isVoid = false) => new()
    {
        Id = Id,
        CustomerId = customerId,
        Start = Start,
        End = end,
        Terms = ValueList.From(_terms.Where(term => end is null || term.From < end)),
        TrialEnd = TrialEnd,
        Pauses = ValueList.From(_pauses.Select(pause => end is { } last && !(pause.To <= last) ? pause with { To = last } : pause)),
        Cancellations = ValueList.From(_cancellations),
        SignedOn = SignedOn,
        AutoRenews = AutoRenews,
        NoticeDays = NoticeDays,
        RenewsId = RenewsId,
        ReplacesId = ReplacesId,
        Collection = Collection,
        IsVoid = isVoid,
    };
}
