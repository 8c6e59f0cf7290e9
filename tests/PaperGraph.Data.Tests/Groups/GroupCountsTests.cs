using System.Globalization;
using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Papers;
using PaperGraph.Data.Tests.Support;
using PaperGraph.Model;

namespace PaperGraph.Data.Tests.Groups;

/// <summary>The counts of groups are those of a count of all papers, after whatever is written.</summary>
public sealed class GroupCountsTests(MigratedDatabase database) : DatabaseTests(database)
{
    private const int Titles = 8;

    /// <summary>Eight papers at most, of which two make a hub.</summary>
    private const string Shared = """
        create or replace function min_hub_papers() returns integer language sql immutable parallel safe as 'select 2';
        insert into concepts (slug, name, kind, key, paper_count, specificity)
        select 'c' || n, 'c', 'METHOD', 'c' || n, 0, 0 from generate_series(1, 4) n;
        insert into topics (slug, name, position) select 't' || n, 't', n from generate_series(1, 5) n;
        insert into organizations (slug, name) select 'o' || n, 'o' from generate_series(1, 3) n;
        insert into repositories (host, owner, name, key, url)
        select (array['github.com', 'gitlab.com'])[1 + n % 2], 'o', 'n', 'r' || n, 'https://r/' || n from generate_series(1, 3) n;
        """;

    [Theory]
    [InlineData(20_261)]
    [InlineData(77)]
    public async Task Whatever_is_written_the_counts_are_those_of_all_papers(int seed)
    {
        var random = new Random(seed);
        await RowsAsync(Shared);
        var (most, mostOfHubs, fallen) = (0, 0, 0);
        var hubs = Array.Empty<string>();
        for (var round = 0; round < 25; round++)
        {
            await using var connection = await DataSource.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            var steps = 1 + random.Next(5);
            for (var step = 0; step < steps; step++) await StepAsync(transaction, random);
            if (random.Next(6) == 0) await transaction.RollbackAsync();
            else await transaction.CommitAsync();
            await CheckAsync($"seed {seed}, round {round}");
            most = Math.Max(most, int.Parse(await RowsAsync("select count(*) from group_counts"), CultureInfo.InvariantCulture));
            mostOfHubs = Math.Max(mostOfHubs, int.Parse(await RowsAsync("select count(*) from hub_counts"), CultureInfo.InvariantCulture));
            var present = (await RowsAsync("select name from group_hubs order by name")).Split('\n');
            fallen += hubs.Except(present).Count();
            hubs = present;
        }
        most.ShouldBeGreaterThan(100);
        mostOfHubs.ShouldBeGreaterThan(30);
        fallen.ShouldBePositive();

        await RowsAsync("delete from listings; delete from papers");
        (await RowsAsync("""
            select (select count(*) from group_counts), (select count(*) from group_memberships), (select count(*) from group_totals),
              (select count(*) from coverage_counts), (select count(*) from group_hubs), (select count(*) from hub_counts)
            """)).ShouldBe("0 | 0 | 0 | 0 | 0 | 0");
    }

    [Fact]
    public async Task Whoever_writes_at_once_the_counts_are_those_of_all_papers()
    {
        await RowsAsync(Shared);
        await CommitAsync(async transaction =>
        {
            for (var page = 0; page < 6; page++) await Page(new Random(page), page).StoreAsync(transaction);
        });
        await Task.WhenAll(Enumerable.Range(1, 4).Select(seed => Task.Run(async () =>
        {
            var random = new Random(seed);
            for (var round = 0; round < 12; round++) await TryAsync(random);
        })));

        await CheckAsync("at once");

        async Task TryAsync(Random random)
        {
            await using var connection = await DataSource.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            try
            {
                await StepAsync(transaction, random);
                await StepAsync(transaction, random);
                await transaction.CommitAsync();
            }
            catch (PostgresException failure) when (failure.SqlState is PostgresErrorCodes.DeadlockDetected
                or PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.CheckViolation)
            {
                // Two wrote the same rows, or took edges away that were written by hand and so are in no count of papers, which would be
                // less than none: one of them writes nothing, and that counts as nothing.
            }
        }
    }

