using Npgsql;
using PaperGraph.Data.Tests.Model;
using PaperGraph.Data.Tests.Support;
using PaperGraph.GeneratedGraph;

namespace PaperGraph.Data.Tests.GeneratedGraph;

public sealed class SmallGeneratedGraph() : DatabaseFixture("generated")
{
    public const int Papers = 300;

    protected override Task PrepareAsync(string connectionString) => GraphGenerator.FillAsync(connectionString, Papers);
}

public sealed class GraphGeneratorTests(SmallGeneratedGraph graph, MigratedDatabase migrated)
    : IClassFixture<SmallGeneratedGraph>, IClassFixture<MigratedDatabase>
{
    [Fact]
    public async Task Every_row_that_another_refers_to_is_there()
    {
        var constraints = await TextsAsync("""
            select format('alter table %1$s drop constraint %2$I; alter table %1$s add constraint %2$I %3$s',
                conrelid::regclass, conname, pg_get_constraintdef(oid))
            from pg_constraint
            where contype = 'f'
            """);
        constraints.ShouldNotBeEmpty();
        // PostgreSQL refuses a foreign key that a row is against.
        await TextsAsync(string.Join(";\n", constraints));
    }

    [Fact]
    public async Task A_generated_graph_has_the_tables_and_indexes_of_a_migrated_database() =>
        (await Catalogue.ReadAsync(graph.ConnectionString)).ShouldBe(await Catalogue.ReadAsync(migrated.ConnectionString));

    [Fact]
    public async Task Mentions_are_slices_of_the_texts() => (await TextsAsync("""
        select m.surface
        from mentions m
        join papers p on p.id = m.paper_id
        where m.surface <> substring(case m.field when 'TITLE' then p.title else p.abstract end from m.start + 1 for m.length)
        """)).ShouldBeEmpty();

    [Theory]
    [InlineData("concepts", "paper_concepts e where e.concept_id = x.id")]
    [InlineData("authors", "authorships e where e.author_id = x.id")]
    [InlineData("organizations", "paper_organizations e where e.organization_id = x.id")]
    [InlineData("repositories", "paper_repositories e where e.repository_id = x.id")]
    [InlineData("topics", "paper_topics e join topics t on t.id = e.topic_id where x.id in (t.id, t.parent_id)")]
    public async Task Stored_counts_are_those_of_the_rows(string table, string rows) => (await TextsAsync($"""
        select x.id::text
        from {table} x
        where x.paper_count <> (select count(distinct e.paper_id) from {rows})
        """)).ShouldBeEmpty();

    [Theory]
    [InlineData("paper_concepts")]
    [InlineData("authorships")]
    [InlineData("paper_organizations")]
    [InlineData("paper_repositories")]
    [InlineData("paper_topics")]
    public async Task Edges_have_the_days_of_their_papers(string table) => (await TextsAsync($"""
        select p.slug from {table} e join papers p on p.id = e.paper_id where e.published_order <> p.published_order
        """)).ShouldBeEmpty();

    [Fact]
    public async Task A_concept_that_many_share_is_beside_many_that_few_share()
    {
        var counts = (await TextsAsync("select paper_count::text from concepts order by paper_count desc")).ConvertAll(int.Parse);
        counts[0].ShouldBeGreaterThan(SmallGeneratedGraph.Papers / 4);
        counts[^1].ShouldBeLessThan(counts[0] / 4);
    }

    [Fact]
    public async Task What_is_stored_next_takes_an_id_that_none_has() =>
        (await TextsAsync("select nextval(pg_get_serial_sequence('papers', 'id'))::text")).ShouldBe([$"{SmallGeneratedGraph.Papers + 1}"]);

    [Fact]
    public async Task The_same_number_and_seed_give_the_same_rows()
    {
        await using var again = await TestDatabase.CreateEmptyAsync();
        await GraphGenerator.FillAsync(again.ConnectionString, SmallGeneratedGraph.Papers);
        (await DigestAsync(again.ConnectionString)).ShouldBe(await DigestAsync(graph.ConnectionString));
    }

    private static async Task<string> DigestAsync(string connectionString)
    {
        var tables = await TextsAsync(connectionString, """
            select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname
            """);
        var digests = tables.ConvertAll(
            table => $"select '{table} ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') from \"{table}\" t");
        // Several processes may make the digests, each as soon as it can.
        var told = await TextsAsync(connectionString, string.Join("\nunion all ", digests));
        return string.Join('\n', told.Order(StringComparer.Ordinal));
    }

    private Task<List<string>> TextsAsync(string sql) => TextsAsync(graph.ConnectionString, sql);

    private static async Task<List<string>> TextsAsync(string connectionString, string sql)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync()) texts.Add(reader.GetString(0));
        return texts;
    }
}
