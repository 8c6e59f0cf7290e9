using PaperGraph.Graph.History;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Connections;

/// <summary>Makes the query of a connection from its field's arguments and selection.</summary>
internal static class Lists
{
    private static readonly EdgeColumns<Edge> PlainEdge = new();

    /// <summary>A list of plain edges, such as <c>Query.papers</c> or <c>Author.papers</c>.</summary>
    /// <param name="guard">Fails the list by failing, as that of its filter; null for none.</param>
    public static DataRequest Create<TNode>(
        FieldContext field, Entity<TNode> entity, ListStatement list, SqlQuery? guard = null) where TNode : Node, new() =>
        Create(field, entity, list, PlainEdge, guard);

    /// <summary>A list whose edges have columns of their own.</summary>
    /// <exception cref="FieldFailureException">The paging arguments ask for no page of this list.</exception>
    public static DataRequest Create<TNode, TEdge>(
        FieldContext field, Entity<TNode> entity, ListStatement list, EdgeColumns<TEdge> edgeColumns, SqlQuery? guard = null)
        where TNode : Node, new()
        where TEdge : Edge, new()
    {
        var parents = default(SqlFragment);
        if (list.Belongs is not null && !ParentKeys.TryGet(field, out parents)) return DataRequest.NeedsParents;

        var page = PageArguments.Create(
            list.Order,
            field.Argument<int?>("first"),
            field.Argument<string?>("after"),
            field.Argument<int?>("last"),
            field.Argument<string?>("before"));
        var selected = field.Field.Memo(
            list.AsOf is null ? nameof(ConnectionSelection<,>) : nameof(IAsOf),
            _ => ConnectionSelection<TNode, TEdge>.From(entity, edgeColumns, field.Selection));
        if (selected.EdgeColumns.Expressions.Count > 0) list = list with { EdgeColumns = selected.EdgeColumns.Expressions };
        return new ConnectionQuery<TNode, TEdge>(list, parents, page, selected)
        {
            Guard = guard ?? list.Filter?.Guard,
        };
    }
}
