using Npgsql;
using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Search;

/// <summary>
/// Makes what is searched for of the names that a transaction writes once, behind all of its statements: a new concept comes before its
/// names, and an organization before its count of papers. The triggers on the tables note meanwhile what has changed.
/// </summary>
public static class SearchNameMerge
{
    private const string Begin = """
        create temporary table if not exists collected_names (kind text, target_id bigint, is_named boolean) on commit delete rows;
        set local papergraph.search_names = 'collected'
        """;

    // New names have their numbers of papers already.
    private const string Apply = """
        set local papergraph.search_names = '';
        analyze collected_names;
        select keep_search_names(kind, array_agg(distinct target_id)) from collected_names where is_named group by kind;
        select keep_search_popularity(kind, array_agg(distinct target_id))
        from collected_names counted
        where not is_named
            and not exists (
                select from collected_names named
                where named.is_named and (named.kind, named.target_id) = (counted.kind, counted.target_id))
        group by kind;
        truncate collected_names
        """;

    /// <summary>From here on names are collected, until <see cref="ApplyAsync"/> or the end of the transaction.</summary>
    public static Task BeginAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(Begin, cancellationToken);

    /// <summary>Makes what is searched for of all names that were collected. Whoever begins has to call it before the commit.</summary>
    public static async Task ApplyAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await transaction.ExecuteAsync(Apply, cancellationToken);
        await SearchIndexes.PutInAsync(transaction, cancellationToken);
    }
}
