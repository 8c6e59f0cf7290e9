using PaperGraph.Data.Evidence;
using PaperGraph.Data.Papers;
using PaperGraph.Model;
using PaperGraph.Sources.Links;

namespace PaperGraph.Ingest.Code;

/// <summary>A link that a paper's stored text holds.</summary>
internal sealed record LinkInText(long PaperId, TextField Field, FoundLink Link)
{
    public EvidenceRow Evidence => new(
        CodeFinder.Source, EnumName.For(Field), Link.Quote, Link.Start, Link.Length, CodeFinder.Name, CodeFinder.Version, Confidence: 1);
}

/// <summary>Finds links in papers' stored texts.</summary>
internal static class CodeFinder
{
    /// <summary>What evidence calls the extractor.</summary>
    public const string Name = "papergraph-links";

    /// <summary>Changes whenever the same text may give another result.</summary>
    public const string Version = "2";

    /// <summary>The source that evidence names: what a paper's own words say, whichever page they came from.</summary>
    public const string Source = "paper-text";

    public static IEnumerable<LinkInText> Links(StoredText paper) =>
        from part in Fields(paper)
        from link in LinkFinder.Find(part.Text)
        select new LinkInText(paper.PaperId, part.Field, link);

    private static IEnumerable<(TextField Field, string Text)> Fields(StoredText paper) =>
        paper.Abstract is null
            ? [(TextField.Title, paper.Title)]
            : [(TextField.Title, paper.Title), (TextField.Abstract, paper.Abstract)];
}
