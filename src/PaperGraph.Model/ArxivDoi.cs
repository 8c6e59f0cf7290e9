namespace PaperGraph.Model;

/// <summary>
/// The DOI that arXiv registers for each of its papers: the id behind a prefix (https://info.arxiv.org/help/doi.html). As
/// everywhere in the database, it is in lower case.
/// </summary>
public static class ArxivDoi
{
    private const string Prefix = "10.48550/arxiv.";

    public static string From(string arxivId) => Prefix + ArxivIds.ToKey(arxivId);

    /// <summary>The arXiv id that a DOI holds; null where another than arXiv registered it.</summary>
    public static string? IdOf(string? doi) =>
        doi is not null && doi.Length > Prefix.Length && doi.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            ? doi[Prefix.Length..]
            : null;
}
