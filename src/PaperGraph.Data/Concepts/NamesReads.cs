using System.Runtime.CompilerServices;
using Npgsql;

namespace PaperGraph.Data.Concepts;

/// <summary>Reads what was found in the texts of all papers, for the stage that looks at the whole collection.</summary>
public static class NamesReads
{
    private const string Names = "select paper_id, mentions, packed from paper_names order by paper_id";

    /// <summary>In the order of the papers' ids, one after the other.</summary>
    public static async IAsyncEnumerable<StoredNames> AllAsync(
        NpgsqlTransaction transaction, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Names, transaction.Connection, transaction) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            yield return new StoredNames
            {
                PaperId = reader.GetInt64(0),
                Mentions = reader.GetInt64(1),
                Packed = reader.GetFieldValue<byte[]>(2),
            };
    }
}
