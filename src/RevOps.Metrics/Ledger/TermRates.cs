using NodaTime;

namespace RevOps.Metrics;

/// <summary>The rates at which the prices of terms are told, by the rule of the policy.</summary>
internal sealed class TermRates(LedgerPolicy policy, Currency reporting, ExchangeRates rates)
{
    private readonly LocalDate _lastChange = rates.Rates.Count == 0 ? LocalDate.MinIsoValue : rates.Rates.Max(rate => rate.Date);

    /// <summary>The days from which another rate holds than before, the first since ever.</summary>
    /// <param name="term">The term.</param>
    /// <param name="firstPaid">The first day of its first service period.</param>
    /// <param name="to">The day until which rates are asked for.</param>
    /// <exception cref="MissingExchangeRateException">There is no rate on the first day.</exception>
    public IReadOnlyList<(LocalDate From, decimal Rate)> Of(PriceTerm term, LocalDate firstPaid, LocalDate to)
    {
        Currency currency = term.Price.Currency;
        if (currency == reporting || rates.Rates.Count == 0) return [(LocalDate.MinIsoValue, rates.GetRate(currency, reporting, firstPaid))];
        return policy.FxRate.Kind switch
        {
            FxRateRule.Basis.Constant => [(LocalDate.MinIsoValue, rates.GetRate(currency, reporting, policy.FxRate.Date))],
            FxRateRule.Basis.ServicePeriodStart => ByServicePeriod(term, firstPaid, to),
            _ => ByFixedPeriod(currency, firstPaid, to),
        };
    }

    /// <summary>The same for one service period: its first day and until when rates are asked for.</summary>
    /// <exception cref="MissingExchangeRateException">There is no rate on the first day.</exception>
    public IReadOnlyList<(LocalDate From, decimal Rate)> Of(Currency currency, LocalDate from, LocalDate to)
    {
        if (policy.FxRate.UsesPeriods && currency != reporting && rates.Rates.Count > 0) return ByFixedPeriod(currency, from, to);
        LocalDate day = policy.FxRate.Kind == FxRateRule.Basis.Constant ? policy.FxRate.Date : from;
        return [(LocalDate.MinIsoValue, rates.GetRate(currency, reporting, day))];
    }

    private List<(LocalDate From, decimal Rate)> ByServicePeriod(PriceTerm term, LocalDate firstPaid, LocalDate to)
    {
        Currency currency = term.Price.Currency;
        List<(LocalDate From, decimal Rate)> periods = [(LocalDate.MinIsoValue, rates.GetRate(currency, reporting, firstPaid))];
        for (int i = 1; ; i++)
        {
            LocalDate start = term.Interval.After(firstPaid, i);
            if (start >= to) break;
            if (rates.TryGetRate(currency, reporting, start, out decimal rate) && rate != periods[^1].Rate) periods.Add((start, rate));
            if (start >= _lastChange) break;
        }

        return periods;
    }

    private List<(LocalDate From, decimal Rate)> ByFixedPeriod(Currency currency, LocalDate firstPaid, LocalDate to)
    {
        decimal carried = rates.GetRate(currency, reporting, firstPaid);
        List<(LocalDate From, decimal Rate)> periods = [];
        for (LocalDate day = firstPaid; periods.Count == 0 || day < to;)
        {
            ReportingPeriod period = policy.FixedCalendar.PeriodContaining(day, policy.FixedGrain);
            carried = RateOf(currency, period) ?? carried;
            if (periods.Count == 0 || carried != periods[^1].Rate) periods.Add((periods.Count == 0 ? LocalDate.MinIsoValue : period.Start, carried));
            day = period.End;
            if (period.Start > _lastChange) break;
        }

        return periods;
    }

    /// <summary>The rate of a whole period; null where no day of it has one.</summary>
    private decimal? RateOf(Currency currency, ReportingPeriod period)
    {
        if (policy.FxRate.Kind == FxRateRule.Basis.PeriodEnd) return rates.TryGetRate(currency, reporting, period.End.PlusDays(-1), out decimal last) ? last : null;
        decimal sum = 0;
        int days = 0;
        for (LocalDate day = period.Start; day < period.End; day = day.PlusDays(1))
        {
            if (!rates.TryGetRate(currency, reporting, day, out decimal rate)) continue;
            sum += rate;
            days++;
        }

        return days == 0 ? null : sum / days;
    }
}
