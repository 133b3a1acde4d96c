using NodaTime;

namespace RevOps.Metrics;

/// <content>The checks of records against each other, in the order of <see cref="Build"/>.</content>
public sealed partial class RevenueDatasetBuilder
{
    /// <summary>Where no customer list was given, the customers are those that the other records name, in one note; known since one first did.</summary>
    private void AddImpliedCustomers()
    {
        if (_customers.IsGiven || HasCustomerList) return;
        _areCustomersImplied = true;
        Dictionary<string, LocalDate?> firstNamed = new(StringComparer.Ordinal);
        void Name(string? id, LocalDate? recordedOn)
        {
            if (string.IsNullOrWhiteSpace(id)) return;
            // A comparison with null is false, so what has been known since ever stays so.
            if (!firstNamed.TryGetValue(id, out LocalDate? first) || recordedOn is null || recordedOn < first) firstNamed[id] = recordedOn;
        }

        foreach (CustomerMerge merge in _merges.Versions)
        {
            Name(merge.CustomerId, merge.RecordedOn);
            Name(merge.IntoCustomerId, merge.RecordedOn);
        }

        foreach (Subscription subscription in _subscriptions.Versions) Name(subscription.CustomerId, subscription.RecordedOn);
        foreach (string id in _columns?.CustomerIds ?? []) Name(id, recordedOn: null);
        foreach (Deal deal in _deals.Versions) Name(deal.CustomerId, deal.RecordedOn);
        foreach (Lead lead in _leads.Versions) Name(lead.CustomerId, lead.RecordedOn);
        foreach (Invoice invoice in _invoices.Versions) Name(invoice.CustomerId, invoice.RecordedOn);
        foreach (CreditNote note in _creditNotes.Versions) Name(note.CustomerId, note.RecordedOn);
        foreach (Payment payment in _payments.Versions) Name(payment.CustomerId, payment.RecordedOn);
        foreach (Ticket ticket in _tickets.Versions) Name(ticket.CustomerId, ticket.RecordedOn);
        // Those of columns are different and in order already, and there may be millions.
        string[] ids = _subscriptions.CustomersInColumns();
        if (firstNamed.Count > 0)
        {
            foreach (string id in ids) Name(id, recordedOn: null);
            ids = [.. firstNamed.Keys];
            Array.Sort(ids, StringComparer.Ordinal);
        }

        if (ids.Length == 0) return;
        _customers.AddInOrder(Split.Map(ids, id => new Customer { Id = id, RecordedOn = firstNamed.GetValueOrDefault(id) }));
        _issues.Add(new DataIssue
        {
            Code = "customer.list.missing",
            Severity = DataIssueSeverity.Note,
            Record = "customers",
            Message = $"no customers were given; {ids.Length} are taken from the other records, without attributes.",
            Remedy = "Give the customers, to ask by segment, channel or region.",
        });
    }

    /// <summary>On no day does following the parents in force lead back to where it began. Before the customers are referred to: one in a cycle is left out.</summary>
    private void CheckParents()
    {
        // Who is only implied has no parents.
        if (_areCustomersImplied) return;
        ParentChains chains = new();
        _customers.CheckAgain((customer, check) =>
        {
            if (chains.TryAdd(customer, out LocalDate? day)) return;
            string on = day is { } since ? $"on {RecordCheck.Text(since)}" : "from the beginning";
            check.Error("parent.cycle", "parent", $"{on}, following the parents leads back to '{customer.Id}'.",
                "Leave the parent empty for the account at the top, or give the day from which each parent holds.");
        });
    }

    private void CheckCustomersKnown(CustomerNumbers numbers)
    {
        _merges.CheckAgain((merge, check) =>
        {
            KnownCustomer(merge.CustomerId, "customer", check);
            KnownCustomer(merge.IntoCustomerId, "into customer", check);
        });
        _subscriptions.CheckAgain((subscription, check) => KnownCustomer(subscription.CustomerId, "customer", check), _areCustomersImplied ? null : id => !_customers.HasId(id));
        _columns?.FindCustomers(numbers, (subscription, check) => KnownCustomer(subscription.CustomerId, "customer", check));
        _deals.CheckAgain((deal, check) => KnownCustomer(deal.CustomerId, "customer", check));
        _invoices.CheckAgain((invoice, check) => KnownCustomer(invoice.CustomerId, "customer", check));
        _creditNotes.CheckAgain((note, check) => KnownCustomer(note.CustomerId, "customer", check));
        _payments.CheckAgain((payment, check) => KnownCustomer(payment.CustomerId, "customer", check));
        _tickets.CheckAgain((ticket, check) => KnownCustomer(ticket.CustomerId, "customer", check));
    }

    private void KnownCustomer(string? id, string field, RecordCheck check)
    {
        if (string.IsNullOrWhiteSpace(id) || _customers.HasId(id)) return;
        check.Error($"{field.Replace(' ', '-')}.unknown", field, $"'{id}' is not among the customers.",
            "Add the customer, or correct the id.");
    }

