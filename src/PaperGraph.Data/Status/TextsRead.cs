using Npgsql;
using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Status;

/// <summary>How many papers' texts, as they are stored, an extractor's version has read.</summary>
/// <param name="Version">Null for those that have yet to be read.</param>
public sealed record TextsRead(string? Version, long Papers)
{
    private const string Sql = """
        select e.version, count(*)
        from papers p
        left join extractions e on e.paper_id = p.id and e.extractor = @extractor and e.text_hash = p.text_hash
        group by e.version
        order by e.version nulls last
        """;

    /// <summary>Each version once, by its name; what is unread comes last.</summary>
    public static async Task<IReadOnlyList<TextsRead>> ReadAsync(
        NpgsqlTransaction transaction, string extractor, CancellationToken cancellationToken) =>
        await transaction.QueryAsync(
            Sql,
            reader => new TextsRead(reader.TextOrNull(0), reader.GetInt64(1)),
            cancellationToken,
            ("extractor", extractor));
}
