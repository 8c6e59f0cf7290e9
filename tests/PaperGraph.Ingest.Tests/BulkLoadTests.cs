using System.Text.Json;
using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Groups;

namespace PaperGraph.Ingest.Tests;

/// <summary>What an import does without that brings most of the papers, and makes in the end.</summary>
public sealed class BulkLoadTests
{
    private const string Schema = """
        select pg_get_indexdef(i.indexrelid), i.indisvalid, i.indisready
        from pg_index i
        join pg_class c on c.oid = i.indexrelid
        where c.relnamespace = 'public'::regnamespace
        union all
        select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid), convalidated, true
        from pg_constraint
        where connamespace = 'public'::regnamespace
        order by 1
        """;

    private const string Names = """
        select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'i'
        union
        select conname from pg_constraint where connamespace = 'public'::regnamespace
        """;

    private const string NamesMadeAnew = """
        with anew as (
            select n.*
            from (values
                ('CONCEPT', array(select id from concepts)), ('TOPIC', array(select id from topics)),
                ('ORGANIZATION', array(select id from organizations)), ('REPOSITORY', array(select id from repositories)),
                ('AUTHOR', array(select id from authors))) as named (kind, ids)
            cross join lateral search_names_of(kind, ids) n)
        select
            count(*) > 500,
            (select count(*) from (table anew except table search_names) missing),
            (select count(*) from (table search_names except table anew) wrong)
        from search_names
        """;

    private const string HoldsAuthorships = """
        select exists (
            select from pg_locks
            where relation = 'authorships'::regclass and mode = 'ShareRowExclusiveLock' and granted
                and pid in (select pid from pg_locks where relation = 'papers'::regclass and not granted))
        """;

    private const string AreKept = "select to_regclass('postponed_definitions') is not null";

    [Fact]
    public async Task A_large_first_import_leaves_all_that_the_migrations_make()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var migrated = await database.RowsAsync(Schema);
        var all = await NamesAsync(database);
        var missing = new List<string>();
        var looking = new At(ImportStage.FindingCode, async () =>
        {
            // A process that lives makes them itself.
            await BulkLoad.CompleteWhatIsLeftAsync(database.DataSource, CancellationToken.None);
            missing = [.. all.Except(await NamesAsync(database))];
        });

        await ImportAsync(database, looking, CancellationToken.None);

