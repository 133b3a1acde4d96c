using FsCheck;
using FsCheck.Fluent;
using RevOps.Metrics.Tests;

namespace RevOps.Metrics.Predictive.Tests;

public class SurvivalLaws
{
    private static readonly LogRankWeights[] AllWeights =
    [
        LogRankWeights.LogRank, LogRankWeights.GehanWilcoxon, LogRankWeights.TaroneWare, LogRankWeights.PetoPeto, LogRankWeights.FlemingHarrington(1, 0), LogRankWeights.FlemingHarrington(0.5, 2),
    ];

    [Fact]
    public void Curves_fall_within_0_and_1_and_intervals_hold_them() => Law.Holds(Rows(), rows =>
    {
        SurvivalCurve curve = Estimate(rows);
        double last = 1, hazard = 0;
        foreach ((SurvivalStep step, HazardStep risk) in curve.Steps.Zip(curve.Hazard.Steps))
        {
            // Late entries can find the curve at 0, where it stays.
            bool falls = step.Survival < last || last == 0;
            if (!falls || step.Survival < 0 || risk.Hazard <= hazard || risk.Survival < step.Survival - 1e-15 || !risk.Interval().Contains(risk.Hazard)) return false;
            (last, hazard) = (step.Survival, risk.Hazard);
            foreach (SurvivalIntervalKind kind in Enum.GetValues<SurvivalIntervalKind>())
            {
                if (step.Interval(0.8, kind) is not { } narrow || step.Interval(0.95, kind) is not { } wide)
                {
                    if (step.Survival > 0) return false;
                    continue;
                }

                bool nested = wide.Lower <= narrow.Lower && narrow.Upper <= wide.Upper;
                if (!narrow.Contains(step.Survival) || !nested || wide.Lower < 0 || wide.Upper > 1) return false;
            }
        }

        SurvivalQuantile median = curve.Median;
        return median.Time.Value is not { } half || ((median.Lower.Value ?? half) <= half && half <= (median.Upper.Value ?? half));
    });

    [Fact]
    public void The_curve_is_the_product_that_defines_it() => Law.Holds(Rows(), rows =>
    {
        SurvivalCurve curve = Estimate(rows);
        double survival = 1, greenwood = 0;
        foreach (double time in rows.Where(row => row.Event).Select(row => row.Duration).Distinct().Order())
        {
            double atRisk = rows.Where(row => (row.Entry == 0 || row.Entry < time) && row.Duration >= time).Sum(row => row.Weight);
            double events = rows.Where(row => row.Event && row.Duration == time).Sum(row => row.Weight);
            survival *= 1 - (events / atRisk);
            greenwood += events / (atRisk * (atRisk - events));
            if (curve.AtRisk(time) != atRisk || !Near(curve.SurvivalAt(time).OrThrow(), survival)) return false;
            if (survival > 1e-12 && !Near(curve.StandardErrorAt(time).OrThrow(), survival * Math.Sqrt(greenwood))) return false;
        }

        return true;
    });

    [Fact]
    public void Without_censoring_it_is_the_share_that_stayed_longer() => Law.Holds(Rows(), rows =>
    {
        Row[] all = [.. rows.Select(row => row with { Event = true, Entry = 0, Weight = 1 })];
        SurvivalCurve curve = Estimate(all);
        bool isShare = Enumerable.Range(0, 20).All(time => Near(curve.SurvivalAt(time).OrThrow(), all.Count(row => row.Duration > time) / (double)all.Length));
        return isShare && Near(curve.RestrictedMean().Mean.OrThrow(), all.Average(row => row.Duration));
    });

    [Fact]
    public void The_restricted_mean_is_the_survival_of_each_period_added_up() => Law.Holds(Rows(), rows =>
    {
        SurvivalCurve curve = Estimate(rows);
        // Times are whole, so that the curve stays as it is between them.
        int horizon = (int)(curve.LastTime ?? 0);
        return Near(curve.RestrictedMean(horizon).Mean.OrThrow(), Enumerable.Range(0, horizon).Sum(time => curve.SurvivalAt(time).OrThrow()));
    });

    [Fact]
    public void An_entry_at_0_is_none() => Law.Holds(Rows(), rows =>
    {
        Row[] early = [.. rows.Select(row => row with { Entry = 0 })];
        return Same(Estimate(early), SurvivalCurve.Estimate(new SurvivalObservations(
            early.Select(row => row.Duration).ToArray(), early.Select(row => row.Event).ToArray(), weights: early.Select(row => row.Weight).ToArray())));
    });

    [Fact]
    public void A_weight_is_so_many_alike() => Law.Holds(Rows(), rows =>
        Same(Estimate(rows), Estimate([.. rows.SelectMany(row => Enumerable.Repeat(row with { Weight = 1 }, (int)row.Weight))])));

    [Fact]
    public void Counting_and_sorting_give_the_same() => Law.Holds(Rows(), rows =>
    {
        // At 0.3 of the time nothing is a whole number, but all ties and the order stay.
        SurvivalCurve counted = Estimate(rows), sorted = Estimate([.. rows.Select(row => row with { Duration = row.Duration * 0.3, Entry = row.Entry * 0.3 })]);
        return counted.Steps.Select(step => step with { Time = step.Time * 0.3 }).SequenceEqual(sorted.Steps) && counted.LastTime * 0.3 == sorted.LastTime;
    });

