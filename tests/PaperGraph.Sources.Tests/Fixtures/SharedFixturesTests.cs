using System.Globalization;
using System.Text;

namespace PaperGraph.Sources.Fixtures;

/// <summary>Recorded answers and other people's files: what is counted in each, and never its text.</summary>
public sealed class SharedFixturesTests
{
    [SkippableTheory]
    [InlineData("arxiv")]
    [InlineData("huggingface")]
    [InlineData("library")]
    [InlineData("openalex")]
    [InlineData("pwc")]
    [InlineData("semantic-scholar")]
    public async Task What_is_found_in_each_file_is_counted(string folder)
    {
        SharedData.Require("fixtures");
        var counts = new StringBuilder();
        foreach (var file in Directory.GetFiles(SharedData.Combine("fixtures", folder)).Order(StringComparer.Ordinal))
            counts.Append(Count(Path.GetFileName(file), await Reading.ReadFile(file))).Append('\n');

        counts.ToString().MatchSnapshot(folder);
    }

    private static string Count(string file, IReadOnlyList<SourceItem> items)
    {
        var papers = items.Papers();
        (string Name, int Count)[] counts =
        [
            ("papers", papers.Count), ("abstracts", papers.Count(paper => paper.Abstract is not null)),
            ("arXiv ids", papers.Count(paper => paper.ArxivId is not null)), ("DOIs", papers.Count(paper => paper.Doi is not null)),
            ("days", papers.Count(paper => paper.PublishedOn is not null)), ("authors", papers.Sum(paper => paper.AuthorNames.Count)),
            ("links", papers.Sum(paper => paper.Links.Count)), ("results", papers.Sum(paper => paper.Details?.Results.Count ?? 0)),
            ("methods and datasets", items.OfType<ConceptRecord>().Count()),
            ("additions", items.OfType<AdditionRecord>().Count()),
            ("institutions", items.OfType<InstitutionRecord>().Count()), ("problems", items.Problems().Count),
        ];
        var told = counts.Where(count => count.Count > 0)
            .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Name} {count.Count}"));
        return $"{file}: {items.Pages().Select(page => page.Source).DefaultIfEmpty("no page").First()}, {string.Join(", ", told)}";
    }
}
