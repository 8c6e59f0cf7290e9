using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Model;

namespace PaperGraph.Graph.Links;

/// <summary>A related paper and how closely it is.</summary>
internal sealed class RelatedPaperEdge : Edge
{
    public float Score { get; set; }

    public static EdgeColumns<RelatedPaperEdge> Columns { get; } =
        new EdgeColumns<RelatedPaperEdge>().Column<float>("score", "e.score", (edge, score) => edge.Score = score);
}

internal static class RelatedFields
{
    private const string OrderedLists = """
        (select l.paper_id, related.id as related_id, related.score, related.rank::integer as rank
          from related_papers l
          cross join lateral unnest(l.related_ids, l.scores) with ordinality as related(id, score, rank)) e
        """;

    private static readonly ListStatement OfPapers = new(
        new(OrderedLists),
        new("e.related_id"),
        new("e.paper_id = parents.parent"),
        Filter: null,
        [OrderTerm.Create<int>("rank", "e.rank", descending: false)]);

    public static FieldBindings BindRelated(this FieldBindings bindings) => bindings
        .Type<Reason>("Reason")
        .Type<ReasonEvidence>("ReasonEvidence")
        .Connection<RelatedPaperEdge>("RelatedPaper")
        .Enum<ReasonKind>("ReasonKind")
        .Data("Paper.related", field => Lists.Create(field, Paper.Entity, Chosen(field), RelatedPaperEdge.Columns))
        .Data("RelatedPaperEdge.reasons", field => ParentPairs.TryGet(field, out var pairs)
            ? new ReasonsQuery(pairs, field.Field.Memo(nameof(ReasonNodes), _ => new ReasonNodes(field.Selection)))
            : DataRequest.NeedsParents)
        .Data("Reason.evidence", ReasonEvidenceQuery.From);

    /// <summary>The list with the conditions of <c>via</c> and <c>where</c>.</summary>
    private static ListStatement Chosen(FieldContext field)
    {
        var where = PaperLists.Where(field);
        var via = field.Argument<IReadOnlyList<EdgeKind>?>("via");
        if (where is null && via is null) return OfPapers;

        var common = via is null ? null : CommonToPapers.Compile(via, "e.paper_id", "e.related_id");
        SqlFragment conditions = sql => sql.Append($"{common}{where?.Lookups}");
        return OfPapers with
        {
            From = new($"{OrderedLists} join papers p on p.id = e.related_id"),
            Filter = new CompiledFilter(conditions, where?.Guard),
        };
    }
}
