using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Communities;
using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Building;
using PaperGraph.Model;

namespace PaperGraph.Graph.Authors;

/// <summary>What a person knows an author by; exactly one is set.</summary>
internal sealed record AuthorKey(string? Id, string? Slug, string? Name);

/// <summary>An author of a paper.</summary>
internal sealed class PaperAuthorEdge : Edge
{
    public int Position { get; set; }

    public string PrintedName { get; set; } = "";

    public static EdgeColumns<PaperAuthorEdge> Columns { get; } = new EdgeColumns<PaperAuthorEdge>()
        .Column<int>("position", "e.position", (edge, position) => edge.Position = position)
        .Column<string>("printedName", "e.name", (edge, name) => edge.PrintedName = name);
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
        .Input<AuthorKey>("AuthorKey")
        .Input<AuthorFilter>("AuthorFilter")
        .Input<CountedOrder>("AuthorOrder")
        .Data("Query.author", field => LookupQuery<Author>.Create(field, Author.Entity, Condition(field.Argument<AuthorKey>("by"))))
        .Data("Query.authors", field => Lists.Create(
            field, Author.Entity, CountedOrder.List(field, RankedRows.Authors, CompiledFilter.From<AuthorFilter>(field))))
        .Data("Paper.authors", field => Lists.Create(field, Author.Entity, OfPapers, PaperAuthorEdge.Columns))
        .Data("Author.papers", field => PaperLists.Create(field, Papers));

    private static SqlFragment Condition(AuthorKey key) => key switch
    {
        { Id: { } id } => NodeId.Condition(id, nameof(Author), new("a.id")),
        { Slug: { } given } when TextArgument.Checked(given, By.Field("slug"), TextLimits.Slug) is var slug => sql =>
            sql.Append($"a.slug = {slug}"),
        { Name: { } given } when TextArgument.Checked(given, By.Field("name"), TextLimits.Name) is var name =>
            sql => sql.Append($"a.name_key = {NameKey.Create(name)}"),
        _ => throw new InvalidOperationException("An author is looked for by nothing."),
    };
}
