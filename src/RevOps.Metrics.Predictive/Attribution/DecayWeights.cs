namespace RevOps.Metrics.Predictive;

/// <summary>The weights of the touches of a path by how late they are.</summary>
internal static class DecayWeights
{
    public static IEnumerable<double> ByOrder(TouchPath path, bool isByLastTouch)
    {
        ReadOnlySpan<string> channels = path.Channels.AsSpan();
        double[] weights = new double[channels.Length];
        int rank = 0;
        for (int place = 0; place < channels.Length; place++)
        {
            bool decides = (isByLastTouch ? channels.LastIndexOf(channels[place]) : channels.IndexOf(channels[place])) == place;
            if (decides) weights[place] = ++rank;
        }

        return weights;
    }

    /// <param name="path">The path.</param>
    /// <param name="power">The power for an age.</param>
    /// <param name="factor">What is raised to it.</param>
    public static IEnumerable<double> ByAge(TouchPath path, Func<double, double> power, double factor)
    {
        if (path.Ages.Count == 0) throw new ArgumentException($"The path '{path}' has no ages: time decay by age needs {nameof(TouchPath)}.{nameof(TouchPath.Ages)}.", nameof(path));
        double[] logs = [.. path.Ages.Select(age => power(age) * Math.Log(factor))];
        // Against the heaviest, so that touches of long ago do not all weigh nothing.
        double most = logs.Max();
        return logs.Select(log => Math.Exp(log - most));
    }

    public static double Positive(double number, string name) => number > 0 && double.IsFinite(number)
        ? number
        : throw new ArgumentOutOfRangeException(name, number, "A length of time is a number above 0.");
}
