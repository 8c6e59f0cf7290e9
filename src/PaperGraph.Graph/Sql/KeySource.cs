using System.Diagnostics.CodeAnalysis;
using PaperGraph.Graph.Nodes;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Sql;

/// <summary>
/// A query whose entities' ids can be had by SQL before it is run, so that what hangs on them goes out beside it.
/// </summary>
internal interface IKeySource
{
    /// <summary>
    /// A select of one column, the distinct ids of the entities under this key name; null where there is none, or where
    /// asking twice costs more than a round trip.
    /// </summary>
    SqlFragment? Keys(string? name);
}

/// <summary>The ids of a field's parents, known or still to be read.</summary>
internal static class ParentKeys
{
    /// <summary>A select of one column, the parents' distinct ids. False where the field has to wait for its parents.</summary>
    public static bool TryGet(FieldContext field, [NotNullWhen(true)] out SqlFragment? keys)
    {
        if (field.Prefetch is { } prefetch)
        {
            keys = (prefetch.Source as IKeySource)?.Keys(prefetch.KeyName);
            return keys is not null;
        }
        var ids = field.Parents.Select(parent => ((Node)parent).Key).Distinct().ToArray();
        keys = sql => sql.Append($"select unnest({ids}) as id");
        return true;
    }
}
