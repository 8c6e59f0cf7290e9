using Npgsql;
using PaperGraph.Data.Evidence;
using PaperGraph.Data.Papers;
using PaperGraph.Ingest.Extraction;

namespace PaperGraph.Ingest.Code;

/// <summary>Links in papers' texts become repositories, resources, and the organizations that own them.</summary>
internal sealed class CodeExtraction : IExtraction
{
    public ImportStage Stage => ImportStage.FindingCode;

    public string Extractor => CodeFinder.Name;

    public string Version => CodeFinder.Version;

    public async Task ExtractAsync(NpgsqlTransaction transaction, IReadOnlyList<StoredText> papers, CancellationToken cancellation)
    {
        var ids = papers.Select(paper => paper.PaperId).ToList();
        var links = papers.SelectMany(CodeFinder.Links).ToList();
        var edgesOf = await LinkTargetStore.StoreAsync(transaction, links.Select(found => found.Link.Target), cancellation);
        var edges = from link in links
                    from edge in edgesOf[link.Link.Target]
                    select new FoundEdge(link.PaperId, edge, link.Evidence);

        await EvidenceUpserts.ReplaceFoundAsync(transaction, CodeFinder.Name, ids, [.. edges], cancellation);
    }
}
