using System.Text.RegularExpressions;
using Npgsql;
using PaperGraph.Data.Tests.GeneratedGraph;

namespace PaperGraph.Data.Tests.Reporting;

/// <summary>Reads the views over a generated graph, as the role that the README makes.</summary>
public sealed partial class ReportingCatalogTests(SmallGeneratedGraph graph) : IClassFixture<SmallGeneratedGraph>, IAsyncLifetime
{
    private const string RoleOfReadme = "metabase";

    private const string PasswordOfReadme = "choose-one";

    /// <summary>What PostgreSQL says first of views that nobody may write to.</summary>
    private const string NoViewToWriteTo = PostgresErrorCodes.ObjectNotInPrerequisiteState;

    private readonly string role = $"reader_{Guid.NewGuid():N}";
    private NpgsqlDataSource owner = null!;
    private NpgsqlDataSource reader = null!;

    public async Task InitializeAsync()
    {
        owner = NpgsqlDataSource.Create(graph.ConnectionString);
        foreach (var statement in StatementsOfReadme())
            await TextsAsync(owner, statement.Replace(RoleOfReadme, role, StringComparison.Ordinal));
        // What the role may not do it may not after it has said that it wants to write, either.
        reader = OpenAsReader("-c default_transaction_read_only=off");
    }

    public async Task DisposeAsync()
    {
        await reader.DisposeAsync();
        await TextsAsync(owner, $"drop owned by {role}");
        await TextsAsync(owner, $"drop role {role}");
        await owner.DisposeAsync();
    }

    [Fact]
    public async Task The_columns_of_the_views_stay() => Snapshot.Match(
        string.Join('\n', await TextsAsync(reader, """
            select format('%s.%s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod))
            from pg_attribute a
            join pg_class c on c.oid = a.attrelid
            where c.relnamespace = 'reporting'::regnamespace and a.attnum > 0
            order by c.relname collate "C", a.attnum
            """)),
        "reporting");

    [Fact]
    public async Task Each_view_and_column_says_what_it_is() => (await TextsAsync(reader, """
        select c.relname || coalesce('.' || a.attname, '')
        from pg_class c
        left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
        where c.relnamespace = 'reporting'::regnamespace
          and (obj_description(c.oid, 'pg_class') is null or col_description(c.oid, a.attnum) is null)
        """)).ShouldBeEmpty();

    [Fact]
    public async Task The_reader_gets_rows_of_every_view()
    {
        var views = await ViewsAsync();
        // The generator imports nothing, and analyzes nothing.
        await TextsAsync(owner, """
            insert into analysis_runs (analyzed_at, duration, version, damping, tolerance, iterations, resolution, seed, modularity,
              node_count, edge_count, paper_count, community_count)
            values (now(), '1 s', '1', 0.85, 0.1, 1, 1, 1, 0.5, 1, 1, 1, 2);
            insert into communities (id, slug, name, paper_count, concept_count, topic_count, organization_count, repository_count, author_count)
            values (-1, 'one', 'One', 3, 1, 0, 0, 0, 0), (-2, 'two', 'Two', 3, 1, 0, 0, 0, 0);
            insert into community_concepts (community_id, concept_id, score, paper_count) select -1, min(id), 1, 1 from concepts;
            insert into community_ties (community_id, other_id, weight, edge_count, concept_ids) values (-1, -2, 1, 1, '{}');
            insert into leaderboards (
              task, dataset, metric, task_key, dataset_key, metric_key, direction, direction_basis, result_count, paper_count)
            values ('Walking', 'Steps', 'Falls', 'walking', 'steps', 'falls', 'LOWER_IS_BETTER', 'NAME', 3, 1);
            insert into results (paper_id, leaderboard_id, task, dataset, metric, value, measure, goodness, model, source)
            select p.id, b.id, b.task, b.dataset, b.metric, told.value, told.measure, coalesce(-told.measure, '-infinity'), told.value, 'test'
            from leaderboards b, (select min(id) as id from papers) p,
              (values ('7', 7::double precision), ('5', 5), ('few', null)) told (value, measure)
            """);

        views.Count.ShouldBeGreaterThan(25);
        foreach (var view in views)
        {
            var rows = await TextsAsync(reader, $"select to_jsonb(v)::text from reporting.{view} v limit 1");
            if (view != "imports") rows.ShouldNotBeEmpty(view);
        }
        (await TextsAsync(reader, "select value || ' ' || coalesce(rank::text, '-') from reporting.results order by rank"))
            .ShouldBe(["5 1", "7 2", "few -"]);
    }

