using Npgsql;
using PaperGraph.Data.Papers;

namespace PaperGraph.Ingest.Extraction;

/// <summary>Runs an extraction over the papers whose text it has not read yet, a portion in a transaction.</summary>
internal static class ExtractionStage
{
    public static async Task RunAsync(
        IExtraction extraction, NpgsqlConnection connection, int chunkSize, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var (done, after) = (0L, 0L);
        while (true)
        {
            progress?.Report(new ImportProgress(extraction.Stage, done, Total: null));
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            var papers = await Extractions.PendingAsync(
                transaction, extraction.Extractor, extraction.Version, after, chunkSize, cancellation);
            if (papers.Count == 0) return;

            await extraction.ExtractAsync(transaction, papers, cancellation);
            await Extractions.MarkAsync(transaction, extraction.Extractor, extraction.Version, papers, cancellation);
            await transaction.CommitAsync(cancellation);
            (done, after) = (done + papers.Count, papers[^1].PaperId);
        }
    }
}
