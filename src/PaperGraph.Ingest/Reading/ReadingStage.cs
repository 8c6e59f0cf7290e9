using System.Runtime.CompilerServices;
using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Imports;
using PaperGraph.Data.Search;
using PaperGraph.Ingest.Faults;
using PaperGraph.Sources;

namespace PaperGraph.Ingest.Reading;

/// <summary>Reads documents into pages, papers and listings, a chunk in a transaction. While one is written, the next is read.</summary>
internal sealed class ReadingStage(long run, ImportOptions options, TimeProvider time, IProgress<ImportProgress>? progress)
{
    private readonly List<ReadProblem> firstProblems = [];

    /// <summary>The counts of what was committed so far.</summary>
    public ImportCounts Counts { get; private set; } = new();

    /// <summary>The first problems, at most <see cref="ImportResult.MaxProblems"/> of them.</summary>
    public IReadOnlyList<ReadProblem> FirstProblems => firstProblems;

    public async Task RunAsync(NpgsqlConnection connection, IEnumerable<ImportSource> documents, CancellationToken cancellationToken)
    {
        var done = 0L;
        progress?.Report(new ImportProgress(ImportStage.Reading, done, Total: null));
        await foreach (var chunk in ReadAsync(documents, cancellationToken).PrefetchAsync(cancellationToken))
        {
            await WriteAsync(connection, chunk, cancellationToken);
            done += chunk.Papers.Count;
            progress?.Report(
                new ImportProgress(ImportStage.Reading, done, Total: null) { Bytes = chunk.Bytes, Problems = Counts.Problems });
        }
    }

    /// <summary>Reads documents one after the other into chunks, so that memory does not grow with the input.</summary>
    private async IAsyncEnumerable<Chunk> ReadAsync(
        IEnumerable<ImportSource> documents, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chunk = new Chunk();
        var unread = new UnreadFiles();
        var bytes = 0L;
        foreach (var document in documents)
        {
            chunk.Problems.AddRange(unread.Enter(document.Folder));
            ReadPage? page = null;
            await foreach (var item in document.ReadAsync(options, cancellationToken))
            {
                if (page is null && item is ReadProblem && !unread.IsReported(document)) continue;
                page = chunk.Add(item, page);
                if (chunk.Size < options.ChunkSize) continue;
                chunk.Bytes = bytes + document.Position;
                yield return chunk;
                chunk = new Chunk();
            }
            if (page is not null) chunk.Ended.Add(page);
            bytes += document.Length;
        }
        chunk.Problems.AddRange(unread.Enter(folder: null));
        chunk.Bytes = bytes;
        if (!chunk.IsEmpty) yield return chunk;
    }

    private async Task WriteAsync(NpgsqlConnection connection, Chunk chunk, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await SearchNameMerge.BeginAsync(transaction, cancellationToken);
        var written = await new ChunkWriter(transaction, time.GetUtcNow()).WriteAsync(chunk, cancellationToken);
        if (options.IsStrict && chunk.Problems is [var failure, ..]) throw new StrictImportException(failure);
        await ImportProblemUpserts.AddAsync(transaction, run, [.. chunk.Problems.Select(ProblemTexts.Row)], cancellationToken);
        await SearchNameMerge.ApplyAsync(transaction, cancellationToken);
        await TableStatistics.RefreshAsync(transaction, cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        Counts += written;
        firstProblems.AddRange(chunk.Problems.Take(ImportResult.MaxProblems - firstProblems.Count));
    }
}
