using System.Text.Json.Nodes;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.Rows;

/// <summary>The common conditions of <c>PaperFilter</c> as parameters of an address.</summary>
internal sealed class FilterParameters(Schema schema)
{
    private const string Argument = "where";

    private readonly Condition[] all =
    [
        new("concept", "concepts.any", Names),
        new("topic", "topics.any", Names),
        new("organization", "organizations.any", Names),
        new("author", "authors.any", Names),
        new("repository", "repositories.any", Names),
        new("conceptKind", "conceptKinds", (given, name) => Choices(schema, "ConceptKind", given, name)),
        new("source", "sources", Names),
        new("repositoryHost", "repositoryHosts", Names),
        new("hasCode", "hasCode", (given, name) => given.Flag(name)),
        new("hasResults", "hasResults", (given, name) => given.Flag(name)),
        new("text", "text", (given, name) => given.Text(name)),
        new("from", "publishedOn.from", (given, name) => given.Date(name)),
        new("to", "publishedOn.to", (given, name) => given.Date(name)),
        new("listedFrom", "listedOn.from", (given, name) => given.Date(name)),
        new("listedTo", "listedOn.to", (given, name) => given.Date(name)),
        new("importedFrom", "importedAt.from", (given, name) => given.Moment(name)),
        new("importedTo", "importedAt.to", (given, name) => given.Moment(name)),
        new("minUpvotes", "minUpvotes", (given, name) => given.Number(name)),
        new("minCitations", "minCitations", (given, name) => given.Number(name)),
        new("category", "categories", Names),
        new("isWithdrawn", "isWithdrawn", (given, name) => given.Flag(name)),
        new("minComments", "minComments", (given, name) => given.Number(name)),
    ];

    public IEnumerable<string> Known => all.Select(parameter => parameter.Name);

    /// <summary>The argument <c>where</c>.</summary>
    public JsonObject Read(RowParameters given)
    {
        var where = new JsonObject();
        foreach (var parameter in all)
        {
            if (parameter.Read(given, parameter.Name) is not { } value) continue;
            var path = parameter.Path.Split('.');
            var place = where;
            foreach (var step in path[..^1]) place = (JsonObject)(place[step] ??= new JsonObject());
            place[path[^1]] = value;
        }
        return where;
    }

    /// <summary>The parameter that an argument was made of, as an error names it: <c>where.concepts.any[2]</c>.</summary>
    public string? Find(string argument) =>
        all.FirstOrDefault(parameter => argument.StartsWith($"{Argument}.{parameter.Path}", StringComparison.Ordinal))?.Name;

    /// <summary>A message with the names of parameters where it has those of the arguments that they were made into.</summary>
    public string Rename(string message) => all.Aggregate(
        message,
        (text, parameter) => text.Replace($"`{Argument}.{parameter.Path}`", $"`{parameter.Name}`", StringComparison.Ordinal));

    private static JsonArray? Names(RowParameters given, string name) =>
        given.Texts(name) is [_, ..] names ? [.. names.Select(text => (JsonNode)text)] : null;

    private static JsonArray? Choices(Schema schema, string type, RowParameters given, string name) =>
        given.List(name) is [_, ..] names
            ? [.. names.Select(text => (JsonNode)RowParameters.Choose(name, text, schema.NamesOf(type)))]
            : null;

    /// <param name="Path">From the filter on.</param>
    private sealed record Condition(string Name, string Path, Func<RowParameters, string, JsonNode?> Read);
}
