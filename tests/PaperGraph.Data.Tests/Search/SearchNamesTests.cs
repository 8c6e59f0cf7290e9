using System.Globalization;
using Npgsql;
using PaperGraph.Data.Search;
using PaperGraph.Data.Tests.Support;

namespace PaperGraph.Data.Tests.Search;

public sealed class SearchNamesTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private const string Read = """
        select kind || ' ' || key || ' = ' || name || ' ' || is_whole || ' ' || popularity
        from search_names
        order by kind, target_id, key
        """;

    private static readonly string[] Names =
        ["GRPO", "group relative policy optimization", "Zürich", "the Lab of the Sea", "a", "!", "GPT-4", "GPT 4", "Qwen2.5-VL", "of"];

    [Fact]
    public async Task Names_begin_at_each_of_their_words_that_says_something()
    {
        await using var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await ExecuteAsync(connection, """
            insert into organizations (slug, name, paper_count) values ('zurich', 'University of Zürich', 40);
            insert into repositories (host, owner, name, key, url)
            values ('github.com', 'some-lab', 'Some.Code', 'github.com/some-lab/some.code', 'https://github.com/some-lab/Some.Code');
            """);

        (await ReadAsync(connection)).ShouldBe(
        [
            "ORGANIZATION university of zurich = University of Zürich true 12",
            "ORGANIZATION zurich = University of Zürich false 12",
            "REPOSITORY some code = Some.Code true 0",
            "REPOSITORY some lab some code = some-lab/Some.Code true 0",
        ]);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(8, 8)]
    [InlineData(9, 8)]
    [InlineData(16, 10)]
    [InlineData(1_000_000, 41)]
    public async Task Popularity_grows_by_steps(int papers, short step)
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand("select search_popularity($1)", connection);
        command.Parameters.Add(new() { Value = papers });

        (await command.ExecuteScalarAsync()).ShouldBe(step);
    }

    [Fact]
    public Task Whatever_is_written_the_names_are_as_if_made_anew() => ExpectAsMadeAnewAsync(round => false);

    [Fact]
    public Task Names_that_are_collected_first_are_as_if_made_anew() => ExpectAsMadeAnewAsync(round => true);

    [Fact]
    public Task Names_are_collected_by_whoever_says_so_alone() => ExpectAsMadeAnewAsync(round => round % 2 == 0);

    [Fact]
    public async Task Names_that_are_collected_are_made_once_for_all_that_is_written()
    {
        await using var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await SearchNameMerge.BeginAsync(transaction, CancellationToken.None);
        await ExecuteAsync(connection, """
            insert into organizations (slug, name) values ('made-once', 'Made Once');
            insert into organization_names (organization_id, name, source)
            select id, 'Made Twice', 's' from organizations where slug = 'made-once';
            update organizations set paper_count = 3 where slug = 'made-once';
            """);
        (await ReadAsync(connection)).ShouldNotContain(row => row.Contains("Made", StringComparison.Ordinal));

        await SearchNameMerge.ApplyAsync(transaction, CancellationToken.None);

        (await ReadAsync(connection)).Where(row => row.Contains("Made", StringComparison.Ordinal)).ShouldBe(
        [
            "ORGANIZATION made once = Made Once true 3",
            "ORGANIZATION made twice = Made Twice true 3",
            "ORGANIZATION once = Made Once false 3",
            "ORGANIZATION twice = Made Twice false 3",
        ]);
    }

    private async Task ExpectAsMadeAnewAsync(Func<int, bool> isCollected)
    {
        var random = new Random(20_261);
        await using var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        for (var round = 0; round < 40; round++)
        {
            if (isCollected(round)) await SearchNameMerge.BeginAsync(transaction, CancellationToken.None);
            for (var statement = 0; statement < 5; statement++) await ExecuteAsync(connection, Made(random));
            if (isCollected(round)) await SearchNameMerge.ApplyAsync(transaction, CancellationToken.None);
            var kept = await ReadAsync(connection);
            await ExecuteAsync(connection, SearchNamesSql.Fill);

            kept.ShouldBe(await ReadAsync(connection));
        }
        (await ReadAsync(connection)).Count.ShouldBeGreaterThan(20);
    }

    /// <summary>A statement over none, one or several rows.</summary>
    private static string Made(Random random)
    {
        string[] tables = ["concepts", "organizations", "authors", "topics", "repositories"];
        var table = random.GetItems(tables, 1)[0];
        var name = random.GetItems(Names, 1)[0].Replace("'", "''", StringComparison.Ordinal);
        var number = random.Next(1_000_000_000).ToString(CultureInfo.InvariantCulture);
        var papers = random.Next(30);
        var some = $"where id % 3 = {random.Next(3)}";
        return random.Next(6) switch
        {
            0 => $"update {table} set paper_count = {papers} {some}",
            1 => $"update {table} set name = '{name}' {some}",
            2 => $"delete from {table} where id % 7 = {random.Next(7)}",
            3 => $"""
                insert into concept_names (concept_id, name, key, mention_count, origin)
                select id, '{name}', 'k', 1, 'NAME' from concepts {some} on conflict do nothing;
                delete from concept_names where concept_id % 5 = {random.Next(5)};
                """,
            4 => $"""
                insert into organization_names (organization_id, name, source)
                select id, '{name}', 's' from organizations {some} on conflict do nothing;
                delete from organization_names where organization_id % 5 = {random.Next(5)};
                """,
            _ => table switch
            {
                "concepts" => $"""
                    insert into concepts (slug, name, kind, key, paper_count, specificity)
                    select '{number}-' || i, '{name}', 'METHOD', '{number}-' || i, {papers}, 0 from generate_series(1, 3) i
                    """,
                "organizations" => $"""
                    insert into organizations (slug, name, paper_count)
                    select '{number}-' || i, '{name}', {papers} from generate_series(1, 3) i
                    """,
                "authors" => $"insert into authors (slug, name, name_key, paper_count) values ('{number}', '{name}', '{number}', {papers})",
                "topics" => $"insert into topics (slug, name, position, paper_count) values ('{number}', '{name}', {number}, {papers})",
                _ => $"""
                    insert into repositories (host, owner, name, key, url, paper_count)
                    values ('github.com', 'some-{number}', '{name}', '{number}', 'https://github.com/{number}', {papers})
                    """,
            },
        };
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<string>> ReadAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(Read, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(reader.GetString(0));
        return rows;
    }
}
