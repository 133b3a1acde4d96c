using NodaTime;

namespace RevOps.Metrics;

/// <summary>The deals of a dataset in columns, in their order: made once for all engines, each column when it is first read; safe for many threads.</summary>
/// <remarks>What depends on a ledger policy, such as whose deal it is, is not here: <see cref="DealTraits"/> tells it.</remarks>
internal sealed class DealRegister
{
    private readonly Lazy<DealDays> _days;
    private readonly Lazy<DealAmounts> _amounts;
    private readonly Lazy<Known<int>> _expectedCloses;
    private readonly Lazy<DealNames> _stages, _owners, _categories;
    private readonly Lazy<StageChanges> _stageChanges;
    private readonly Lazy<(Codes Codes, NameList Names)> _products, _lostReasons;
    private readonly Lazy<byte[]> _outcomes;
    private readonly Lazy<Codes> _types;
    private readonly Lazy<NameList> _ids;

    public DealRegister(RevenueDataset data)
    {
        ValueList<Deal> deals = data.Deals;
        Count = deals.Count;
        _days = new(() => DealDays.Of(deals));
        _amounts = new(() => DealAmounts.Of(data, Days));
        _expectedCloses = new(() => ExpectedClosesOf(deals, Days));
        _stages = new(() => DealNames.Of(deals, Days, new NameList(), deal => deal.Stage, change => change.Stage));
        _stageChanges = new(() => StageChanges.Of(Days, Stages));
        _owners = new(() => DealNames.Of(deals, Days, new NameList(), deal => deal.Owner, change => change.Owner));
        _categories = new(() => DealNames.Of(
            deals, Days, NameList.OfEnum<ForecastCategory>(), deal => deal.Category?.ToString(), change => change.Category?.ToString()));
        _products = new(() => NamesOf(deals, deal => deal.Product));
        _lostReasons = new(() => NamesOf(deals, deal => deal.LostReason));
        _outcomes = new(() => [.. deals.Select(deal => CodeOf(deal.Outcome))]);
        _types = new(() => new Codes([.. deals.Select(deal => (byte)(deal.Type + 1))]));
        _ids = new(() => NameList.OfDifferent(deals.Select(deal => deal.Id)));
    }

    /// <summary>The names of outcomes, by their codes.</summary>
    public static NameList OutcomeNames { get; } = NameList.OfEnum<DealOutcome>();

    /// <summary>The names of types, by their codes.</summary>
    public static NameList TypeNames { get; } = NameList.OfEnum<DealType>();

    public int Count { get; }

    public DealDays Days => _days.Value;

    public DealAmounts Amounts => _amounts.Value;

    /// <summary>The days on which the deals were expected to close; <see cref="FactTable.NoDay"/> for none.</summary>
    public Known<int> ExpectedCloses => _expectedCloses.Value;

    public DealNames Stages => _stages.Value;

    public StageChanges StageChanges => _stageChanges.Value;

    public DealNames Owners => _owners.Value;

    public DealNames Categories => _categories.Value;

    public (Codes Codes, NameList Names) Products => _products.Value;

    public (Codes Codes, NameList Names) LostReasons => _lostReasons.Value;

    /// <summary>How each deal ended, by <see cref="CodeOf"/>.</summary>
    public byte[] Outcomes => _outcomes.Value;

    public Codes Types => _types.Value;

    /// <summary>The ids, of which no two deals have the same: the code of each is the deal's number plus one.</summary>
    public NameList Ids => _ids.Value;

    public static byte CodeOf(DealOutcome outcome) => (byte)(outcome + 1);

    private static (Codes Codes, NameList Names) NamesOf(ValueList<Deal> deals, Func<Deal, string?> name)
    {
        NameList names = new();
        int[] codes = [.. deals.Select(deal => names.CodeOf(name(deal)))];
        return (Codes.Of(codes, names.Count), names);
    }

    private static Known<int> ExpectedClosesOf(ValueList<Deal> deals, DealDays days)
    {
        int[] opening = new int[deals.Count], told = new int[days.ChangedOn.Count];
        int place = 0;
        foreach ((int number, Deal deal) in deals.Index())
        {
            LocalDate? first = null;
            foreach (DealChange change in DealDays.InOrder(deal.History))
            {
                first ??= change.ExpectedCloseOn;
                told[place++] = DayNumber.OrNone(change.ExpectedCloseOn);
            }

            opening[number] = DayNumber.OrNone(first ?? deal.ExpectedCloseOn);
        }

        return new Known<int>(opening, told, FactTable.NoDay);
    }
}
