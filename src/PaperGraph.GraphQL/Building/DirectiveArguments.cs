using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Building;

/// <summary>What the built-in directives say of a definition.</summary>
internal static class DirectiveArguments
{
    public static string? DeprecationReason(IEnumerable<DirectiveNode> directives) =>
        Find(directives, "deprecated") is { } directive ? Text(directive, "reason") ?? "No longer supported" : null;

    public static string? SpecifiedByUrl(IEnumerable<DirectiveNode> directives) =>
        Find(directives, "specifiedBy") is { } directive ? Text(directive, "url") : null;

    public static bool IsOneOf(IEnumerable<DirectiveNode> directives) => Find(directives, "oneOf") is not null;

    private static DirectiveNode? Find(IEnumerable<DirectiveNode> directives, string name) =>
        directives.FirstOrDefault(directive => directive.Name.Value == name);

    private static string? Text(DirectiveNode directive, string argument) =>
        (directive.Arguments.FirstOrDefault(given => given.Name.Value == argument)?.Value as StringValueNode)?.Value;
}
