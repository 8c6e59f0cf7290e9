using System.Diagnostics.CodeAnalysis;
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
    /// <summary>A select of two columns, the ids of parent and node. False where the field has to wait for its parents.</summary>
    public static bool TryGet(FieldContext field, [NotNullWhen(true)] out SqlFragment? pairs)
    {
        if (field.Prefetch is { } prefetch)
        {
            pairs = (prefetch.Source as IPairSource)?.Pairs;
            return pairs is not null;
        }
        var edges = field.Parents.Cast<Edge>().Select(edge => (edge.Parent, Node: edge.Node.Key)).Distinct().ToArray();
        var parents = Array.ConvertAll(edges, edge => edge.Parent);
        var nodes = Array.ConvertAll(edges, edge => edge.Node);
        pairs = sql => sql.Append($"select * from unnest({parents}, {nodes}) as known(parent, node)");
        return true;
    }
}
