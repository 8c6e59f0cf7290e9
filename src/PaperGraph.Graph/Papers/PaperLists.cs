using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Papers;

/// <summary>The lists of papers that take <c>where</c> and <c>orderBy</c>.</summary>
internal static class PaperLists
{
    /// <summary>All papers, or those that belong to the field's parents.</summary>
    /// <param name="field">A field of type PaperConnection.</param>
    /// <param name="belongs">That a paper <c>p</c> belongs to <c>parents.parent</c>; null for all papers.</param>
    public static DataRequest Create(FieldContext field, string? belongs = null) => Lists.Create(
        field,
        Paper.Entity,
        new ListStatement(
            new("papers p"),
            new("p.id"),
            belongs is null ? null : new RawSql(belongs),
            Where(field),
            PaperOrder.Terms(field.Argument<IReadOnlyList<PaperOrder>?>("orderBy"))));

    public static CompiledFilter? Where(FieldContext field) => CompiledFilter.From<PaperFilter>(field);
}
