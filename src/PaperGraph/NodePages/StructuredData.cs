using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperGraph.NodePages;

/// <summary>What a page says to programs, in the words of schema.org.</summary>
internal static class StructuredData
{
    private static JsonObject Paper(NodeData paper, Site site) => Create("ScholarlyArticle", site.FullAddress(NodeAddress.Paper(paper)),
        ("headline", paper.Title),
        ("name", paper.Title),
        ("abstract", paper.Abstract),
        ("datePublished", paper.PublishedOn is { } day ? Wording.Iso(day) : null),
        ("author", List(paper.Authors.Edges.Select(edge => Create("Person", site.FullAddress(NodeAddress.Author(edge.Node)),
            ("name", edge.PrintedName ?? edge.Node.Name))))),
        ("sourceOrganization", List(paper.Organizations.Edges.Select(edge => Organization(edge.Node, site)))),
        ("creativeWorkStatus", paper.IsWithdrawn ? "Withdrawn" : null),
        ("version", paper.Versions is [.., var version] ? version.Number : null),
        ("dateModified", paper.Versions is [_, .., { SubmittedOn: { } changed }] ? Wording.Iso(changed) : null),
        ("keywords", List(paper.Categories.Select(category => (JsonNode)category.Code))),
        ("citation", List(paper.References.Nodes.Select(cited => Create("ScholarlyArticle", site.FullAddress(NodeAddress.Paper(cited)),
            ("headline", cited.Title), ("name", cited.Title))))),
        ("about", List(paper.Concepts.Edges.Select(edge => Term(edge.Node, site)))),
        ("identifier", paper.Doi is { } doi ? $"https://doi.org/{doi}" : null),
        ("sameAs", paper.Url));

    public static JsonObject Of(string kind, NodeData node, Site site) => kind switch
    {
        "PAPER" => Paper(node, site),
        "ORGANIZATION" => Organization(node, site),
        "AUTHOR" => Create("Person", site.FullAddress(NodeAddress.Author(node)), ("name", node.Name)),
        "REPOSITORY" => Create("SoftwareSourceCode", site.FullAddress(NodeAddress.Repository(node)),
            ("name", node.Name), ("codeRepository", node.Url)),
        "TOPIC" => Create("DefinedTerm", site.FullAddress(NodeAddress.Topic(node)), ("name", node.Name)),
        _ => Term(node, site),
    };

    private static JsonObject Organization(NodeData node, Site site) =>
        Create("Organization", site.FullAddress(NodeAddress.Organization(node)), ("name", node.Name));

    private static JsonObject Term(NodeData node, Site site) => Create("DefinedTerm", site.FullAddress(NodeAddress.Concept(node)),
        ("name", node.Name),
        ("alternateName", List(node.Names.Select(name => name.Name).Where(name => name != node.Name).Select(name => (JsonNode)name))));

    private static JsonObject Create(string type, string address, params ReadOnlySpan<(string Name, JsonNode? Value)> properties)
    {
        var data = new JsonObject { ["@type"] = type, ["@id"] = address, ["url"] = address };
        foreach (var (name, value) in properties)
            if (value is not null) data[name] = value;
        return data;
    }

    private static JsonArray? List(IEnumerable<JsonNode> items) => items.ToArray() is [_, ..] some ? new JsonArray(some) : null;

    /// <summary>The element that holds it. What could end the element is escaped within the JSON.</summary>
    public static string ToHtml(JsonObject data)
    {
        var told = new JsonObject { ["@context"] = "https://schema.org" };
        foreach (var (name, value) in data) told[name] = value?.DeepClone();
        return $"""<script type="application/ld+json">{told.ToJsonString(JsonSerializerOptions.Default)}</script>""";
    }
}
