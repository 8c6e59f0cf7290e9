using PaperGraph.Data.Papers;
using PaperGraph.Sources;

namespace PaperGraph.Ingest;

/// <summary>The identities under which papers of arXiv are stored.</summary>
public static class ArxivIdentities
{
    /// <summary>
    /// The <see cref="Paper.Identity"/> of the paper with an arXiv id as one would paste it, with a version, as an address, or with
    /// the subject class: <c>https://arxiv.org/abs/math.GT/0309136v1</c> is <c>arxiv:math/0309136</c>. Null where it is no arXiv id.
    /// </summary>
    public static string? Of(string text) => ArxivIds.Parse(text) is { } id ? PaperIdentity.OfArxiv(id) : null;
}
