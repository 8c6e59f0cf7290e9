using System.Text.Json;

namespace PaperGraph.GeneratedGraph;

/// <summary>
/// Invented papers as a file that is imported: JSON lines as arXiv gives its metadata, or as OpenAlex gives works, whose authors have ids
/// and institutions, and which cite each other and what nobody knows. Titles, abstracts, authors and repositories are those of the
/// generated graph; what else that has of them, an import has to find.
/// </summary>
public static class GeneratedSnapshot
{
    private const int MinReferences = 10;
    private const int MaxReferences = 40;

    /// <summary>Works that are cited and not in the file have numbers from here on.</summary>
    private const int FirstUnknown = 100_000_000;

    /// <param name="papers">How many; 100 at least.</param>
    /// <param name="areWorks">Whether they are written as OpenAlex does.</param>
    public static async Task WriteAsync(Stream stream, int papers, bool areWorks, CancellationToken cancellationToken)
    {
        var generator = new PaperGenerator(new GraphSize(papers), seed: 1);
        for (var number = 0; number < papers; number++)
        {
            var paper = generator.Generate(number);
            JsonSerializer.Serialize(stream, areWorks ? Work(paper) : Line(paper));
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

    private static Dictionary<string, object?> Work(GeneratedPaper paper)
    {
        var words = paper.Abstract.Split(' ');
        return new Dictionary<string, object?>
        {
            ["id"] = WorkOf(paper.Number),
            ["doi"] = paper.Doi is { } doi ? $"https://doi.org/{doi}" : null,
            ["title"] = paper.Title,
            ["publication_date"] = $"{(paper.PublishedOn ?? paper.ListedOn):yyyy-MM-dd}",
            ["type"] = "article",
            ["cited_by_count"] = paper.UpvoteCount,
            ["primary_location"] = new { landing_page_url = $"https://arxiv.org/abs/{paper.ArxivId}" },
            ["authorships"] = paper.Authors.Select(author => new
            {
                author = new
                {
                    id = $"https://openalex.org/A{author + 1}",
                    display_name = GeneratedNames.Author(author),
                    orcid = author % 3 == 0 ? $"https://orcid.org/0000-0001-{author / 10_000:D4}-{author % 10_000:D4}" : null,
                },
                institutions = paper.Organizations.Select(role => role.Organization).Select(institution => new
                {
                    id = InstitutionOf(institution),
                    display_name = GeneratedNames.Organization(institution),
                    country_code = "NO",
                    lineage = new[] { InstitutionOf(institution), InstitutionOf(institution / 10) },
                }),
            }),
            ["referenced_works"] = References(paper).Distinct().Select(WorkOf),
            ["abstract_inverted_index"] = words.Select((word, place) => (word, place))
                .GroupBy(entry => entry.word, entry => entry.place).ToDictionary(group => group.Key, group => group.ToList()),
        };
    }

    /// <summary>Three of five are of the file, most of them a little older.</summary>
    private static IEnumerable<int> References(GeneratedPaper paper)
    {
        var random = new Random(paper.Number);
        var count = random.Next(MinReferences, MaxReferences);
        foreach (var cited in paper.Cited) yield return cited;
        for (var i = 0; i < count; i++)
            yield return random.Next(5) < 3
                ? (int)(paper.Number * (1 - Math.Pow(random.NextDouble(), 3)))
                : FirstUnknown + (int)(FirstUnknown * Math.Pow(random.NextDouble(), 5));
    }

    private static string WorkOf(int number) => $"https://openalex.org/W{number + 1}";

    private static string InstitutionOf(int number) => $"https://openalex.org/I{number + 1}";
}
