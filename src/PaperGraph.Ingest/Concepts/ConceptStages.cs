using Npgsql;
using PaperGraph.Concepts;
using PaperGraph.Data.Concepts;
using PaperGraph.Data.Papers;
using PaperGraph.Ingest.Extraction;
using PaperGraph.Ingest.Faults;
using PaperGraph.Ingest.Linking;

namespace PaperGraph.Ingest.Concepts;

/// <summary>From stored texts to mentions, concepts and links: what there is to do, and nothing else.</summary>
internal sealed class ConceptStages(
    ConceptExtractor extractor, int chunkSize, StageProblems problems, IProgress<ImportProgress>? progress)
{
    private readonly ConceptExtraction extraction = new(extractor);
    private readonly ResolvingStage resolving = new(problems, progress);
    private readonly LinkingStage linking = new(chunkSize, problems, progress);

    /// <summary>
    /// Texts that nobody has read become mentions portion by portion, which readers see at once; concepts and links follow when
    /// they are whole. Where texts were read by another version, all is one transaction: readers see what that one made of all
    /// papers until they see what this one makes of them.
    /// </summary>
    public async Task RunAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (await IsReadByAnotherVersionAsync(connection, cancellation))
        {
            await CommitAsync(connection, transaction => RunAsync(transaction, cancellation), cancellation);
            return;
        }
        await new ExtractionStage<PaperMentions>(extraction, chunkSize, problems, progress).RunAsync(connection, cancellation);
        await CommitAsync(connection, transaction => resolving.RunAsync(transaction, cancellation), cancellation);
        await CommitAsync(connection, transaction => linking.RunAsync(transaction, cancellation), cancellation);
    }

    /// <summary>All of it in one transaction, which the caller commits.</summary>
    /// <returns>How many papers were read.</returns>
    public async Task<long> RunAsync(NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        var papers = await new ExtractionStage<PaperMentions>(extraction, chunkSize, problems, progress).RunAsync(transaction, cancellation);
        await resolving.RunAsync(transaction, cancellation);
        await linking.RunAsync(transaction, cancellation);
        return papers;
    }

    private async Task<bool> IsReadByAnotherVersionAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        return await Extractions.HasOtherVersionsAsync(transaction, extraction.Extractor, extraction.Version, cancellation);
    }

    private static async Task CommitAsync(NpgsqlConnection connection, Func<NpgsqlTransaction, Task> stage, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await stage(transaction);
        await transaction.CommitAsync(cancellation);
    }
}
