using NodaTime.Text;

namespace RevOps.Metrics;

/// <summary>Makes the relation of movements from the ledger in columns; what a question needs beside days and amounts is made when first asked for.</summary>
internal sealed class PlainFacts(PlainLedger ledger, GeneralLedger general, PlainSubscriptions plain, AttributeVersions versions, CustomerNumbers customers, TermFacts terms)
{
    private readonly Lazy<int[]> _customerOf = new(() => CustomersOf(ledger, versions));

    public FactTable ToTable(NameList kinds, NameList causes)
    {
        FactTable table = new(ledger.Rows);
        table.Add(Movements.On, ledger.Days);
        table.Add(Movements.Amount, ledger.Amounts);
        table.Add(Movements.CustomerChange, () => Array.ConvertAll(ledger.Traits, traits => (long)new RowTraits(traits).CustomerChange));
        table.Add(Movements.SubscriptionChange, () => Array.ConvertAll(ledger.Traits, traits => (long)new RowTraits(traits).SubscriptionChange));
        table.Add(Movements.AbsentDays, () => Array.ConvertAll(ledger.AbsentDays, days => days == FactTable.NoDay ? FactTable.NoValue : days));
        table.Add(Movements.Kind, () => new Codes(Array.ConvertAll(ledger.Traits, traits => (byte)new RowTraits(traits).KindCode)), kinds);
        table.Add(Movements.Cause, () => new Codes(Array.ConvertAll(ledger.Traits, traits => (byte)new RowTraits(traits).CauseCode)), causes);
        table.Add(Movements.ChurnReason, Reasons);
        table.Add(Movements.Customer, () => _customerOf.Value);
        table.Add(Movements.Subscription, () => FromSources(source => source, movement => movement.Subscription / 2), Movements.On);
        table.Add(Movements.Plan, () => (FromSources(source => plain.Plan.Length == 0 ? 0 : plain.Plan[source] + 1, movement => terms.PlanOf(movement.Term)), terms.Plans));
        table.Add(Movements.Product, () => (FromSources(source => plain.Product.Length == 0 ? 0 : plain.Product[source] + 1, movement => terms.ProductOf(movement.Term)), terms.Products));
        table.Add(Movements.CustomerId, () => customers.Column(_customerOf.Value));
        table.Add(Movements.AcquiredOn, AcquiredOn);
        foreach (string attribute in versions.Attributes) table.Add(Movements.CustomerAttribute(attribute), () => versions.Column(attribute, ledger.Versions));
        return table;
    }

    private int[] FromSources(Func<int, int> ofPlain, Func<Movement, int> ofGeneral) =>
        Array.ConvertAll(ledger.Sources, source => source >= 0 ? ofPlain(source) : ofGeneral(general[source]));

    private (int[] Codes, NameList Names) Reasons()
    {
        NameList names = new();
        return (FromSources(_ => 0, movement => names.CodeOf(movement.Reason)), names);
    }

    /// <summary>The day of each customer's first row, in the ISO form; a day has one text.</summary>
    private (int[] Codes, NameList Names) AcquiredOn()
    {
        NameList names = new();
        Dictionary<int, int> codeOf = [];
        int[] customerOf = _customerOf.Value, codes = new int[customerOf.Length];
        for (int row = 0; row < codes.Length; row++)
        {
            if (row > 0 && customerOf[row] == customerOf[row - 1]) codes[row] = codes[row - 1];
            else if (codeOf.TryGetValue(ledger.Days[row], out int code)) codes[row] = code;
            else codes[row] = codeOf[ledger.Days[row]] = names.CodeOf(LocalDatePattern.Iso.Format(DayNumber.ToDate(ledger.Days[row])));
        }

        return (codes, names);
    }

    /// <summary>A version is of one customer, and both are numbered in the same order.</summary>
    private static int[] CustomersOf(PlainLedger ledger, AttributeVersions versions)
    {
        int[] customerOf = new int[ledger.Rows];
        int customer = 0;
        for (int row = 0; row < customerOf.Length; row++)
        {
            while (versions.Of(customer).End <= ledger.Versions[row]) customer++;
            customerOf[row] = customer;
        }

        return customerOf;
    }
}
