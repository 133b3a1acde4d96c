using System.Globalization;

namespace RevOps.Metrics.Benchmarks.Compare;

/// <summary>The memory of a process that is in use: now, and at most since it was last reset. Known on Linux only.</summary>
internal sealed class ResidentMemory(int process)
{
    private const string ResetPeak = "5";

    /// <summary>The bytes in use now.</summary>
    public long? Now => Read("VmRSS:");

    /// <summary>The most bytes in use since <see cref="Reset"/>.</summary>
    public long? Peak => Read("VmHWM:");

    /// <summary>Forgets the peak.</summary>
    public void Reset()
    {
        if (OperatingSystem.IsLinux()) File.WriteAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/clear_refs"), ResetPeak);
    }

    private long? Read(string field)
    {
        if (!OperatingSystem.IsLinux()) return null;
        string? line = File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/status"))
            .FirstOrDefault(line => line.StartsWith(field, StringComparison.Ordinal));
        if (line is null) return null;
        string kibibytes = line[field.Length..^" kB".Length];
        return 1024 * long.Parse(kibibytes, NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
    }
}
