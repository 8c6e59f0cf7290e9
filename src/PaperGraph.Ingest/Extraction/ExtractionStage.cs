using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Papers;
using PaperGraph.Ingest.Faults;

namespace PaperGraph.Ingest.Extraction;

/// <summary>
/// Runs an extraction over the papers whose text it has not read yet, a portion after the other. A paper with which it fails counts
/// as read, with nothing found, until the text or the extractor's version changes.
/// </summary>
internal sealed class ExtractionStage<TFound>(
    IExtraction<TFound> extraction, int chunkSize, StageProblems problems, IProgress<ImportProgress>? progress)
{
    private long done;
    private long after;

    /// <summary>Each portion in a transaction of its own.</summary>
    public async Task RunAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        for (var isRest = true; isRest;)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            isRest = await ReadPortionAsync(transaction, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    /// <summary>All portions in one transaction, which the caller commits.</summary>
    /// <returns>How many papers were read.</returns>
    public async Task<long> RunAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        while (await ReadPortionAsync(transaction, cancellationToken))
        {
        }
        return done;
    }

    /// <returns>False where nothing was left to read.</returns>
    private async Task<bool> ReadPortionAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        progress?.Report(new ImportProgress(extraction.Stage, done, Total: null));
        var papers = await Extractions.PendingAsync(
            transaction, extraction.Extractor, extraction.Version, after, chunkSize, cancellationToken);
        if (papers.Count == 0) return false;

        await problems.AddAsync(
            transaction, extraction.Stage, await ExtractAsync(transaction, papers, cancellationToken), cancellationToken);
        await Extractions.MarkAsync(transaction, extraction.Extractor, extraction.Version, papers, cancellationToken);
        await TableStatistics.RefreshAsync(transaction, cancellationToken);
        (done, after) = (done + papers.Count, papers[^1].PaperId);
        return true;
    }

    /// <returns>The papers of which nothing was found, because finding or storing it failed.</returns>
    private async Task<List<PaperFault>> ExtractAsync(
        NpgsqlTransaction transaction, IReadOnlyList<StoredText> papers, CancellationToken cancellationToken)
    {
        var read = papers.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(Find).ToList();
        var faults = read.Where(entry => entry.Fault is not null).Select(entry => entry.Fault!).ToList();
        var refused = new List<(StoredText Paper, TFound Found)>();
        await FaultIsolation.StoreAsync(
            transaction,
            [.. read.Select(entry => (entry.Paper, entry.Found))],
            part => extraction.StoreAsync(transaction, part, cancellationToken),
            (entry, exception) =>
            {
                refused.Add((entry.Paper, extraction.Nothing(entry.Paper)));
                faults.Add(new PaperFault(entry.Paper.PaperId, exception));
            },
            cancellationToken);
        if (refused.Count > 0) await extraction.StoreAsync(transaction, refused, cancellationToken);
        return faults;
    }

    private (StoredText Paper, TFound Found, PaperFault? Fault) Find(StoredText paper)
    {
        try
        {
            return (paper, extraction.Find(paper), null);
        }
        catch (Exception exception) when (PaperFault.IsOne(exception))
        {
            return (paper, extraction.Nothing(paper), new PaperFault(paper.PaperId, exception));
        }
    }
}
