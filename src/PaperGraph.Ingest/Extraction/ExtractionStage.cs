using System.Threading.Channels;
using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Papers;
using PaperGraph.Ingest.Faults;

namespace PaperGraph.Ingest.Extraction;

/// <summary>
/// Runs an extraction over the papers whose text it has not read yet, a portion after the other. While one is stored, the next is read
/// on all processors. A paper with which it fails counts as read, with nothing found, until the text or the extractor's version changes.
/// </summary>
internal sealed class ExtractionStage<TFound>(
    IExtraction<TFound> extraction, int chunkSize, StageProblems problems, IProgress<ImportProgress>? progress)
{
    private long done;

    /// <summary>The portion that was begun last; null before the first.</summary>
    private Task<IReadOnlyList<ReadText>>? reading;

    /// <summary>Reads the pending texts, each portion in a transaction of its own.</summary>
    public async Task RunAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        for (var isRest = true; isRest;)
        {
            progress?.Report(new ImportProgress(extraction.Stage, done, Total: null));
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            isRest = await StorePortionAsync(transaction, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    /// <summary>
    /// Reads texts while documents are still stored by another connection, which keeps PostgreSQL busy and this process hardly: each time
    /// that some were stored, as long as more can come. Texts that were stored before, or changed, are left to
    /// <see cref="RunAsync(NpgsqlConnection, CancellationToken)"/>.
    /// </summary>
    /// <param name="open">Opens a connection, once, when the first texts are there; null where none are to be read now.</param>
    /// <param name="stored">Has an item whenever papers were stored, and is completed behind the last.</param>
    public async Task RunBesideAsync(
        Func<Task<NpgsqlConnection?>> open, ChannelReader<bool> stored, CancellationToken cancellationToken)
    {
        NpgsqlConnection? connection = null;
        var last = 0L;
        try
        {
            while (await stored.WaitToReadAsync(cancellationToken))
            {
                while (stored.TryRead(out _))
                {
                }
                connection ??= await open();
                if (connection is null) return;
                for (var isRest = true; isRest;)
                {
                    reading ??= await BeginPortionAsync(connection, last, cancellationToken);
                    if ((await reading) is [.., var latest]) last = latest.Paper.PaperId;
                    await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                    isRest = await StorePortionAsync(transaction, cancellationToken);
                    await transaction.CommitAsync(cancellationToken);
                }
                reading = null;
            }
        }
        finally
        {
            reading = null;
            if (connection is not null) await connection.DisposeAsync();
        }
    }

    /// <summary>All portions in one transaction, which the caller commits.</summary>
    /// <returns>How many papers were read.</returns>
    public async Task<long> RunAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        do progress?.Report(new ImportProgress(extraction.Stage, done, Total: null));
        while (await StorePortionAsync(transaction, cancellationToken));
        return done;
    }

    /// <returns>False when no text was left to read.</returns>
    private async Task<bool> StorePortionAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        reading ??= await BeginPortionAsync(transaction, after: 0, cancellationToken);
        var portion = await reading;
        if (portion.Count == 0) return false;

        // This takes a lock: who waits for it holds no table, so that whoever has it may take one as a whole.
        var present = await ExtractionStore.PresentAsync(
            transaction, [.. portion.Select(text => text.Paper)], extraction.FindsMentions, cancellationToken);
        reading = await BeginPortionAsync(transaction, after: portion[^1].Paper.PaperId, cancellationToken);
        if (present.Count < portion.Count) portion = [.. portion.Where(text => present.Contains(text.Paper.PaperId))];
        if (portion.Count == 0) return true;

        var faults = await StoreAsync(transaction, portion, cancellationToken);
        await problems.AddAsync(transaction, extraction.Stage, faults, cancellationToken);
        await ExtractionStore.MarkAsync(
            transaction, extraction.Extractor, extraction.Version, [.. portion.Select(text => text.Paper)], cancellationToken);
        if (extraction.FindsMentions) await TableStatistics.RefreshMentionsAsync(transaction, cancellationToken);
        else await TableStatistics.RefreshAsync(transaction, cancellationToken);
        done += portion.Count;
        return true;
    }

    /// <summary>In a transaction of its own, since to read texts takes longer than a table should be held.</summary>
    private async Task<Task<IReadOnlyList<ReadText>>> BeginPortionAsync(
        NpgsqlConnection connection, long after, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        return await BeginPortionAsync(transaction, after, cancellationToken);
    }

    private async Task<Task<IReadOnlyList<ReadText>>> BeginPortionAsync(
        NpgsqlTransaction transaction, long after, CancellationToken cancellationToken)
    {
        var papers = await ExtractionStore.PendingAsync(
            transaction, extraction.Extractor, extraction.Version, after, chunkSize, cancellationToken);
        return papers.Count == 0
            ? Task.FromResult<IReadOnlyList<ReadText>>([])
            : Task.Run<IReadOnlyList<ReadText>>(
                () => [.. papers.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(Find)], cancellationToken);
    }

    /// <returns>The papers of which nothing was found, because finding or storing it failed.</returns>
    private async Task<List<PaperFault>> StoreAsync(
        NpgsqlTransaction transaction, IReadOnlyList<ReadText> portion, CancellationToken cancellationToken)
    {
        var faults = portion.Select(text => text.Fault).OfType<PaperFault>().ToList();
        var refused = new List<(StoredText Paper, TFound Found)>();
        await FaultIsolation.StoreAsync(
            transaction,
            [.. portion.Select(text => (text.Paper, text.Found))],
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

    private ReadText Find(StoredText paper)
    {
        try
        {
            return new ReadText(paper, extraction.Find(paper), null);
        }
        catch (Exception exception) when (PaperFault.IsOne(exception))
        {
            return new ReadText(paper, extraction.Nothing(paper), new PaperFault(paper.PaperId, exception));
        }
    }

    private sealed record ReadText(StoredText Paper, TFound Found, PaperFault? Fault);
}
