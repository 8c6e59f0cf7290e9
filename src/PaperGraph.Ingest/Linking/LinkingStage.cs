using Npgsql;
using PaperGraph.Concepts.Linking;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Links;
using PaperGraph.Data.Stages;
using State = PaperGraph.Concepts.Linking.LinkState;
using StoredState = PaperGraph.Data.Links.LinkState;

namespace PaperGraph.Ingest.Linking;

/// <summary>
/// Links papers anew where what they are linked by has changed since the last time, or where a paper that has is near them;
/// nothing is read where nothing has. In one transaction, so that no paper goes away between being compared and being linked;
/// the caller commits it.
/// </summary>
internal static class LinkingStage
{
    public static async Task RunAsync(
        NpgsqlTransaction transaction, int chunkSize, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        progress?.Report(new ImportProgress(ImportStage.LinkingPapers, 0, Total: null));
        var last = await StageStates.BeginAsync(transaction, DerivingStage.Linking, cancellation);
        var seen = await LinkStates.DigestAsync(transaction, cancellation);
        if (last is not null && last.Is(PaperLinker.Version, seen)) return;
        await TableStatistics.RefreshAsync(transaction, cancellation);

        var linker = new PaperLinker();
        await foreach (var paper in LinkablePapers.ReadAsync(transaction, cancellation)) linker.Add(paper);

        var before = last?.Version == PaperLinker.Version ? await StatesAsync(transaction, cancellation) : [];
        var changes = linker.Changes(before);
        var near = await LinkStates.LinkedToAsync(transaction, changes.Changed, changes.Gone, cancellation);
        var touched = linker.Touched(before, changes, near, cancellation);
        var done = 0L;
        foreach (var papers in linker.Link(touched, Environment.ProcessorCount, cancellation).Chunk(chunkSize))
        {
            await LinkUpserts.ReplaceAsync(transaction, [.. papers.Select(Row)], cancellation);
            await TableStatistics.RefreshAsync(transaction, cancellation);
            done += papers.Length;
            progress?.Report(new ImportProgress(ImportStage.LinkingPapers, done, touched.Count));
        }

        await LinkStates.ForgetGoneAsync(transaction, cancellation);
        await StageStates.WriteAsync(
            transaction, new StageState { Stage = DerivingStage.Linking, Version = PaperLinker.Version, Seen = seen }, cancellation);
    }

    private static async Task<Dictionary<long, State>> StatesAsync(NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        var states = await LinkStates.ReadAsync(transaction, cancellation);
        return states.ToDictionary(state => state.PaperId, state => new State(state.Features, state.Rarity, state.Floor));
    }

    private static LinkedPaper Row(PaperLinks links) => new(
        new StoredState
        {
            PaperId = links.PaperId,
            Features = links.State.Features,
            Rarity = links.State.Rarity,
            Floor = links.State.Floor,
        },
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
