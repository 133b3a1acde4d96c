using NodaTime;

namespace RevOps.Metrics;

/// <summary>Makes the relation of contracts that fall due.</summary>
internal sealed class RenewalFacts
{
    private readonly TermFacts _terms = new();
    private readonly List<(int Customer, DueContract Contract, (int Day, PricedSpan Span)? Renewal)> _rows = [];

    private RenewalFacts()
    {
    }

    /// <summary>The days on which contracts are known to fall due: those of subscriptions, and a year more.</summary>
    public static Coverage? CoverageOf(RevenueDataset data) => data.CoverageOf(RecordType.Subscription) is { To: { } to } coverage
        ? new Coverage(coverage.From, ContractDays.LastDue(to), coverage.IsDeclared)
        : data.CoverageOf(RecordType.Subscription);

    public static FactTable Compile(RevenueDataset data, LedgerPolicy policy, CustomerNumbers customers, AttributeVersions versions)
    {
        RenewalFacts facts = new();
        ServicePricing pricing = new(policy, data, facts._terms);
        LocalDate? coveredTo = data.CoverageOf(RecordType.Subscription)?.To;
        foreach (var ofCustomer in data.Subscriptions.GroupBy(subscription => customers.Of(subscription.CustomerId)).OrderBy(group => group.Key))
        {
            facts.AddContracts(ofCustomer.Key, [.. ofCustomer.OrderBy(subscription => subscription.Id, StringComparer.Ordinal)], pricing, coveredTo);
        }

        return facts.ToTable(versions, coveredTo);
    }

    private void AddContracts(int customer, Subscription[] subscriptions, ServicePricing pricing, LocalDate? coveredTo)
    {
        PricedSpan[][] paid = [.. subscriptions.Select((subscription, number) => Paid(subscription, number, pricing))];
        RenewalMatching matching = new(subscriptions, paid, _terms.ProductOf, DayNumber.OrNone(coveredTo));
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
    private static PricedSpan[] Paid(Subscription subscription, int number, ServicePricing pricing)
    {
        List<PricedSpan> spans = [];
        pricing.AddService(subscription, number, spans);
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
        table.Add(Renewals.Plan, [.. _rows.Select(row => _terms.PlanOf(row.Contract.Last.Term))], _terms.Plans);
        table.Add(Renewals.Product, [.. _rows.Select(row => _terms.ProductOf(row.Contract.Last.Term))], _terms.Products);
        int[] versionOf = [.. _rows.Select(row => versions.On(row.Customer, row.Contract.Due - 1))];
        versions.AddTo(table, Renewals.CustomerAttribute, () => versionOf);

        return table;
    }

    /// <summary>At the rate that the contract carried: what exchange rates did is no renewal for more or less.</summary>
    private static long RenewedAmount(PricedSpan contract, PricedSpan renewal) =>
        renewal.Currency == contract.Currency && renewal.Rate != contract.Rate ? AmountScale.Round(renewal.Price * contract.Rate) : renewal.Amount;
}
