using System.Runtime.CompilerServices;
using Npgsql;
using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Concepts;

/// <param name="Mentions">See <see cref="StoredNames.Mentions"/>.</param>
/// <param name="Packed">See <see cref="StoredNames.Packed"/>.</param>
public sealed record NamesRow(long PaperId, long Mentions, byte[] Packed);

/// <summary>Reads what was found in the texts of all papers, where the collection is counted from the first paper on.</summary>
public static class NamesReads
{
    private const string Names = "select paper_id, mentions, packed from paper_names order by paper_id";

    private const string OfSome = "select paper_id, mentions from paper_names where paper_id = any(@papers)";

    /// <summary>The digests of the mentions of some papers, see <see cref="StoredNames.Mentions"/>.</summary>
    public static async Task<List<(long PaperId, long Mentions)>> MentionsAsync(
        NpgsqlTransaction transaction, long[] papers, CancellationToken cancellationToken) => papers.Length == 0
        ? []
        : await transaction.QueryAsync(
            OfSome, reader => (reader.GetInt64(0), reader.GetInt64(1)), cancellationToken, ("papers", papers));

    /// <summary>In the order of the papers' ids, one after the other.</summary>
    public static async IAsyncEnumerable<NamesRow> AllAsync(
        NpgsqlTransaction transaction, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Names, transaction.Connection, transaction) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            yield return new NamesRow(reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2));
    }
}
