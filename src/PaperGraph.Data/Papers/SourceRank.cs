namespace PaperGraph.Data.Papers;

/// <summary>Which source is believed where two of them differ.</summary>
internal static class SourceRank
{
    /// <summary>
    /// The better the later. A source that is not among them is worse than all. A new source may stand anywhere, because no stored paper
    /// has listings of it; whoever changes the order of the others has to merge all stored papers anew.
    /// </summary>
    public static readonly string[] WorstFirst =
    [
        "bibtex", "ris", "csl-json", "papers-with-code", "semantic-scholar", "openalex", "daily-papers-text", "daily-papers-html",
        "hf-json", "arxiv-snapshot", "arxiv-oai", "arxiv-atom",
    ];

    /// <summary>The rank of a source: the higher, the more its statements count.</summary>
    public static int For(string source) => Array.IndexOf(WorstFirst, source);
}
