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

    public static Entity<Author> Entity { get; } = RankedRows.Authors.AddTo(new Entity<Author>("authors", "a")
        .Column<string>("slug", "a.slug", (author, value) => author.Slug = value)
        .Column<string>("name", "a.name", (author, value) => author.Name = value)
        .Column<int>("paperCount", "a.paper_count", (author, value) => author.PaperCount = value));

    public static EntityNames Names { get; } = new(
        "author",
        NameKey.Create,
        new("""
            select asked.ord, a.id, 0, 0 from asked join authors a on a.slug = asked.slug
            union all
            select asked.ord, a.id, 1, 0 from asked join authors a on a.name_key = asked.key
            """),
        new("""
            select a.name
            from authors a
            where left(a.name_key, 3) = left(unknown.key, 3) or right(a.name_key, 5) = right(unknown.key, 5)
            limit 500
            """));
}