    [Theory]
    [InlineData("concept", "concepts")]
    [InlineData("topic", "topics")]
    [InlineData("organization", "organizations")]
    public async Task The_months_add_up_to_the_papers_and_so_do_the_edges(string one, string all)
    {
        (await TextsAsync(reader, $"""
            select a.name
            from reporting.{all} a
            left join (select {one}_id, sum(papers) as papers from reporting.{one}_months group by 1) m on m.{one}_id = a.id
            left join (select {one}_id, count(distinct paper_id) as papers from reporting.paper_{all} group by 1) e on e.{one}_id = a.id
            where a.paper_count <> coalesce(m.papers, 0) or a.paper_count <> coalesce(e.papers, 0)
            """)).ShouldBeEmpty();
        (await TextsAsync(reader, $"select {one} from reporting.{one}_months where papers_with_code not between 0 and papers")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Months_do_not_depend_on_the_time_zone_of_the_session()
    {
        const string wrong = """
            select published_month::text
            from reporting.papers
            where published_month <> make_date(extract(year from published_on)::int, extract(month from published_on)::int, 1)
            """;
        await using var far = OpenAsReader("-c timezone=Pacific/Kiritimati");

        (await TextsAsync(far, wrong)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_reader_writes_nothing_and_reads_nothing_else()
    {
        var tables = await TextsAsync(owner, "select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'");
        string[] refused =
        [
            .. tables.Select(table => $"select 1 from public.\"{table}\""),
            .. tables.Select(table => $"delete from public.\"{table}\""),
            .. (await ViewsAsync()).SelectMany(view => new[] { $"delete from reporting.{view}", $"drop view reporting.{view}" }),
            "update reporting.papers set title = 'other'",
            "insert into reporting.authors (slug, name) values ('a', 'a')",
            "create table reporting.mine (id int)",
            "create table public.mine (id int)",
            "create temporary table mine (id int)",
            "create temporary view mine as select 1",
            "create function pg_temp.mine() returns int language sql return 1",
            "select 1 as id into temporary mine",
            "select lo_create(0)",
            "select lo_from_bytea(0, 'mine')",
            "create schema mine",
            "drop schema reporting cascade",
            "select reporting.grant_read('public')",
            "select count_papers(array(select id from reporting.papers))",
            "select keep_search_names('TOPIC', array(select id from reporting.topics))",
        ];

        foreach (var statement in refused)
            (await Should.ThrowAsync<PostgresException>(() => TextsAsync(reader, statement), statement))
                .SqlState.ShouldBeOneOf(PostgresErrorCodes.InsufficientPrivilege, NoViewToWriteTo);
    }

    [Fact]
    public async Task The_reader_is_in_transactions_that_write_nothing_unless_it_says_otherwise()
    {
        await using var asMade = OpenAsReader("");

        (await TextsAsync(asMade, "show transaction_read_only")).ShouldBe(["on"]);
    }

    [Fact]
    public async Task Whoever_writes_papers_makes_temporary_tables_still()
    {
        var writer = $"writer_{Guid.NewGuid():N}";
        await TextsAsync(owner, $"create role {writer} login password '{PasswordOfReadme}'");
        try
        {
            await TextsAsync(owner, $"grant insert on papers to {writer}");
            await TextsAsync(owner, $"select reporting.grant_read('{role}')");
            await using var asWriter = OpenAs(writer, "");

            await TextsAsync(asWriter, "create temporary table incoming (id int)");
        }
        finally
        {
            await TextsAsync(owner, $"drop owned by {writer}");
            await TextsAsync(owner, $"drop role {writer}");
        }
    }

    /// <summary>PostgreSQL says itself only that nothing was taken.</summary>
    [Fact]
    public async Task Who_does_not_own_the_database_is_told_what_the_reader_may_still_do()
    {
        await using var connection = await owner.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var told = new List<string>();
        connection.Notice += (_, notice) => told.Add(notice.Notice.MessageText);

        await using var command = new NpgsqlCommand(
            $"""
            grant temporary on database "{connection.Database}" to public;
            create role other_reader;
            create role migrating createrole;
            grant other_reader to migrating with admin option;
            alter schema reporting owner to migrating;
            {string.Join('\n', (await ViewsAsync()).Select(view => $"alter view reporting.{view} owner to migrating;"))}
            set local role migrating;
            select reporting.grant_read('other_reader')
            """,
            connection,
            transaction);
        await command.ExecuteNonQueryAsync();
        await transaction.RollbackAsync();

        told.ShouldContain(text => text.StartsWith("other_reader may still make tables of its own. Have", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_reader_reads_the_views_of_later_versions_too()
    {
        await TextsAsync(owner, "create view reporting.later as select 1 as id");
        try
        {
            (await TextsAsync(reader, "select id::text from reporting.later")).ShouldBe(["1"]);
        }
        finally
        {
            await TextsAsync(owner, "drop view reporting.later");
        }
    }

    /// <summary>What the README's line has psql run.</summary>
    private static List<string> StatementsOfReadme()
    {
        var line = File.ReadLines(RepositoryRoot.Combine("README.md"))
            .Single(text => text.StartsWith("psql ", StringComparison.Ordinal)
                && text.Contains("reporting.grant_read", StringComparison.Ordinal));
        return [.. Command().Matches(line).Select(match => match.Groups[1].Value)];
    }

    private NpgsqlDataSource OpenAsReader(string options) => OpenAs(role, options);

    private NpgsqlDataSource OpenAs(string user, string options) => NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(graph.ConnectionString)
        {
            Username = user,
            Password = PasswordOfReadme,
            Options = options,
        }.ConnectionString);

    private Task<List<string>> ViewsAsync() => TextsAsync(
        owner, "select relname::text from pg_class where relnamespace = 'reporting'::regnamespace and relkind = 'v' order by 1");

    private static async Task<List<string>> TextsAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await rows.ReadAsync()) texts.Add(rows.GetValue(0) as string ?? "");
        return texts;
    }

    [GeneratedRegex("-c \"([^\"]+)\"")]
    private static partial Regex Command();
}
