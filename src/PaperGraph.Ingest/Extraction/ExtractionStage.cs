using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Papers;

namespace PaperGraph.Ingest.Extraction;

/// <summary>Runs an extraction over the papers whose text it has not read yet, a portion after the other.</summary>
internal sealed class ExtractionStage(IExtraction extraction, int chunkSize, IProgress<ImportProgress>? progress)
{
    private long done;
    private long after;

    /// <summary>Each portion in a transaction of its own.</summary>
    public async Task RunAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        for (var isRest = true; isRest;)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            isRest = await ReadPortionAsync(transaction, cancellation);
            await transaction.CommitAsync(cancellation);
        }
    }

    /// <summary>All portions in one transaction, which the caller commits.</summary>
    /// <returns>How many papers were read.</returns>
    public async Task<long> RunAsync(NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        while (await ReadPortionAsync(transaction, cancellation))
        {
        }
        return done;
    }

    /// <returns>False where nothing was left to read.</returns>
    private async Task<bool> ReadPortionAsync(NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        progress?.Report(new ImportProgress(extraction.Stage, done, Total: null));
        var papers = await Extractions.PendingAsync(
            transaction, extraction.Extractor, extraction.Version, after, chunkSize, cancellation);
        if (papers.Count == 0) return false;

        await extraction.ExtractAsync(transaction, papers, cancellation);
        await Extractions.MarkAsync(transaction, extraction.Extractor, extraction.Version, papers, cancellation);
        await TableStatistics.RefreshAsync(transaction, cancellation);
        (done, after) = (done + papers.Count, papers[^1].PaperId);
        return true;
    }
}