    [Fact]
    public void Many_are_sorted_as_few_are()
    {
        Random random = new(7);
        double[] durations = [.. Enumerable.Range(0, 20_000).Select(_ => Math.Round(Math.Pow(10, (random.NextDouble() * 12) - 6), 9))];
        double[] weights = [.. durations.Select(_ => random.NextDouble())];
        ulong[] keys = [.. durations.Select(BitConverter.DoubleToUInt64Bits)];
        int[] order = [.. Enumerable.Range(0, keys.Length).OrderBy(i => durations[i])];

        ulong[] sorted = [.. keys];
        double[]? sortedWeights = [.. weights];
        RadixSort.Sort(ref sorted, ref sortedWeights);

        Assert.Equal(order.Select(i => durations[i]), sorted.Select(BitConverter.UInt64BitsToDouble));
        Assert.Equal(order.Select(i => weights[i]), sortedWeights!);
    }

    [Fact]
    public void The_order_of_observations_does_not_matter() => Law.Holds(Rows(), rows => Same(Estimate(rows), Estimate([.. rows.Reverse()])));

    [Fact]
    public void Groups_that_are_alike_do_not_differ() => Law.Holds(Rows(), rows =>
    {
        SurvivalCurves twice = Estimate([.. rows, .. rows], i => i < rows.Length ? "a" : "b");
        return AllWeights.All(weights => twice.Compare(weights).ChiSquare.Value is not { } chiSquare || chiSquare < 1e-20);
    });

    [Fact]
    public void Names_and_the_order_of_groups_do_not_change_a_test() => Law.Holds(Rows(), rows =>
    {
        SurvivalCurves curves = Estimate(rows, i => $"{i % 3}"), others = Estimate(rows, i => $"{(i % 3) switch { 0 => "z", 1 => "k", _ => "m" }}");
        return AllWeights.All(weights =>
        {
            LogRankTest one = curves.Compare(weights), other = others.Compare(weights);
            return one.DegreesOfFreedom == other.DegreesOfFreedom && one.ChiSquare.IsDefined == other.ChiSquare.IsDefined
                && (one.ChiSquare.Value is not { } chiSquare || (chiSquare >= 0 && Math.Abs(chiSquare - other.ChiSquare.OrThrow()) <= 1e-8 * Math.Max(1, chiSquare)))
                && Near(one.Groups.Sum(group => group.Observed - group.Expected), 0);
        });
    });

    [Fact]
    public void All_groups_together_are_the_total() => Law.Holds(Rows(), rows => Same(Estimate(rows), Estimate(rows, i => $"{i % 4}").Total));

    [Fact]
    public void Outcomes_and_those_undecided_add_up_to_the_whole() => Law.Holds(Rows(), rows =>
    {
        CompetingRisks both = Outcomes(rows, i => 1 + (i % 2)), one = Outcomes(rows, _ => 1);
        SurvivalCurve curve = Estimate(rows);
        foreach (SurvivalStep step in curve.Steps)
        {
            double undecided = both.Undecided.SurvivalAt(step.Time).OrThrow();
            if (!Near(undecided, step.Survival) || !Near(undecided + both["won"].At(step.Time).OrThrow() + both["lost"].At(step.Time).OrThrow(), 1)) return false;
            if (!Near(one["won"].At(step.Time).OrThrow(), 1 - step.Survival) || one["lost"].Events != 0) return false;
            if (step.StandardError.Value is { } error && !Near(one["won"].StandardErrorAt(step.Time).OrThrow(), error)) return false;
        }

        return both["won"].Steps.All(step => step.Interval() is not { } interval || interval.Contains(step.Incidence));
    });

    private static CompetingRisks Outcomes(Row[] rows, Func<int, int> outcome) => CompetingRisks.Estimate(
        rows.Select(row => row.Duration).ToArray(), rows.Select((row, i) => row.Event ? outcome(i) : 0).ToArray(), ["won", "lost"],
        rows.Select(row => row.Entry).ToArray(), rows.Select(row => row.Weight).ToArray());

    private static SurvivalCurve Estimate(Row[] rows) => SurvivalCurve.Estimate(new SurvivalObservations(
        rows.Select(row => row.Duration).ToArray(), rows.Select(row => row.Event).ToArray(), rows.Select(row => row.Entry).ToArray(), rows.Select(row => row.Weight).ToArray()));

    private static SurvivalCurves Estimate(Row[] rows, Func<int, string> group) => SurvivalCurves.Estimate(SurvivalObservations.ByGroup(
        rows.Select(row => row.Duration).ToArray(), rows.Select(row => row.Event).ToArray(), [.. rows.Select((_, i) => group(i))],
        rows.Select(row => row.Entry).ToArray(), rows.Select(row => row.Weight).ToArray()));

    private static bool Same(SurvivalCurve one, SurvivalCurve other) =>
        one.Observations == other.Observations && one.LastTime == other.LastTime && one.Steps.SequenceEqual(other.Steps);

    private static bool Near(double one, double other) => Math.Abs(one - other) <= 1e-12 * Math.Max(1, Math.Abs(one));

    private static Gen<Row[]> Rows() => Gen.Choose(0, int.MaxValue - 1).Select(seed =>
    {
        Random random = new(seed);
        return Enumerable.Range(0, random.Next(1, 50)).Select(_ =>
        {
            int duration = random.Next(0, 20);
            return new Row(duration, random.NextDouble() < 0.6, random.NextDouble() < 0.3 ? random.Next(0, Math.Max(1, duration)) : 0, random.Next(1, 4));
        }).ToArray();
    });

    private sealed record Row(double Duration, bool Event, double Entry, double Weight);
}
