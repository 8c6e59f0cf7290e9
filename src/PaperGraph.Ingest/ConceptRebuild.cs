using Npgsql;
using PaperGraph.Concepts;
using PaperGraph.Data.Imports;
using PaperGraph.Data.Papers;
using PaperGraph.Data.Stages;
using PaperGraph.Data.Status;
using PaperGraph.Ingest.Concepts;
using PaperGraph.Ingest.Faults;
using PaperGraph.Sources;

namespace PaperGraph.Ingest;

/// <summary>The counts of what a rebuild has done.</summary>
/// <param name="Papers">The number of papers whose text was read.</param>
/// <param name="ProblemCount">Papers with which it failed in some stage.</param>
/// <param name="Problems">At most <see cref="ImportResult.MaxProblems"/> of these; all are kept with the last import.</param>
public sealed record RebuiltConcepts(
    long Papers, ConceptCounts Before, ConceptCounts After, int ProblemCount, IReadOnlyList<ReadProblem> Problems);

/// <summary>
/// Reads all stored texts again, whoever has read them, and makes concepts and links of them anew. Concepts that stay keep their
/// ids, and former slugs go on leading to them.
/// </summary>
public sealed class ConceptRebuild(NpgsqlDataSource dataSource)
{
    /// <summary>
    /// One transaction: until it is committed readers see all as it was, and imports wait. Where it is cancelled or fails, all
    /// stays as it was.
    /// </summary>
    /// <param name="progress">Called from one thread at a time.</param>
    /// <exception cref="NpgsqlException">The database failed.</exception>
    public async Task<RebuiltConcepts> RunAsync(IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await StageStateStore.ForgetAsync(transaction, cancellationToken);
        await ExtractionStore.ForgetAsync(transaction, ConceptExtractor.Name, cancellationToken);

        var before = await ConceptCounts.ReadAsync(transaction, cancellationToken);
        var problems = new StageProblems(await ImportRunStore.LastAsync(transaction, cancellationToken));
        var papers = await new ConceptStages(new Lazy<ConceptExtractor>(), ImportOptions.UsualChunkSize, problems, progress)
            .RunAsync(transaction, cancellationToken);
        var after = await ConceptCounts.ReadAsync(transaction, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new RebuiltConcepts(papers, before, after, problems.Count, problems.First);
    }
}
