using PaperGraph.Graph.Connections;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Sql;

/// <summary>A query whose edges can be had by SQL before it is run, so that what hangs on them goes out beside it.</summary>
internal interface IPairSource
{
    /// <summary>A select of two columns: the ids of parent and node of each edge; null where it has none.</summary>
    SqlFragment? Pairs { get; }
}

/// <summary>The edges that are a field's parents, known or still to be read.</summary>
internal static class ParentPairs
{
    /// <summary>A select of two columns, the ids of parent and node; null where the field has to wait for them.</summary>
    public static SqlFragment? From(FieldContext field)
    {
        if (field.Prefetch is { } prefetch) return (prefetch.Source as IPairSource)?.Pairs;

        var edges = field.Parents.Cast<Edge>().Select(edge => (edge.Parent, Node: edge.Node.Key)).Distinct().ToArray();
        var parents = Array.ConvertAll(edges, edge => edge.Parent);
        var nodes = Array.ConvertAll(edges, edge => edge.Node);
        return sql => sql.Append($"select * from unnest({parents}, {nodes}) as known(parent, node)");
    }
}
