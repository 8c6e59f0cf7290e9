using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Communities;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Topics;

/// <summary>The conditions on a topic, whose row is <c>t</c>.</summary>
internal sealed record TopicFilter(SlugFilter? Communities, int? MinPapers) : IFilter
{
    public SqlFragment Compile(FilterScope scope, ArgumentPath at)
    {
        var communities = RankedRows.Topics.Compile(Communities, scope, at);
        return sql =>
        {
            communities?.Invoke(sql);
            if (MinPapers is { } papers) sql.Append($"\n    and t.paper_count >= {papers}");
        };
    }
}
