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
        table.Add(Movements.CustomerChange, () => new WholeNumbers(Split.Map(ledger.Traits, ledger.Rows, traits => (sbyte)new RowTraits(traits).CustomerChange)));
        table.Add(Movements.SubscriptionChange, () => new WholeNumbers(Split.Map(ledger.Traits, ledger.Rows, traits => (sbyte)new RowTraits(traits).SubscriptionChange)));
        table.Add(Movements.AbsentDays, AbsentDays);
        table.Add(Movements.Kind, () => new Codes(ledger.Kinds), kinds);
        table.Add(Movements.Cause, () => new Codes(Split.Map(ledger.Traits, ledger.Rows, traits => (byte)new RowTraits(traits).CauseCode)), causes);
        table.Add(Movements.ChurnReason, Reasons);
        table.Add(Movements.Customer, () => _customerOf.Value);
        table.Add(Movements.Subscription, () => FromSources(source => source, movement => movement.Subscription / 2), Movements.On);
        table.Add(Movements.Plan, () => (FromSources(source => plain.Plan.Length == 0 ? 0 : plain.Plan[source] + 1, movement => terms.PlanOf(movement.Term)), terms.Plans));
        table.Add(Movements.Product, () => (FromSources(source => plain.Product.Length == 0 ? 0 : plain.Product[source] + 1, movement => terms.ProductOf(movement.Term)), terms.Products));
        table.Add(Movements.CustomerId, () => customers.Column(_customerOf.Value));
        table.Add(Movements.AcquiredOn, AcquiredOn);
        versions.AddTo(table, Movements.CustomerAttribute, ledger.Versions);
        return table;
    }

    private int[] FromSources(Func<int, int> ofPlain, Func<Movement, int> ofGeneral) =>
        Split.Map(ledger.Sources, ledger.Rows, source => source >= 0 ? ofPlain(source) : ofGeneral(general[source]));

    private (int[] Codes, NameList Names) Reasons()
    {
        NameList names = new();
        int[] codes = new int[ledger.Rows];
        // In the order of rows, as the names get their codes in it.
        for (int row = 0; row < codes.Length; row++) codes[row] = ledger.Sources[row] is < 0 and var source ? names.CodeOf(general[source].Reason) : 0;
        return (codes, names);
    }

    /// <summary>Of a reactivation, for how many days the customer had nothing; days on which the customer has no subscription left are seen on the way.</summary>
    private long[] AbsentDays()
    {
        long[] absent = new long[ledger.Rows];
        int goneOn = FactTable.NoDay, customer = -1, subscriptions = 0;
        for (int row = 0; row < absent.Length;)
        {
            if (_customerOf.Value[row] != customer) (customer, goneOn, subscriptions) = (_customerOf.Value[row], FactTable.NoDay, 0);
            int day = ledger.Days[row], before = subscriptions;
            for (; row < absent.Length && _customerOf.Value[row] == customer && ledger.Days[row] == day; row++)
            {
                RowTraits traits = new(ledger.Traits[row]);
                subscriptions += traits.SubscriptionChange;
                bool isBack = ledger.Kinds[row] == RowKind.CodeOf(MovementKind.Reactivation) && goneOn != FactTable.NoDay;
                absent[row] = ledger.Sources[row] < 0 ? general[ledger.Sources[row]].AbsentDays : isBack ? day - goneOn : FactTable.NoValue;
            }

            if (subscriptions > 0) goneOn = FactTable.NoDay;
            else if (before > 0) goneOn = day;
        }

        return absent;
    }

    /// <summary>The day of each customer's first row, in the ISO form; a day has one text.</summary>
    private (Codes Codes, NameList Names) AcquiredOn()
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

        // The days of some years are more than a byte can tell, and the column is what cohorts are read from.
        return (names.Count <= ushort.MaxValue + 1 ? new Codes(Split.Map(codes, code => (ushort)code)) : new Codes(codes), names);
    }

    /// <summary>A version is of one customer, and both are numbered in the same order.</summary>
    private static int[] CustomersOf(PlainLedger ledger, AttributeVersions versions)
    {
        int[] customerOf = new int[ledger.Rows];
        int customer = 0;
        for (int run = 0; run < ledger.Versions.Count; run++)
        {
            (int first, int end, int version) = ledger.Versions[run];
            while (versions.Of(customer).End <= version) customer++;
            customerOf.AsSpan(first, end - first).Fill(customer);
        }

        return customerOf;
    }
}
