using PaperGraph.Graph.Communities;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Repositories;
using PaperGraph.Model;

namespace PaperGraph.Graph.Papers;

internal sealed class Paper : AnalyzedNode
{
    public string? Slug { get; set; }

    public string? Title { get; set; }

    public string? Abstract { get; set; }

    public string? ArxivId { get; set; }

    public string? Doi { get; set; }

    public string? Url { get; set; }

    public DateOnly? PublishedOn { get; set; }

    public bool PublishedOnIsInferred { get; set; }

    public DateTime ImportedAt { get; set; }

    public int? AuthorCount { get; set; }

    public int? CommentCount { get; set; }

    public int? UpvoteCount { get; set; }

    public CodeStatus CodeStatus { get; set; }

    public int? CitationCount { get; set; }

    public bool IsWithdrawn { get; set; }

    public string? PrimaryCategory { get; set; }

    public int UnknownReferenceCount { get; set; }

    public int UnknownCitedByCount { get; set; }

    /// <summary>The time as which its listings are asked for; null for now.</summary>
    public DateTime? AsOf { get; set; }

    public static Entity<Paper> Entity { get; } = Common()
        .Column<int>("commentCount", "p.comment_count", (paper, value) => paper.CommentCount = value)
        .Column<int>("upvoteCount", "p.upvote_count", (paper, value) => paper.UpvoteCount = value);

    /// <summary>Papers as they were known at the time that stands beside them in a statement, see <see cref="History.AsOf"/>.</summary>
    public static Entity<Paper> EntityAsOf { get; } = Common()
        .Column<int>("commentCount", History.AsOf.Count("comment_count"), (paper, value) => paper.CommentCount = value)
        .Column<int>("upvoteCount", History.AsOf.Count("upvote_count"), (paper, value) => paper.UpvoteCount = value)
        .Column<DateTime>("listings", "as_of.time", (paper, value) => paper.AsOf = value)
        .Column<DateTime>("history", "as_of.time", (paper, value) => paper.AsOf = value);

    private static Entity<Paper> Common() => RankedRows.Papers.AddTo(new Entity<Paper>("papers", "p")
        .Former("select id, paper_id from former_papers")
        .Column<string>("slug", "p.slug", (paper, value) => paper.Slug = value)
        .Column<string>("title", "p.title", (paper, value) => paper.Title = value)
        .Column<string>("abstract", "p.abstract", (paper, value) => paper.Abstract = value)
        .Column<string>("arxivId", "p.arxiv_id", (paper, value) => paper.ArxivId = value)
        .Column<string>("doi", "p.doi", (paper, value) => paper.Doi = value)
        .Column<string>("url", "p.url", (paper, value) => paper.Url = value)
        .Column<DateOnly>("publishedOn", "p.published_on", (paper, value) => paper.PublishedOn = value)
        .Column<bool>("publishedOnIsInferred", "p.published_on_inferred", (paper, value) => paper.PublishedOnIsInferred = value)
        .Column<DateTime>("importedAt", "p.imported_at", (paper, value) => paper.ImportedAt = value)
        .Column<int>("authorCount", "p.author_count", (paper, value) => paper.AuthorCount = value)
        .Column<string>("codeStatus", CodeStatusSql.Of("p.id"), (paper, value) => paper.CodeStatus = EnumName.Parse<CodeStatus>(value))
        .Column<int>("citationCount", "p.citation_count", (paper, value) => paper.CitationCount = value)
        .Column<bool>("isWithdrawn", "p.is_withdrawn", (paper, value) => paper.IsWithdrawn = value)
        .Column<string>(
            "primaryCategory",
            "(select x.category from paper_categories x where x.paper_id = p.id and x.position = 0)",
            (paper, value) => paper.PrimaryCategory = value)
        .Column<int>("unknownReferenceCount", CountOfUnknown("CITES"), (paper, value) => paper.UnknownReferenceCount = value)
        .Column<int>("unknownCitedByCount", CountOfUnknown("CITED_BY"), (paper, value) => paper.UnknownCitedByCount = value));

    private static string CountOfUnknown(string direction) => $"""
        (select count(*)::integer from citation_ends x
          where x.paper_id = p.id and x.direction = '{direction}' and x.end_paper_id is null)
        """;
}
