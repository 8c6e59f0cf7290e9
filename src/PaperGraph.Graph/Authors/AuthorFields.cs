using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Communities;
using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Model;

namespace PaperGraph.Graph.Authors;

/// <summary>What a person knows an author by; exactly one is set.</summary>
internal sealed record AuthorKey(string? Id, string? Slug, string? Orcid, string? Name);

/// <summary>An author of a paper.</summary>
internal sealed class PaperAuthorEdge : Edge
{
    public int Position { get; set; }

    public string PrintedName { get; set; } = "";

    public AuthorIdentity IdentifiedBy { get; set; }

    public static EdgeColumns<PaperAuthorEdge> Columns { get; } = new EdgeColumns<PaperAuthorEdge>()
        .Column<int>("position", "e.position", (edge, position) => edge.Position = position)
        .Column<string>("printedName", "e.name", (edge, name) => edge.PrintedName = name)
        .Column<string>("identifiedBy", IdentitySql, (edge, value) => edge.IdentifiedBy = EnumName.Parse<AuthorIdentity>(value));

    private const string IdentitySql = """
        case
          when e.orcid is not null then 'ORCID'
          when e.open_alex_id is not null then 'OPEN_ALEX'
          when e.semantic_scholar_id is not null then 'SEMANTIC_SCHOLAR'
          else 'NAME' end
        """;
}

internal static class AuthorFields
{
    private static readonly ArgumentPath By = new("by");

    private static readonly ListStatement OfPapers = new(
        new("authorships e"),
        new("e.author_id"),
        new("e.paper_id = parents.parent"),
        Filter: null,
        [OrderTerm.Create<int>("position", "e.position", descending: false)]);

    private static readonly PaperSet Papers = PaperSet.FromParents(PaperEdges.Authors);

    public static FieldBindings BindAuthors(this FieldBindings bindings) => bindings
        .Type<Author>("Author")
        .Connection<Edge>("Author")
        .Connection<PaperAuthorEdge>("PaperAuthor")
        .Enum<CountedOrderField>("AuthorOrderField")
        .Enum<AuthorIdentity>("AuthorIdentity")
        .Input<AuthorKey>("AuthorKey")
        .Input<AuthorFilter>("AuthorFilter")
        .Input<CountedOrder>("AuthorOrder")
        .Data("Query.author", field => Lookup(field, field.Argument<AuthorKey>("by")))
        .Data("Query.authors", field => Lists.Create(
            field, Author.Entity, CountedOrder.List(field, RankedRows.Authors, CompiledFilter.From<AuthorFilter>(field))))
        .Data("Paper.authors", field => Lists.Create(field, Author.Entity, OfPapers, PaperAuthorEdge.Columns))
        .Data("Author.names", field => Texts(field, "name"))
        .Data("Author.openAlexIds", field => Texts(field, "open_alex_id"))
        .Data("Author.semanticScholarIds", field => Texts(field, "semantic_scholar_id"))
        .Data("Author.namesakes", field => DirectNodes.Many(
            field,
            Author.Entity,
            "authors x join authors y on y.name_key = x.name_key and y.id <> x.id",
            "x.id",
            "y.id",
            "a.paper_count desc, a.id"))
        .Data("Author.papers", field => PaperLists.Create(field, Papers));

    private static LookupQuery<Author> Lookup(FieldContext field, AuthorKey key)
    {
        SqlFragment? preference = null;
        SqlFragment condition;
        if (key.Id is { } id)
        {
            condition = NodeId.Condition(id, nameof(Author), new("a.id"), Author.Entity.FormerIds);
        }
        else if (key.Slug is { } given && TextArgument.Checked(given, By.Field("slug"), TextLimits.Slug) is var slug)
        {
            condition = sql => sql.Append($"(a.slug = {slug} or a.id = (select author_id from former_authors where slug = {slug}))");
        }
        else if (key.Orcid is { } address && TextArgument.Checked(address, By.Field("orcid"), TextLimits.ArxivId) is var orcid)
        {
            condition = sql => sql.Append($"a.key = {$"orcid:{Orcid.Parse(orcid) ?? orcid}"}");
        }
        else if (key.Name is { } printed && TextArgument.Checked(printed, By.Field("name"), TextLimits.Name) is var name)
        {
            var nameKey = NameKey.Create(name);
            condition = sql => sql.Append($"""
                a.id in (
                  select id from authors where name_key = {nameKey}
                  union all
                  select author_id from authorships where name_key = {nameKey})
                """);
            preference = sql => sql.Append($"a.name_key = {nameKey} desc, a.paper_count desc");
        }
        else
        {
            throw new InvalidOperationException("An author is looked for by nothing.");
        }
        return LookupQuery<Author>.Create(field, Author.Entity, condition, preference);
    }

    /// <summary>What stands in a column of an author's places on papers, each text once.</summary>
    private static DataRequest Texts(FieldContext field, string column) => ParentKeys.TryGet(field, out var authors)
        ? new RowListQuery<string>(
            authors,
            (sql, parents) => sql.Append($"""
                select distinct x.author_id, x.{new RawSql(column)} collate "C"
                from {parents}
                join authorships x on x.author_id = parents.parent
                where x.{new RawSql(column)} is not null
                order by 1, 2
                """),
            [SqlType.Bigint, SqlType.Text],
            row => row.GetString(1))
        : DataRequest.NeedsParents;
}
