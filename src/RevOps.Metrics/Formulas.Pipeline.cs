namespace RevOps.Metrics;

public static partial class Formulas
{
    /// <summary>Win rate: the part of the decided deals that was won.</summary>
    /// <remarks>
    /// <para>Formula: won / (won + lost), a fraction from 0 to 1. Give two counts of deals, or two amounts for the win rate by value.
    /// Open deals are not decided and in neither number; a deal lost to "no decision" is lost.</para>
    /// <para>Source: https://www.contextawareanalytics.com/metrics-governance/how-to-calculate-win-rate</para>
    /// </remarks>
    /// <param name="won">Deals closed as won in the period, or their amounts.</param>
    /// <param name="lost">Deals closed as lost in the period, or their amounts.</param>
    /// <returns>Null when nothing was decided.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative number.</exception>
    public static decimal? WinRate(decimal won, decimal lost)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(won);
        ArgumentOutOfRangeException.ThrowIfNegative(lost);
        decimal decided = won + lost;
        return decided == 0m ? null : won / decided;
    }

    /// <summary>Sales pipeline velocity: the revenue that the deals at work are on the way to bring per day.</summary>
    /// <remarks>
    /// <para>Formula: deals x average won amount x win rate / average sales cycle, in currency per day. Divide by the cycle, do not
    /// multiply by its improvement: a cycle shorter by 15 % makes velocity 1 / 0.85 times as large.</para>
    /// <para>The deals are those open at the close, or, on the closed basis, won + lost of the period; the velocity then is the amount
    /// won / the average cycle. The velocities of two teams do not add up to that of both.</para>
    /// <para>Source: https://hyperspect.ai/blog/sales-pipeline-velocity-formula</para>
    /// </remarks>
    /// <param name="deals">Number of deals at work.</param>
    /// <param name="averageWonAmount">Average amount of a won deal.</param>
    /// <param name="winRate">Win rate, a fraction from 0 to 1.</param>
    /// <param name="averageCycleDays">Average days from created to won.</param>
    /// <returns>Null when the cycle is zero days: deals that close the day they are created have no speed.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative count or cycle, or a win rate outside 0 to 1.</exception>
    public static decimal? SalesPipelineVelocityPerDay(decimal deals, decimal averageWonAmount, decimal winRate, decimal averageCycleDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(deals);
        RequireFraction(winRate);
        ArgumentOutOfRangeException.ThrowIfNegative(averageCycleDays);
        return averageCycleDays == 0m ? null : deals * averageWonAmount * winRate / averageCycleDays;
    }

    /// <summary>Pipeline coverage: the open pipeline for each unit of quota still to be won.</summary>
    /// <remarks>
    /// <para>Formula: open pipeline / (quota - won so far), a multiple. Both pipeline and quota are of one period: deals expected to
    /// close in it, as known on the day the question is asked.</para>
    /// <para>Source: https://winsabove.pages.dev/glossary/pipeline-coverage-ratio (open pipeline over the quota that remains).</para>
    /// </remarks>
    /// <param name="openPipeline">Amount of the open deals expected to close in the period.</param>
    /// <param name="quota">Quota of the period.</param>
    /// <param name="wonSoFar">Amount already won in the period; 0 at its opening.</param>
    /// <returns>Null when the quota is reached: nothing is left to cover.</returns>
    public static decimal? PipelineCoverage(decimal openPipeline, decimal quota, decimal wonSoFar = 0m)
    {
        decimal remaining = quota - wonSoFar;
        return remaining <= 0m ? null : openPipeline / remaining;
    }

    /// <summary>Slippage: the part of a period's pipeline whose expected close moved out of the period.</summary>
    /// <remarks>Formula: pushed out / (opening + created + pulled in), in amounts or in deals. What was lost is decided and not slipped.</remarks>
    /// <param name="pushedOut">What was pushed out of the period, as a positive number.</param>
    /// <param name="opening">What was expected to close in the period when it began.</param>
    /// <param name="created">What was created in the period to close in it.</param>
    /// <param name="pulledIn">What was pulled into the period from another.</param>
    /// <returns>Null when nothing was ever expected to close in the period.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative number.</exception>
    public static decimal? Slippage(decimal pushedOut, decimal opening, decimal created, decimal pulledIn)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pushedOut);
        ArgumentOutOfRangeException.ThrowIfNegative(opening);
        ArgumentOutOfRangeException.ThrowIfNegative(created);
        ArgumentOutOfRangeException.ThrowIfNegative(pulledIn);
        decimal expected = opening + created + pulledIn;
        return expected == 0m ? null : pushedOut / expected;
    }

    /// <summary>Quota attainment: the amount won for each unit of quota.</summary>
    /// <remarks>Formula: won / quota, 1 where the quota is just reached.</remarks>
    /// <param name="won">Amount won in the period.</param>
    /// <param name="quota">Quota of the period.</param>
    /// <returns>Null when the quota is zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative quota.</exception>
    public static decimal? QuotaAttainment(decimal won, decimal quota)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(quota);
        return quota == 0m ? null : won / quota;
    }

    /// <summary>Weighted pipeline: the amount the open deals are expected to bring, each counted at its probability.</summary>
    /// <remarks>
    /// <para>Formula: the sum of amount x probability, in currency; 0 without a deal.</para>
    /// <para>Source: https://www.winsabove.com/glossary/weighted-pipeline</para>
    /// </remarks>
    /// <param name="amounts">Amount of each open deal.</param>
    /// <param name="probabilities">Probability of winning each, a fraction from 0 to 1, in the same order.</param>
    /// <exception cref="ArgumentException">The two lists differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A probability outside 0 to 1.</exception>
    public static decimal WeightedPipeline(IReadOnlyList<decimal> amounts, IReadOnlyList<decimal> probabilities)
    {
        RequireSameLength(amounts, probabilities, nameof(amounts), nameof(probabilities));
        decimal sum = 0m;
        for (int i = 0; i < amounts.Count; i++)
        {
            RequireFraction(probabilities[i], nameof(probabilities));
            sum += amounts[i] * probabilities[i];
        }

        return sum;
    }

    /// <summary>Stage conversion: the part of the deals that entered a stage which went on to a later one or was won.</summary>
    /// <remarks>
    /// <para>Formula: reached / entered, a fraction. Of one cohort it lies between 0 and 1; where those that went on in a period are set against those
    /// that entered in it, it can pass 1.</para>
    /// <para>Source: https://resources.rework.com/libraries/pipeline-management/conversion-rate-analysis</para>
    /// </remarks>
    /// <param name="entered">Deals that entered the stage.</param>
    /// <param name="reached">Deals that reached the later stage or were won.</param>
    /// <returns>Null when no deal entered the stage.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative number.</exception>
    public static decimal? StageConversionRate(decimal entered, decimal reached)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(entered);
        ArgumentOutOfRangeException.ThrowIfNegative(reached);
        return entered == 0m ? null : reached / entered;
    }

    /// <summary>Bookings linearity: the share of a period's won amount that was won in a part of it, such as the last month of a quarter.</summary>
    /// <remarks>
    /// <para>Formula: won in the part / won, a fraction from 0 to 1. A linear quarter has about a third in each month.</para>
    /// <para>Source: https://www.winsabove.com/glossary/bookings-linearity</para>
    /// </remarks>
    /// <param name="wonInPart">Amount won in the part of the period.</param>
    /// <param name="won">Amount won in the period.</param>
    /// <returns>Null when nothing was won.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative amount.</exception>
    public static decimal? Linearity(decimal wonInPart, decimal won)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(wonInPart);
        ArgumentOutOfRangeException.ThrowIfNegative(won);
        return won == 0m ? null : wonInPart / won;
    }

    private static void RequireSameLength(IReadOnlyList<decimal> one, IReadOnlyList<decimal> other, string oneName, string otherName)
    {
        ArgumentNullException.ThrowIfNull(one, oneName);
        ArgumentNullException.ThrowIfNull(other, otherName);
        if (one.Count == other.Count) return;
        throw new ArgumentException(
            $"{oneName} holds {one.Count} values and {otherName} {other.Count}: give one of each, in the same order.", otherName);
    }
}
