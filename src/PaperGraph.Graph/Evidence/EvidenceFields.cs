using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Evidence;

/// <summary>The evidence of edges: mentions for concepts, stated or found words for everything else.</summary>
internal static class EvidenceFields
{
    public static FieldBindings BindEvidence(this FieldBindings bindings) => bindings
        .Type<Evidence>("Evidence")
        .Data("PaperConceptEdge.evidence", field => OfEdges(field, Mentions("pairs.parent", "pairs.node")))
        .Data("ConceptPaperEdge.evidence", field => OfEdges(field, Mentions("pairs.node", "pairs.parent")))
        .Data("Keyphrase.evidence", field => OfEdges(field, MentionsOfKeyphrases))
        .Data("PaperOrganizationEdge.evidence", field => OfEdges(field, Stated("v.organization_id")))
        .Data("PaperResource.evidence", field => OfEdges(field, Stated("v.resource_id")))
        .Data("PaperRepositoryEdge.evidence", field => OfEdges(field, Stated("v.repository_id")));

    private static DataRequest OfEdges(FieldContext field, Action<SqlText, SqlFragment> write)
    {
        return ParentPairs.TryGet(field, out var pairs)
            ? new EdgeListQuery<Evidence>(pairs, write, Evidence.Types, row => Evidence.Read(row, EdgeListQuery<Evidence>.FirstColumn))
            : DataRequest.NeedsParents;
    }

    private static Action<SqlText, SqlFragment> Mentions(string paper, string concept) => (sql, pairs) => sql.Append($"""
        select pairs.parent, pairs.node, {new RawSql(Evidence.MentionColumns)}
        from {pairs}
        join mentions m on m.paper_id = {new RawSql(paper)} and m.concept_id = {new RawSql(concept)}
        order by pairs.parent, pairs.node, m.field desc, m.start, m.length
        """);

    private static void MentionsOfKeyphrases(SqlText sql, SqlFragment pairs) => sql.Append($"""
        select pairs.parent, pairs.node, {new RawSql(Evidence.MentionColumns)}
        from {pairs}
        join keyphrases k on k.paper_id = pairs.parent and k.id = pairs.node
        join mentions m on m.paper_id = k.paper_id and m.key = any (k.mention_keys)
        order by pairs.parent, pairs.node, m.field desc, m.start, m.length
        """);

    private static Action<SqlText, SqlFragment> Stated(string target) => (sql, pairs) => sql.Append($"""
        select pairs.parent, pairs.node, {new RawSql(Evidence.StatedColumns)}
        from {pairs}
        join evidence v on v.paper_id = pairs.parent and {new RawSql(target)} = pairs.node
        order by pairs.parent, pairs.node, v.field, v.start, v.id
        """);
}
