using Npgsql;
using PaperGraph.Concepts;
using PaperGraph.Data.Concepts;
using PaperGraph.Data.Papers;
using PaperGraph.Ingest.Extraction;

namespace PaperGraph.Ingest.Concepts;

/// <summary>Finds the concepts that the texts of papers name.</summary>
internal sealed class ConceptExtraction(Lazy<ConceptExtractor> extractor) : IExtraction<PaperMentions>
{
    public ImportStage Stage => ImportStage.FindingConcepts;

    public string Extractor => ConceptExtractor.Name;

    public string Version => ConceptExtractor.Version;

    public bool FindsMentions => true;

    public PaperMentions Find(StoredText paper) =>
        ConceptMapper.Row(paper.PaperId, extractor.Value.Extract(new PaperText(paper.Title, paper.Abstract)));

    public PaperMentions Nothing(StoredText paper) => ConceptMapper.Row(paper.PaperId, new ExtractedPaper([], []));

    public Task StoreAsync(
        NpgsqlTransaction transaction, IReadOnlyList<(StoredText Paper, PaperMentions Found)> papers,
        CancellationToken cancellationToken) =>
        MentionUpserts.ReplaceAsync(transaction, Extractor, Version, [.. papers.Select(entry => entry.Found)], cancellationToken);
}
