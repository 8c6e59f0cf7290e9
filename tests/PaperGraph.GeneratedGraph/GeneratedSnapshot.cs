using System.Text.Json;

namespace PaperGraph.GeneratedGraph;

/// <summary>
/// Invented papers as a file that is imported: JSON lines as arXiv gives its metadata. Titles, abstracts, authors and repositories are
/// those of the generated graph; what else that has of them, an import has to find.
/// </summary>
public static class GeneratedSnapshot
{
    /// <param name="papers">How many; 100 at least.</param>
    public static async Task WriteAsync(Stream stream, int papers, CancellationToken cancellationToken)
    {
        var generator = new PaperGenerator(new GraphSize(papers), seed: 1);
        for (var number = 0; number < papers; number++)
        {
            JsonSerializer.Serialize(stream, Line(generator.Generate(number)));
            stream.WriteByte((byte)'\n');
            if (number % 1_000 == 0) await stream.FlushAsync(cancellationToken);
        }
    }

    private static Dictionary<string, object?> Line(GeneratedPaper paper)
    {
        var authors = paper.Authors.Select(GeneratedNames.Author).ToList();
        return new Dictionary<string, object?>
        {
            ["id"] = paper.ArxivId,
            ["submitter"] = authors[0],
            ["authors"] = string.Join(", ", authors),
            ["title"] = paper.Title,
            ["comments"] = paper.Repositories is [var repository, ..] ? $"Code at {SharedRows.UrlOf(repository)}" : null,
            ["doi"] = paper.Doi,
            ["categories"] = "cs.LG",
            ["abstract"] = paper.Abstract,
            ["versions"] = new[] { new { version = "v1", created = $"{(paper.PublishedOn ?? paper.ListedOn):yyyy-MM-dd}" } },
            ["update_date"] = $"{paper.ListedOn:yyyy-MM-dd}",
            ["authors_parsed"] = authors.Select(author => author.Split(' ')).Select(names => new[] { names[^1], names[0], "" }),
        };
    }
}
