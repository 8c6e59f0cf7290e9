using System.Text.Json;

namespace PaperGraph.Concepts.Training;

/// <param name="Day">The day of the listing, as its file is named: 2026-07-01.</param>
/// <param name="Keywords">The keywords that the source states, as it spells them.</param>
internal sealed record DailyPaper(string Day, PaperText Text, IReadOnlyList<string> Keywords);

/// <summary>The papers of recorded days of Hugging Face's daily papers, in the order of the days, each title once.</summary>
internal static class DailyPaperReader
{
    public static IReadOnlyList<DailyPaper> Read(string folder) =>
        [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).SelectMany(ReadDay).DistinctBy(paper => paper.Text.Title)];

    private static IEnumerable<DailyPaper> ReadDay(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        foreach (var row in json.RootElement.EnumerateArray())
        {
            var paper = row.GetProperty("paper");
            yield return new DailyPaper(
                Path.GetFileNameWithoutExtension(path),
                new PaperText(paper.GetProperty("title").GetString()!, paper.GetProperty("summary").GetString()),
                paper.TryGetProperty("ai_keywords", out var stated) && stated.ValueKind == JsonValueKind.Array
                    ? [.. stated.EnumerateArray().Select(keyword => keyword.GetString()!).Where(keyword => keyword.Length > 0)]
                    : []);
        }
    }
}
