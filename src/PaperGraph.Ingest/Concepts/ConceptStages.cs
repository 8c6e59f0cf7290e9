using System.Threading.Channels;
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
    Lazy<ConceptExtractor> extractor, int chunkSize, StageProblems problems, IProgress<ImportProgress>? progress)
{
    private readonly ExtractionStage<PaperMentions> finding = new(new ConceptExtraction(extractor), chunkSize, problems, progress);
    private readonly ResolvingStage resolving = new(problems, progress);
    private readonly LinkingStage linking = new(chunkSize, problems, progress);

    /// <summary>Finds concepts while documents are still stored, unless texts were read by another version.</summary>
    /// <inheritdoc cref="ExtractionStage{TFound}.RunBesideAsync"/>
    public Task RunBesideAsync(Func<Task<NpgsqlConnection>> open, ChannelReader<bool> stored, CancellationToken cancellationToken)
    {
        return finding.RunBesideAsync(OpenAsync, stored, cancellationToken);

        async Task<NpgsqlConnection?> OpenAsync()
        {
            var connection = await open();
            if (!await IsReadByAnotherVersionAsync(connection, cancellationToken)) return connection;
            await connection.DisposeAsync();
            return null;
        }
    }

    /// <summary>
    /// Texts that nobody has read become mentions portion by portion, which readers see at once; concepts and links follow when
    /// they are whole. Where texts were read by another version, all is one transaction: readers see what that one made of all
    /// papers until they see what this one makes of them.
    /// </summary>
    /// <param name="resolved">
    /// Called when all but the links of papers is stored, unless all is one transaction; null where nobody waits for it.
    /// </param>
    public async Task RunAsync(NpgsqlConnection connection, Action? resolved, CancellationToken cancellationToken)
    {
        if (await IsReadByAnotherVersionAsync(connection, cancellationToken))
        {
            await CommitAsync(connection, transaction => RunAsync(transaction, cancellationToken), cancellationToken);
            return;
        }
        await finding.RunAsync(connection, cancellationToken);
        await CommitAsync(connection, transaction => resolving.RunAsync(transaction, cancellationToken), cancellationToken);
        resolved?.Invoke();
        await CommitAsync(connection, transaction => linking.RunAsync(transaction, cancellationToken), cancellationToken);
    }

    /// <summary>All of it in one transaction, which the caller commits.</summary>
    /// <returns>How many papers were read.</returns>
    public async Task<long> RunAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await MentionUpserts.HoldAsync(transaction, cancellationToken);
        var papers = await finding.RunAsync(transaction, cancellationToken);
        await resolving.RunAsync(transaction, cancellationToken);
        await linking.RunAsync(transaction, cancellationToken);
        return papers;
    }

    private static async Task<bool> IsReadByAnotherVersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        return await ExtractionStore.HasOtherVersionsAsync(
            transaction, ConceptExtractor.Name, ConceptExtractor.Version, cancellationToken);
    }

    private static async Task CommitAsync(
        NpgsqlConnection connection, Func<NpgsqlTransaction, Task> stage, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await stage(transaction);
        await transaction.CommitAsync(cancellationToken);
    }
}
