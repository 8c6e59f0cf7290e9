using Npgsql;
using PaperGraph.Data.Fetching;

namespace PaperGraph.Ingest.Reading;

/// <summary>A fetched document that was read to its end, and is stored whole with the chunk in which it ends.</summary>
/// <param name="Pages">The pages that it holds: one, as a rule.</param>
/// <param name="HasProblems">Whether something of it could not be read: then it is to be read again, and told again.</param>
internal sealed record FetchedDocument(ImportSource Source, IReadOnlyList<ReadPage> Pages, bool HasProblems)
{
    /// <summary>Notes what need not be fetched again.</summary>
    public async Task RememberAsync(
        NpgsqlTransaction transaction, ImportOptions options, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Source.Content is { } content && !HasProblems && Pages.All(page => !page.IsCut))
            await FetchStore.RememberAsync(transaction, content, ReadingRules.Digest(options), now, cancellationToken);
        if (Source.Step is { } step) await FetchStore.MoveAsync(transaction, step, now, cancellationToken);
    }
}
