namespace PaperGraph.GraphQL.Http;

/// <summary>The media types that a response can have.</summary>
internal enum ResponseMediaType
{
    Json,
    GraphQLResponse,
    EventStream,
    Parts,
}
