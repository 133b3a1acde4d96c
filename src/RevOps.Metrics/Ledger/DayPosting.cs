namespace RevOps.Metrics;

/// <summary>Decides what the changes of one day are, and posts them.</summary>
/// <remarks>
/// <para>
/// The entity before and after the day decides: from nothing to something is new or reactivation, to nothing is churn, and more or less between is
/// expansion or contraction. Netted, only the net change is a movement. What moves between subscriptions is transfer: the smaller-signed side
/// whole, and as much of the larger side, taken from its subscriptions in the ordinal order of ids. Where each event counts, there is no such
/// transfer, and each change is a movement by itself, increases first.
/// </para>
/// <para>
/// What moves between plans, products or attribute values within a subscription is transfer: off under the old values, on under the new
/// ones, the change itself under those it ends with (an increase under the new, a decrease under the old). What moves between entities goes whole,
/// by transfer or as acquired, and the change counts where it comes to. So these rows of a day add up to zero, and all rows to the balance.
/// </para>
/// <para>
/// All this is of what the customer has contracted, paused or not. A pause takes the contracted amount off by a row of its own and a resume
/// brings it back, so the customer stays; what ends while paused is resumed and then churns. What the same price is worth more or less at a new
/// rate is FX: the movement is the change of the price at the rate carried so far, and the rest of the change is FX.
/// </para>
/// </remarks>
internal sealed class DayPosting(TermFacts terms, LedgerPolicy policy)
{
    private readonly Dictionary<int, MovementKind> _kinds = [];
    private IReadOnlyDictionary<int, PricedSpan> _current = new Dictionary<int, PricedSpan>();
    private List<SpanChange> _changes = [];
    private int _entity, _day, _oldVersion, _newVersion, _offNext, _onNext;
    private int? _goneOn;
    private bool _everActive;

    /// <summary>The rows posted so far.</summary>
    public List<Movement> Ledger { get; } = [];

    /// <summary>Starts with an entity, of which nothing is known.</summary>
    public void Begin(int entity)
    {
        _entity = entity;
        _everActive = false;
        _goneOn = null;
    }

    /// <summary>Posts the changes of a day, which come in the order of their subscriptions.</summary>
    public void Post(int day, IReadOnlyDictionary<int, PricedSpan> current, List<SpanChange> changes, int oldVersion, int newVersion)
    {
        (_day, _current, _changes, _oldVersion, _newVersion) = (day, current, changes, oldVersion, newVersion);
        int before = current.Count;
        int after = before + changes.Count(change => change is { Before: null, After: not null }) - changes.Count(change => change is { Before: not null, After: null });
        int held = before + changes.Count(change => change.ComesBy is not null) - changes.Count(change => change.GoesOnBy is not null);
        NameKinds(before, held, after);

        // The number of customers changes on the first row that says so; a customer who goes on under other attributes
        // leaves the old ones and joins the new ones.
        bool moves = before > 0 && after > 0 && oldVersion != newVersion;
        _offNext = (before > 0 && after == 0) || moves ? -1 : 0;
        _onNext = (before == 0 && after > 0) || moves ? 1 : 0;

        long up = 0, down = 0;
        foreach (SpanChange change in changes)
        {
            up += Math.Max(change.Moved, 0);
            down += Math.Max(-change.Moved, 0);
        }

        long upTransfer = policy.Netting == MovementNetting.EachEvent ? 0 : Math.Min(up, down), downTransfer = upTransfer;
        // First what comes from another entity or goes to one: who joins by that joins by that, whatever else starts on the day.
        foreach (SpanChange change in changes.Where(change => change.IsHandedOver)) Post(change, ref upTransfer, ref downTransfer);
        foreach (SpanChange change in changes.Where(change => !change.IsHandedOver)) Post(change, ref upTransfer, ref downTransfer);

        if (after > 0) (_everActive, _goneOn) = (true, null);
        else if (before > 0) _goneOn = day;
    }

    /// <summary>Which kind each change is.</summary>
    /// <param name="before">How many subscriptions counted until the day.</param>
    /// <param name="held">How many of them, and of those that came from other entities, would without the changes that are movements.</param>
    /// <param name="after">How many count from the day.</param>
    private void NameKinds(int before, int held, int after)
    {
        _kinds.Clear();
        MovementKind starting = before > 0 ? MovementKind.Expansion : _everActive ? MovementKind.Reactivation : MovementKind.New;
        if (policy.Netting == MovementNetting.EachEvent)
        {
            int running = held;
            foreach (SpanChange change in _changes.Where(change => IsIncrease(change)))
            {
                _kinds[change.Subscription] = running == 0 ? starting : MovementKind.Expansion;
                if (change.IsStart) running++;
            }

            foreach (SpanChange change in _changes.Where(change => !IsIncrease(change)))
            {
                if (change.IsEnd) running--;
                _kinds[change.Subscription] = running == 0 ? MovementKind.Churn : MovementKind.Contraction;
            }

            return;
        }

        long net = _changes.Sum(change => change.Moved);
        foreach (SpanChange change in _changes)
        {
            _kinds[change.Subscription] =
                held == 0 && after > 0 ? starting
                : held > 0 && after == 0 ? MovementKind.Churn
                : net != 0 ? (net > 0 ? MovementKind.Expansion : MovementKind.Contraction)
                : IsIncrease(change) ? MovementKind.Expansion : MovementKind.Contraction;
        }
    }

