using Npgsql;
using PaperGraph.Concepts.Linking;
using PaperGraph.Data.Links;
using PaperGraph.Ingest.Faults;

namespace PaperGraph.Ingest.Linking;

/// <summary>Stores lists, each of which PostgreSQL may refuse.</summary>
internal static class LinkStorage
{
    public static Task StoreAsync(
        NpgsqlTransaction transaction,
        IReadOnlyList<StoredLinks> lists,
        Action<long, Exception> refused,
        CancellationToken cancellationToken) =>
        FaultIsolation.StoreAsync(
            transaction,
            lists,
            part => LinkUpserts.ReplaceAsync(transaction, [.. part.Select(LinkRows.From)], cancellationToken),
            (list, exception) => refused(list.PaperId, exception),
            cancellationToken);
}
