namespace PaperGraph.GraphQL.Http.Documents;

/// <summary>
/// The documents that <see cref="GraphQLHttpOptions.PersistedDocuments"/> names cannot be read, or some of them not be executed. The
/// message is for whoever starts the server.
/// </summary>
public sealed class PersistedDocumentsException(string message, Exception? cause = null) : Exception(message, cause);
