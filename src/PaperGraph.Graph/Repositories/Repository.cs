using PaperGraph.Graph.Nodes;

namespace PaperGraph.Graph.Repositories;

internal sealed class Repository : Node
{
    public const string PaperCountSql = "(select count(*) from paper_repositories x where x.repository_id = r.id)";

    public string? Url { get; set; }

    public string? Host { get; set; }

    public string? Owner { get; set; }

    public string? Name { get; set; }

    public long PaperCount { get; set; }

    public static Entity<Repository> Entity { get; } = new Entity<Repository>("repositories", "r")
        .Column<string>("url", "r.url", (repository, value) => repository.Url = value)
        .Column<string>("host", "r.host", (repository, value) => repository.Host = value)
        .Column<string>("owner", "r.owner", (repository, value) => repository.Owner = value)
        .Column<string>("name", "r.name", (repository, value) => repository.Name = value)
        .Column<long>("paperCount", PaperCountSql, (repository, value) => repository.PaperCount = value);
}
