namespace RevOps.Metrics;

/// <summary>Makes the relation of movements from the subscriptions of a dataset.</summary>
internal static class MovementFacts
{
    private static readonly NameList Kinds = NameList.OfEnum<MovementKind>();
    private static readonly NameList Causes = NameList.OfEnum<MovementCause>();

    public static FactTable Compile(RevenueDataset data, LedgerPolicy policy, CustomerNumbers customers, AttributeVersions versions)
    {
        TermFacts terms = new();
        LedgerEntities entities = new(data, policy, customers);
        SubscriptionPricing pricing = new(policy, data);
        List<PricedSpan> spans = [], ofOne = [];
        foreach ((int number, Subscription subscription) in data.Subscriptions.Index())
        {
            ofOne.Clear();
            pricing.AddSpans(subscription, number, terms.Next, ofOne);
            foreach (PriceTerm term in subscription.Terms) terms.Add(term);
            spans.AddRange(entities.Assign(subscription.CustomerId, ofOne.Where(span => span.Amount > 0 || policy.Free == FreeTreatment.Active)));
        }

        Func<int, int> ledgerDay = LedgerSpans.LedgerDay(policy);
        LedgerCompiler compiler = new(terms, versions, policy, ledgerDay);
        foreach (var entity in LedgerSpans.ByEntity(spans, policy, ledgerDay)) compiler.Post(entity.Key, entities.OwnerOf(entity.Key), entity);
        FactTable table = ToTable(compiler.Ledger, versions, terms);
        AcquisitionDays.AddTo(table, customers, entities);
        return table;
    }

    private static FactTable ToTable(List<Movement> ledger, AttributeVersions versions, TermFacts terms)
    {
        int[] Ints(Func<Movement, int> of) => [.. ledger.Select(of)];
        long[] Longs(Func<Movement, long> of) => [.. ledger.Select(of)];
        FactTable table = new(ledger.Count);
        table.Add(Movements.On, Ints(movement => movement.Day));
        table.Add(Movements.Amount, Longs(movement => movement.Amount));
        table.Add(Movements.CustomerChange, Longs(movement => movement.CustomerChange));
        table.Add(Movements.SubscriptionChange, Longs(movement => movement.SubscriptionChange));
        table.Add(Movements.AbsentDays, Longs(movement => movement.AbsentDays));
        table.Add(Movements.Kind, Ints(movement => (int)movement.Kind + 1), Kinds);
        table.Add(Movements.Cause, Ints(movement => movement.Cause is { } cause ? (int)cause + 1 : 0), Causes);
        table.AddNames(Movements.ChurnReason, ledger, movement => movement.Reason);
        table.Add(Movements.Customer, Ints(movement => movement.Entity));
        table.Add(Movements.Subscription, Ints(movement => movement.Subscription), Movements.On);
        table.Add(Movements.Plan, Ints(movement => terms.PlanOf(movement.Term)), terms.Plans);
        table.Add(Movements.Product, Ints(movement => terms.ProductOf(movement.Term)), terms.Products);
        int[] versionOf = Ints(movement => movement.Version);
        foreach (string attribute in versions.Attributes)
        {
            (int[] codes, NameList names) = versions.Column(attribute, versionOf);
            table.Add(Movements.CustomerAttribute(attribute), codes, names);
        }

        return table;
    }
}
