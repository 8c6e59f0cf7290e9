using Npgsql;
using PaperGraph.Data.Groups;
using PaperGraph.Data.Imports;

namespace PaperGraph.Data.Bulk;

/// <summary>
/// Lets an import that brings most of a collection's papers do without the indexes that readers alone need, and without the foreign keys of
/// its largest tables, and makes them in the end, of all rows at once, which takes a fraction of looking at each row as it comes. Their
/// definitions, as PostgreSQL tells them, stand in a table that is made in the transaction that drops them; each goes from it in the
/// transaction that makes it, and the table goes with the last. So whatever cuts an import off, whoever opens the database next finds what
/// is missing and makes it. Meanwhile readers get the same answers, and wait longer for them.
/// </summary>
public static class BulkLoad
{
    /// <summary>Fewer papers than these are put in sooner than indexes are dropped and built.</summary>
    public const int MinPapers = 500;

    /// <summary>Where more are stored already, whoever reads them would notice how long they wait.</summary>
    public const int MaxStored = 2_000;

    /// <summary>The indexes by which no import looks for anything as long as nothing that it stored before goes away.</summary>
    public static IReadOnlyList<string> Indexes { get; } =
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
        "ix_paper_concepts_published_order_concept_id", "ix_paper_organizations_published_order_organization_id_paper_id",
        "ix_paper_repositories_published_order_repository_id",
        "ix_paper_topics_topic_id_published_order_paper_id",
        "ix_group_counts_dimension_period_starts_on",
        "ix_search_names_key", "ix_search_names_key_trigrams", "ix_search_names_kind_popularity_key",
        .. new[] { "paper", "concept", "topic", "organization", "repository", "author" }.SelectMany(node => new[]
        {
            $"ix_{node}_ranks_rank_order_{node}_id", $"ix_{node}_ranks_community_id_rank_order_{node}_id",
        }),
    ];

    /// <summary>
    /// The foreign keys of what is written by the hundred thousand. What goes with a paper by one of them while they are dropped,
    /// <see cref="Papers.PaperMerge"/> deletes itself; what goes with an author or a concept is taken away when they are made again.
    /// </summary>
    public static IReadOnlyList<string> ForeignKeys { get; } =
    [
        "fk_mentions_papers_paper_id", "fk_keyphrases_papers_paper_id",
        "fk_authorships_papers_paper_id", "fk_authorships_authors_author_id",
        "fk_paper_concepts_papers_paper_id", "fk_paper_concepts_concepts_concept_id",
        "fk_paper_topics_papers_paper_id", "fk_paper_topics_topics_topic_id",
        "fk_concept_names_concepts_concept_id",
        "fk_author_ranks_authors_author_id", "fk_author_ranks_communities_community_id",
        "fk_concept_ranks_concepts_concept_id", "fk_concept_ranks_communities_community_id",
        "fk_paper_ranks_papers_paper_id", "fk_paper_ranks_communities_community_id",
    ];

    // Who reads waits no longer than this for an index to be dropped, and is not taken for a part of a deadlock, which is looked for after
    // a second. Who makes a foreign key locks two tables, and waits for the second in a circle with another import that has written that
    // one and comes to the first.
    private const string WaitBriefly = "set local lock_timeout = '500ms'";

    private const string Keep = """
        create table if not exists postponed_definitions (import_run_id bigint not null, name text primary key, definition text not null)
        """;

    private const string Remember = """
        update postponed_definitions set import_run_id = @run;
        insert into postponed_definitions (import_run_id, name, definition)
        select @run, relname, pg_get_indexdef(oid)
        from pg_class
        where relnamespace = to_regnamespace(current_schema()) and relkind = 'i' and relname = any (@indexes)
        union all
        select @run, k.conname, format(
            case k.confdeltype
                when 'c' then 'delete from %1$s e where not exists (select from %2$s t where t.%4$I = e.%3$I) and e.%3$I is not null; '
                when 'n' then 'update %1$s e set %3$I = null '
                    'where not exists (select from %2$s t where t.%4$I = e.%3$I) and e.%3$I is not null; '
                else ''
            end || 'alter table %1$s add constraint %5$I %6$s',
            k.conrelid::regclass, k.confrelid::regclass, e.attname, t.attname, k.conname, pg_get_constraintdef(k.oid))
        from pg_constraint k
        join pg_attribute e on (e.attrelid, e.attnum) = (k.conrelid, k.conkey[1])
        join pg_attribute t on (t.attrelid, t.attnum) = (k.confrelid, k.confkey[1])
        where k.connamespace = to_regnamespace(current_schema())
            and k.contype = 'f'
            and cardinality(k.conkey) = 1
            and k.conname = any (@foreign_keys)
        """;

    private const string Drop = """
        select format('drop index %I', relname)
        from pg_class
        where relnamespace = to_regnamespace(current_schema()) and relkind = 'i' and relname = any (@indexes)
        union all
        select format('alter table %s drop constraint %I', conrelid::regclass, conname)
        from pg_constraint
        where connamespace = to_regnamespace(current_schema()) and contype = 'f' and conname = any (@foreign_keys)
        """;

    private static readonly string Stored = $"select count(*)::integer from (select from papers limit {MaxStored} + 1) few";

    private const string AreThere = "select to_regclass('postponed_definitions') is not null";

    // Of a run whose process lives, that one makes them.
    private static readonly string AreLeft = $"""
        select pg_try_advisory_xact_lock({ImportRunStore.Locks}, import_run_id::integer)
        from (select distinct import_run_id from postponed_definitions) runs
        """;

    // One at a time makes one of them.
    private const string TakeTurn = "lock table postponed_definitions in exclusive mode";

    private const string Next = """
        select name, definition
        from postponed_definitions
        where case when name like '%\_ranks\_%' then 2 when name ~ '^ix_(group|hub|search)_' then 1 else 0 end <= @part
        order by name
        limit 1
        """;

    private const string Made = "delete from postponed_definitions where name = @name";

    private const string Forget = "drop table postponed_definitions";

    /// <summary>How many papers have to come before dropping indexes pays; null where too many are stored.</summary>
    public static async Task<int?> EnoughAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var count = new NpgsqlCommand(Stored, connection);
        var stored = (int)(await count.ExecuteScalarAsync(cancellationToken))!;
        return stored > MaxStored ? null : Math.Max(MinPapers, stored);
    }

    /// <summary>
    /// Drops them, and postpones all counting (<see cref="PostponedCount"/>). Where somebody reads the tables just now, or they are
    /// another's, all stays as it is.
    /// </summary>
    /// <param name="run">The import run that makes them in the end.</param>
    /// <returns>Whether they are dropped.</returns>
    public static async Task<bool> TryBeginAsync(NpgsqlConnection connection, long run, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            await transaction.TakeAllLocksAsync(cancellationToken);
            await transaction.ExecuteAsync(WaitBriefly, cancellationToken);
            await PostponedCount.PostponeAsync(transaction, run, cancellationToken);
            await transaction.ExecuteAsync(Keep, cancellationToken);
            (string, object)[] names = [("indexes", Indexes.ToArray()), ("foreign_keys", ForeignKeys.ToArray())];
            await transaction.ExecuteAsync(Remember, cancellationToken, [("run", run), .. names]);
            var drops = await transaction.QueryAsync(Drop, reader => reader.GetString(0), cancellationToken, names);
            if (drops.Count > 0) await transaction.ExecuteAsync(string.Join(";\n", drops), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        }
        catch (PostgresException refused)
            when (refused.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.InsufficientPrivilege)
        {
            return false;
        }
    }

    /// <summary>
    /// Goes on where an import was cut off whose process is gone, and which has left them out: it was to bring more papers, and whoever
    /// completes it makes them in the end.
    /// </summary>
    /// <inheritdoc cref="TryBeginAsync"/>
    public static async Task<bool> TryTakeOverAsync(NpgsqlConnection connection, long run, CancellationToken cancellationToken) =>
        await AreLeftAsync(connection, cancellationToken) && await TryBeginAsync(connection, run, cancellationToken);

    /// <summary>Makes those that are missing, each in a transaction of its own: nobody who writes waits for more than one.</summary>
    /// <param name="part">Up to which those are made that nothing waits for any more.</param>
    public static async Task CompleteAsync(NpgsqlConnection connection, PostponedPart part, CancellationToken cancellationToken)
    {
        while (await MakeNextAsync(connection, part, cancellationToken))
        {
        }
    }

    /// <summary>Makes what an import has left out whose process is gone.</summary>
    public static async Task CompleteWhatIsLeftAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        if (await AreLeftAsync(connection, cancellationToken)) await CompleteAsync(connection, PostponedPart.Ranks, cancellationToken);
    }

    private static async Task<bool> AreLeftAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await IsAsync(transaction, AreThere, cancellationToken)) return false;
        try
        {
            var left = await transaction.QueryAsync(AreLeft, reader => reader.GetBoolean(0), cancellationToken);
            return left.TrueForAll(isLeft => isLeft);
        }
        catch (PostgresException gone) when (gone.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return false;
        }
    }

    /// <returns>Whether there may be more.</returns>
    private static async Task<bool> MakeNextAsync(
        NpgsqlConnection connection, PostponedPart part, CancellationToken cancellationToken)
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
            Next, reader => (Name: reader.GetString(0), Definition: reader.GetString(1)), cancellationToken, ("part", (int)part));
        if (next is [var missing])
        {
            if (ForeignKeys.Contains(missing.Name)) await transaction.ExecuteAsync(WaitBriefly, cancellationToken);
            try
            {
                await transaction.ExecuteAsync(missing.Definition, cancellationToken);
            }
            catch (PostgresException waited) when (waited.SqlState == PostgresErrorCodes.LockNotAvailable)
            {
                // Whoever writes the tables goes on, and the key is tried again.
                return true;
            }
            await transaction.ExecuteAsync(Made, cancellationToken, ("name", missing.Name));
        }
        else if (part == PostponedPart.Ranks)
        {
            await transaction.ExecuteAsync(Forget, cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
        return next.Count > 0;
    }

    private static async Task<bool> IsAsync(NpgsqlTransaction transaction, string sql, CancellationToken cancellationToken) =>
        (await transaction.QueryAsync(sql, reader => reader.GetBoolean(0), cancellationToken)).Single();
}

/// <summary>What the definitions are of that a first load does without, in the order in which they can be made.</summary>
public enum PostponedPart
{
    /// <summary>Of papers and all that is stored with them.</summary>
    Papers,

    /// <summary>Of what papers are counted in, and of names to search for.</summary>
    Counts,

    /// <summary>Of ranks, which an analysis of the whole graph writes.</summary>
    Ranks,
}
