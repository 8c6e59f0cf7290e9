using System.Collections.Frozen;

namespace PaperGraph.GraphQL.Http.Documents;

/// <param name="Place">The file, or the entry of the manifest, where a person finds it.</param>
internal sealed record PersistedDocument(string Text, string Place);

/// <summary>Documents by the ids that clients name them by.</summary>
internal sealed class PersistedDocumentStore(IReadOnlyDictionary<string, PersistedDocument> documents)
{
    /// <summary>How many broken documents the message lists.</summary>
    private const int MaxReported = 10;

    private readonly FrozenDictionary<string, PersistedDocument> documents = documents.ToFrozenDictionary(StringComparer.Ordinal);

    public static PersistedDocumentStore None { get; } = new(FrozenDictionary<string, PersistedDocument>.Empty);

    public int Count => documents.Count;

    public string? Find(string id) => documents.GetValueOrDefault(id)?.Text;

    /// <summary>Reads a folder of <c>*.graphql</c> files, or a manifest.</summary>
    /// <exception cref="PersistedDocumentsException">There is no such folder or file, or it cannot be read.</exception>
    public static PersistedDocumentStore Read(string path)
    {
        if (File.Exists(path))
        {
            return new(Manifests.Read(path).ToDictionary(
                entry => entry.Key, entry => new PersistedDocument(entry.Value, $"{path}, \"{entry.Key}\"")));
        }
        if (Directory.Exists(path))
        {
            return new(Directory.EnumerateFiles(path, "*.graphql").ToDictionary(
                file => Path.GetFileNameWithoutExtension(file), file => new PersistedDocument(File.ReadAllText(file), file)));
        }
        throw new PersistedDocumentsException(
            $"{path} is neither a folder nor a manifest of documents. Correct the option PersistedDocuments.");
    }

    /// <summary>Whether all of them can be executed.</summary>
    /// <exception cref="PersistedDocumentsException">Some cannot; the message says where and why.</exception>
    public void Check(Engine engine)
    {
        var broken = documents.Values
            .Select(document => (document.Place, Errors: engine.Check(document.Text)))
            .Where(document => document.Errors.Count > 0)
            .OrderBy(document => document.Place, StringComparer.Ordinal)
            .ToList();
        if (broken.Count == 0) return;
        var told = broken.Take(MaxReported)
            .SelectMany(document => document.Errors.Select(error => $"\n  {document.Place}{Described(error)}"));
        throw new PersistedDocumentsException(
            $"{broken.Count} of the {Count} documents of the option PersistedDocumentStore cannot be executed against the schema:"
            + string.Concat(told)
            + (broken.Count > MaxReported ? $"\n  and {broken.Count - MaxReported} more documents" : "")
            + "\nCorrect them, or take them out.");
    }

    private static string Described(GraphQLError error)
    {
        var location = error.Locations is [var first, ..] ? $" ({first.Line}:{first.Column})" : "";
        return $"{location}: {error.Message} [{error.Rule ?? error.Code}]";
    }
}
