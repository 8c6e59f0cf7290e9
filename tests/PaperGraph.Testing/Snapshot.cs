using System.Runtime.CompilerServices;
using Xunit.Sdk;

namespace PaperGraph.Testing;

/// <summary>
/// Compares a text with the file <c>__snapshots__/NAME</c> beside the test. A mismatch writes the new text next to it as
/// <c>NAME.received</c> and fails with the first lines that differ; PAPERGRAPH_ACCEPT_SNAPSHOTS=1 accepts it. A missing
/// snapshot is written on a desk and fails in CI.
/// </summary>
public static class Snapshot
{
    private static bool Accepting => Environment.GetEnvironmentVariable("PAPERGRAPH_ACCEPT_SNAPSHOTS") == "1";

    private static bool InCI => Environment.GetEnvironmentVariable("CI") == "true";

    public static void Match(string actual, string name, [CallerFilePath] string testFile = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(testFile)!, "__snapshots__");
        var file = Path.Combine(folder, name);
        var received = file + ".received";
        actual = actual.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

        var expected = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : null;
        if (expected == actual)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(folder);
        if (Accepting || (expected is null && !InCI))
        {
            File.WriteAllText(file, actual);
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        throw new XunitException(expected is null
            ? $"There is no snapshot {file} yet. What it would hold is in {received}."
            : $"{file} differs from what came out, which is in {received}; PAPERGRAPH_ACCEPT_SNAPSHOTS=1 accepts it.\n"
                + FirstDifference(expected.Split('\n'), actual.Split('\n')));
    }

    private static string FirstDifference(string[] expected, string[] actual)
    {
        var line = 0;
        while (line < expected.Length && line < actual.Length && expected[line] == actual[line]) line++;
        return $"""
            line {line + 1}
              expected: {expected.ElementAtOrDefault(line) ?? "(end)"}
              received: {actual.ElementAtOrDefault(line) ?? "(end)"}
            """;
    }
}
