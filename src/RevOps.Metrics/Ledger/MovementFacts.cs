namespace RevOps.Metrics;

/// <summary>Makes the relation of movements from the subscriptions of a dataset.</summary>
internal static class MovementFacts
{
    public static FactTable Compile(RevenueDataset data, LedgerPolicy policy, CustomerNumbers customers, AttributeVersions versions)
    {
        NameList plans = new(), products = new();
        List<int> planOfTerm = [], productOfTerm = [];
        List<Movement> ledger = [];
        LedgerCompiler compiler = new((a, b) => planOfTerm[a] == planOfTerm[b] && productOfTerm[a] == productOfTerm[b], ledger);
        SubscriptionPricing pricing = new(policy, data.ReportingCurrency, data.Options.ExchangeRates);

        List<PricedSpan> spans = [];
        foreach ((int customer, List<Subscription> subscriptions) in ByCustomer(data, customers))
        {
            spans.Clear();
            for (int i = 0; i < subscriptions.Count; i++)
            {
                int firstTerm = planOfTerm.Count;
                foreach (PriceTerm term in subscriptions[i].Terms)
                {
                    planOfTerm.Add(plans.CodeOf(term.Plan));
                    productOfTerm.Add(products.CodeOf(term.Product));
                }

                pricing.AddSpans(subscriptions[i], i, firstTerm, spans);
            }

            compiler.Post(customer, spans, subscriptions.Count, versions);
        }

        FactTable table = ToTable(ledger, versions, (planOfTerm, plans), (productOfTerm, products));
        AcquisitionDays.AddTo(table, customers);
        return table;
    }

    /// <summary>Each customer's subscriptions in the ordinal order of their ids, customers in the order of their numbers.</summary>
    private static IEnumerable<(int Customer, List<Subscription> Subscriptions)> ByCustomer(RevenueDataset data, CustomerNumbers customers)
    {
        List<Subscription>?[] byCustomer = new List<Subscription>?[customers.Count];
        foreach (Subscription subscription in data.Subscriptions) (byCustomer[customers.Of(subscription.CustomerId)] ??= []).Add(subscription);
        for (int i = 0; i < byCustomer.Length; i++)
        {
            if (byCustomer[i] is { } subscriptions) yield return (i, subscriptions);
        }
    }

    private static FactTable ToTable(List<Movement> ledger, AttributeVersions versions, (List<int> OfTerm, NameList Names) plan, (List<int> OfTerm, NameList Names) product)
    {
        int rows = ledger.Count;
        int[] days = new int[rows], kinds = new int[rows], owners = new int[rows], versionOf = new int[rows], plans = new int[rows], products = new int[rows];
        long[] amounts = new long[rows], customerChanges = new long[rows];
        for (int i = 0; i < rows; i++)
        {
            Movement movement = ledger[i];
            days[i] = movement.Day;
            kinds[i] = (int)movement.Kind + 1;
            owners[i] = movement.Customer;
            versionOf[i] = movement.Version;
            plans[i] = plan.OfTerm[movement.Term];
            products[i] = product.OfTerm[movement.Term];
            amounts[i] = movement.Amount;
            customerChanges[i] = movement.CustomerChange;
        }

        FactTable table = new(rows);
        table.Add(Movements.On, days);
        table.Add(Movements.Amount, amounts);
        table.Add(Movements.CustomerChange, customerChanges);
        table.Add(Movements.Kind, kinds, NameList.OfEnum<MovementKind>());
        table.Add(Movements.Customer, owners);
        table.Add(Movements.Plan, plans, plan.Names);
        table.Add(Movements.Product, products, product.Names);
        foreach (string attribute in versions.Attributes)
        {
            (int[] codes, NameList names) = versions.Column(attribute, versionOf);
            table.Add(Movements.CustomerAttribute(attribute), codes, names);
        }

        return table;
    }
}
