using NodaTime;

namespace RevOps.Metrics;

/// <summary>Makes the relation of contracts that fall due.</summary>
internal sealed class RenewalFacts
{
    private readonly NameList _plans = new(), _products = new();
    private readonly List<int> _planOfTerm = [], _productOfTerm = [];
    private readonly List<(int Customer, DueContract Contract, (int Day, PricedSpan Span)? Renewal)> _rows = [];

    private RenewalFacts()
    {
    }

    public static FactTable Compile(RevenueDataset data, LedgerPolicy policy, CustomerNumbers customers, AttributeVersions versions)
    {
        RenewalFacts facts = new();
        SubscriptionPricing pricing = new(policy, data);
        LocalDate? coveredTo = data.CoverageOf(RecordType.Subscription)?.To;
        foreach (var ofCustomer in data.Subscriptions.GroupBy(subscription => customers.Of(subscription.CustomerId)).OrderBy(group => group.Key))
        {
            facts.AddContracts(ofCustomer.Key, [.. ofCustomer.OrderBy(subscription => subscription.Id, StringComparer.Ordinal)], pricing, coveredTo);
        }

        return facts.ToTable(versions, coveredTo);
    }

    private void AddContracts(int customer, Subscription[] subscriptions, SubscriptionPricing pricing, LocalDate? coveredTo)
    {
        PricedSpan[][] paid = [.. subscriptions.Select((subscription, number) => Paid(subscription, number, pricing))];
        RenewalMatching matching = new(subscriptions, paid, term => _productOfTerm[term], DayNumber.OrNone(coveredTo));
        List<DueContract> contracts = [];
        for (int i = 0; i < subscriptions.Length; i++)
        {
            if (paid[i].Length == 0) continue;
            foreach ((LocalDate from, LocalDate due) in ContractDays.Of(subscriptions[i], matching.IsRenewed(subscriptions[i]), coveredTo))
            {
                int first = DayNumber.Of(from), day = DayNumber.Of(due);
                int last = Array.FindLastIndex(paid[i], span => span.From < day);
                if (last >= 0 && paid[i][last].To > first) contracts.Add(new DueContract(i, first, day, paid[i][last]));
            }
        }

        // Ordered stably: contracts due on one day stay in the order of ids.
        DueContract[] inOrder = [.. contracts.OrderBy(contract => contract.Due)];
        foreach ((DueContract contract, var renewal) in inOrder.Zip(matching.RenewalsOf(inOrder))) _rows.Add((customer, contract, renewal));
    }

    /// <summary>The spans in which a subscription charges something, or would if it were not paused.</summary>
    private PricedSpan[] Paid(Subscription subscription, int number, SubscriptionPricing pricing)
    {
        int firstTerm = _planOfTerm.Count;
        foreach (PriceTerm term in subscription.Terms)
        {
            _planOfTerm.Add(_plans.CodeOf(term.Plan));
            _productOfTerm.Add(_products.CodeOf(term.Product));
        }

        List<PricedSpan> spans = [];
        pricing.AddSpans(subscription, number, firstTerm, spans);
        return [.. spans.Where(span => span.Amount > 0).OrderBy(span => span.From)];
    }

    private FactTable ToTable(AttributeVersions versions, LocalDate? coveredTo)
    {
        FactTable table = new(_rows.Count);
        table.Add(Renewals.DueOn, [.. _rows.Select(row => row.Contract.Due)]);
        table.Add(Renewals.RenewedOn, [.. _rows.Select(row => row.Renewal?.Day ?? FactTable.NoDay)]);
        table.Add(Renewals.Amount, [.. _rows.Select(row => row.Contract.Last.Amount)]);
        long[] renewed = [.. _rows.Select(row => row.Renewal is { } renewal ? RenewedAmount(row.Contract.Last, renewal.Span) : 0)];
        table.Add(Renewals.RenewedAmount, renewed);
        table.Add(Renewals.KeptAmount, [.. _rows.Select((row, i) => Math.Min(row.Contract.Last.Amount, renewed[i]))]);
        table.Add(Renewals.DaysLate, [.. _rows.Select(row => row.Renewal is { } renewal ? renewal.Day - row.Contract.Due : FactTable.NoValue)]);
        table.Add(Renewals.DaysKnown, [.. _rows.Select(row => coveredTo is { } covered ? (long)DayNumber.Of(covered) - row.Contract.Due : int.MaxValue)]);
        table.Add(Renewals.Customer, [.. _rows.Select(row => row.Customer)]);
        table.Add(Renewals.Plan, [.. _rows.Select(row => _planOfTerm[row.Contract.Last.Term])], _plans);
        table.Add(Renewals.Product, [.. _rows.Select(row => _productOfTerm[row.Contract.Last.Term])], _products);
        int[] versionOf = [.. _rows.Select(row => versions.On(row.Customer, row.Contract.Due - 1))];
        foreach (string attribute in versions.Attributes)
        {
            (int[] codes, NameList names) = versions.Column(attribute, versionOf);
            table.Add(Renewals.CustomerAttribute(attribute), codes, names);
        }

        return table;
    }

    /// <summary>At the rate that the contract carried: what exchange rates did is no renewal for more or less.</summary>
    private static long RenewedAmount(PricedSpan contract, PricedSpan renewal) =>
        renewal.Currency == contract.Currency && renewal.Rate != contract.Rate ? AmountScale.Round(renewal.Price * contract.Rate) : renewal.Amount;
}
