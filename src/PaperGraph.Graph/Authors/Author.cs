using PaperGraph.Graph.Nodes;

namespace PaperGraph.Graph.Authors;

internal sealed class Author : Node
{
    public const string PaperCountSql = "(select count(distinct x.paper_id) from authorships x where x.author_id = a.id)";

    public string? Slug { get; set; }

    public string? Name { get; set; }

    public long PaperCount { get; set; }

    public static Entity<Author> Entity { get; } = new Entity<Author>("authors", "a")
        .Column<string>("slug", "a.slug", (author, value) => author.Slug = value)
        .Column<string>("name", "a.name", (author, value) => author.Name = value)
        .Column<long>("paperCount", PaperCountSql, (author, value) => author.PaperCount = value);
}
