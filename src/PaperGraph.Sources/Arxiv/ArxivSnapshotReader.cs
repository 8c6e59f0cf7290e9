using System.Text.Json;
using PaperGraph.Model;
using PaperGraph.Model.Stated;
using PaperGraph.Sources.Json;

namespace PaperGraph.Sources.Arxiv;

/// <summary>arXiv's metadata as JSON lines, as Kaggle gives them: 2.7 million papers in one file.</summary>
internal sealed class ArxivSnapshotReader : JsonRecordReader
{
    public override SourceFormat Format { get; } = new()
    {
        Name = SourceNames.ArxivSnapshot,
        Description = "arXiv's metadata snapshot (arxiv-metadata-oai-snapshot.json of Kaggle), JSON lines, also zipped.",
        ToldBy = "objects with “authors_parsed”, or with “versions” and “categories”",
        Refuses = "objects without an arXiv id or a title",
        Example = "papergraph import arxiv-metadata-oai-snapshot.json.zip",
    };

    protected override string NoRecord => "no paper of arXiv: it has no “id” or no “title”";

    protected override bool Accepts(JsonShape shape) =>
        shape.HasAny("authors_parsed") || shape.Has("versions", "categories") || shape.Has("submitter", "categories");

    protected override ListedPaper? Read(JsonFields row, FieldProblemCollector problems)
    {
        if (row.Text("id") is not { } stated || row.Line("title") is not { } title) return null;
        if (ArxivText.Id("id", stated, problems) is not { } id) return null;

        var authors = Authors(row);
        var versions = Versions(row, problems);
        var categories = ArxivCategories.Split("categories", row.Text("categories"), problems);
        return new ListedPaper
        {
            Title = title,
            Abstract = ArxivText.Abstract(row.Text("abstract")),
            ArxivId = id,
            Doi = ArxivText.FirstDoi("doi", row.Text("doi"), problems),
            Url = ArxivText.Address(id),
            PublishedOn = versions.FirstOrDefault()?.SubmittedOn,
            AuthorNames = authors,
            AuthorCount = authors.Count > 0 ? authors.Count : null,
            Links = ArxivText.Links("comments", row.Text("comments")),
            ObservedAt = UtcDay.StartOf(row.Day("update_date")),
            Details = new PaperDetails
            {
                // The first is the one that the paper was submitted to.
                Categories = categories,
                PrimaryCategory = ArxivCategories.First(categories),
                Versions = versions,
                IsWithdrawn = Withdrawal.From(row.Text("comments"), row.Text("abstract")),
            },
            Rank = 0,
        };
    }

    /// <summary>The versions in their order; nothing behind one that cannot be read, since its number is its place.</summary>
    private static List<StatedVersion> Versions(JsonFields row, FieldProblemCollector problems)
    {
        var versions = new List<StatedVersion>();
        foreach (var version in row.List("versions"))
        {
            if (version.ValueKind != JsonValueKind.Object)
            {
                problems.Add("versions", version, "a list in which one is no object");
                break;
            }
            versions.Add(new StatedVersion(versions.Count + 1, row.Of(version).Day("created")));
        }
        return versions;
    }

    /// <summary>The names in parts, which are Unicode; where they are missing, the text, which is TeX.</summary>
    private static IReadOnlyList<string> Authors(JsonFields row)
    {
        if (row.Find("authors_parsed") is null) return row.Text("authors") is { } text ? ArxivAuthors.Split(text) : [];
        return
        [
            .. row.Names("authors_parsed", author => author.ValueKind == JsonValueKind.Array ? Name(row, author) : null)
                .Where(name => !ArxivAuthors.IsColon(name)),
        ];
    }

    /// <summary>Family name, given name and suffix, of which any may be empty; behind them stand affiliations.</summary>
    private static string? Name(JsonFields row, JsonElement author)
    {
        string? Part(int index) => index < author.GetArrayLength() && author[index] is { ValueKind: not JsonValueKind.Null } part
            ? row.Text("authors_parsed", part)
            : null;

        return Prose.LineOrNull(string.Join(' ', new[] { Part(1), Part(0), Part(2) }.OfType<string>()));
    }
}
