using System.Collections.Frozen;

namespace PaperGraph.GraphQL.Http.Documents;

/// <summary>Documents by the ids that clients name them by.</summary>
internal sealed class KnownDocuments(IReadOnlyDictionary<string, string> texts)
{
    public static KnownDocuments None { get; } = new(FrozenDictionary<string, string>.Empty);

    private readonly FrozenDictionary<string, string> texts = texts.ToFrozenDictionary(StringComparer.Ordinal);

    public int Count => texts.Count;

    public string? Find(string id) => texts.GetValueOrDefault(id);

    /// <summary>Reads a folder of <c>*.graphql</c> files, or a manifest.</summary>
    /// <exception cref="InvalidOperationException">There is no such folder or file, or it cannot be read.</exception>
    public static KnownDocuments Read(string path)
    {
        if (File.Exists(path)) return new(Manifests.Read(path));
        if (Directory.Exists(path)) return new(Directory.EnumerateFiles(path, "*.graphql").ToDictionary(IdOf, File.ReadAllText));
        throw new InvalidOperationException($"{path} is neither a folder nor a manifest of documents. Correct the option Documents.");
    }

    private static string IdOf(string file) => Path.GetFileNameWithoutExtension(file);
}
