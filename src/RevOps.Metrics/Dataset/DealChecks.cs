using NodaTime;

namespace RevOps.Metrics;

/// <summary>The rules a <see cref="Deal"/> with its history must keep.</summary>
internal static class DealChecks
{
    public static readonly RecordKind<Deal> Deal = new("deal", d => $"deal {d.Id}", d => d.Id, Check, Dates, d => d.RecordedOn, d => d.CustomerId);

    private static IEnumerable<LocalDate> Dates(Deal deal)
    {
        if (deal.CreatedOn is { } created) yield return created;
        if (deal.ClosedOn is { } closed) yield return closed;
        foreach (DealChange change in deal.History) yield return change.On;
    }

    private static void Check(Deal deal, RecordCheck check)
    {
        check.Required(deal.Id, "id", "id");
        bool isOpen = deal.Outcome == DealOutcome.Open;
        if (!isOpen && deal.ClosedOn is null)
        {
            check.Error("closed-on.missing", "closed on", $"it is {deal.Outcome} and has no close date.",
                "Give the day it was closed, or mark it open.");
        }

        if (isOpen && deal.ClosedOn is { } closed)
        {
            check.Error("closed-on.open", "closed on", $"it is open and has the close date {RecordCheck.Text(closed)}.",
                "Give its outcome, or move the date to the expected close.");
        }

        check.Ordered(deal.CreatedOn, "created on", deal.ClosedOn, "closed on", "closed-on.before-created-on");
        CheckMissing(deal, isOpen, check);
        CheckAmounts(deal, check);
        decimal shares = deal.Splits.Sum(split => split.Share);
        if (deal.Splits.Count > 0 && shares != 1)
        {
            check.Error("splits.sum", "splits", $"the owners' shares add up to {RecordCheck.Text(shares)}.",
                "Correct the shares; they must add up to exactly 1.");
        }

        foreach (DealChange change in deal.History)
        {
            check.Ordered(deal.CreatedOn, "created on", change.On, "history on", "history.before-created-on");
            if (change.Amount is { Amount: < 0 } amount)
            {
                check.Error("history.amount.negative", "history amount", $"{amount} is below zero.",
                    "Write the amount as a positive number.");
            }
        }
    }

    private static void CheckMissing(Deal deal, bool isOpen, RecordCheck check)
    {
        if (string.IsNullOrWhiteSpace(deal.CustomerId))
        {
            check.Warn("customer.missing", "customer", "it names no customer.",
                "Name it, or read the deal as \"(none)\" in every question by segment.");
        }

        if (deal.CreatedOn is null)
        {
            check.Warn("created-on.missing", "created on", "it has no creation date.",
                "Give it: without it the deal has no cycle time and counts as open on every day before its close.");
        }

        if (isOpen && deal.ExpectedCloseOn is null && deal.History.All(change => change.ExpectedCloseOn is null))
        {
            check.Warn("expected-close-on.missing", "expected close on", "it is open and has no close date, not even an expected one.",
                "Give one: without it the deal is in no period's coverage.");
        }
    }

    private static void CheckAmounts(Deal deal, RecordCheck check)
    {
        foreach ((Money? amount, string field, string code) in new[]
        {
            (deal.Amount, "amount", "amount"), (deal.OneTimeAmount, "one-time amount", "one-time-amount"),
            (deal.TotalContractValue, "total contract value", "total-contract-value"),
        })
        {
            if (amount is { Amount: < 0 })
            {
                check.Error($"{code}.negative", field, $"{amount} is below zero.",
                    "Write the amount as a positive number.");
            }
        }

        if (deal.Outcome == DealOutcome.Void) return;
        if (deal.Amount is null && deal.History.All(change => change.Amount is null))
        {
            check.Warn("amount.missing", "amount", $"it is {deal.Outcome} and has no amount.",
                "Give it: without it the deal counts, its value does not.");
        }
        else if (deal.Amount is { Amount: 0 })
        {
            string remedy = deal.Outcome switch
            {
                DealOutcome.Lost => "Keep the amount that was lost: with zero, win rate by value is too high.",
                DealOutcome.Won => "Give what was sold: with zero, the average deal is too small.",
                _ => "Give what is hoped for: with zero, the pipeline is too small.",
            };
            check.Warn(deal.Outcome == DealOutcome.Lost ? "amount.zero-when-lost" : "amount.zero", "amount", $"it is {deal.Outcome} with an amount of zero.",
                remedy);
        }
    }
}
