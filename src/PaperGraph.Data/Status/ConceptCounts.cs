using Npgsql;
using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Status;

/// <summary>How many mentions, concepts and links were made of the papers.</summary>
/// <param name="Unresolved">Mentions of which nothing says what they mean.</param>
public sealed record ConceptCounts(long Mentions, long Unresolved, long Concepts, long Links)
{
    private const string Sql = """
        select
            (select count(*) from mentions),
            (select count(*) from mentions where concept_id is null),
            (select count(*) from concepts),
            (select count(*) from links)
        """;

    public static async Task<ConceptCounts> ReadAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        var counts = await transaction.QueryAsync(
            Sql,
            reader => new ConceptCounts(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3)),
            cancellationToken);
        return counts.Single();
    }
}
