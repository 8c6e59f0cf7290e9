using System.Runtime.CompilerServices;
using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Groups;
using PaperGraph.Data.Imports;
using PaperGraph.Data.Search;
using PaperGraph.Ingest.Faults;
using PaperGraph.Sources;

namespace PaperGraph.Ingest.Reading;

/// <summary>Reads documents into pages, papers and listings, a chunk in a transaction. While one is written, the next is read.</summary>
/// <param name="lookUp">Fetches the papers that lists name by their identifiers alone; null where nothing is fetched.</param>
internal sealed class ReadingStage(
    long run,
    ImportOptions options,
    Func<IReadOnlyList<PaperReference>, CancellationToken, IAsyncEnumerable<ImportSource>>? lookUp,
    TimeProvider time,
    IProgress<ImportProgress>? progress)
{
    /// <summary>How many identifiers are looked up together; a list of more is looked up in parts.</summary>
    private const int MaxReferences = 10_000;

    /// <summary>How many identifiers of one document are looked up at all.</summary>
    internal const int MaxReferencesOfDocument = 200_000;

    /// <summary>
    /// By which length a chunk is full, whatever its size: of papers such as there are, none is. Three chunks are held at a time.
    /// </summary>
    private readonly long maxChunkLength = 16_000L * Math.Max(options.ChunkSize, ImportOptions.UsualChunkSize);

    private readonly List<ReadProblem> firstProblems = [];

    /// <summary>What the document that is being read names by identifiers alone.</summary>
    private readonly List<PaperReference> references = [];

    /// <summary>The counts of what was committed so far.</summary>
    public ImportCounts Counts { get; private set; } = new();

    /// <summary>The first problems, at most <see cref="ImportResult.MaxProblems"/> of them.</summary>
    public IReadOnlyList<ReadProblem> FirstProblems => firstProblems;

    /// <summary>
    /// Whether papers were left uncounted, or tables without indexes, because no papers were stored, or few beside those that came.
    /// </summary>
    public bool HasPostponed { get; private set; }

    /// <summary>Goes on where an import was cut off that had postponed this.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> TryTakeOverAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        HasPostponed = await BulkLoad.TryTakeOverAsync(connection, run, cancellationToken);

    /// <param name="stored">Called whenever papers were committed.</param>
    public async Task RunAsync(
        NpgsqlConnection connection, IAsyncEnumerable<ImportSource> documents, Action stored, CancellationToken cancellationToken)
    {
        int? enough = null;
        if (!HasPostponed)
        {
            HasPostponed = await PostponedCount.TryPostponeAsync(connection, run, cancellationToken);
            enough = await BulkLoad.EnoughAsync(connection, cancellationToken);
        }
        var done = 0L;
        progress?.Report(new ImportProgress(ImportStage.Reading, done, Total: null));
        await foreach (var chunk in ReadAsync(documents, cancellationToken).PrefetchAsync(cancellationToken))
        {
            // Of papers that come where some are stored, all may be among these.
            if (chunk.Papers.Count > 0 && enough <= Counts.PapersAdded + (HasPostponed ? chunk.Papers.Count : 0))
            {
                HasPostponed |= await BulkLoad.TryBeginAsync(connection, run, cancellationToken);
                enough = null;
            }
            if (await WriteAsync(connection, chunk, cancellationToken)) stored();
            done += chunk.Papers.Count + chunk.Additions.Count + chunk.Repeats;
            progress?.Report(
                new ImportProgress(ImportStage.Reading, done, Total: null) { Bytes = chunk.Bytes, Problems = Counts.Problems });
        }
    }

    /// <summary>Reads documents one after the other into chunks, so that memory does not grow with the input.</summary>
    private async IAsyncEnumerable<Chunk> ReadAsync(
        IAsyncEnumerable<ImportSource> documents, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chunk = new Chunk();
        var unread = new UnreadFiles();
        var bytes = 0L;
        await foreach (var document in WithReferencesAsync(documents, cancellationToken))
        {
            chunk.Problems.AddRange(unread.Enter(document.Folder));
            ReadPage? page = null;
            var (pages, hasProblems) = (new List<ReadPage>(), false);
            await foreach (var item in document.ReadAsync(options, cancellationToken))
            {
                if (item is PaperReference reference)
                {
                    if (references.Count <= MaxReferencesOfDocument) references.Add(reference);
                    continue;
                }
                hasProblems |= item is ReadProblem;
                if (page is null && item is ReadProblem && !unread.IsReported(document)) continue;
                page = chunk.Add(item, page);
                if (document.IsFetched && item is PageRecord) pages.Add(page!);
                if (chunk.Size < options.ChunkSize && chunk.Length < maxChunkLength) continue;
                chunk.Bytes = bytes + document.Position;
                yield return chunk;
                chunk = new Chunk();
            }
            if (page is not null) chunk.Ended.Add(page);
            bytes += document.Length;
            if (!document.IsFetched) continue;

            // Whoever was asked for it need not be asked twice, whatever comes next.
            chunk.Fetched.Add(new FetchedDocument(document, pages, hasProblems));
            chunk.Bytes = bytes;
            yield return chunk;
            chunk = new Chunk();
        }
        chunk.Problems.AddRange(unread.Enter(folder: null));
        chunk.Bytes = bytes;
        if (!chunk.IsEmpty) yield return chunk;
    }

    /// <summary>The documents, and behind each the papers that it names by their identifiers alone.</summary>
    private async IAsyncEnumerable<ImportSource> WithReferencesAsync(
        IAsyncEnumerable<ImportSource> documents, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var document in documents.WithCancellation(cancellationToken))
        {
            yield return document;
            var named = references.ToArray();
            references.Clear();
            if (named.Length > MaxReferencesOfDocument)
            {
                yield return ImportSource.From(named[^1].Problem(
                    $"This list holds more than {MaxReferencesOfDocument} identifiers; from here on they are left out.",
                    "Cut the list into several, or import a snapshot in its place."));
                named = named[..MaxReferencesOfDocument];
            }
            foreach (var part in named.Chunk(MaxReferences))
            {
                if (lookUp is null)
                {
                    yield return ImportSource.From(part[0].Problem("Papers are not fetched here.", "Give the papers themselves."));
                    break;
                }
                await foreach (var paper in lookUp(part, cancellationToken).WithCancellation(cancellationToken)) yield return paper;
            }
        }
    }

    /// <returns>Whether papers were added or changed.</returns>
    private async Task<bool> WriteAsync(NpgsqlConnection connection, Chunk chunk, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await SearchNameMerge.BeginAsync(transaction, cancellationToken);
        var now = time.GetUtcNow();
        var written = await new ChunkWriter(transaction, now).WriteAsync(chunk, cancellationToken);
        if (options.IsStrict && chunk.Problems is [var failure, ..]) throw new StrictImportException(failure);
        foreach (var fetched in chunk.Fetched) await fetched.RememberAsync(transaction, options, now, cancellationToken);
        await ImportProblemUpserts.AddAsync(transaction, run, [.. chunk.Problems.Select(ProblemTexts.Row)], cancellationToken);
        var counts = Counts + written;
        counts = counts with { Pages = counts.Pages + chunk.Fetched.Count(fetched => fetched.Source.IsUnmodified) };
        await ImportRunStore.CountAsync(transaction, run, counts, cancellationToken);
        await SearchNameMerge.ApplyAsync(transaction, cancellationToken);
        await TableStatistics.RefreshAsync(transaction, cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        Counts = counts;
        firstProblems.AddRange(chunk.Problems.Take(ImportResult.MaxProblems - firstProblems.Count));
        return written.PapersAdded + written.PapersChanged > 0;
    }
}
