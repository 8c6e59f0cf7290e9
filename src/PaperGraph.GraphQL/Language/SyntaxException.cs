namespace PaperGraph.GraphQL.Language;

/// <summary>A text that is not GraphQL. The message begins with "Syntax Error: " and says what was found and what was expected.</summary>
public sealed class SyntaxException(string description, SourceText source, Location location)
    : Exception($"Syntax Error: {description}")
{
    public SourceText Text { get; } = source;

    public Location Location { get; } = location;

    public GraphQLError ToError() => new(Message) { Locations = [Location], Code = GraphQLError.ParseFailed };
}
