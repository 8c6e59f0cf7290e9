using System.Text.RegularExpressions;
using PaperGraph.Model;

namespace PaperGraph.Sources.Ids;

/// <summary>Who knows a paper by an identifier.</summary>
public enum PaperIdKind
{
    Arxiv,
    Doi,
    OpenAlex,
    SemanticScholar,
}

/// <summary>One of the identifiers by which papers can be fetched.</summary>
/// <param name="Id">As its keeper writes it; DOIs in lower case.</param>
public sealed partial record PaperIdentifier(PaperIdKind Kind, string Id)
{
    private const int MaxLength = 500;

    /// <summary>
    /// The identifier that a text is, or the address of a paper's page holds, also with what stands around one in a text:
    /// <c>(10.1000/x)</c>, <c>https://openalex.org/W2741809807</c>, <c>CorpusId:215416146</c>,
    /// <c>PMID: 29456894</c>, <c>https://aclanthology.org/P19-1001/</c>. Null where it is none.
    /// </summary>
    public static PaperIdentifier? Parse(string text)
    {
        text = text.Trim();
        if (text.Length is 0 or > MaxLength) return null;
        return Find(text) ?? (WithoutSurroundings(text) is var inner && inner.Length < text.Length ? Find(inner) : null);
    }

    /// <summary>Semantic Scholar knows papers by the ids of most catalogues, too; null where it does not.</summary>
    private static PaperIdentifier? FromCatalogue(CatalogueId id) => id.Kind switch
    {
        CatalogueIdKind.Mag => new PaperIdentifier(PaperIdKind.SemanticScholar, $"MAG:{id.Id}"),
        CatalogueIdKind.Pmid => new PaperIdentifier(PaperIdKind.SemanticScholar, $"PMID:{id.Id}"),
        CatalogueIdKind.Pmcid => new PaperIdentifier(PaperIdKind.SemanticScholar, $"PMCID:{id.Id["PMC".Length..]}"),
        CatalogueIdKind.Acl => new PaperIdentifier(PaperIdKind.SemanticScholar, $"ACL:{id.Id}"),
        _ => null,
    };

    private static PaperIdentifier? Find(string text)
    {
        if (ArxivIds.Parse(text) is { } arxiv) return new PaperIdentifier(PaperIdKind.Arxiv, arxiv);
        if (OpenAlexIds.ParseWork(text) is { } work) return new PaperIdentifier(PaperIdKind.OpenAlex, work);
        if (SemanticScholarIds.Parse(text) is { } scholar) return new PaperIdentifier(PaperIdKind.SemanticScholar, scholar);
        if (Doi.Parse(WithoutSurroundings(text)) is not { } doi) return CatalogueId.Parse(text) is { } id ? FromCatalogue(id) : null;
        return ArxivIds.FromDoi(doi) is { } registered && ArxivIds.Parse(registered) is { } arxivId
            ? new PaperIdentifier(PaperIdKind.Arxiv, arxivId)
            : new PaperIdentifier(PaperIdKind.Doi, Unescaped(doi));
    }

    /// <summary>Identifiers end in no full stop, and a bracket only where one of theirs is open.</summary>
    private static string WithoutSurroundings(string text)
    {
        if (text.Length > 0 && "([<\"'`“".Contains(text[0])) text = text[1..];
        while ((text.Length > 0 && ".,;\"'`”".Contains(text[^1]))
            || (text is [.., ')'] && text.Count(c => c == ')') > text.Count(c => c == '('))
            || (text is [.., ']'] && text.Count(c => c == ']') > text.Count(c => c == '['))
            || (text is [.., '>'] && text.Count(c => c == '>') > text.Count(c => c == '<')))
        {
            text = text[..^1];
        }
        return text;
    }

    /// <summary>No DOI holds what looks like an escaped character but is none.</summary>
    private static string Unescaped(string doi) =>
        EscapedPattern().IsMatch(doi) ? Uri.UnescapeDataString(doi).ToLowerInvariant() : doi;

    [GeneratedRegex("%[0-9a-f]{2}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EscapedPattern();
}
