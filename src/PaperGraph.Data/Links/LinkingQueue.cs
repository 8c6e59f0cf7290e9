using Npgsql;
using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Links;

/// <summary>The papers that have to be linked anew, as triggers have noted them.</summary>
public static class LinkingQueue
{
    private static readonly string All = $"""
        select u.paper_id, p.id is not null as is_there, f.made_of is distinct from {LinkableReads.MadeOf} as is_stale,
          f.paper_id is not null as is_stored, f.made_of, f.packed, f.concept_ids, f.organization_ids, f.repository_ids
        from unlinked_papers u
        left join papers p on p.id = u.paper_id
        left join resolutions r on r.paper_id = u.paper_id
        left join paper_features f on f.paper_id = u.paper_id
        order by u.paper_id
        """;

    public static async Task<bool> AnyAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        (await transaction.QueryAsync("select exists (select from unlinked_papers)", reader => reader.GetBoolean(0), cancellationToken))
            .Single();

    /// <summary>Reads them with what they were linked by, in the order of their ids.</summary>
    public static async Task<IReadOnlyList<UnlinkedRow>> ReadAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.QueryAsync(
            All,
            reader => new UnlinkedRow(
                reader.Value<long>("paper_id"),
                reader.Value<bool>("is_stored") ? FeaturesReads.Row(reader) : null,
                reader.Value<bool>("is_there"),
                reader.Value<bool>("is_stale")),
            cancellationToken);

    /// <summary>Notes that all are linked.</summary>
    public static Task ClearAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync("delete from unlinked_papers", cancellationToken);
}
