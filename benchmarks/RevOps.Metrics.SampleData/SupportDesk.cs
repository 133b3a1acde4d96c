using System.Globalization;
using NodaTime;

namespace RevOps.Metrics.SampleData;

/// <summary>Tickets: about five for each customer, more from large ones, from new ones and from those about to leave.</summary>
internal static class SupportDesk
{
    private static readonly string[] Agents = ["Novak", "Okafor", "Park", "Quinn", "Rossi"];
    private static readonly string[] Topics = ["Billing", "Bug", "How-to", "Integration", "Access"];

    public static IReadOnlyList<Ticket> Make(
        SampleCompanyOptions options, IReadOnlyList<Account> buyers, IReadOnlyList<IReadOnlyList<Subscription>> books)
    {
        SampleRandom random = new(options.Seed, "tickets");
        List<Ticket> tickets = [];
        for (int i = 0; i < buyers.Count; i++)
        {
            LocalDate from = LocalDate.Max(options.From, buyers[i].JoinsOn!.Value);
            LocalDate to = books[i].Any(s => s.End is null) ? options.To : LocalDate.Min(options.To, books[i].Max(s => s.End!.Value));
            if (from >= to) continue;
            double perMonth = buyers[i].Segment.Name switch { "SMB" => 0.14, "Mid-Market" => 0.31, _ => 0.53 };
            for (LocalDate month = from; month < to; month = month.PlusMonths(1))
            {
                bool isLeaving = to < options.To && month.PlusMonths(3) > to;
                bool isNew = month < from.PlusMonths(2);
                if (!random.Chance(perMonth * (isLeaving ? 1.6 : isNew ? 1.3 : 1.0))) continue;
                LocalDate last = LocalDate.Min(to, month.PlusMonths(1));
                LocalDate opened = month.PlusDays(random.Between(0, Period.DaysBetween(month, last) - 1));
                tickets.Add(Answer(random, opened, options.To, random.Chance(0.985) ? buyers[i].Id : null));
            }
        }

        return [.. tickets.OrderBy(ticket => ticket.OpenedOn)
            .Select((ticket, index) => ticket with { Id = "T" + (index + 1).ToString(CultureInfo.InvariantCulture) })];
    }

    private static Ticket Answer(SampleRandom random, LocalDate opened, LocalDate exportedOn, string? customer)
    {
        string priority = random.Pick(["Low", "Normal", "High", "Urgent"], p => p switch { "Normal" => 6, "Low" => 3, "High" => 2, _ => 0.5 });
        LocalDate responded = opened.PlusDays(priority == "Urgent" ? 0 : random.Between(0, 2));
        LocalDate resolved = responded.PlusDays((int)random.Around(priority is "Urgent" or "High" ? 2 : 5));
        bool isReopened = random.Chance(0.07);
        LocalDate reopened = resolved.PlusDays(random.Between(1, 6));
        LocalDate final = isReopened ? reopened.PlusDays(random.Between(1, 8)) : resolved;
        return new Ticket
        {
            Id = "",
            OpenedOn = opened,
            CustomerId = customer,
            FirstRespondedOn = responded < exportedOn ? responded : null,
            ResolvedOn = final < exportedOn && random.Chance(0.985) ? final : null,
            ReopenedOn = isReopened && reopened < exportedOn ? [reopened] : [],
            Owner = random.Pick(Agents),
            Priority = priority,
            Topic = random.Pick(Topics),
        };
    }
}
