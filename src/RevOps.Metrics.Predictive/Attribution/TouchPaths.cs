using NodaTime;

namespace RevOps.Metrics.Predictive;

/// <summary>The paths to deals and leads, straight from the records.</summary>
/// <remarks>
/// <para>A touch is a marketing activity that names the lead, and the lead's own first touch by its channel, unless an activity of that channel on that day is that
/// same touch. Touches come in the order of days; on one day the lead's own first, then the activities in the order of the records. One without a channel is of
/// the channel "(none)".</para>
/// <para>Ages are in days. What is not decided by the day of observation is in no path, and of what is, only touches up to the decision.</para>
/// </remarks>
public sealed class TouchPaths
{
    private TouchPaths(ValueList<TouchPath> paths, double untouchedConversions, double untouchedValue, int undecided, int unvalued) =>
        (Paths, UntouchedConversions, UntouchedValue, Undecided, Unvalued) = (paths, untouchedConversions, untouchedValue, undecided, unvalued);

    /// <summary>The paths to deals: won is a conversion, worth the deal's amount in the reporting currency at the rate of the day, lost is none.</summary>
    /// <remarks>The touches are those of every lead that names the deal or that the deal names, up to the day it closed. Void deals are in no path.</remarks>
    /// <param name="data">The records.</param>
    /// <param name="observedOn">The day of observation: the last whose closes are known.</param>
    /// <param name="scope">Which types of deal.</param>
    /// <exception cref="MissingExchangeRateException">The amount of a deal is in another currency, without a rate for the day it closed.</exception>
    public static TouchPaths OfDeals(RevenueDataset data, LocalDate observedOn, DealScope scope = DealScope.NewBusiness)
    {
        ArgumentNullException.ThrowIfNull(data);
        LeadTouches touches = new(data);
        ILookup<string, Lead> naming = data.Leads.Where(lead => !string.IsNullOrEmpty(lead.DealId)).ToLookup(lead => lead.DealId!, StringComparer.Ordinal);
        Dictionary<string, Lead> leads = data.Leads.ToDictionary(lead => lead.Id, StringComparer.Ordinal);
        return Gather(data.Deals.Where(deal => deal.Outcome != DealOutcome.Void && (scope == DealScope.AllTypes || deal.Type == DealType.NewBusiness)).Select(deal =>
        {
            IEnumerable<Lead> named = deal.LeadId is { Length: > 0 } id && leads.TryGetValue(id, out Lead? lead) ? [lead] : [];
            bool isDecided = deal.ClosedOn <= observedOn, isWon = isDecided && deal.Outcome == DealOutcome.Won;
            double? value = !isWon ? 0 : deal.Amount is not { } amount ? null
                : (double)data.Options.ExchangeRates.Convert(amount, data.ReportingCurrency, deal.ClosedOn!.Value).Amount;
            return new Decision(isDecided ? deal.ClosedOn : null, isWon, value, naming[deal.Id].Concat(named).DistinctBy(lead => lead.Id, StringComparer.Ordinal));
        }), touches);
    }

    /// <summary>The paths of leads: one that became a deal is a conversion, one that was given up is none.</summary>
    /// <remarks>
    /// It became one on the day that is recorded, else on the day its deal was created, but not before the first touch, as in the metrics of leads. The touches are
    /// those of the lead up to that day. The conversions have no value.
    /// </remarks>
    /// <param name="data">The records.</param>
    /// <param name="observedOn">The day of observation: the last whose conversions are known.</param>
    public static TouchPaths OfLeads(RevenueDataset data, LocalDate observedOn)
    {
        ArgumentNullException.ThrowIfNull(data);
        Dictionary<string, Deal> deals = data.Deals.ToDictionary(deal => deal.Id, StringComparer.Ordinal);
        ILookup<string, Deal> naming = data.Deals.Where(deal => !string.IsNullOrEmpty(deal.LeadId)).ToLookup(deal => deal.LeadId!, StringComparer.Ordinal);
        return Gather(data.Leads.Select(lead =>
        {
            LocalDate? created = string.IsNullOrEmpty(lead.DealId) ? naming[lead.Id].Min(deal => deal.CreatedOn) : deals.GetValueOrDefault(lead.DealId)?.CreatedOn;
            LocalDate? convertedOn = lead.ConvertedOn ?? (created < lead.FirstTouchOn ? lead.FirstTouchOn : created);
            bool isConverted = convertedOn <= observedOn;
            LocalDate? decidedOn = isConverted ? convertedOn : lead.DisqualifiedOn <= observedOn ? lead.DisqualifiedOn : null;
            return new Decision(decidedOn, isConverted, 0, [lead]);
        }), new LeadTouches(data));
    }

    /// <summary>The paths, one for each deal or lead.</summary>
    public ValueList<TouchPath> Paths { get; }

    /// <summary>How many converted without a touch that is known: no channel can be credited with them.</summary>
    public double UntouchedConversions { get; }

    /// <summary>What those are worth.</summary>
    public double UntouchedValue { get; }

    /// <summary>How many are not decided by the day of observation.</summary>
    public int Undecided { get; }

    /// <summary>How many conversions have no amount, and so count without a value.</summary>
    public int Unvalued { get; }

    /// <summary>Shares the conversions of the paths out by a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The model cannot be worked out for so many channels.</exception>
    public Attribution Credit(AttributionModel model, CancellationToken cancellationToken = default) => Attribution.Of(Paths, model, cancellationToken);

    private static TouchPaths Gather(IEnumerable<Decision> decisions, LeadTouches touches)
    {
        List<TouchPath> paths = [];
        double untouched = 0, untouchedValue = 0;
        int undecided = 0, unvalued = 0;
        foreach (Decision decision in decisions)
        {
            if (decision.On is not { } on)
            {
                undecided++;
                continue;
            }

            if (decision.IsConversion && decision.Value is null) unvalued++;
            (ValueList<string> channels, ValueList<double> ages) = touches.UpTo(on, decision.Leads);
            if (channels.Count > 0)
            {
                paths.Add(new TouchPath(channels, decision.IsConversion ? 1 : 0, decision.IsConversion ? 0 : 1, decision.Value ?? 0) { Ages = ages });
            }
            else if (decision.IsConversion)
            {
                untouched++;
                untouchedValue += decision.Value ?? 0;
            }
        }

        return new TouchPaths([.. paths], untouched, untouchedValue, undecided, unvalued);
    }

    /// <summary>What became of a deal or lead; no day while nothing has.</summary>
    private sealed record Decision(LocalDate? On, bool IsConversion, double? Value, IEnumerable<Lead> Leads);
}
