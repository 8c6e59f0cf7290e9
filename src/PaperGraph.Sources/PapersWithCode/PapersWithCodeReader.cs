using PaperGraph.Model;
using PaperGraph.Model.Links;
using PaperGraph.Model.Stated;
using PaperGraph.Sources.Arxiv;
using PaperGraph.Sources.Json;

namespace PaperGraph.Sources.PapersWithCode;

/// <summary>
/// Papers of Papers with Code, and the repositories that it names for them: a row for each pair, so that a paper stands there as often
/// as it has repositories. Its tasks and methods, which anybody could edit, are passed over: what a paper is about is read in its own text.
/// </summary>
internal sealed class PapersWithCodeReader : JsonRecordReader
{
    public override SourceFormat Format { get; } = new()
    {
        Name = SourceNames.PapersWithCode,
        Description = "Papers with Code: its dumps papers-with-abstracts and links-between-papers-and-code, and papers of its API.",
        ToldBy = "objects with “paper_url” beside “repo_url” or “title”, or with “url_abs” and “title”",
        Refuses = "rows without a title",
        Example = "papergraph import papers-with-abstracts.json.gz links-between-papers-and-code.json.gz",
    };

    protected override string NoRecord => "no paper of Papers with Code: it has no title, or no address of a paper";

    protected override bool Accepts(JsonShape shape) =>
        shape.Has("paper_url", "repo_url") || shape.Has("paper_url", "title") || shape.Has("url_abs", "title");

    protected override ListedPaper? Read(JsonFields row, FieldProblemCollector problems)
    {
        if (row.Find("paper_url", "url_abs") is null || row.Line("paper_title", "title") is not { } title) return null;

        var page = row.Text("paper_url_abs", "url_abs");
        var arxivId = row.Arxiv("paper_arxiv_id", "arxiv_id") ?? (page is null ? null : ArxivIds.Parse(page));
        var authors = Authors(row).ToList();
        return new ListedPaper
        {
            Title = title,
            Abstract = Prose.ParagraphsOrNull(row.Text("abstract")),
            ArxivId = arxivId,
            Doi = page is null ? null : Doi.Parse(page),
            Url = ArxivText.Address(arxivId) ?? page ?? row.Text("paper_url"),
            PublishedOn = row.Day("date", "published"),
            AuthorNames = authors,
            AuthorCount = authors.Count > 0 ? authors.Count : null,
            Details = page is not null && CatalogueId.Parse(page) is { Kind: CatalogueIdKind.Acl, Id: var acl }
                ? new PaperDetails { Ids = new StatedCatalogueIds { Acl = acl } }
                : null,
            Links = Repository(row, problems) is { } repository ? [repository] : [],
            Rank = 0,
        };
    }

    private static IEnumerable<string> Authors(JsonFields row) =>
        row.Names("authors", author => Prose.LineOrNull(row.Text("authors", author)));

    private static StatedLink? Repository(JsonFields row, FieldProblemCollector problems)
    {
        if (row.Text("repo_url") is not { } address) return null;
        var isOfficial = row.Flag("is_official");
        if (LinkTargetParser.Parse(address) is { } target) return new StatedLink("repo_url", Prose.Line(address), target, isOfficial);
        problems.Add("repo_url", address, "no address");
        return null;
    }
}
