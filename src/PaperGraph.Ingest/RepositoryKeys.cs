using PaperGraph.Sources.Links;

namespace PaperGraph.Ingest;

/// <summary>The keys under which repositories are stored.</summary>
public static class RepositoryKeys
{
    /// <summary>
    /// The key of the repository at an address as one would paste it: <c>https://www.github.com/OpenAI/CLIP.git</c> is
    /// <c>github.com/openai/clip</c>. Null where it is no repository's address.
    /// </summary>
    public static string? Of(string address) => RepositoryUrl.TryParse(address, out var repository) ? repository.Key : null;
}
