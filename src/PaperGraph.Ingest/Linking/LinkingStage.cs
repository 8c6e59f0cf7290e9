using Npgsql;
using PaperGraph.Concepts.Linking;
using PaperGraph.Data.Links;

namespace PaperGraph.Ingest.Linking;

/// <summary>
/// Links all papers anew; only what changes is written. In one transaction, so that no paper goes away between being compared
/// and being linked; the caller commits it.
/// </summary>
internal static class LinkingStage
{
    public static async Task RunAsync(
        NpgsqlTransaction transaction, int chunkSize, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        progress?.Report(new ImportProgress(ImportStage.LinkingPapers, 0, Total: null));
        // Takes the write lock, so that what is read after it is all that there is.
        await LinkUpserts.ReplaceAsync(transaction, [], cancellation);

        var linker = new PaperLinker();
        var total = 0L;
        await foreach (var paper in LinkablePapers.ReadAsync(transaction, cancellation))
        {
            linker.Add(paper);
            total++;
        }

        var done = 0L;
        foreach (var papers in linker.Link(Environment.ProcessorCount, cancellation).Chunk(chunkSize))
        {
            await LinkUpserts.ReplaceAsync(transaction, [.. papers.Select(Row)], cancellation);
            done += papers.Length;
            progress?.Report(new ImportProgress(ImportStage.LinkingPapers, done, total));
        }
    }

    private static LinkedPaper Row(PaperLinks links) => new(
        links.PaperId,
        [.. links.Related.Select(related => new LinkRow(related.PaperId, related.Score, [.. related.Reasons.Select(Row)]))]);

    private static ReasonRow Row(PaperGraph.Concepts.Linking.LinkReason reason) => reason.Kind switch
    {
        LinkReasonKind.Organization => new ReasonRow(ReasonKind.Organization, reason.Weight, reason.TargetId),
        LinkReasonKind.Repository => new ReasonRow(ReasonKind.Repository, reason.Weight, reason.TargetId),
        LinkReasonKind.Words => new ReasonRow(ReasonKind.Words, reason.Weight, TargetId: null, reason.Words),
        LinkReasonKind.Concept => new ReasonRow((ReasonKind)reason.ConceptKind!.Value, reason.Weight, reason.TargetId),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason.Kind, "Links have no such reason."),
    };
}
