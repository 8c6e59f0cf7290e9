namespace PaperGraph.Data.Papers;

/// <summary>Which source is believed where two of them differ.</summary>
internal static class SourceRank
{
    /// <summary>The better the later. A source that is not among them is worse than all.</summary>
    public static readonly string[] WorstFirst =
    [
        "bibtex", "ris", "csl-json", "semantic-scholar", "openalex", "daily-papers-text", "daily-papers-html", "hf-json",
        "arxiv-snapshot", "arxiv-oai", "arxiv-atom",
    ];

    /// <summary>The rank of a source: the higher, the more its statements count.</summary>
    public static int For(string source) => Array.IndexOf(WorstFirst, source);
}
