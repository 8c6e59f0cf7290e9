using Npgsql;
using PaperGraph.Concepts.Linking;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Concepts;
using PaperGraph.Data.Links;
using PaperGraph.Data.Stages;
using PaperGraph.Ingest.Faults;

namespace PaperGraph.Ingest.Linking;

/// <summary>
/// Links papers anew where what they are linked by has changed since the last time, and puts them into the lists of those near them; the
/// work grows with what has changed, but for the times when all are counted and linked anew (<see cref="LinkStatistics"/>). In one
/// transaction, so that no paper goes away between being compared and being linked; the caller commits it.
/// </summary>
internal sealed class LinkingStage(int chunkSize, StageProblems problems, IProgress<ImportProgress>? progress)
{
    /// <summary>Where more than one of so many papers had to be ranked anew, linking all of them costs less.</summary>
    private const int RankedOf = 8;

    /// <summary>So many are ranked anew in a small collection too.</summary>
    private const int AlwaysRanked = 64;

    public async Task RunAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        progress?.Report(new ImportProgress(ImportStage.LinkingPapers, 0, Total: null));
        await MentionUpserts.HoldAsync(transaction, cancellationToken);
        var last = await StageStateStore.BeginAsync(transaction, DerivingStage.Linking, cancellationToken);
        var isOfThisVersion = last?.Version == PaperLinker.Version;
        var count = isOfThisVersion ? await LinkReads.CountAsync(transaction, cancellationToken) : null;
        if (count is not null && !await LinkingQueue.AnyAsync(transaction, cancellationToken)) return;

        var faults = new List<PaperFault>();
        if (count is null || !await TryUpdateAsync(transaction, count, faults, cancellationToken))
            await new FullLinking(transaction, chunkSize, faults, progress).RunAsync(!isOfThisVersion, cancellationToken);
        await LinkingQueue.ClearAsync(transaction, cancellationToken);
        await problems.AddAsync(transaction, ImportStage.LinkingPapers, faults, cancellationToken);
        await StageStateStore.WriteAsync(
            transaction, new StageState { Stage = DerivingStage.Linking, Version = PaperLinker.Version }, cancellationToken);
    }

    /// <returns>False where all are to be linked, as there are many more or something failed; nothing is done then.</returns>
    private async Task<bool> TryUpdateAsync(
        NpgsqlTransaction transaction, LinkCountRow count, List<PaperFault> faults, CancellationToken cancellationToken)
    {
        const string Update = "update";
        var found = new List<PaperFault>();
        var isDone = false;
        await transaction.SaveAsync(Update, cancellationToken);
        try
        {
            isDone = await UpdateAsync(transaction, count, found, cancellationToken);
        }
        catch (Exception exception) when (PaperFault.IsOne(exception))
        {
            // Which paper is at fault, linking all finds out.
        }
        if (isDone) faults.AddRange(found);
        else await transaction.RollbackAsync(Update, cancellationToken);
        await transaction.ReleaseAsync(Update, cancellationToken);
        return isDone;
    }

    private async Task<bool> UpdateAsync(
        NpgsqlTransaction transaction, LinkCountRow count, List<PaperFault> faults, CancellationToken cancellationToken)
    {
        var noted = await LinkingQueue.ReadAsync(transaction, cancellationToken);
        var turnover = count.Turnover + noted.Count(paper => paper.IsThere == paper.Stored is null);
        if (LinkStatistics.IsOutgrown(count.Papers, turnover) || noted.Count(paper => paper.IsStale) > MaxRanked(count)) return false;

        var changed = await FeaturesStage.RunNotedAsync(transaction, noted, faults.Add, cancellationToken);

        var update = new LinkUpdate(new LinkStore(transaction), count.Papers, Environment.ProcessorCount);
        if (await update.RunAsync(changed, MaxRanked(count), cancellationToken) is not { } changes) return false;
        await PostingsUpserts.ReplaceAsync(transaction, [.. changes.Postings.Select(LinkRows.From)], cancellationToken);
        await LinkUpserts.RemoveListsAsync(
            transaction, [.. changed.Where(paper => paper.Now is null).Select(paper => paper.Id)], cancellationToken);
        foreach (var lists in changes.Links.Chunk(chunkSize))
        {
            await LinkStorage.StoreAsync(
                transaction, lists, (paper, exception) => faults.Add(new PaperFault(paper, exception)), cancellationToken);
        }
        await PostingsUpserts.WriteCountAsync(transaction, count with { Turnover = turnover }, cancellationToken);
        await TableStatistics.RefreshAsync(transaction, LinkUpserts.Tables, cancellationToken);
        progress?.Report(new ImportProgress(ImportStage.LinkingPapers, changes.Links.Count, changes.Links.Count));
        return true;
    }

    private static int MaxRanked(LinkCountRow count) => Math.Max(AlwaysRanked, count.Papers / RankedOf);
}
