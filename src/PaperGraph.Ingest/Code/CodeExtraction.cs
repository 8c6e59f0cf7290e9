using Npgsql;
using PaperGraph.Data.Evidence;
using PaperGraph.Data.Papers;
using PaperGraph.Ingest.Extraction;

namespace PaperGraph.Ingest.Code;

/// <summary>Links in papers' texts become repositories and resources.</summary>
internal sealed class CodeExtraction : IExtraction<IReadOnlyList<LinkInText>>
{
    public ImportStage Stage => ImportStage.FindingCode;

    public string Extractor => CodeFinder.Name;

    public string Version => CodeFinder.Version;

    public IReadOnlyList<LinkInText> Find(StoredText paper) => [.. CodeFinder.Links(paper)];

    public IReadOnlyList<LinkInText> Nothing(StoredText paper) => [];

    public async Task StoreAsync(
        NpgsqlTransaction transaction,
        IReadOnlyList<(StoredText Paper, IReadOnlyList<LinkInText> Found)> papers,
        CancellationToken cancellationToken)
    {
        var ids = papers.Select(entry => entry.Paper.PaperId).ToList();
        var links = papers.SelectMany(entry => entry.Found).ToList();
        var targetsOf = await LinkTargetStore.StoreAsync(transaction, links.Select(found => found.Link.Target), cancellationToken);
        var edges = links.Select(link => new FoundEdge(link.PaperId, targetsOf[link.Link.Target], link.Evidence));

        await EvidenceUpserts.ReplaceFoundAsync(transaction, CodeFinder.Name, ids, [.. edges], cancellationToken);
    }
}