    /// <summary>Warns of links that lead nowhere; last, when it is known which records stay.</summary>
    private void CheckLinks()
    {
        CheckParentsKnown();
        _leads.CheckAgain((lead, check) => KnownLink(lead.CustomerId, "customer", _customers.HasId, "customers", check));
        if (!_subscriptions.IsGiven && _columns is null) return;
        Func<string, bool> hasSubscription = _columns is null ? _subscriptions.HasId : _columns.HasId;
        _subscriptions.CheckAgain((subscription, check) =>
        {
            KnownLink(subscription.RenewsId, "renews", hasSubscription, "subscriptions", check);
            KnownLink(subscription.ReplacesId, "replaces", hasSubscription, "subscriptions", check);
        });
        _invoices.CheckAgain((invoice, check) =>
        {
            KnownLink(invoice.SubscriptionId, "subscription", hasSubscription, "subscriptions", check);
            foreach (InvoiceLine line in invoice.Lines) KnownLink(line.SubscriptionId, "line subscription", hasSubscription, "subscriptions", check);
        });
        _deals.CheckAgain((deal, check) =>
        {
            KnownLink(deal.SubscriptionId, "subscription", hasSubscription, "subscriptions", check);
            KnownLink(deal.RenewsSubscriptionId, "renews subscription", hasSubscription, "subscriptions", check);
        });
    }

    private void CheckParentsKnown()
    {
        // Who is only implied has no parents.
        if (_areCustomersImplied) return;
        _customers.CheckAgain((customer, check) =>
        {
            foreach (CustomerParent parent in customer.Parents) KnownLink(parent.ParentId, "parent", _customers.HasId, "customers", check);
        });
    }

    /// <summary>A customer is merged once, and never back into itself by a chain of merges.</summary>
    private void CheckMerges()
    {
        Dictionary<string, string> into = new(StringComparer.Ordinal);
        _merges.CheckAgain((merge, check) =>
        {
            if (into.TryGetValue(merge.CustomerId, out string? other))
            {
                check.Error("customer.duplicate", "customer", $"'{merge.CustomerId}' is merged into '{other}' already.", "Keep the merge that holds; the first one is used.");
                return;
            }

            for (string? next = merge.IntoCustomerId; next is not null; next = into.GetValueOrDefault(next))
            {
                if (next != merge.CustomerId) continue;
                check.Error("cycle", "into customer", $"'{merge.CustomerId}' would be merged into itself by way of '{merge.IntoCustomerId}'.", "Name the customer that stays in every merge.");
                return;
            }

            into.Add(merge.CustomerId, merge.IntoCustomerId);
        });
    }

    /// <summary>Where the stages of the sales process are named, an open deal is in no other.</summary>
    private void CheckStages()
    {
        if (_options.Stages.Count == 0) return;
        _deals.CheckAgain((deal, check) =>
        {
            if (deal.Outcome == DealOutcome.Void) return;
            foreach (string stage in VisitedStages.Of(deal).Except(_options.Stages, StringComparer.Ordinal))
            {
                check.Warn("stage.unknown", "stage", $"'{stage}' is not among the stages of the sales process.",
                    "Name it in the stages, or correct it; conversion from it is not told, and it counts as no later stage.");
            }
        });
    }

    private static void KnownLink(string? id, string field, Func<string, bool> isKnown, string records, RecordCheck check)
    {
        if (string.IsNullOrWhiteSpace(id) || isKnown(id)) return;
        check.Warn($"{field.Replace(' ', '-')}.unknown", field, $"'{id}' is not among the {records}.",
            "Correct the id or add the record; the link is ignored.");
    }

    /// <summary>
    /// A period's forecast is the company's or its owners', not both: together they would count twice. And it is one a day, or nobody could say
    /// which was the last.
    /// </summary>
    private void CheckForecasts()
    {
        HashSet<(LocalDate, LocalDate, LocalDate, string?, ForecastCategory, decimal?)> seen = [];
        // What is closed is part of what is committed, so the two are judged together.
        static (LocalDate, LocalDate, ForecastCategory) Judged(ForecastSnapshot f) =>
            (f.PeriodStart, f.PeriodEnd, f.Category == ForecastCategory.Closed ? ForecastCategory.Commit : f.Category);
        HashSet<(LocalDate, LocalDate, ForecastCategory)> byOwners = [.. _forecasts.Records.Where(f => f.Owner is not null).Select(Judged)];
        _forecasts.CheckAgain((forecast, check) =>
        {
            if (forecast.Owner is null && byOwners.Contains(Judged(forecast)))
            {
                check.Error("owner.mixed", "owner", "the period has forecasts of owners too, and together they would count twice.",
                    "Give either the company's forecast or its owners' forecasts of a period.");
            }
            else if (!seen.Add((forecast.PeriodStart, forecast.PeriodEnd, forecast.TakenOn, forecast.Owner, forecast.Category, forecast.Quantile)))
            {
                check.Error("duplicate", "taken on", $"a forecast of the category {forecast.Category} by the same owner was taken on the same day.",
                    "Keep the one that holds; the first one is used.");
            }
        });
    }

    /// <summary>A subscription that starts a day after the customer's last one ended is mostly one whose end was meant inclusively.</summary>
    private void CheckGaps(int customers)
    {
        _subscriptions.CheckGaps(WarnOfGap);
        _columns?.CheckGaps(customers, WarnOfGap);

        static void WarnOfGap(Subscription subscription, string ended, RecordCheck check) => check.Warn(
            "start.one-day-gap", "start", $"it starts on {RecordCheck.Text(subscription.Start)}, a day after '{ended}' ended.",
            "If the end date was meant inclusively, give the first day not served; else the customer churned for a day.");
    }
}
