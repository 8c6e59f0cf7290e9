using PaperGraph.Data.Papers;
using PaperGraph.Sources;

namespace PaperGraph.Ingest;

/// <summary>The keys that lead to papers of arXiv.</summary>
public static class ArxivIdentities
{
    /// <summary>
    /// The <see cref="PaperKey"/> of the paper with an arXiv id as one would paste it, with a version, as an address, or with
    /// the subject class: <c>https://arxiv.org/abs/math.GT/0309136v1</c> is <c>math/0309136</c>. Null where it is no arXiv id.
    /// </summary>
    public static string? Of(string text) => ArxivIds.Parse(text) is { } id ? ArxivKey.From(id) : null;
}
