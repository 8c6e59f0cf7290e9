using PaperGraph.Graph.Sql;
using PaperGraph.Model;

namespace PaperGraph.Graph.Links;

/// <summary>What two linked papers both have, in SQL: more than are reasons, as which of it counts is worked out afterwards.</summary>
internal static class SharedTargets
{
    public const string Concept = "concept";
    public const string Organization = "organization";
    public const string Repository = "repository";

    /// <summary>
    /// Two common table expressions: <c>pairs(parent, node)</c>, each pair once, and <c>shared(parent, node, kind, id)</c>, where the
    /// kind is one of the three.
    /// </summary>
    /// <param name="pairs">A select statement of two columns, the ids of two papers.</param>
    public static SqlFragment FromPairs(SqlFragment pairs) => sql => sql.Append($"""
        pairs(parent, node) as materialized (
          select distinct * from (
        {pairs}) as pair),
        shared(parent, node, kind, id) as materialized (
          select pairs.parent, pairs.node, target.kind, target.id
          from pairs
          join paper_features a on a.paper_id = pairs.parent
          join paper_features b on b.paper_id = pairs.node
          cross join lateral (
            select 'concept', id from unnest(a.concept_ids) as id where id = any(b.concept_ids)
            union all
            select 'organization', id from unnest(a.organization_ids) as id where id = any(b.organization_ids)
            union all
            select 'repository', id from unnest(a.repository_ids) as id where id = any(b.repository_ids)) as target(kind, id))
        """);

    public static string GetKind(ReasonKind kind) => kind switch
    {
        ReasonKind.Organization => Organization,
        ReasonKind.Repository => Repository,
        _ => Concept,
    };
}
