using System.Globalization;

namespace RevOps.Metrics.Predictive;

/// <summary>A sequence of channels that people came by, and how often it ended in a conversion and how often not.</summary>
/// <remarks>A path stands for all who went it: "search > email, 3 conversions and 2 without". The same path may be given more than once.</remarks>
public sealed record TouchPath
{
    /// <summary>A path.</summary>
    /// <param name="channels">The channels from the first touch to the last; at least one.</param>
    /// <param name="conversions">How many who went it converted; 0 or more.</param>
    /// <param name="nulls">How many who went it did not; 0 or more.</param>
    /// <param name="value">What the conversions are worth together, in any one currency.</param>
    /// <exception cref="ArgumentException">There is no touch, or a number cannot be.</exception>
    public TouchPath(ValueList<string> channels, double conversions, double nulls = 0, double value = 0)
    {
        ArgumentNullException.ThrowIfNull(channels);
        if (channels.Count == 0) throw new ArgumentException("A path has no touch: leave out who converted without one, nobody can be credited.", nameof(channels));
        if (channels.Any(string.IsNullOrEmpty)) throw new ArgumentException($"The path '{Text(channels)}' has a touch without a channel: name it \"{Cell.NoValue}\".", nameof(channels));
        (Channels, Conversions, Nulls, Value) = (channels, Count(conversions, channels, nameof(conversions)), Count(nulls, channels, nameof(nulls)), value);
        if (!double.IsFinite(value)) throw new ArgumentException($"The path '{Text(channels)}' has a value that is no number.", nameof(value));
        if (value != 0 && conversions == 0) throw new ArgumentException($"The path '{Text(channels)}' has a value without a conversion: only conversions are worth something.", nameof(value));
    }

    /// <summary>The channels from the first touch to the last.</summary>
    public ValueList<string> Channels { get; }

    /// <summary>How many who went it converted.</summary>
    public double Conversions { get; }

    /// <summary>How many who went it did not.</summary>
    public double Nulls { get; }

    /// <summary>What the conversions are worth together.</summary>
    public double Value { get; }

    /// <summary>For each touch the time from it to the conversion, in any one unit; empty where unknown. Only time decay by age needs it.</summary>
    /// <exception cref="ArgumentException">There is not one for each touch, or one cannot be.</exception>
    public ValueList<double> Ages
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Count != 0 && value.Count != Channels.Count)
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"The path '{this}' has {Channels.Count} touches and {value.Count} ages: give one for each touch."), nameof(value));
            }

            if (value.Any(age => !(age >= 0 && double.IsFinite(age))))
                throw new ArgumentException($"The path '{this}' has an age that is negative or no number: an age is the time from the touch to the conversion.", nameof(value));
            field = value;
        }
    } = [];

    /// <summary>A path from its usual text.</summary>
    /// <param name="path">The channels, separated by &gt; and spaces: "search &gt; email".</param>
    /// <param name="conversions">How many who went it converted.</param>
    /// <param name="nulls">How many who went it did not.</param>
    /// <param name="value">What the conversions are worth together.</param>
    /// <exception cref="ArgumentException">There is no touch, or a number cannot be.</exception>
    public static TouchPath Parse(string path, double conversions, double nulls = 0, double value = 0)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new TouchPath([.. path.Split('>', StringSplitOptions.TrimEntries)], conversions, nulls, value);
    }

    /// <summary>"search > email".</summary>
    public override string ToString() => Text(Channels);

    private static string Text(ValueList<string> channels) => string.Join(" > ", channels);

    private static double Count(double count, ValueList<string> channels, string name) => count >= 0 && double.IsFinite(count)
        ? count
        : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The path '{Text(channels)}' has {count} {name}: give a number of at least 0."), name);
}