    /// <summary>What papers share may change between an edge that is written and the end of its transaction.</summary>
    [Theory]
    [InlineData("update concepts set kind = 'TASK' where slug = 'c1'")]
    [InlineData("update topics set parent_id = (select id from topics where slug = 't1') where slug = 't2'")]
    public async Task What_changes_while_another_writes_an_edge_to_it_is_counted_as_it_became(string change)
    {
        await RowsAsync(Shared);
        await CommitAsync(Page(new Random(3), 0).StoreAsync);
        await using var first = await DataSource.OpenConnectionAsync();
        await using var second = await DataSource.OpenConnectionAsync();
        await using var writing = await first.BeginTransactionAsync();
        await using var changing = await second.BeginTransactionAsync();
        await writing.ExecuteAsync(
            """
            insert into paper_concepts select p.id, c.id, 1, p.published_order from papers p, concepts c where c.slug = 'c1' order by 1;
            insert into paper_topics (paper_id, topic_id, score, published_order)
            select p.id, t.id, 1, p.published_order from papers p, topics t where t.slug = 't2' order by 1
            """,
            CancellationToken.None);
        await changing.ExecuteAsync(change, CancellationToken.None);

        // It either counts now, by what was before, or waits until the other has ended.
        var counting = writing.ExecuteAsync("set constraints all immediate", CancellationToken.None);
        while (!counting.IsCompleted && await RowsAsync("select count(*) from pg_locks where not granted") == "0") await Task.Yield();
        await changing.CommitAsync();
        await counting;
        await writing.CommitAsync();

        await CheckAsync(change);
    }

    [Fact]
    public async Task A_database_whose_triggers_were_not_fired_is_counted_anew()
    {
        await RowsAsync(Shared);
        await CommitAsync(Page(new Random(5), 0).StoreAsync);
        await RowsAsync("""
            insert into paper_topics (paper_id, topic_id, score, published_order)
            select p.id, t.id, 1, p.published_order from papers p, topics t
            """);
        await RowsAsync("update group_counts set papers = papers + 1; update hub_counts set papers = papers + 1");
        (await DerivedColumns.FindWrongAsync(ConnectionString)).ShouldNotBeEmpty();

        await RowsAsync(PaperGraph.Data.Groups.GroupCountsFill.Statements);

        await CheckAsync("filled");
    }

    private async Task CheckAsync(string told)
    {
        await using var command = DataSource.CreateCommand(GroupsCountedAnew.Wrong);
        await using var reader = await command.ExecuteReaderAsync();
        var wrong = new List<string>();
        while (await reader.ReadAsync()) wrong.Add(reader.GetString(0));
        wrong.ShouldBeEmpty(told);
    }

    private static async Task StepAsync(NpgsqlTransaction transaction, Random random)
    {
        switch (random.Next(10))
        {
            case 0 or 1 or 2:
                await Page(random, random.Next(6)).StoreAsync(transaction);
                return;
            case 3:
                await using (var page = new NpgsqlCommand("select coalesce(max(id), 0) from pages", transaction.Connection, transaction))
                {
                    var id = (long)(await page.ExecuteScalarAsync())!;
                    await PaperUpserts.RemoveOthersAsync(transaction, id, [1], PageOf.Now, CancellationToken.None);
                }
                return;
            default:
                await transaction.ExecuteAsync($"{Statement(random)};\n{DerivedColumns.CountPapers}", CancellationToken.None);
                return;
        }
    }

