using NodaTime;

namespace RevOps.Metrics;

/// <summary>The rules a <see cref="Subscription"/> with its price terms, discounts, pauses and cancellations must keep.</summary>
internal static class SubscriptionChecks
{
    public static readonly RecordKind<Subscription> Subscription =
        new("subscription", s => $"subscription {s.Id}", s => s.Id, Check, s => [s.Start], s => s.RecordedOn, s => s.CustomerId, RunsOn: true);

    private static void Check(Subscription subscription, RecordCheck check)
    {
        check.Required(subscription.Id, "id", "id");
        check.Required(subscription.CustomerId, "customer", "customer");
        check.Ordered(subscription.Start, "start", subscription.End, "end", "end.before-start");
        check.Ordered(subscription.Start, "start", subscription.TrialEnd, "trial end", "trial-end.before-start");
        CheckTerms(subscription, check);
        CheckContract(subscription, check);
        CheckPauses(subscription, check);
        foreach (CancellationRequest request in subscription.Cancellations)
        {
            check.Ordered(request.RequestedOn, "requested on", request.WithdrawnOn, "withdrawn on", "cancellation.withdrawn-before-request");
            // What is signed can be cancelled before it starts; without that day, most likely one of the two dates is wrong.
            if (request.RequestedOn < subscription.Start && !(subscription.SignedOn <= request.RequestedOn))
            {
                check.Warn("cancellation.before-start", "requested on",
                    $"{RecordCheck.Text(request.RequestedOn)} is before start {RecordCheck.Text(subscription.Start)}.",
                    "Correct one of the two dates, or give the day the contract was signed, if it was cancelled before its service began.");
            }
        }
    }

    private static void CheckTerms(Subscription subscription, RecordCheck check)
    {
        if (subscription.Terms.Count == 0)
        {
            check.Error("terms.missing", "terms", "it has no price term.", "Give at least one price, from the first day of service.");
            return;
        }

        // A term without days comes before the one that starts on the same day: it does not overlap it.
        PriceTerm[] terms = [.. subscription.Terms.OrderBy(term => term.From).ThenBy(term => term.To ?? LocalDate.MaxIsoValue)];
        if (terms[0].From > subscription.Start)
        {
            check.Warn("terms.late", "terms", $"no price is known from {RecordCheck.Text(subscription.Start)} to {RecordCheck.Text(terms[0].From)}.",
                "Give the price of the first days; until then they count as unpaid.");
        }

        if (terms[^1].To is { } last && (subscription.End is not { } serviceEnd || last < serviceEnd))
        {
            string until = subscription.End is { } known ? $"to the end of service on {RecordCheck.Text(known)}" : "on, and no end of service";
            check.Warn("terms.short", "terms", $"no price is known from {RecordCheck.Text(last)} {until}.",
                "Leave the last term's end out if its price goes on, or give the end of service; until then the days count as unpaid.");
        }

        if (terms.Any(term => term.Price.Currency != terms[0].Price.Currency))
        {
            check.Warn("terms.currencies", "terms", "its terms are in several currencies.",
                "Check them: a contract seldom changes its currency.");
        }

        for (int i = 0; i < terms.Length; i++)
        {
            PriceTerm term = terms[i];
            check.Ordered(term.From, "term from", term.To, "term to", "term.to-before-from");
            if (subscription.End is { } end && term.From >= end && end > subscription.Start)
            {
                check.Warn("term.after-end", "terms", $"the term from {RecordCheck.Text(term.From)} starts after the service ended.",
                    "Correct the end of service or drop the term.");
            }

            if (term.Price.Amount < 0)
            {
                check.Error("term.price.negative", "price", $"{term.Price} is below zero.",
                    "Write a reduction as a discount, a repayment as a credit note.");
            }

            if (term.Quantity < 0)
            {
                check.Error("term.quantity.negative", "quantity", $"{RecordCheck.Text(term.Quantity)} is below zero.",
                    "Write fewer units as a further term with the new quantity.");
            }

            foreach (Discount discount in term.Discounts) CheckDiscount(subscription, term, discount, check);
            if (i + 1 < terms.Length) CheckFollowing(term, terms[i + 1], check);
        }
    }

