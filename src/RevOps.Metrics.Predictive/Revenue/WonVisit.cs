using NodaTime;

namespace RevOps.Metrics.Predictive;

/// <summary>What became of the amount of a deal that was won, told from one of its stays: the amount won over that of each day of the stay, in its own currency.</summary>
internal sealed class WonVisit
{
    private readonly (int From, double Ratio)[] _ratios;

    private WonVisit(int days, (int From, double Ratio)[] ratios) => (Days, _ratios) = (days, ratios);

    /// <summary>How many days the stay lasted.</summary>
    public int Days { get; }

    /// <summary>The stay of a won deal; null where an amount is missing, zero or in another currency.</summary>
    public static WonVisit? Of(Deal deal, StageSpell spell, LocalDate day)
    {
        if ((deal.Amount ?? KnownDeal.AmountOn(day, deal)) is not { } won) return null;
        LocalDate entered = day.PlusDays(spell.Entered), left = day.PlusDays(spell.Left!.Value);
        List<(int, double)> ratios = [];
        foreach (LocalDate on in deal.History.Where(change => change.Amount is not null && change.On > entered && change.On < left).Select(change => change.On).Distinct().Order().Prepend(entered))
        {
            if (KnownDeal.AmountOn(on, deal) is not { Amount: > 0 } then || then.Currency != won.Currency) return null;
            ratios.Add((Period.DaysBetween(entered, on), (double)(won.Amount / then.Amount)));
        }

        return new WonVisit(Period.DaysBetween(entered, left), [.. ratios]);
    }

    /// <summary>The amount won over that at the end of a day of the stay, counted from the day of entry.</summary>
    public double RatioAfter(int days) => Array.FindLast(_ratios, ratio => ratio.From <= days).Ratio;
}
