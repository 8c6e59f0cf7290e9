using PaperGraph.Data.Papers;
using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Connections;
using PaperGraph.Graph.History;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Model;

namespace PaperGraph.Graph.Papers;

/// <summary>What a person knows a paper by; exactly one is set.</summary>
internal sealed record PaperKey(
    string? Id, string? Slug, string? ArxivId, string? Doi, string? OpenAlexId, string? SemanticScholarId, string? Title,
    string? CatalogueId = null);

internal static class PaperFields
{
    private const int MaxTitle = 2000;

    private static readonly ArgumentPath By = new("by");

    public static FieldBindings BindPapers(this FieldBindings bindings) => bindings
        .Type<Paper>("Paper")
        .Connection<Edge>("Paper")
        .Estimate("Paper")
        .Input<PaperKey>("PaperKey")
        .Input<PaperFilter>("PaperFilter")
        .Input<PaperOrder>("PaperOrder")
        .Enum<PaperOrderField>("PaperOrderField")
        .Data("Query.paper", Lookup)
        .Data("Query.papers", field => PaperLists.Create(field))
        .Stream("Subscription.paperAdded", NewPapers.Subscribe);

    private static LookupQuery<Paper> Lookup(FieldContext field)
    {
        var condition = Condition(field.Argument<PaperKey>("by"));
        return AsOf.Of(field) is { } time
            ? LookupQuery<Paper>.CreateAsOf(field, Paper.EntityAsOf, sql => sql.Append($"{condition}{AsOf.Known(time)}"), time)
            : LookupQuery<Paper>.Create(field, Paper.Entity, condition);
    }

    private static SqlFragment Condition(PaperKey key) => key switch
    {
        { Id: { } id } => NodeId.Condition(id, nameof(Paper), Paper.Entity.Key, Paper.Entity.FormerIds),
        { Slug: { } slug } => LedToBy(PaperKeyKind.Slug, TextArgument.Checked(slug, By.Field("slug"), TextLimits.Slug)),
        { ArxivId: { } arxivId } => Arxiv(TextArgument.Checked(arxivId, By.Field("arxivId"), TextLimits.Url)),
        { Doi: { } doi } => OfDoi(TextArgument.Checked(doi, By.Field("doi"), TextLimits.Url)),
        { OpenAlexId: { } openAlex } => LedToBy(
            PaperKeyKind.OpenAlex, LastPart(TextArgument.Checked(openAlex, By.Field("openAlexId"), TextLimits.Url)).ToUpperInvariant()),
        { SemanticScholarId: { } semanticScholar } => LedToBy(
            PaperKeyKind.SemanticScholar,
            LastPart(TextArgument.Checked(semanticScholar, By.Field("semanticScholarId"), TextLimits.Url)).ToLowerInvariant()),
        { CatalogueId: { } id } => InCatalogue(TextArgument.Checked(id, By.Field("catalogueId"), TextLimits.Url)),
        { Title: { } title } => LedToBy(PaperKeyKind.Title, TitleKey.Create(TextArgument.Checked(title, By.Field("title"), MaxTitle))),
        _ => throw new InvalidOperationException("A paper is looked for by nothing."),
    };

    private static string LastPart(string address) => address[(address.LastIndexOf('/') + 1)..].Trim();

    private static SqlFragment Arxiv(string text) => ArxivIds.ParseKey(text) is { } key
        ? LedToBy(PaperKeyKind.Arxiv, key)
        : throw BadArgument.Create(
            By.Field("arxivId"),
            $"is neither an arXiv id nor the address of a paper on arXiv: {TextArgument.Quoted(text)}. Give it as in 2402.03300 or "
            + "math.GT/0309136.");

    /// <summary>A DOI that arXiv registered is looked up as the arXiv id within it, since papers are rarely stored with both.</summary>
    private static SqlFragment OfDoi(string text)
    {
        if (Doi.Parse(text) is not { } doi)
        {
            throw BadArgument.Create(
                By.Field("doi"),
                $"is neither a DOI nor the address of one: {TextArgument.Quoted(text)}. Give it as in 10.1145/3442188.3445922.");
        }
        return ArxivIds.ParseKey(doi) is { } key ? LedToBy(PaperKeyKind.Arxiv, key) : LedToBy(PaperKeyKind.Doi, doi);
    }

    private static SqlFragment InCatalogue(string text)
    {
        if (CatalogueId.Parse(text) is not { } id)
        {
            throw BadArgument.Create(
                By.Field("catalogueId"),
                $"is no id of a catalogue: {TextArgument.Quoted(text)}. Give it as in PMID:29456894, PMC5815332, 2020.acl-main.1, "
                + "DBLP:conf/nips/VaswaniSPUJGKP17 or MAG:2741809807.");
        }
        return sql => sql.Append($"p.id = (select paper_id from paper_keys where kind = {EnumName.For(id.Kind)} and key = {id.Id})");
    }

    private static SqlFragment LedToBy(PaperKeyKind kind, string key) => sql => sql.Append(
        $"p.id = (select paper_id from paper_keys where kind = '{new RawSql(EnumName.For(kind))}' and key = {key})");
}
