using PaperGraph.Graph.Communities;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Nodes;
using PaperGraph.Model;
using PaperGraph.Model.Links;

namespace PaperGraph.Graph.Repositories;

internal sealed class Repository : AnalyzedNode
{
    public string? Url { get; set; }

    public string? Host { get; set; }

    public string? Owner { get; set; }

    public string? Name { get; set; }

    public int PaperCount { get; set; }

    public static Entity<Repository> Entity { get; } = RankedRows.Repositories.AddTo(new Entity<Repository>("repositories", "r")
        .Former("select f.former_id, r.id from repository_addresses f join repositories r on r.key = f.present_key")
        .Column<string>("url", "r.url", (repository, value) => repository.Url = value)
        .Column<string>("host", "r.host", (repository, value) => repository.Host = value)
        .Column<string>("owner", "r.owner", (repository, value) => repository.Owner = value)
        .Column<string>("name", "r.name", (repository, value) => repository.Name = value)
        .Column<int>("paperCount", "r.paper_count", (repository, value) => repository.PaperCount = value));

    /// <summary>
    /// Addresses as one would paste them, and <c>owner/name</c>, on GitHub rather than elsewhere. What is called so is found by the index
    /// of names that are searched, which are folded and cut off, and then compared as it is written.
    /// </summary>
    public static EntityNames Names { get; } = new(
        "repository",
        name => name.ToLowerInvariant(),
        new("""
            select asked.ord, r.id, 0, 0 from asked join repositories r on r.key = asked.slug
            union all
            select asked.ord, r.id, 0, 0
            from asked
            join repository_addresses f on f.key = asked.slug
            join repositories r on r.key = f.present_key
            union all
            select asked.ord, r.id, 1, (r.host = 'github.com')::integer
            from asked
            cross join lateral (
              select r.id, r.host
              from search_names s
              join repositories r on r.id = s.target_id
              where s.kind = 'REPOSITORY' and s.key = left(search_key(asked.key), 120) and lower(r.owner || '/' || r.name) = asked.key
              offset 0) as r
            """),
        new("""
            select r.owner || '/' || r.name
            from repositories r
            where lower(r.name) = split_part(unknown.key, '/', 2)
              or lower(r.owner) = split_part(unknown.key, '/', 1)
              or left(r.key, 14) = left(unknown.slug, 14)
            limit 500
            """))
    {
        Slug = address => RepositoryUrl.ParseKey(address) ?? address,
        MaxLength = TextLimits.Url,
    };
}
