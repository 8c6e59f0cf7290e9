using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Topics;
using PaperGraph.GraphQL.Building;
using PaperGraph.Model;

namespace PaperGraph.Graph.Concepts;

/// <summary>What a source states of a method or a dataset itself.</summary>
internal sealed class ConceptStatement : Node
{
    public string Source { get; set; } = "";

    public ConceptKind Kind { get; set; }

    public string Name { get; set; } = "";

    public string? FullName { get; set; }

    public IReadOnlyList<string> OtherNames { get; set; } = [];

    public string? Description { get; set; }

    public string? Url { get; set; }

    public string? HomepageUrl { get; set; }

    public int? IntroducedYear { get; set; }

    public string? PaperTitle { get; set; }

    public static Entity<ConceptStatement> Entity { get; } = new Entity<ConceptStatement>("concept_statements", "d")
        .Column<string>("source", "(select g.source from pages g where g.id = d.page_id)", (told, value) => told.Source = value)
        .Column<string>("kind", "d.kind", (told, value) => told.Kind = EnumName.Parse<ConceptKind>(value))
        .Column<string>("name", "d.name", (told, value) => told.Name = value)
        .Column<string>("fullName", "d.full_name", (told, value) => told.FullName = value)
        .Column<string[]>("otherNames", "d.other_names", (told, value) => told.OtherNames = value)
        .Column<string>("description", "d.description", (told, value) => told.Description = value)
        .Column<string>("url", "d.url", (told, value) => told.Url = value)
        .Column<string>("homepageUrl", "d.homepage_url", (told, value) => told.HomepageUrl = value)
        .Column<int>("introducedYear", "d.introduced_year", (told, value) => told.IntroducedYear = value)
        .Column<string>("paperTitle", "d.paper_title", (told, value) => told.PaperTitle = value);
}

internal static class ConceptStatementFields
{
    /// <summary>
    /// What a name of the statement <c>s</c> means: of the concepts that are called so one of its kind, else that of the most papers.
    /// Nothing is stored of it, so that it does not matter whether papers or statements come first.
    /// </summary>
    private const string ByKindAndPapers = "order by (z.kind = s.kind) desc, z.paper_count desc, z.id limit 1";

    private const string OfConcepts = $"""
        (concepts x
          cross join lateral (
            select distinct s.id
            from concept_names n
            join concept_statements s on s.keys @> array[n.key]
            where n.concept_id = x.id
              and x.id = (
                select z.id
                from concept_names y
                join concepts z on z.id = y.concept_id
                where y.key = any (s.keys)
                {ByKindAndPapers})) as told)
        """;

    /// <summary>Statements <c>s</c> with the id of the concept <c>named</c> that each belongs to.</summary>
    public const string ConceptsOf = $"""
        (concept_statements s
          cross join lateral (
            select z.id
            from concept_names y
            join concepts z on z.id = y.concept_id
            where y.key = any (s.keys)
            {ByKindAndPapers}) as named)
        """;

    private const string PapersOf = """
        (concept_statements s
          cross join lateral (
            select k.paper_id
            from unnest(s.paper_keys) with ordinality as given (key, place)
            join paper_keys k on (k.kind, k.key) = (split_part(given.key, ' ', 1), substr(given.key, strpos(given.key, ' ') + 1))
            order by given.place
            limit 1) as led)
        """;

    private static readonly ListStatement OfTopics = new ListStatement(
        new("concept_statement_topics e"),
        new("e.concept_statement_id"),
        new("e.topic_id = parents.parent"),
        Filter: null,
        [OrderTerm.Create<long>("id", "e.concept_statement_id", descending: false)]).WithOwnArms();

    public static FieldBindings BindConceptStatements(this FieldBindings bindings) => bindings
        .Type<ConceptStatement>("ConceptStatement")
        .Connection<Edge>("ConceptStatement")
        .Data("Concept.statements", field =>
            DirectNodes.Many(field, ConceptStatement.Entity, OfConcepts, "x.id", "told.id", "d.name collate \"C\", d.id"))
        .Data("ConceptStatement.concept", field => DirectNodes.One(field, Concept.Entity, ConceptsOf, "s.id", "named.id"))
        .Data("ConceptStatement.introducedBy", field => DirectNodes.One(field, Paper.Entity, PapersOf, "s.id", "led.paper_id"))
        .Data("ConceptStatement.topics", field => DirectNodes.Many(
            field, Topic.Entity, "concept_statement_topics x", "x.concept_statement_id", "x.topic_id", "t.name collate \"C\", t.id"))
        .Data("Topic.statements", field => Lists.Create(field, ConceptStatement.Entity, OfTopics));
}
