using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Repositories;

internal sealed record RepositoryFilter(string? Host, string? Owner, int? MinPapers)
{
    /// <summary>Appends what must hold of the repository <c>r</c>, each condition with <c>and</c> before it.</summary>
    public void Append(SqlText sql)
    {
        if (Host is not null) sql.Append($"\n    and r.host = lower({Host})");
        if (Owner is not null) sql.Append($"\n    and r.owner ilike {NamePattern.Exactly(Owner)}");
        if (MinPapers is { } papers) sql.Append($"\n    and {new SqlWords(Repository.PaperCountSql)} >= {papers}");
    }
}
