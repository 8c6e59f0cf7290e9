using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Communities;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Sql;
using PaperGraph.Model;

namespace PaperGraph.Graph.Authors;

/// <summary>The conditions on an author, whose row is <c>a</c>.</summary>
internal sealed record AuthorFilter(string? Name, SlugFilter? Communities, int? MinPapers) : IFilter
{
    public SqlFragment Compile(FilterScope scope, ArgumentPath at)
    {
        var pattern = scope.NamePart(Name, at.Field("name"));
        var candidates = NameCandidates.Containing(Name, NodeKind.Author, new("a.id"));
        var communities = RankedRows.Authors.Compile(Communities, scope, at);
        return sql =>
        {
            communities?.Invoke(sql);
            if (pattern is not null) sql.Append($"\n    and a.name ilike {pattern}{candidates}");
            if (MinPapers is { } papers) sql.Append($"\n    and a.paper_count >= {papers}");
        };
    }
}
