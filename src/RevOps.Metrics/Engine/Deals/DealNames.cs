namespace RevOps.Metrics;

/// <summary>One of the things that are known of deals by name, such as the stage, in codes of a byte where that is enough.</summary>
internal sealed class DealNames
{
    private DealNames(NameList names, Codes now, Known<byte>? narrow, Known<int>? wide) => (Names, Now, Narrow, Wide) = (names, now, narrow, wide);

    public NameList Names { get; }

    /// <summary>The name that each deal has now: as wide as what was known.</summary>
    public Codes Now { get; }

    /// <summary>What was known of deals, where a byte is enough for a code; null where it is <see cref="Wide"/>.</summary>
    public Known<byte>? Narrow { get; }

    /// <summary>What was known of deals, where a byte is not enough.</summary>
    public Known<int>? Wide { get; }

    /// <summary>Whether any change told of it.</summary>
    public bool IsTold => Narrow is { Told: not null } || Wide is { Told: not null };

    /// <param name="deals">The deals.</param>
    /// <param name="days">Where their changes begin.</param>
    /// <param name="names">The names, to which those found are added.</param>
    /// <param name="ofDeal">The name that a deal has now.</param>
    /// <param name="ofChange">The name that a change tells; null where it tells nothing, which is not the same as no name.</param>
    public static DealNames Of(ValueList<Deal> deals, DealDays days, NameList names, Func<Deal, string?> ofDeal, Func<DealChange, string?> ofChange)
    {
        const int Nothing = -1;
        int[] now = new int[deals.Count], opening = new int[deals.Count], told = new int[days.ChangedOn.Count];
        int place = 0;
        foreach ((int number, Deal deal) in deals.Index())
        {
            int first = Nothing;
            foreach (DealChange change in DealDays.InOrder(deal.History))
            {
                int code = ofChange(change) is { } name ? names.CodeOf(name) : Nothing;
                told[place++] = code;
                if (first == Nothing) first = code;
            }

            now[number] = names.CodeOf(ofDeal(deal));
            opening[number] = first == Nothing ? now[number] : first;
        }

        // One code more, of changes that tell nothing.
        int nothing = names.Count;
        for (int change = 0; change < told.Length; change++)
        {
            if (told[change] == Nothing) told[change] = nothing;
        }

        Codes codesNow = Codes.Of(now, nothing + 1), codesOpening = Codes.Of(opening, nothing + 1), codesTold = Codes.Of(told, nothing + 1);
        return codesTold.Narrow is { } narrow
            ? new DealNames(names, codesNow, new Known<byte>(codesOpening.Narrow!, narrow, (byte)nothing), null)
            : new DealNames(names, codesNow, null, new Known<int>(opening, told, nothing));
    }
}
