using Npgsql;
using PaperGraph.Concepts;
using PaperGraph.Data.Concepts;
using PaperGraph.Data.Papers;
using PaperGraph.Ingest.Extraction;

namespace PaperGraph.Ingest.Concepts;

/// <summary>Finds what papers' texts name, on all cores.</summary>
internal sealed class ConceptExtraction(ConceptExtractor extractor) : IExtraction
{
    public ImportStage Stage => ImportStage.FindingConcepts;

    public string Extractor => ConceptExtractor.Name;

    public string Version => ConceptExtractor.Version;

    public Task ExtractAsync(NpgsqlTransaction transaction, IReadOnlyList<StoredText> papers, CancellationToken cancellation)
    {
        var found = papers
            .AsParallel().AsOrdered().WithCancellation(cancellation)
            .Select(paper => Stored.Row(paper.PaperId, extractor.Extract(new PaperText(paper.Title, paper.Abstract))))
            .ToList();
        return MentionUpserts.ReplaceAsync(transaction, Extractor, Version, found, cancellation);
    }
}
