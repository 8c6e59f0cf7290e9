using System.Text.Json;
using PaperGraph.Sources.Json;
using PaperGraph.Sources.Links;

namespace PaperGraph.Sources.HuggingFace;

/// <summary>
/// One element of a daily list, with the paper inside it, or a paper alone. Upvotes are of the paper, comments of the list.
/// </summary>
internal sealed class HuggingFacePaper
{
    private static readonly (string Field, string Folder)[] LinkedFields =
        [("linkedModels", ""), ("linkedDatasets", "datasets/"), ("linkedSpaces", "spaces/")];

    private readonly List<(string Words, string Message, string Advice)> problems = [];
    private readonly JsonElement row;
    private readonly JsonElement paper;

    private HuggingFacePaper(JsonElement row, JsonElement paper)
    {
        this.row = row;
        this.paper = paper;
    }

    /// <summary>Fields that were left out, with the reason.</summary>
    public IReadOnlyList<(string Words, string Message, string Advice)> Problems => problems;

    /// <summary>Null where an element is no paper.</summary>
    public static HuggingFacePaper? Of(JsonElement row)
    {
        if (row.Object("paper") is { } paper) return HasTitle(paper) || HasTitle(row) ? new HuggingFacePaper(row, paper) : null;
        return row.Text("id") is not null && HasTitle(row) && (row.Field("authors") ?? row.Field("summary")) is not null
            ? new HuggingFacePaper(row, row)
            : null;
    }

    /// <exception cref="InvalidOperationException">A text holds half a character.</exception>
    public PaperRecord Read(int rank)
    {
        var id = paper.Text("id");
        var authors = paper.Array("authors")
            .Select(author => Prose.Line(author.Text("name") ?? author.Text() ?? ""))
            .Where(name => name.Length > 0)
            .ToArray();
        return new PaperRecord
        {
            Title = Prose.Line(paper.Text("title") ?? row.Text("title")!),
            Abstract = (paper.Text("summary") ?? row.Text("summary")) is { } summary ? Prose.Paragraphs(summary) : null,
            ArxivId = id is null ? null : ArxivIds.Parse(id),
            Url = id is null ? null : $"https://huggingface.co/papers/{Uri.EscapeDataString(id.Trim())}",
            PublishedOn = Day("publishedAt"),
            WithdrawnOn = Day("withdrawnAt"),
            ListedOn = Day("submittedOnDailyAt"),
            Authors = authors,
            AuthorCount = authors.Length > 0 ? authors.Length : null,
            CommentCount = row.Count("numComments"),
            UpvoteCount = paper.Count("upvotes"),
            Organization = Organization(),
            Links = [.. Links()],
            Keywords = [.. paper.Array("ai_keywords").Select(JsonValues.Text).OfType<string>().Select(Prose.Line).Distinct()],
            Rank = rank,
        };
    }

    private static bool HasTitle(JsonElement element) => element.Text("title") is { } title && Prose.Line(title).Length > 0;

    private DateOnly? Day(string field)
    {
        if (paper.Text(field) is not { } stated) return null;
        var day = stated.Day();
        if (day is null) problems.Add((stated, $"“{field}” is no date.", "Correct it; until then it is unknown."));
        return day;
    }

    private StatedOrganization? Organization()
    {
        if ((paper.Object("organization") ?? row.Object("organization")) is not { } organization) return null;
        if (organization.Text("name") is not { } slug) return null;
        var name = organization.Text("fullname") ?? slug;
        return new StatedOrganization(slug.Trim(), Prose.Line(name), name, "organization");
    }

    private IEnumerable<StatedLink> Links()
    {
        if (paper.Text("githubRepo") is { } repository && Link("githubRepo", repository, LinkTargets.Parse(repository)) is { } code)
            yield return code;
        if (paper.Text("projectPage") is { } page && Link("projectPage", page, LinkTargets.ParseProjectPage(page)) is { } site)
            yield return site;
        foreach (var (field, folder) in LinkedFields)
            foreach (var linked in paper.Array(field))
                if ((linked.Text("id") ?? linked.Text()) is { } id
                    && Link(field, id, LinkTargets.Parse($"https://huggingface.co/{folder}{id}")) is { } link)
                    yield return link;
    }

    private StatedLink? Link(string field, string value, LinkTarget? target)
    {
        if (target is null) problems.Add((value, $"“{field}” is no address.", "Correct it; until then it is left out."));
        return target is null ? null : new StatedLink(field, value, target);
    }
}