    /// <summary>A contract covers at least what one price pays for; else its length is most likely that of the invoice.</summary>
    private static void CheckContract(Subscription subscription, RecordCheck check)
    {
        if (subscription.ContractLength is not { } length) return;
        foreach (PriceTerm term in subscription.Terms)
        {
            if (!length.IsShorterThan(term.Interval)) continue;
            check.Warn("contract-length.short", "contract length", $"a contract of '{length}' is shorter than the '{term.Interval}' that one price pays for.",
                "Give the length of the contract, or leave it out.");
            return;
        }
    }

    private static void CheckFollowing(PriceTerm term, PriceTerm next, RecordCheck check)
    {
        if ((next.From == term.From && term.To != term.From) || (term.To is { } to && to > next.From))
        {
            check.Error("terms.overlap", "terms", $"two prices hold on {RecordCheck.Text(next.From)}.",
                "Let each term end on the day the next one starts (the end is the first day on which the price no longer holds).");
        }
        else if (term.To is { } gapStart && gapStart < next.From)
        {
            string days = gapStart.PlusDays(1) == next.From
                ? "a gap of one day often means an end date that was meant inclusively"
                : "the days between count as unpaid";
            check.Warn("terms.gap", "terms", $"no price holds from {RecordCheck.Text(gapStart)} to {RecordCheck.Text(next.From)}.",
                $"Close the gap if it is none: {days}.");
        }
    }

    private static void CheckDiscount(Subscription subscription, PriceTerm term, Discount discount, RecordCheck check)
    {
        check.Ordered(discount.From ?? term.From, "discount from", discount.To, "discount to", "discount.to-before-from");
        // A cancellation ends the service before what was agreed, and the discount keeps the days agreed.
        bool isCutShort = subscription.IsVoid || subscription.Cancellations.Any(request => request.WithdrawnOn is null);
        if (discount.To is { } to && to > subscription.End && !isCutShort)
        {
            check.Warn("discount.after-end", "discount to", $"{RecordCheck.Text(to)} is after the end of service {RecordCheck.Text(subscription.End.Value)}.",
                "Correct one of the two dates, or give the cancellation that ended the service early; after the end nothing is discounted.");
        }

        if (discount.Share is null == discount.Amount is null)
        {
            check.Error("discount.kind", "discount", "a discount needs a share or an amount, and not both.",
                "Give exactly one of the two.");
        }

        if (discount.Share is (< 0 or > 1) and { } share)
        {
            check.Error("discount.share.range", "share", $"{RecordCheck.Text(share)} is not between 0 and 1.", "Write 20 % as 0.2.");
        }

        if (discount.Amount is { } amount)
        {
            if (amount.Amount < 0)
            {
                check.Error("discount.amount.negative", "amount", $"{amount} is below zero.",
                    "Write a surcharge as a price.");
            }
            if (amount.Currency != term.Price.Currency)
            {
                check.Error("discount.amount.currency", "amount", $"{amount} is in another currency than the price {term.Price}.",
                    "Give it in the price's currency.");
            }
        }
    }

    private static void CheckPauses(Subscription subscription, RecordCheck check)
    {
        LocalDate? until = null;
        bool open = false;
        foreach (ServicePause pause in subscription.Pauses.OrderBy(pause => pause.From))
        {
            check.Ordered(pause.From, "pause from", pause.To, "pause to", "pause.to-before-from");
            if (open || (until is { } end && pause.From < end))
            {
                check.Error("pauses.overlap", "pauses", $"two pauses hold on {RecordCheck.Text(pause.From)}.", "Join them to one.");
            }

            until = pause.To;
            open = pause.To is null;
        }
    }
}
