using Npgsql;
using PaperGraph.Data.Imports;

namespace PaperGraph.Data.Bulk;

/// <summary>
/// Lets a large first import do without the indexes that readers alone need, and builds them in the end, of all rows at once, which takes
/// a fraction of putting each row into them. Their definitions, as PostgreSQL tells them, stand in a table that is made in the transaction
/// that drops them; each goes from it in the transaction that builds it, and the table goes with the last. So whatever cuts an import off,
/// whoever opens the database next finds what is missing and builds it. Meanwhile readers get the same answers, and wait longer for them.
/// </summary>
public static class PostponedIndexes
{
    /// <summary>Fewer papers than these are put in sooner than indexes are dropped and built.</summary>
    public const int MinPapers = 500;

    /// <summary>The indexes by which no import looks for anything as long as nothing that it stored before goes away.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "ix_papers_comment_order_id", "ix_papers_imported_at_id", "ix_papers_is_withdrawn", "ix_papers_listed_order_id",
        "ix_papers_published_order_id", "ix_papers_search_published_order", "ix_papers_title_order_id",
        "ix_papers_title_search_published_order", "ix_papers_upvote_order_id",
        "ix_authors_name_order_id", "ix_authors_paper_count_id",
        "ix_concepts_name_order_id", "ix_concepts_paper_count_id", "ix_concepts_specificity_id",
        "ix_concept_names_key", "ix_concept_topics_topic_id_concept_id",
        "ix_mentions_concept_id_paper_id", "ix_name_records_lookup_keys", "ix_paper_names_lookup_keys",
        "ix_paper_categories_category_published_order_paper_id",
        "ix_paper_concepts_concept_id_published_order_paper_id", "ix_paper_concepts_concept_id_weight_paper_id",
        "ix_paper_topics_topic_id_published_order_paper_id",
        "ix_group_counts_dimension_period_starts_on",
        "ix_search_names_key", "ix_search_names_key_trigrams", "ix_search_names_kind_popularity_key",
        .. new[] { "paper", "concept", "topic", "organization", "repository", "author" }.SelectMany(node => new[]
        {
            $"ix_{node}_ranks_rank_order_{node}_id", $"ix_{node}_ranks_community_id_rank_order_{node}_id",
        }),
    ];

    // Who reads waits no longer than this for an index to be dropped, and is not taken for a part of a deadlock, which is looked for after
    // a second.
    private const string WaitBriefly = "set local lock_timeout = '500ms'";

    private const string Keep = """
        create table if not exists postponed_indexes (import_run_id bigint not null, name text primary key, definition text not null)
        """;

    private const string Remember = """
        update postponed_indexes set import_run_id = @run;
        insert into postponed_indexes (import_run_id, name, definition)
        select @run, relname, pg_get_indexdef(oid)
        from pg_class
        where relnamespace = to_regnamespace(current_schema()) and relkind = 'i' and relname = any (@names)
        returning quote_ident(name)
        """;

    private const string AreThere = "select to_regclass('postponed_indexes') is not null";

    // Of a run whose process lives, that one builds them.
    private static readonly string AreLeft = $"""
        select pg_try_advisory_xact_lock({ImportRunStore.Locks}, import_run_id::integer)
        from (select distinct import_run_id from postponed_indexes) runs
        """;

    // One at a time builds an index.
    private const string TakeTurn = "lock table postponed_indexes in exclusive mode";

    private const string Next = """
        select name, definition
        from postponed_indexes
        where @all or name not like '%\_ranks\_%'
        order by name
        limit 1
        """;

    private const string Built = "delete from postponed_indexes where name = @name";

    private const string Forget = "drop table postponed_indexes";

    /// <summary>
    /// Drops the indexes, in a database that holds hardly a paper yet. Where somebody reads the tables just now, or they are another's, the
    /// indexes stay.
    /// </summary>
    /// <param name="run">The import run that builds them in the end.</param>
    /// <returns>Whether they are dropped.</returns>
    public static async Task<bool> TryPostponeAsync(NpgsqlConnection connection, long run, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            await transaction.TakeWriteLockAsync(cancellationToken);
            await transaction.ExecuteAsync(WaitBriefly, cancellationToken);
            await transaction.ExecuteAsync(Keep, cancellationToken);
            var dropped = await transaction.QueryAsync(
                Remember, reader => reader.GetString(0), cancellationToken, ("run", run), ("names", Names.ToArray()));
            if (dropped.Count > 0) await transaction.ExecuteAsync($"drop index {string.Join(", ", dropped)}", cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        }
        catch (PostgresException refused)
            when (refused.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.InsufficientPrivilege)
        {
            return false;
        }
    }

    /// <summary>Builds those that are missing, each in a transaction of its own, so that nobody who writes waits for more than one.</summary>
    /// <param name="withRanks">Whether those of ranks are built too, which an analysis of the whole graph writes anew.</param>
    public static async Task BuildAsync(NpgsqlConnection connection, bool withRanks, CancellationToken cancellationToken)
    {
        while (await BuildNextAsync(connection, withRanks, cancellationToken))
        {
        }
    }

    /// <summary>Builds what an import has left unbuilt whose process is gone.</summary>
    public static async Task BuildWhatIsLeftAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        if (await AreLeftAsync(connection, cancellationToken)) await BuildAsync(connection, withRanks: true, cancellationToken);
    }

    private static async Task<bool> AreLeftAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await IsAsync(transaction, AreThere, cancellationToken)) return false;
        var left = await transaction.QueryAsync(AreLeft, reader => reader.GetBoolean(0), cancellationToken);
        return left.TrueForAll(isLeft => isLeft);
    }

    /// <returns>Whether there may be more.</returns>
    private static async Task<bool> BuildNextAsync(NpgsqlConnection connection, bool withRanks, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await IsAsync(transaction, AreThere, cancellationToken)) return false;
        try
        {
            await transaction.ExecuteAsync(TakeTurn, cancellationToken);
        }
        catch (PostgresException gone) when (gone.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return false;
        }
        var next = await transaction.QueryAsync(
            Next, reader => (Name: reader.GetString(0), Definition: reader.GetString(1)), cancellationToken, ("all", withRanks));
        if (next is [var index])
        {
            await transaction.ExecuteAsync(index.Definition, cancellationToken);
            await transaction.ExecuteAsync(Built, cancellationToken, ("name", index.Name));
        }
        else if (withRanks)
        {
            await transaction.ExecuteAsync(Forget, cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
        return next.Count > 0;
    }

    private static async Task<bool> IsAsync(NpgsqlTransaction transaction, string sql, CancellationToken cancellationToken) =>
        (await transaction.QueryAsync(sql, reader => reader.GetBoolean(0), cancellationToken)).Single();
}
