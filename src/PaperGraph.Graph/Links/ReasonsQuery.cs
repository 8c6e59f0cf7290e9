using Npgsql;
using PaperGraph.Graph.Concepts;
using PaperGraph.Graph.Evidence;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Organizations;
using PaperGraph.Graph.Repositories;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Model;

namespace PaperGraph.Graph.Links;

/// <summary>The reasons of links, each with the node that both papers share.</summary>
internal sealed class ReasonsQuery(Selection selection)
{
    private const int OwnColumns = EdgeListQuery<Reason>.FirstColumn + 7;

    private readonly NodeColumns<Concept> concepts = Concept.Entity.Select(selection.Select("node").On(nameof(Concept)).Names);

    private readonly NodeColumns<Organization> organizations =
        Organization.Entity.Select(selection.Select("node").On(nameof(Organization)).Names);

    private readonly NodeColumns<Repository> repositories = Repository.Entity.Select(selection.Select("node").On(nameof(Repository)).Names);

    public EdgeListQuery<Reason> For(SqlFragment pairs) => new(pairs, Write, Take);

    private void Write(SqlText sql, SqlFragment pairs) => sql.Append($"""
        select pairs.parent, pairs.node, '', s.ordinal, s.kind, s.weight, s.words, s.concept_id, s.organization_id, s.repository_id
          {concepts.Words}{organizations.Words}{repositories.Words}
        from {pairs}
        join link_reasons s on s.paper_id = pairs.parent and s.related_id = pairs.node
        left join {Concept.Entity.Table} on c.id = s.concept_id
        left join {Organization.Entity.Table} on o.id = s.organization_id
        left join {Repository.Entity.Table} on r.id = s.repository_id
        order by pairs.parent, pairs.node, s.ordinal
        """);

    private Reason Take(NpgsqlDataReader row)
    {
        const int first = EdgeListQuery<Reason>.FirstColumn;
        return new Reason(
            (row.GetInt64(0), row.GetInt64(1), row.GetInt32(first)),
            StoredName.Parse<ReasonKind>(row.GetString(first + 1)),
            ReadNode(row),
            row.IsDBNull(first + 3) ? null : row.GetFieldValue<string[]>(first + 3),
            row.GetFloat(first + 2));
    }

    private Node? ReadNode(NpgsqlDataReader row)
    {
        const int first = EdgeListQuery<Reason>.FirstColumn + 4;
        if (!row.IsDBNull(first)) return concepts.Read(row, row.GetInt64(first), OwnColumns);
        if (!row.IsDBNull(first + 1)) return organizations.Read(row, row.GetInt64(first + 1), OwnColumns + concepts.Count);
        return row.IsDBNull(first + 2)
            ? null
            : repositories.Read(row, row.GetInt64(first + 2), OwnColumns + concepts.Count + organizations.Count);
    }
}
