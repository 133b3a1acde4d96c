using MathNet.Numerics.Distributions;

namespace RevOps.Metrics.Predictive;

/// <summary>The probabilities of one stage as they may truly be: drawn anew for each future, so that a short history makes wide ranges.</summary>
/// <remarks>
/// The daily probability of a band with n exits in N days is drawn from Beta(n, N - n), whose mean is the estimate n / N; where the exits go, from a Dirichlet
/// distribution of their counts, to which the counts of the whole stage are added with the weight of one exit. What was never seen stays impossible.
/// </remarks>
internal sealed class StageDraw
{
    private readonly int[] _from;
    private readonly double[] _logStay;
    private readonly double[][] _exitsUpTo;

    public StageDraw(StageHazards stage, Random random)
    {
        _from = stage.From;
        _logStay = new double[_from.Length];
        _exitsUpTo = new double[_from.Length][];
        long all = stage.AllExits;
        for (int band = 0; band < _from.Length; band++)
        {
            long exits = stage.Exits[band], stays = stage.DaysAtRisk[band] - exits;
            double p = exits == 0 ? 0 : stays == 0 ? 1 : Beta.Sample(random, exits, stays);
            _logStay[band] = Math.Log(1 - p);
            double[] upTo = new double[stage.To[band].Length];
            double sum = 0;
            for (int exit = 0; exit < upTo.Length; exit++)
            {
                // On the day of entry only closes happen: the moves of the other days are not lent to it.
                double weight = stage.To[band][exit] + (band == 0 || all == 0 ? 0 : (double)stage.AllTo(exit) / all);
                if (weight > 0) sum += Gamma.Sample(random, weight, 1);
                upTo[exit] = sum;
            }

            _exitsUpTo[band] = upTo;
        }
    }

    /// <summary>How many days after a day in the stage, itself included, the deal leaves, and by which exit; false when not within the days asked about.</summary>
    /// <param name="days">For how many days the deal has been in the stage.</param>
    /// <param name="day">The day, counted from that of the forecast.</param>
    /// <param name="within">The number of days asked about.</param>
    /// <param name="monthEnds">The last days of the months.</param>
    /// <param name="factors">By what the hazard of each month is multiplied.</param>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="after">How many days after.</param>
    /// <param name="exit">By which exit.</param>
    public bool Leaves(int days, int day, int within, int[] monthEnds, double[] factors, Random random, out int after, out int exit)
    {
        // The deal leaves when its hazards, added up, pass a number that is exponential; a sure exit has an infinite hazard.
        double until = -Math.Log(1 - random.NextDouble());
        after = 0;
        exit = -1;
        int band = _from.Length - 1, month = 0;
        while (_from[band] > days) band--;
        while (after < within)
        {
            while (month < monthEnds.Length - 1 && monthEnds[month] < day + after) month++;
            int end = band + 1 < _from.Length ? Math.Min(within, _from[band + 1] - days) : within;
            if (month < monthEnds.Length - 1) end = Math.Min(end, monthEnds[month] - day + 1);
            double hazard = -_logStay[band] * factors[month];
            if (hazard > 0)
            {
                double survived = Math.Floor(until / hazard);
                if (survived < end - after)
                {
                    after += (int)survived;
                    exit = Exit(_exitsUpTo[band], random);
                    return true;
                }

                until -= hazard * (end - after);
            }

            after = end;
            if (band + 1 < _from.Length && _from[band + 1] <= days + after) band++;
        }

        return false;
    }

    private static int Exit(double[] upTo, Random random)
    {
        double mark = random.NextDouble() * upTo[^1];
        int exit = 0;
        while (exit < upTo.Length - 1 && upTo[exit] <= mark) exit++;
        return exit;
    }
}
