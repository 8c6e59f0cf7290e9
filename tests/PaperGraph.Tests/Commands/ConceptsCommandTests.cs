using Npgsql;
using PaperGraph.Concepts;

namespace PaperGraph.Tests.Commands;

public sealed class ConceptsCommandTests : IAsyncLifetime
{
    private const string Page = """
        Daily Papers

        byAK and the research community

        Jun 16

        Sparse Gardens: Pruning by Growth

        We call the method gradual sparse growth (GSG) and test it on ImageNet.

          • 3 authors
        ·
        Jun 12, 2024
        """;

    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await TestDatabase.CreateEmptyAsync();

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task A_rebuild_replaces_what_an_older_version_found_and_tells_what_it_did()
    {
        using (var import = Start("import", "-")) (await import.EndAsync(Page)).ExitCode.ShouldBe(0);
        await ExecuteAsync("update extractions set version = '0'; update mentions set version = '0'");

        var before = await RunAsync("concepts");
        var rebuild = await RunAsync("concepts", "--rebuild");
        var after = await RunAsync("concepts");

        before.Out.ShouldEndWith("""
            Papers by the version that read them
              0  1
            The next import reads the others too; `papergraph concepts --rebuild` reads all of them now.

            """);
        rebuild.ExitCode.ShouldBe(0);
        rebuild.Out.ShouldMatch("""
            ^Finding concepts: 1 paper
            Joining names to concepts: 1 paper
            (Linking papers: 1 paper
            )?Read 1 paper: (\d+) concepts \(before \2\), (\d+) mentions \(before \3\), 0 links \(before 0\)\.
            $
            """.TrimEnd('\n'));
        after.Out.ShouldEndWith($"""
            Papers by the version that read them
              {ConceptExtractor.Version}, which is this one  1

            """);
    }

    [Fact]
    public async Task Without_papers_there_is_nothing_to_rebuild()
    {
        (await RunAsync("migrate")).ExitCode.ShouldBe(0);

        var ended = await RunAsync("concepts", "--rebuild");

        ended.ExitCode.ShouldBe(1);
        ended.Error.ShouldStartWith("There are no papers in database ");
        ended.Error.ShouldEndWith(". Import some first, for example with papergraph import page.txt.\n");
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await database.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private PaperGraphProcess Start(params string[] arguments) =>
        PaperGraphProcess.Start([.. arguments, "--database", database.ConnectionString]);

    private async Task<PaperGraphProcess.Ended> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        return await process.EndAsync();
    }
}
