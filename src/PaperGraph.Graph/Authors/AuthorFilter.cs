using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Authors;

internal sealed record AuthorFilter(string? Name, int? MinPapers)
{
    /// <summary>Appends what must hold of the author <c>a</c>, each condition with <c>and</c> before it.</summary>
    public void Append(SqlText sql)
    {
        if (Name is not null) sql.Append($"\n    and a.name ilike {NamePattern.Containing(Name)}");
        if (MinPapers is { } papers) sql.Append($"\n    and {new SqlWords(Author.PaperCountSql)} >= {papers}");
    }
}