    private static bool IsIncrease(SpanChange change) => change.Moved > 0 || (change.Moved == 0 && !change.IsEnd);

    private void Post(SpanChange change, ref long upTransfer, ref long downTransfer)
    {
        if (change.GoesOnBy is { } goesOn)
        {
            PricedSpan gone = change.Before!;
            Row(gone, _oldVersion, goesOn, -gone.Amount, -1);
            if (gone.IsPaused) Row(gone, _oldVersion, MovementKind.Resume, gone.Amount, 1);
            return;
        }

        if (change.ComesBy is { } comesBy) Row(change.After!, _newVersion, comesBy, change.Carried!.Amount, 1);
        bool hasOtherValues = change is { Before: { } old, After: { } now } && (_oldVersion != _newVersion || !terms.HaveSameValues(old.Term, now.Term));
        if (hasOtherValues)
        {
            long kept = change.Before!.Amount + Math.Min(change.Moved, 0);
            Row(change.Before, _oldVersion, MovementKind.Transfer, -kept, -1);
            Row(change.After!, _newVersion, MovementKind.Transfer, kept, 1);
        }

        int subscriptions = change.IsStart ? 1 : change.IsEnd ? -1 : 0;
        bool isIncrease = IsIncrease(change);
        long transfer = Math.Min(Math.Abs(change.Moved), isIncrease ? upTransfer : downTransfer);
        if (isIncrease) upTransfer -= transfer;
        else downTransfer -= transfer;
        long signed = isIncrease ? transfer : -transfer;
        // A decrease is posted under what it ends with, unless it came from another entity on the day.
        (PricedSpan span, int version) = isIncrease || change.Before is null ? (change.After!, _newVersion) : (change.Before, _oldVersion);
        if (signed != 0)
        {
            Row(span, version, MovementKind.Transfer, signed, subscriptions);
            subscriptions = 0;
        }

        MovementKind kind = _kinds[change.Subscription];
        Row(span, version, kind, change.Moved - signed, subscriptions, CauseOf(change, kind), kind == MovementKind.Churn ? change.Before?.EndReason : null);
        if (change.Fx != 0) Row(change.After!, _newVersion, MovementKind.Fx, change.Fx, 0);
        PostPause(change, hasOtherValues);
    }

    /// <summary>Takes off what is paused now and brings back what was; a pause that goes on under other values is brought back there and taken off here.</summary>
    private void PostPause(SpanChange change, bool hasOtherValues)
    {
        PricedSpan? was = change.Before is { IsPaused: true } ? change.Before : null, isNow = change.After is { IsPaused: true } ? change.After : null;
        if (was is not null && isNow is not null && !hasOtherValues)
        {
            Row(isNow, _newVersion, isNow.Amount > was.Amount ? MovementKind.Pause : MovementKind.Resume, was.Amount - isNow.Amount, 0);
            return;
        }

        if (was is not null) Row(was, _oldVersion, MovementKind.Resume, was.Amount, 1);
        if (isNow is not null) Row(isNow, _newVersion, MovementKind.Pause, -isNow.Amount, -1);
    }

    private MovementCause? CauseOf(SpanChange change, MovementKind kind) => kind switch
    {
        MovementKind.Churn => change.Before?.EndsBy,
        MovementKind.Expansion or MovementKind.Contraction => change switch
        {
            { IsStart: true, After: { } started } => HasProduct(started, before: true) ? MovementCause.SameProduct : MovementCause.OtherProduct,
            { IsEnd: true, Before: { } ended } => HasProduct(ended, before: false) ? MovementCause.SameProduct : MovementCause.OtherProduct,
            { Carried: { } was, After: { } isNow } => terms.CauseBetween(was.Term, isNow.Term),
            _ => null,
        },
        _ => null,
    };

    /// <summary>Whether the entity has the product of a span by another subscription, before the day or from it.</summary>
    private bool HasProduct(PricedSpan span, bool before)
    {
        bool IsIt(PricedSpan? other) => other is not null && other.Subscription != span.Subscription && terms.ProductOf(other.Term) == terms.ProductOf(span.Term);
        return _changes.Exists(change => IsIt(before ? change.Before : change.After))
            || _current.Values.Any(other => IsIt(other) && !_changes.Exists(change => change.Subscription == other.Subscription));
    }

    private void Row(PricedSpan span, int version, MovementKind kind, long amount, int subscriptions, MovementCause? cause = null, string? reason = null)
    {
        if (amount == 0 && subscriptions == 0) return;
        int customers = 0;
        // Pause, resume and FX come beside what the customer did, and say nothing of who is one.
        bool isContracted = kind is not (MovementKind.Pause or MovementKind.Resume or MovementKind.Fx);
        // A customer leaves its old values; a decrease of what came from another entity stands under the new ones.
        if (isContracted && version == _oldVersion && (amount < 0 || subscriptions < 0)) (customers, _offNext) = (_offNext, 0);
        if (isContracted && (amount > 0 || subscriptions > 0)) (customers, _onNext) = (_onNext, 0);
        Ledger.Add(new Movement(_entity, version, span.Term, _day, kind, amount, customers, subscriptions)
        {
            Subscription = span.Subscription,
            Cause = cause,
            Reason = reason,
            AbsentDays = kind == MovementKind.Reactivation && _goneOn is { } gone ? _day - gone : FactTable.NoValue,
        });
    }
}
