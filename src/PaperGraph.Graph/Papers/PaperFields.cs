using PaperGraph.Data.Text;
using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Building;

namespace PaperGraph.Graph.Papers;

/// <summary>What a person knows a paper by; exactly one is set.</summary>
internal sealed record PaperKey(string? Id, string? Slug, string? ArxivId, string? Doi, string? Title);

internal static class PaperFields
{
    public static FieldBindings BindPapers(this FieldBindings bindings) => bindings
        .Type<Paper>("Paper")
        .Connection<Edge>("Paper")
        .Input<PaperKey>("PaperKey")
        .Input<PaperFilter>("PaperFilter")
        .Input<PaperOrder>("PaperOrder")
        .Enum<PaperOrderField>("PaperOrderField")
        .Read("Query.paper", field => LookupRead<Paper>.Of(field, Paper.Entity, Condition(field.Argument<PaperKey>("by"))))
        .Read("Query.papers", field => PaperLists.Of(field))
        .Stream("Subscription.paperAdded", NewPapers.Of);

    private static SqlFragment Condition(PaperKey key) => key switch
    {
        { Id: { } id } => NodeId.Condition(id, nameof(Paper), new("p.id")),
        { Slug: { } slug } => sql => sql.Append($"p.slug = {slug}"),
        { ArxivId: { } arxivId } => sql => sql.Append($"p.arxiv_id = regexp_replace({arxivId.Trim()}, 'v[0-9]+$', '')"),
        { Doi: { } doi } => sql => sql.Append($"p.doi = lower({doi.Trim()})"),
        { Title: { } title } => sql => sql.Append($"p.title_key = {TitleKey.Of(title)}"),
        _ => throw new InvalidOperationException("A paper is looked for by nothing."),
    };
}
