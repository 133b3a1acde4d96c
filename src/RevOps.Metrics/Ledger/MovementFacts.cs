namespace RevOps.Metrics;

/// <summary>Makes the relation of movements from the subscriptions of a dataset and, by policy, the lines of their invoices.</summary>
internal static class MovementFacts
{
    private static readonly NameList Kinds = NameList.OfEnum<MovementKind>();
    private static readonly NameList Causes = NameList.OfEnum<MovementCause>();

    /// <summary>Compiles the ledger: customers of plain subscriptions through the kernel, where the policy allows it, and all others the general way.</summary>
    public static FactTable Compile(RevenueDataset data, LedgerPolicy policy, CustomerNumbers customers, AttributeVersions versions, KernelOptions options) =>
        PlainRules.Serve(policy) ? CompileByKernel(data, policy, customers, versions, options) : CompileGenerally(data, policy, customers, versions);

    /// <summary>The same ledger with all customers taken the general way.</summary>
    public static FactTable CompileGenerally(RevenueDataset data, LedgerPolicy policy, CustomerNumbers customers, AttributeVersions versions)
    {
        TermFacts terms = new();
        LedgerEntities entities = new(data, policy, customers);
        FactTable table = ToTable(Post(data, policy, entities, versions, terms, data.Subscriptions.Index()), versions, terms);
        AcquisitionDays.AddTo(table, customers, entities);
        return table;
    }

    /// <summary>Compiles the ledger with the kernel, under a policy that <see cref="PlainRules"/> allow it for.</summary>
    public static FactTable CompileByKernel(RevenueDataset data, LedgerPolicy policy, CustomerNumbers customers, AttributeVersions versions, KernelOptions options)
    {
        TermFacts terms = new();
        PlainSubscriptions plain = PlainSubscriptions.Of(data, policy, customers, terms, options.Threads);
        List<Movement> movements = plain.HasGeneral
            ? Post(data, policy, new LedgerEntities(data, policy, customers), versions, terms, Enumerable.Range(0, plain.Count).Where(i => plain.IsGeneral[plain.Customer[i]]).Select(i => (i, data.Subscriptions[i])))
            : [];
        GeneralLedger general = new(movements, customers.Count);
        return new PlainFacts(PlainLedger.Compile(plain, general, versions, options), general, plain, versions, customers, terms).ToTable(Kinds, Causes);
    }

    /// <summary>The movements of some subscriptions, given with their numbers and in the order of them.</summary>
    private static List<Movement> Post(
        RevenueDataset data, LedgerPolicy policy, LedgerEntities entities, AttributeVersions versions, TermFacts terms, IEnumerable<(int Number, Subscription Subscription)> subscriptions)
    {
        ServicePricing pricing = new(policy, data, terms);
        List<PricedSpan> spans = [], ofOne = [];
        foreach ((int number, Subscription subscription) in subscriptions)
        {
            void Take()
            {
                spans.AddRange(entities.Assign(number, subscription.CustomerId, ofOne.Where(span => span.Amount > 0 || policy.Free == FreeTreatment.Active)));
                ofOne.Clear();
            }

            // Two lines each: the price, and after it the usage.
            pricing.AddService(subscription, 2 * number, ofOne);
            Take();
            pricing.AddUsage(subscription, (2 * number) + 1, ofOne);
            Take();
        }

        Func<int, int> ledgerDay = LedgerSpans.LedgerDay(policy);
        LedgerCompiler compiler = new(terms, versions, policy, ledgerDay);
        foreach (var entity in LedgerSpans.ByEntity(spans, policy, ledgerDay)) compiler.Post(entity.Key, entities.OwnerOf(entity.Key), entity);
        return compiler.Ledger;
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
        table.Add(Movements.Subscription, Ints(movement => movement.Subscription / 2), Movements.On);
        table.Add(Movements.Plan, Ints(movement => terms.PlanOf(movement.Term)), terms.Plans);
        table.Add(Movements.Product, Ints(movement => terms.ProductOf(movement.Term)), terms.Products);
        int[] versionOf = Ints(movement => movement.Version);
        versions.AddTo(table, Movements.CustomerAttribute, () => versionOf);

        return table;
    }
}
