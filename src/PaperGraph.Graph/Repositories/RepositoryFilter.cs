using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Communities;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Repositories;

/// <summary>The conditions on a repository, whose row is <c>r</c>.</summary>
internal sealed record RepositoryFilter(string? Host, string? Owner, SlugFilter? Communities, int? MinPapers) : IFilter
{
    public SqlFragment Compile(FilterScope scope, ArgumentPath at)
    {
        var host = Host is null ? null : TextArgument.Checked(Host, at.Field("host"), FilterLimits.MaxName);
        var owner = scope.WholeName(Owner, at.Field("owner"));
        var candidates = NameCandidates.OfOwner(Owner, new("r.id"));
        var communities = RankedRows.Repositories.Compile(Communities, scope, at);
        return sql =>
        {
            communities?.Invoke(sql);
            if (host is not null) sql.Append($"\n    and r.host = lower({host})");
            if (owner is not null) sql.Append($"\n    and r.owner ilike {owner}{candidates}");
            if (MinPapers is { } papers) sql.Append($"\n    and r.paper_count >= {papers}");
        };
    }
}
