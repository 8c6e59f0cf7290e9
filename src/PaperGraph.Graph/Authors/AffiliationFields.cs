using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Evidence;
using PaperGraph.Graph.Groups;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Organizations;
using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Authors;

/// <summary>An organization to which an author of a paper belonged, as a source says of this paper.</summary>
internal sealed record Affiliation(Organization Organization, string Name, string Source);

/// <summary>The other end of affiliations, and in how many papers they are stated.</summary>
internal sealed class AffiliatedEdge : Edge
{
    public long PaperCount { get; set; }

    public static EdgeColumns<AffiliatedEdge> Columns { get; } =
        new EdgeColumns<AffiliatedEdge>().Column<long>("paperCount", "e.papers", (edge, papers) => edge.PaperCount = papers);
}

/// <summary>Who belonged where.</summary>
internal static class AffiliationFields
{
    private static readonly ListStatement OrganizationsOfAuthors = Counted("organization_id", """
        (select f.organization_id, count(distinct f.paper_id) as papers
            from authorships s
            join affiliations f on (f.paper_id, f.position) = (s.paper_id, s.position)
            where s.author_id = parents.parent
            group by f.organization_id) as e
        """);

    /// <summary>Of many papers the latest are looked at, so that no list takes longer the more there are.</summary>
    private static readonly ListStatement AuthorsOfOrganizations = Counted("author_id", $"""
        (select s.author_id, count(distinct f.paper_id) as papers
            from (
              select x.paper_id
              from paper_organizations x
              where x.organization_id = parents.parent and x.role = 'AFFILIATED'
              order by x.published_order desc, x.paper_id desc
              limit {MetTogether.MaxPapers}) as latest
            join affiliations f on f.paper_id = latest.paper_id and f.organization_id = parents.parent
            join authorships s on (s.paper_id, s.position) = (f.paper_id, f.position)
            group by s.author_id) as e
        """);

    public static FieldBindings BindAffiliations(this FieldBindings bindings) => bindings
        .Type<Affiliation>("Affiliation")
        .Connection<AffiliatedEdge>("AuthorOrganization")
        .Connection<AffiliatedEdge>("OrganizationAuthor")
        .Data("PaperAuthorEdge.affiliations", OfPaperAuthors)
        .Data("Author.organizations", field => Lists.Create(
            field, Organization.Entity, OrganizationsOfAuthors, AffiliatedEdge.Columns))
        .Data("Organization.authors", field => Lists.Create(field, Author.Entity, AuthorsOfOrganizations, AffiliatedEdge.Columns));

    private static ListStatement Counted(string node, string from) => new(
        new(from),
        new($"e.{node}"),
        new("true"),
        Filter: null,
        TotalOrder.Create([OrderTerm.Create<long>("papers", "e.papers", descending: true)], $"e.{node}"));

    private static DataRequest OfPaperAuthors(FieldContext field)
    {
        if (!ParentPairs.TryGet(field, out var pairs)) return DataRequest.NeedsParents;
        const int First = EdgeListQuery<Affiliation>.FirstColumn;
        var columns = field.Field.Memo(
            nameof(SelectedColumns<>), _ => Organization.Entity.Select(field.Selection.Select("organization").Names));
        return new EdgeListQuery<Affiliation>(
            pairs,
            (sql, edges) => sql.Append($"""
                select pairs.parent, pairs.node, f.organization_id, f.name, f.source{columns.Words}
                from {edges}
                join authorships s on s.paper_id = pairs.parent and s.author_id = pairs.node
                join affiliations f on (f.paper_id, f.position) = (s.paper_id, s.position)
                join {Organization.Entity.Table} on o.id = f.organization_id
                order by pairs.parent, pairs.node, f.position, f.number
                """),
            [SqlType.Bigint, SqlType.Text, SqlType.Text, .. columns.Types],
            row => new Affiliation(columns.Read(row, row.GetInt64(First), First + 3), row.GetString(First + 1), row.GetString(First + 2)));
    }
}
