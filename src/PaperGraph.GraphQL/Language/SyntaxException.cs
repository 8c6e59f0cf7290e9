namespace PaperGraph.GraphQL.Language;

/// <summary>
/// A text that is not GraphQL, or passes a limit of the parser. The message begins with "Syntax Error: " and says what was found and
/// what was expected.
/// </summary>
public sealed class SyntaxException(
    string description,
    SourceText source,
    Location location,
    string code = GraphQLError.ParseFailed) : Exception($"Syntax Error: {description}")
{
    public SourceText Text { get; } = source;

    public Location Location { get; } = location;

    public string Code { get; } = code;

    public GraphQLError ToError() => new(Message) { Locations = [Location], Code = Code };
}
