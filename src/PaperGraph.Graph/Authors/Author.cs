using PaperGraph.Graph.Communities;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Nodes;
using PaperGraph.Model;

namespace PaperGraph.Graph.Authors;

internal sealed class Author : AnalyzedNode
{
    public string? Slug { get; set; }

    public string? Name { get; set; }

    public int PaperCount { get; set; }

    public string? Orcid { get; set; }

    public AuthorIdentity IdentifiedBy { get; set; }

    private const string IdentitySql = """
        case split_part(a.key, ':', 1)
          when 'orcid' then 'ORCID' when 'openalex' then 'OPEN_ALEX' when 's2' then 'SEMANTIC_SCHOLAR' else 'NAME' end
        """;

    public static Entity<Author> Entity { get; } = RankedRows.Authors.AddTo(new Entity<Author>("authors", "a")
        .Former("select id, author_id from former_authors")
        .Column<string>("slug", "a.slug", (author, value) => author.Slug = value)
        .Column<string>("name", "a.name", (author, value) => author.Name = value)
        .Column<int>("paperCount", "a.paper_count", (author, value) => author.PaperCount = value)
        .Column<string>("orcid", "a.orcid", (author, value) => author.Orcid = value)
        .Column<string>("identifiedBy", IdentitySql, (author, value) => author.IdentifiedBy = EnumName.Parse<AuthorIdentity>(value)));

    public static EntityNames Names { get; } = new(
        "author",
        NameKey.Create,
        new("""
            select asked.ord, a.id, 0, 0 from asked join authors a on a.slug = asked.slug
            union all
            select asked.ord, f.author_id, 0, 0 from asked join former_authors f on f.slug = asked.slug
            union all
            select asked.ord, a.id, 1, a.paper_count from asked join authors a on a.name_key = asked.key
            union all
            select asked.ord, x.author_id, 2, a.paper_count
            from asked join authorships x on x.name_key = asked.key join authors a on a.id = x.author_id
            """),
        new("""
            select a.name
            from authors a
            where left(a.name_key, 3) = left(unknown.key, 3) or right(a.name_key, 5) = right(unknown.key, 5)
            limit 500
            """));
}