        missing.Order(StringComparer.Ordinal)
            .ShouldBe(BulkLoad.Indexes.Concat(BulkLoad.ForeignKeys).Order(StringComparer.Ordinal));
        (await database.RowsAsync(Schema)).ShouldBe(migrated);
        (await database.RowsAsync(AreKept)).ShouldBe("no");
        (await database.FindWrongAsync()).ShouldBeEmpty();
        (await database.RowsAsync(NamesMadeAnew)).ShouldBe("yes | 0 | 0");
    }

    [Fact]
    public async Task So_does_one_that_brings_far_more_papers_than_are_stored()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(Papers(10));
        var migrated = await database.RowsAsync(Schema);
        var all = await NamesAsync(database);
        var (missing, counted) = (new List<string>(), "");
        var looking = new At(ImportStage.FindingCode, async () =>
        {
            missing = [.. all.Except(await NamesAsync(database))];
            counted = await database.RowsAsync("select count(*) > 10, count(*) < (select count(*) from papers) from group_memberships");
        });

        await ImportAsync(database, looking, CancellationToken.None, 3 * BulkLoad.MinPapers);

        missing.Order(StringComparer.Ordinal)
            .ShouldBe(BulkLoad.Indexes.Concat(BulkLoad.ForeignKeys).Order(StringComparer.Ordinal));
        counted.ShouldBe("yes | yes", "What was counted before stays until all is.");
        (await database.RowsAsync(Schema)).ShouldBe(migrated);
        (await database.RowsAsync(AreKept)).ShouldBe("no");
        (await database.FindWrongAsync()).ShouldBeEmpty();
        (await database.RowsAsync(NamesMadeAnew)).ShouldBe("yes | 0 | 0");
    }

    [Fact]
    public async Task Papers_that_are_stored_already_drop_no_index()
    {
        using var log = new StatementLog();
        await using var database = await ImportDatabase.CreateAsync(log.Factory);
        await database.ImportAsync(Papers(2 * BulkLoad.MinPapers));
        log.Take().ShouldContain(statement => IsDropped(statement));

        await database.ImportAsync(Papers(2 * BulkLoad.MinPapers, "again.json"));

        log.Take().ShouldNotContain(statement => IsDropped(statement));
    }

    [Fact]
    public async Task Many_stored_papers_keep_their_indexes()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(Papers(10));
        await using var connection = await database.DataSource.OpenConnectionAsync();
        (await BulkLoad.EnoughAsync(connection, CancellationToken.None)).ShouldBe(BulkLoad.MinPapers);

        await CopyAsync(BulkLoad.MaxStored - 10);
        (await BulkLoad.EnoughAsync(connection, CancellationToken.None)).ShouldBe(BulkLoad.MaxStored);

        await CopyAsync(1);
        (await BulkLoad.EnoughAsync(connection, CancellationToken.None)).ShouldBeNull();

        Task CopyAsync(int count) => database.RowsAsync($"""
            do $$
            declare others text := (
                select string_agg(quote_ident(column_name), ', ')
                from information_schema.columns
                where table_schema = 'public' and table_name = 'papers' and is_generated = 'NEVER' and column_name not in ('id', 'slug'));
            begin
                execute format(
                    'insert into papers (id, slug, %1$s) overriding system value select p.id + n, p.slug || n, %1$s '
                    'from (select * from papers order by id desc limit 1) p cross join generate_series(1, {count}) n', others);
            end $$
            """);
    }

    [Fact]
    public async Task Where_it_was_cut_off_whoever_opens_the_database_next_makes_them_and_the_same_import_completes_it()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var migrated = await database.RowsAsync(Schema);
        using (var source = new CancellationTokenSource())
        {
            await Should.ThrowAsync<OperationCanceledException>(
                () => ImportAsync(database, new CancelAt(ImportStage.ResolvingConcepts, source), source.Token));
        }
        var left = await database.RowsAsync(Schema);

        await BulkLoad.CompleteWhatIsLeftAsync(database.DataSource, CancellationToken.None);
        var opened = await database.RowsAsync(Schema);
        await database.ImportAsync(Papers(BulkLoad.MinPapers));

        left.ShouldNotBe(migrated);
        opened.ShouldBe(migrated);
        (await database.RowsAsync(Schema)).ShouldBe(migrated);
        (await database.RowsAsync("select count(*), count(r.paper_id) from papers left join related_papers r on r.paper_id = id"))
            .ShouldBe($"{BulkLoad.MinPapers} | {BulkLoad.MinPapers}");
    }

    [Fact]
    public async Task Where_it_was_cut_off_the_next_import_goes_on_without_them_and_makes_them_in_the_end()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var migrated = await database.RowsAsync(Schema);
        var all = await NamesAsync(database);
        using (var source = new CancellationTokenSource())
        {
            await Should.ThrowAsync<OperationCanceledException>(
                () => ImportAsync(database, new CancelAt(ImportStage.FindingCode, source), source.Token, 2 * BulkLoad.MinPapers));
        }
        var (missing, counted) = (new List<string>(), "");
        var looking = new At(ImportStage.FindingCode, async () =>
        {
            missing = [.. all.Except(await NamesAsync(database))];
            // The process that has taken it over lives.
            await PostponedCount.CompleteWhatIsLeftAsync(database.DataSource, CancellationToken.None);
            await BulkLoad.CompleteWhatIsLeftAsync(database.DataSource, CancellationToken.None);
            counted = await database.RowsAsync("select count(*) from group_memberships");
        });

        await ImportAsync(database, looking, CancellationToken.None, 2 * BulkLoad.MinPapers + 1);

        missing.Order(StringComparer.Ordinal)
            .ShouldBe(BulkLoad.Indexes.Concat(BulkLoad.ForeignKeys).Order(StringComparer.Ordinal));
        counted.ShouldBe("0");
        (await database.RowsAsync(Schema)).ShouldBe(migrated);
        (await database.RowsAsync(AreKept)).ShouldBe("no");
        (await database.FindWrongAsync()).ShouldBeEmpty();
        (await database.RowsAsync("select count(*) from papers")).ShouldBe($"{2 * BulkLoad.MinPapers + 1}");
    }

    [Fact]
    public async Task Two_who_make_what_is_left_do_not_make_the_same()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var migrated = await database.RowsAsync(Schema);
        await using (var connection = await database.DataSource.OpenConnectionAsync())
            (await BulkLoad.TryBeginAsync(connection, run: 1, CancellationToken.None)).ShouldBeTrue();
        (await database.RowsAsync(AreKept)).ShouldBe("yes");

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ =>
            Task.Run(() => BulkLoad.CompleteWhatIsLeftAsync(database.DataSource, CancellationToken.None))));

        (await database.RowsAsync(Schema)).ShouldBe(migrated);
        (await database.RowsAsync(AreKept)).ShouldBe("no");
    }

    [Fact]
    public async Task What_was_made_in_part_is_completed_and_rows_are_taken_away_whose_node_has_gone_meanwhile()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var migrated = await database.RowsAsync(Schema);
        await using (var connection = await database.DataSource.OpenConnectionAsync())
        {
            await BulkLoad.TryBeginAsync(connection, run: 1, CancellationToken.None);
            await database.RowsAsync("""
                insert into concept_ranks (concept_id) values (77);
                insert into concept_names (concept_id, name, key, mention_count, origin) values (77, 'gone', 'gone', 1, 'TEXT')
                """);
            await BulkLoad.CompleteAsync(connection, PostponedPart.Counts, CancellationToken.None);
        }
        (await database.RowsAsync("select count(*) > 10, bool_and(name like '%_ranks_%') from postponed_definitions")).ShouldBe("yes | yes");
        (await database.RowsAsync("select (select count(*) from concept_ranks), (select count(*) from concept_names)")).ShouldBe("1 | 0");

        await BulkLoad.CompleteWhatIsLeftAsync(database.DataSource, CancellationToken.None);

        (await database.RowsAsync(Schema)).ShouldBe(migrated);
        (await database.RowsAsync("select count(*) from concept_ranks")).ShouldBe("0");
    }

    [Fact]
    public async Task Whoever_has_written_papers_and_comes_to_their_authors_does_not_wait_for_a_foreign_key_in_a_circle()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var migrated = await database.RowsAsync(Schema);
        await using var connection = await database.DataSource.OpenConnectionAsync();
        await BulkLoad.TryBeginAsync(connection, run: 1, CancellationToken.None);
        await using var writing = await database.DataSource.OpenConnectionAsync();
        await using var transaction = await writing.BeginTransactionAsync();
        await ExecuteAsync(writing, "lock table papers in row exclusive mode");

        var completing = Task.Run(() => BulkLoad.CompleteAsync(connection, PostponedPart.Ranks, CancellationToken.None));
        while (!completing.IsCompleted && await database.RowsAsync(HoldsAuthorships) == "no") await Task.Yield();
        await ExecuteAsync(writing, "lock table authorships in row exclusive mode");
        await transaction.CommitAsync();

        await completing;
        (await database.RowsAsync(Schema)).ShouldBe(migrated);
    }

    [Fact]
    public async Task Whoever_cancels_while_papers_are_counted_does_not_wait_for_their_count()
    {
        await using var database = await ImportDatabase.CreateAsync();
        using var cancelling = new CancellationTokenSource();
        await using var locking = await database.DataSource.OpenConnectionAsync();
        await using var transaction = await locking.BeginTransactionAsync();
        await ExecuteAsync(locking, "lock table group_memberships in share mode");

        var importing = Task.Run(() => new Importer(database.DataSource, TimeProvider.System)
            .ImportAsync([Papers(10)], new ImportOptions(), progress: null, cancelling.Token));
        while (!importing.IsCompleted && await database.RowsAsync("select count(*) from analysis_runs") == "0") await Task.Yield();
        await cancelling.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => importing.WaitAsync(Patience.Limit));
    }

    [Fact]
    public async Task While_somebody_reads_a_table_all_stay()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var migrated = await database.RowsAsync(Schema);
        await using var reading = await database.DataSource.OpenConnectionAsync();
        await using var transaction = await reading.BeginTransactionAsync();
        await ExecuteAsync(reading, "select count(*) from papers");

        await using (var connection = await database.DataSource.OpenConnectionAsync())
            (await BulkLoad.TryBeginAsync(connection, run: 1, CancellationToken.None)).ShouldBeFalse();

        (await database.RowsAsync(Schema)).ShouldBe(migrated);
        (await database.RowsAsync(AreKept)).ShouldBe("no");
    }

    [Fact]
    public async Task A_small_first_import_drops_no_index()
    {
        using var log = new StatementLog();
        await using var database = await ImportDatabase.CreateAsync(log.Factory);

        await database.ImportAsync(Papers(10));

        log.Take().ShouldNotContain(statement => IsDropped(statement));
    }

    /// <summary>Those that drop are sent together, which the log does not tell; this one comes before them.</summary>
    private static bool IsDropped(string statement) =>
        statement.StartsWith("create table if not exists postponed_definitions", StringComparison.Ordinal);

    private static Task<ImportResult> ImportAsync(
        ImportDatabase database,
        IProgress<ImportProgress> progress,
        CancellationToken cancellationToken,
        int papers = BulkLoad.MinPapers) =>
        new Importer(database.DataSource, TimeProvider.System).ImportAsync(
            [Papers(papers)], new ImportOptions(), progress, cancellationToken);

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string[]> NamesAsync(ImportDatabase database) => (await database.RowsAsync(Names)).Split('\n');

    private static ImportSource Papers(int count, string name = "papers.json") => ImportSource.Text(name, JsonSerializer.Serialize(
        Enumerable.Range(0, count).Select(i => new
        {
            paper = new
            {
                id = $"2406.{i:00000}",
                title = $"Meadow-{i}: Growth of Sparse Gardens",
                authors = new[] { new { name = $"Ada Green {i}" } },
                publishedAt = "2024-06-12T00:00:00.000Z",
            },
        })));
}
