namespace PaperGraph.GraphQL.Http.Documents;

/// <summary>
/// The documents that <see cref="GraphQLHttpOptions.Documents"/> names cannot be read, or some of them not be executed. The message is
/// for whoever starts the server.
/// </summary>
public sealed class KnownDocumentsException(string message, Exception? cause = null) : Exception(message, cause);
