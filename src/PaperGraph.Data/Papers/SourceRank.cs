using PaperGraph.Data.Stages;

namespace PaperGraph.Data.Papers;

/// <summary>Which source is believed where two of them differ.</summary>
public static class SourceRank
{
    /// <summary>Changes with how <see cref="MergedPaper"/> chooses.</summary>
    private const string Rules = "6";

    /// <summary>
    /// The better the later. A source that is not among them is worse than all. Where the order changes, the next import merges all papers
    /// anew (<see cref="Version"/>).
    /// </summary>
    public static readonly IReadOnlyList<string> WorstFirst =
    [
        "papers-with-code-results", "csv", "bibtex", "refer", "ris", "csl-json", "zotero", "medline", "papers-with-code",
        "semantic-scholar", "openalex", "daily-papers-text", "daily-papers-html", "hf-json", "arxiv-snapshot", "arxiv-oai", "arxiv-atom",
    ];

    /// <summary>
    /// Whether a source states the days of what happened there. Catalogues and libraries are told when papers were published, by some
    /// publishers the year alone, and write the first of January then.
    /// </summary>
    public static bool KnowsDays(string source) => For(source) >= For("daily-papers-text");

    /// <summary>The version of the precedence: merged papers of another are out of date.</summary>
    public static string Version { get; } = VersionOf(WorstFirst);

    /// <summary>The rank of a source: the higher, the more its statements count.</summary>
    public static int For(string source)
    {
        for (var i = WorstFirst.Count - 1; i >= 0; i--)
            if (WorstFirst[i] == source) return i;
        return -1;
    }

    internal static string VersionOf(IReadOnlyList<string> worstFirst)
    {
        var digest = new RowDigest();
        foreach (var source in worstFirst) digest.Add(source);
        return $"{Rules}.{digest.Take():x16}";
    }
}
