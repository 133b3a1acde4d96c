using NodaTime;

namespace RevOps.Metrics;

/// <content>What was known when.</content>
public sealed partial class RevenueDataset
{
    /// <summary>The dataset as it was known at the end of a day: of each record the latest version recorded by then, and no record that was recorded later.</summary>
    /// <remarks>
    /// <para>A report drawn up on a day can be drawn up again, and compared with what is known today. Only the day on which a record was written
    /// down counts, not the days it speaks of: a cancellation dated March and recorded in May is unknown in April. What has no
    /// <see cref="Customer.RecordedOn"/> has been known since ever; a forecast snapshot is known since the day it was taken. Exchange rates
    /// and assumptions are those of today.</para>
    /// <para>It is the dataset that the records of that day make, built anew: keep it rather than ask for it again. It is built leniently, whatever
    /// this one was: a record that refers to one recorded later could not be used then, and cannot be corrected any more. It is left out, and
    /// <see cref="Issues"/> of the result says so; <see cref="DatasetOptions.OnIssue"/> is not called.</para>
    /// <para>Coverage that was declared ends with the day for what has happened (deals, leads, marketing activities, spend, invoices, credit notes,
    /// payments, tickets, financial figures): on 7 April nobody knew how many deals April would bring, so April is partial and May undefined.
    /// A declaration that begins only later is dropped. Customers, subscriptions, forecasts and quotas speak of the days to come as well, so theirs
    /// stays. Coverage that is taken from the data is taken from the data of that day.</para>
    /// <para>A later day than that of this dataset adds nothing: the dataset as of March, as of April is that of March.</para>
    /// </remarks>
    /// <param name="date">The last day on which a record could be written down to be known.</param>
    /// <exception cref="DataIssueException">The amounts known on that day are too large together to be summed exactly.</exception>
    public RevenueDataset AsOf(LocalDate date)
    {
        IReadOnlyList<RecordList> lists = RecordList.Of(this);
        Dictionary<RecordType, Coverage> coverage = CoverageAsOf(date);
        bool isSameCoverage = coverage.Count == Options.Coverage.Count && coverage.All(entry => entry.Value.Equals(Options.Coverage[entry.Key]));
        if (isSameCoverage && lists.All(list => list.IsKnownBy(date))) return this;

        RevenueDatasetBuilder builder = new(Options with
        {
            Strictness = Strictness.Lenient,
            // What is compared with today's figures is told in the same currency, even where another one was the only one known.
            ReportingCurrency = ReportingCurrency == Currency.None ? Options.ReportingCurrency : ReportingCurrency,
            Coverage = coverage,
            OnIssue = null,
        })
        {
            HasCustomerList = true,
        };
        foreach (RecordList list in lists) list.AddKnownBy(date, builder);
        return builder.Build();
    }

    /// <summary>The versions of records that were recorded after one day and by another: what <see cref="AsOf"/> the second day knows and as of the first did not.</summary>
    /// <remarks>They are the records that can have changed a reported number. They come by customer, those without one last, then by type, record and day.</remarks>
    /// <param name="after">The last day whose records are not listed.</param>
    /// <param name="until">The last day whose records are listed; the same day as <paramref name="after"/> lists nothing.</param>
    /// <exception cref="ArgumentException"><paramref name="until"/> is before <paramref name="after"/>.</exception>
    public IReadOnlyList<RecordVersion> RecordedBetween(LocalDate after, LocalDate until)
    {
        if (until < after)
        {
            throw new ArgumentException(
                $"Nothing can be recorded after {RecordCheck.Text(after)} and by {RecordCheck.Text(until)}: give the earlier day first.", nameof(until));
        }

        return
        [
            .. RecordList.Of(this).SelectMany(list => list.Between(after, until))
                .OrderBy(version => version.CustomerId is null).ThenBy(version => version.CustomerId, StringComparer.Ordinal)
                .ThenBy(version => version.Type).ThenBy(version => version.Record, StringComparer.Ordinal).ThenBy(version => version.RecordedOn),
        ];
    }

    private Dictionary<RecordType, Coverage> CoverageAsOf(LocalDate date)
    {
        Dictionary<RecordType, Coverage> coverage = [];
        foreach ((RecordType type, Coverage declared) in Options.Coverage)
        {
            bool speaksOfDaysToCome = type is RecordType.Customer or RecordType.CustomerMerge or RecordType.Subscription
                or RecordType.ForecastSnapshot or RecordType.Quota;
            if (speaksOfDaysToCome || date == LocalDate.MaxIsoValue || declared.To <= date.PlusDays(1)) coverage[type] = declared;
            else if (declared.From <= date) coverage[type] = new Coverage(declared.From, date.PlusDays(1), declared.IsDeclared);
        }

        return coverage;
    }
}
