using System.Globalization;

namespace RevOps.Metrics.Benchmarks.Compare;

/// <summary>How time and memory grow with the rows, with one thread and with two: each size in a process of its own.</summary>
internal static class Sweep
{
    private const int LeastRows = 10_000;

    public static int Run(CompareOptions options)
    {
        List<string[]> lines = [];
        for (int rows = LeastRows; rows <= options.Rows; rows *= 10)
        {
            foreach (int threads in new[] { 1, 2 })
            {
                string file = Path.GetTempFileName();
                string[] words =
                [
                    "--rows", rows.ToString(CultureInfo.InvariantCulture), "--threads", threads.ToString(CultureInfo.InvariantCulture), "--peer", options.Peer, "--save", file,
                    .. options.Only.Count == 0 ? Array.Empty<string>() : ["--only", string.Join(',', options.Only)],
                ];
                int exit = OwnProcess.Run(words, threads);
                if (exit == 0) lines.AddRange(File.ReadLines(file).Skip(1).Select(line => line.Split(',')));
                File.Delete(file);
                if (exit != 0) return exit;
            }
        }

        Console.WriteLine();
        Console.WriteLine($"{"",-3} {"rows",12} {"ns a row",10} {"2 threads",10} {"speed-up",9} {"bytes a row",12} {"peer ns",10} {"2 threads",10} {"bytes a row",12}");
        foreach (var line in lines.GroupBy(line => (Workload: line[0], Rows: Number(line[1])!.Value)).OrderBy(line => line.Key.Workload, StringComparer.Ordinal))
        {
            string[] one = line.First(), two = line.Last();
            double rows = line.Key.Rows;
            Console.WriteLine(ComparisonText.Text(
                $"{line.Key.Workload,-3} {rows,12:N0} {Number(one[3]) * 1e9 / rows,10:0.0} {Number(two[3]) * 1e9 / rows,10:0.0} {Number(one[3]) / Number(two[3]),9:0.00} {Number(two[4]) / rows,12:0} {Number(one[5]) * 1e9 / rows,10:0.0} {Number(two[5]) * 1e9 / rows,10:0.0} {Number(two[6]) / rows,12:0}"));
        }

        return 0;
    }

    private static double? Number(string text) => text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);
}
