using System.Globalization;
using System.Text;
using System.Text.Json;
using Xunit.Abstractions;

namespace PaperGraph.GraphQL.Tests.Conformance;

/// <summary>Thousands of judged cases in a file, one JSON object a line; a test goes over all and shows the counts.</summary>
internal static class Corpus
{
    private const int DifferencesShown = 20;

    public static IEnumerable<JsonElement> Rows(params string[] path) =>
        File.ReadLines(SharedData.Combine(["conformance", .. path])).Select(line => JsonDocument.Parse(line).RootElement);

    /// <summary>Fails unless <paramref name="judge"/> answers null for every row; else it says how a row came out otherwise.</summary>
    public static void Check(IEnumerable<JsonElement> rows, Func<JsonElement, string?> judge, ITestOutputHelper output)
    {
        var count = 0;
        var differences = new List<string>();
        foreach (var row in rows)
        {
            count++;
            if (judge(row) is { } difference) differences.Add($"{row.GetProperty("id").GetString()}: {difference}");
        }
        output.WriteLine($"{count - differences.Count} of {count} rows as judged");
        count.ShouldBeGreaterThan(0);
        differences.ShouldBeEmpty(string.Join("\n\n", differences.Take(DifferencesShown)));
    }

    /// <summary>The "line:column" of an error's locations.</summary>
    public static string Locations(JsonElement error) => string.Join(
        ' ', error.GetProperty("locations").EnumerateArray().Select(at => $"{at.GetProperty("line")}:{at.GetProperty("column")}"));

    /// <summary>A string of JSON that may hold half a surrogate pair, which <see cref="JsonElement.GetString"/> refuses.</summary>
    public static string Text(this JsonElement row, string property)
    {
        var raw = row.GetProperty(property).GetRawText();
        var text = new StringBuilder(raw.Length);
        for (var i = 1; i < raw.Length - 1; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }
            i++;
            if (raw[i] == 'u')
            {
                text.Append((char)int.Parse(raw.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                text.Append(raw[i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', var c => c });
            }
        }
        return text.ToString();
    }
}
