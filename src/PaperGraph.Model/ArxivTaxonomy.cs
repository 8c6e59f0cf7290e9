using System.Collections.Frozen;

namespace PaperGraph.Model;

/// <summary>arXiv's archives and the categories in them, as topics.</summary>
public static class ArxivTaxonomy
{
    /// <summary>What topics of this taxonomy say that they are of.</summary>
    public const string Name = "arxiv";

    private const string FileName = "arxiv-categories.tsv";

    private static readonly FrozenDictionary<string, (string Name, int Place)> Known = Load();

    /// <summary>The slug of a category's topic: <c>arxiv-cs-cl</c>.</summary>
    public static string SlugFor(string code) => $"arxiv-{code.Replace('.', '-').ToLowerInvariant()}";

    /// <summary>
    /// The topic of a category and that of its archive, which comes first. A category of before 2007, or one that is newer than this
    /// program, is called by its code.
    /// </summary>
    public static IEnumerable<CategoryTopic> TopicsFor(string code)
    {
        var dot = code.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0) return [Topic(code, null)];
        var archive = code[..dot];
        return [Topic(archive, null), Topic(code, SlugFor(archive))];
    }

    private static CategoryTopic Topic(string code, string? archive)
    {
        var (name, place) = Known.GetValueOrDefault(code, ("", Known.Count));
        return new CategoryTopic(SlugFor(code), name.Length > 0 ? $"{name} ({code})" : code, archive, place + 1);
    }

    private static FrozenDictionary<string, (string Name, int Place)> Load() =>
        TsvResource.Rows(typeof(ArxivTaxonomy).Assembly, FileName, hasHeader: true)
            .Select((row, place) => (Code: row[0], Name: row[1], Place: place))
            .ToFrozenDictionary(row => row.Code, row => (row.Name, row.Place), StringComparer.Ordinal);
}

/// <param name="Name">As arXiv prints it, with its code: names of two archives may be the same.</param>
/// <param name="Archive">The slug of the topic above; null for an archive.</param>
/// <param name="Place">The place in the taxonomy; the first is 1.</param>
public sealed record CategoryTopic(string Slug, string Name, string? Archive, int Place);
