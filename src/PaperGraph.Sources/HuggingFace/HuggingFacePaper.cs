using System.Text.Json;
using PaperGraph.Model;
using PaperGraph.Sources.Json;

namespace PaperGraph.Sources.HuggingFace;

/// <summary>
/// One element of a daily list, with the paper inside it, or a paper alone. Upvotes are of the paper, comments of the list. The
/// names of fields are those of the interface, or those that huggingface_hub's Python client gives them.
/// </summary>
internal sealed class HuggingFacePaper
{
    private readonly FieldProblemCollector problems;
    private readonly JsonFields row;
    private readonly JsonFields paper;
    private readonly string title;

    private HuggingFacePaper(JsonFields row, JsonFields paper, string title, FieldProblemCollector problems)
    {
        this.row = row;
        this.paper = paper;
        this.title = title;
        this.problems = problems;
    }

    /// <summary>The paper that an element states; null where it is no paper.</summary>
    /// <param name="problems">Gets the fields that are left out, with the reason.</param>
    public static HuggingFacePaper? From(JsonElement element, FieldProblemCollector problems)
    {
        if (element.ValueKind != JsonValueKind.Object) return null;
        var row = new JsonFields(element, problems);
        var paper = row.Object("paper");
        if (paper is null && (row.Find("id") is null || row.Find("authors", "summary") is null)) return null;
        return ((paper ?? row).Line("title") ?? (paper is null ? null : row.Line("title"))) is { } title
            ? new HuggingFacePaper(row, paper ?? row, title, problems)
            : null;
    }

    public ListedPaper Read(int rank)
    {
        var id = paper.Line("id");
        var arxivId = id is null ? null : ArxivIds.Parse(id);
        if (id is not null && arxivId is null) problems.Add("id", id, "no arXiv id");
        var authors = Authors().ToArray();
        return new ListedPaper
        {
            Title = title,
            Abstract = Prose.ParagraphsOrNull(paper.Text("summary") ?? FromRow(fields => fields.Text("summary"))),
            ArxivId = arxivId,
            Url = id is null ? null : $"https://huggingface.co/papers/{Uri.EscapeDataString(id)}",
            PublishedOn = paper.Day("publishedAt", "published_at"),
            ListedOn = paper.Day("submittedOnDailyAt", "submitted_on_daily_at")
                ?? FromRow(fields => fields.Day("submittedOnDailyAt", "submitted_on_daily_at")),
            AuthorNames = authors,
            AuthorCount = authors.Length > 0 ? authors.Length : null,
            CommentCount = CommentCount(),
            UpvoteCount = paper.Count("upvotes") ?? FromRow(fields => fields.Count("upvotes")),
            StarCount = paper.Count("githubStars", "github_stars"),
            Organization = Organization(),
            Links = [.. new HuggingFaceLinks(paper, problems).All()],
            Rank = rank,
        };
    }

    /// <summary>What the row states beside the paper in it.</summary>
    private T? FromRow<T>(Func<JsonFields, T?> read) => ReferenceEquals(row, paper) ? default : read(row);

    /// <summary>A number, or on the page of a paper the comments themselves.</summary>
    private int? CommentCount() =>
        row.Find("numComments", "num_comments", "comments") is ("comments", { ValueKind: JsonValueKind.Array } comments)
            ? comments.GetArrayLength()
            : row.Count("numComments", "num_comments", "comments");

    private IEnumerable<string> Authors() => paper.Names("authors", author => Prose.LineOrNull(
        author.ValueKind == JsonValueKind.Object ? paper.Of(author).Text("name") : paper.Text("authors", author)));

    private StatedOrganization? Organization() =>
        Organization(paper, "organization")
        ?? FromRow(fields => Organization(fields, "organization"))
        ?? Organization(row, "submitterOrganization", "submitter_organization")
        ?? FromRow(_ => Organization(paper, "submitterOrganization", "submitter_organization"));

    /// <summary>An organization with its slug and its name, or one of the two alone.</summary>
    private StatedOrganization? Organization(JsonFields fields, params ReadOnlySpan<string> names)
    {
        if (fields.Find(names) is not var (field, value)) return null;
        string? slug, name;
        var organization = EmbeddedJson.Unwrap(value);
        if (organization.ValueKind == JsonValueKind.Object)
        {
            var stated = new JsonFields(organization, problems);
            (slug, name) = (stated.Line("name"), stated.Line("fullname", "full_name"));
        }
        else
        {
            (slug, name) = (Prose.LineOrNull(fields.Text(field, organization)), null);
            if (organization.ValueKind != JsonValueKind.String) return null;
        }
        if ((slug ?? name) is { } known) return new StatedOrganization(known, name ?? known, name ?? known, field);
        problems.Add(field, value, "no organization: it has no name");
        return null;
    }
}
