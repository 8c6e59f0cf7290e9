using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PaperGraph.Benchmarks.Comparison;

/// <summary>Load by wrk, which takes little of the processor from what it measures.</summary>
internal sealed class WrkLoad : ILoad
{
    // What wrk has counted, in one line that is easily read; its times are microseconds.
    private const string Report = """
        done = function(summary, latency, requests)
          local errors = summary.errors
          print(string.format("figures %d %d %d %d %d", summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
            errors.connect + errors.read + errors.write + errors.status + errors.timeout))
        end
        """;

    public string Name => "wrk";

    public static bool IsInstalled => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "wrk")));

    public async Task<LoadFigures> RunAsync(
        Uri address, IReadOnlyList<byte[]> bodies, int connections, TimeSpan duration, CancellationToken cancellationToken)
    {
        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(script, Script(bodies), cancellationToken);
            using var wrk = Process.Start(new ProcessStartInfo("wrk",
                ["-t1", $"-c{connections}", $"-d{Math.Ceiling(duration.TotalSeconds)}s", "--timeout", "60s", "-s", script,
                    address.ToString()])
            {
                RedirectStandardOutput = true,
            })!;
            var output = await wrk.StandardOutput.ReadToEndAsync(cancellationToken);
            await wrk.WaitForExitAsync(cancellationToken);
            return Read(output);
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static string Script(IReadOnlyList<byte[]> bodies)
    {
        var script = new StringBuilder(
            "local requests = {}\nlocal headers = { [\"Content-Type\"] = \"application/json\" }\ninit = function(args)\n");
        foreach (var body in bodies)
        {
            var text = Encoding.UTF8.GetString(body).Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("'", "\\'", StringComparison.Ordinal);
            script.AppendLine(CultureInfo.InvariantCulture, $"  table.insert(requests, wrk.format('POST', nil, headers, '{text}'))");
        }
        script.AppendLine("end\nlocal turn = 0\nrequest = function()\n  turn = turn % #requests + 1\n  return requests[turn]\nend");
        return script.AppendLine(Report).ToString();
    }

    private static LoadFigures Read(string output)
    {
        var line = output.Split('\n').FirstOrDefault(line => line.StartsWith("figures ", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"wrk told no figures: {output}");
        var figures = line.Split(' ').Skip(1).Select(figure => double.Parse(figure, CultureInfo.InvariantCulture)).ToList();
        if (figures[4] > 0) throw new InvalidOperationException($"{figures[4]} requests failed: {output}");
        return new LoadFigures((long)figures[0], figures[1] / 1e6, figures[2] / 1e3, figures[3] / 1e3);
    }
}
