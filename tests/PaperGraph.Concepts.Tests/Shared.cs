using System.Text.Json;
using PaperGraph.Concepts.Collection;

namespace PaperGraph.Concepts.Tests;

/// <summary>Papers of the shared pages and days, each once, and their concepts.</summary>
internal static class Shared
{
    private static readonly Lazy<IReadOnlyList<SharedPaper>> AllPapers =
        new(() => [.. Days().Concat(Pages()).DistinctBy(paper => paper.Title)]);

    private static readonly Lazy<IReadOnlyList<ExtractedPaper>> AllExtractions = new(() =>
    {
        var extractor = new ConceptExtractor();
        return [.. AllPapers.Value.AsParallel().AsOrdered().Select(paper => extractor.Extract(paper.Text))];
    });

    private static readonly Lazy<ConceptCollection> All = new(() =>
        ConceptCollection.Build([.. AllExtractions.Value.Select((paper, i) => PaperNames.From(i, paper))]));

    /// <summary>A paper's index is its id in the collection.</summary>
    public static IReadOnlyList<SharedPaper> Papers => AllPapers.Value;

    public static IReadOnlyList<ExtractedPaper> Extractions => AllExtractions.Value;

    public static ConceptCollection Collection => All.Value;

    private static IEnumerable<SharedPaper> Days()
    {
        foreach (var file in Directory.GetFiles(SharedData.Combine("hf-daily"), "*.json").Order(StringComparer.Ordinal))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            foreach (var row in json.RootElement.EnumerateArray())
            {
                var paper = row.GetProperty("paper");
                yield return new SharedPaper(
                    paper.GetProperty("title").GetString()!, paper.GetProperty("summary").GetString(), IsPage: false);
            }
        }
    }

    /// <summary>The blocks of a page: a long one is an abstract, the one before it the title.</summary>
    private static IEnumerable<SharedPaper> Pages()
    {
        foreach (var file in Directory.GetFiles(SharedData.Combine("pages"), "*.txt").Order(StringComparer.Ordinal))
        {
            var blocks = File.ReadAllText(file).ReplaceLineEndings("\n")
                .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            for (var i = 1; i < blocks.Length; i++)
                if (blocks[i].Length > 300 && blocks[i - 1].Length is > 10 and < 250)
                    yield return new SharedPaper(blocks[i - 1], blocks[i], IsPage: true);
        }
    }
}

internal sealed record SharedPaper(string Title, string? Abstract, bool IsPage)
{
    public PaperText Text => new(Title, Abstract);
}
