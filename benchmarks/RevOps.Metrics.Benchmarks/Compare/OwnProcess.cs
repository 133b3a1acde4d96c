using System.Diagnostics;
using System.Globalization;

namespace RevOps.Metrics.Benchmarks.Compare;

/// <summary>This program again, in a process that sees so many processors: the only way to hold all of .NET to a number of threads.</summary>
internal static class OwnProcess
{
    private const string Processors = "DOTNET_PROCESSOR_COUNT";

    /// <summary>True in a process that was started so: to start another would not end.</summary>
    public static bool IsThis => Environment.GetEnvironmentVariable(Processors) is not null;

    /// <summary>Runs <c>compare</c> with these words and gives its exit code.</summary>
    public static int Run(IEnumerable<string> words, int threads)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!);
        // Started as "dotnet X.dll", the program is the first argument of the process.
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(typeof(OwnProcess).Assembly.Location);
        start.ArgumentList.Add("compare");
        foreach (string word in words) start.ArgumentList.Add(word);
        start.Environment[Processors] = threads.ToString(CultureInfo.InvariantCulture);
        // Else the garbage collector's own thread is one more.
        if (threads == 1) start.Environment["DOTNET_gcConcurrent"] = "0";
        using Process process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
