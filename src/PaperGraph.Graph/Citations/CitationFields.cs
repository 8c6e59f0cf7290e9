using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Model;

namespace PaperGraph.Graph.Citations;

/// <summary>A work that a paper cites, or that cites it, and that is no paper of the graph.</summary>
internal sealed record UnknownWork(
    int Position, string? Title, int? Year, string? ArxivId, string? Doi, string? OpenAlexId, string? SemanticScholarId, string Source);

internal static class CitationFields
{
    private const int MaxFirst = 100;

    /// <summary>A paper cites some dozens of others, which are sorted.</summary>
    private static readonly ListStatement References = new(
        new("citations e join papers p on p.id = e.cited_paper_id"),
        new("e.cited_paper_id"),
        new("e.paper_id = parents.parent"),
        Filter: null,
        TotalOrder.Create([OrderTerm.Day("published", "p.published_order", descending: true)], "e.cited_paper_id"));

    private static readonly ListStatement CitedBy = new(
        new("citations e"),
        new("e.paper_id"),
        new("e.cited_paper_id = parents.parent"),
        Filter: null,
        PaperOrder.OfEdges(descending: true));

    public static FieldBindings BindCitations(this FieldBindings bindings) => bindings
        .Type<UnknownWork>("UnknownWork")
        .Data("Paper.references", field => Lists.Create(field, Paper.Entity, Chosen(field, References)))
        .Data("Paper.citedBy", field => Lists.Create(field, Paper.Entity, Chosen(field, CitedBy)))
        .Data("Paper.unknownReferences", field => Unknown(field, CitationDirection.Cites))
        .Data("Paper.unknownCitedBy", field => Unknown(field, CitationDirection.CitedBy));

    private static ListStatement Chosen(FieldContext field, ListStatement list) => PaperLists.Where(field) is not { } where
        ? list
        : list with
        {
            From = ReferenceEquals(list, References) ? list.From : new("citations e join papers p on p.id = e.paper_id"),
            Filter = new CompiledFilter(where.Lookups, where.Guard),
        };

    private static DataRequest Unknown(FieldContext field, CitationDirection direction)
    {
        if (!ParentKeys.TryGet(field, out var papers)) return DataRequest.NeedsParents;
        var first = NumberArgument.Checked(field, "first", MaxFirst);
        var behind = field.Argument<int>("behindPosition");
        return new RowListQuery<UnknownWork>(
            papers,
            (sql, parents) => sql.Append($"""
                select parents.parent, w.position, w.title, w.year, w.arxiv_id, w.doi, w.open_alex_id, w.semantic_scholar_id, w.source
                from {parents}
                cross join lateral (
                  select *
                  from citation_ends x
                  where x.paper_id = parents.parent
                    and x.direction = '{new RawSql(EnumName.For(direction))}'
                    and x.end_paper_id is null
                    and x.position > {behind}
                  order by x.position
                  limit {first}) w
                order by parents.parent, w.position
                """),
            [
                SqlType.Bigint, SqlType.Integer, SqlType.Text, SqlType.Integer, SqlType.Text, SqlType.Text, SqlType.Text, SqlType.Text,
                SqlType.Text,
            ],
            Take);
    }

    private static UnknownWork Take(SqlRow row)
    {
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);

        return new UnknownWork(
            row.GetInt32(1), Text(2), row.IsDBNull(3) ? null : row.GetInt32(3), Text(4), Text(5), Text(6), Text(7), row.GetString(8));
    }
}