    /// <summary>A page of papers that may turn out to be one, with days and numbers that may be others the next time.</summary>
    private static PageOf Page(Random random, int number)
    {
        var papers = Enumerable.Range(0, 1 + random.Next(4)).Select(_ => PageOf.Paper($"Title {random.Next(Titles)}") with
        {
            ArxivId = random.Next(3) == 0 ? $"2401.0000{random.Next(4)}" : null,
            PublishedOn = random.Next(3) == 0 ? null : new DateOnly(2024, random.Next(1, 4), random.Next(1, 4)),
            UpvoteCount = random.Next(2) == 0 ? null : random.Next(9),
            CommentCount = random.Next(2) == 0 ? null : random.Next(9),
            AuthorCount = random.Next(3) == 0 ? null : random.Next(130),
        }).ToArray();
        return random.Next(2) == 0 ? PageOf.TextPage($"p{number}", "2024-02-02", papers) : PageOf.JsonPage($"p{number}", null, papers);
    }

    /// <summary>A statement over some rows, in the order of their ids.</summary>
    private static string Statement(Random random)
    {
        var some = $"id % 3 = {random.Next(3)}";
        var of = $"substr(t.slug, 2)::int % 4 = {random.Next(4)}";
        var papers = $"select p.id, t.id, 1, p.published_order from papers p cross join";
        return random.Next(18) switch
        {
            0 => Insert("paper_concepts (paper_id, concept_id, weight, published_order)", "concepts"),
            1 => Insert("paper_topics (paper_id, topic_id, score, published_order)", "topics"),
            2 => $"""
                insert into paper_organizations (paper_id, organization_id, role, published_order)
                select p.id, t.id, role, p.published_order
                from papers p, organizations t, unnest(array['SUBMITTED', 'OWNS_CODE']) role
                where p.{some} and {of} order by 1, 2 on conflict do nothing
                """,
            3 => $"""
                insert into paper_repositories (paper_id, repository_id, published_order)
                select p.id, t.id, p.published_order from papers p, repositories t where p.{some} and t.id % 3 = 1 order by 1, 2
                on conflict do nothing
                """,
            4 => $"delete from paper_concepts where paper_{some}",
            5 => $"delete from paper_topics where paper_{some}",
            6 => $"delete from paper_organizations where paper_{some} and role = 'SUBMITTED'",
            7 => $"delete from paper_repositories where paper_{some}",
            8 => $"update concepts t set kind = '{(random.Next(2) == 0 ? "METHOD" : "TASK")}' where {of}",
            9 => $"""
                update topics t set parent_id = (select id from topics above where above.position < t.position order by 1 limit 1)
                where {of};
                update topics set parent_id = null where position = {random.Next(1, 6)}
                """,
            10 => $"update papers set upvote_count = coalesce(upvote_count, 0) + 1 where {some}",
            11 => $"delete from listings where paper_{some}; delete from papers where {some}",
            12 => $"""
                update paper_concepts e set concept_id = t.id from concepts t
                where {of} and paper_{some} and not exists (
                  select from paper_concepts o where o.paper_id = e.paper_id and o.concept_id = t.id)
                  and e.concept_id = (select min(concept_id) from paper_concepts o where o.paper_id = e.paper_id)
                """,
            13 => $"update listings set abstract = null, listed_on = date '2024-01-01' + {random.Next(9)} where paper_{some}",
            14 => $"update papers set abstract = case when {random.Next(2)} = 0 then 'a' end, doi = null, listed_on = null where {some}",
            15 => $"""
                update repositories t set host = 'codeberg.org' where id % 3 = {random.Next(3)};
                update pages set imported_at = imported_at - interval '{random.Next(9)} minutes' where {some}
                """,
            16 => $"delete from authorships where paper_{some} and position > 1",
            _ => $"update listings set paper_id = paper_id where paper_{some}; update paper_concepts set weight = 0.5 where paper_{some}",
        };

        string Insert(string table, string target) =>
            $"insert into {table} {papers} {target} t where p.{some} and {of} order by 1, 2 on conflict do nothing";
    }
}
