using Microsoft.Extensions.Configuration;
using PaperGraph.Commands;
using PaperGraph.Tests.Terminals;

namespace PaperGraph.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("papergraph.help", "--help")]
    [InlineData("serve.help", "serve", "--help")]
    [InlineData("import.help", "import", "--help")]
    [InlineData("status.help", "status", "--help")]
    [InlineData("problems.help", "problems", "--help")]
    [InlineData("imports.help", "imports", "--help")]
    [InlineData("coverage.help", "coverage", "--help")]
    [InlineData("concepts.help", "concepts", "--help")]
    [InlineData("migrate.help", "migrate", "--help")]
    public async Task Help_tells_how_a_command_is_used(string snapshot, params string[] arguments)
    {
        var help = await PaperGraphProcess.RunAsync(arguments);

        Snapshot.Match(help.Out.TrimEnd(), snapshot);
        help.ExitCode.ShouldBe(0);
        help.Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("import")]
    [InlineData("import", "page.txt", "--colour")]
    [InlineData("import", "page.txt", "--as-of", "yesterday")]
    [InlineData("import", "page.txt", "--as-of", "2025-02-30")]
    [InlineData("import", "")]
    [InlineData("import", "page.txt", "")]
    [InlineData("status", "--home", "")]
    [InlineData("serve", "--urls", "")]
    [InlineData("serve", "--urls", "http://localhost:80a")]
    [InlineData("--urls", "nonsense")]
    [InlineData("status", "--database")]
    [InlineData("problems", "--source", "word")]
    [InlineData("problems", "--since", "yesterday")]
    [InlineData("problems", "--first", "0")]
    [InlineData("problems", "--format", "xml")]
    [InlineData("concepts", "rebuild")]
    [InlineData("undo")]
    public async Task Wrong_use_ends_with_2_and_points_to_the_help(params string[] arguments)
    {
        var (exitCode, terminal) = await RunAsync(arguments);

        exitCode.ShouldBe(2);
        terminal.Error.ShouldContain("--help` shows how it is used.");
        terminal.Out.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_date_is_told_with_a_right_one()
    {
        var (_, terminal) = await RunAsync("import", "page.txt", "--as-of", "20.6.2025");

        terminal.Error.ShouldBe("""
            --as-of 20.6.2025 is no day. It looks like 2025-06-20.
            `papergraph import --help` shows how it is used.

            """);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("concepts", "--rebuild")]
    public async Task A_database_that_does_not_answer_is_a_sentence(params string[] arguments)
    {
        var (exitCode, terminal) = await RunAsync([.. arguments, "--database", "Host=127.0.0.1;Port=1;Username=me;Database=papers"]);

        exitCode.ShouldBe(1);
        terminal.Error.ShouldContain("The database does not answer: ");
        terminal.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_connection_string_that_is_none_is_a_sentence()
    {
        var (exitCode, terminal) = await RunAsync("migrate", "--database", "papers");

        exitCode.ShouldBe(1);
        terminal.Error.ShouldStartWith("The database given by --database or PAPERGRAPH_DATABASE is not understood: ");
    }

    [Fact]
    public async Task The_database_is_taken_from_the_environment_where_the_command_line_gives_none()
    {
        using var migrate = PaperGraphProcess.Start(["migrate"], new() { ["PAPERGRAPH_DATABASE"] = "papers" });
        var ended = await migrate.EndAsync();

        ended.ExitCode.ShouldBe(1);
        ended.Error.ShouldStartWith("The database given by --database or PAPERGRAPH_DATABASE is not understood: ");
    }

    [Fact]
    public async Task The_version_is_told()
    {
        var version = await PaperGraphProcess.RunAsync("--version");

        version.ExitCode.ShouldBe(0);
        version.Out.ShouldStartWith("0.");
    }

    private static async Task<(int ExitCode, TestTerminal Terminal)> RunAsync(params string[] arguments)
    {
        var terminal = new TestTerminal();
        var database = new DatabaseOptions();
        var papergraph = new PaperGraphCommand(
            database,
            new ServeCommand(database, terminal.Terminal),
            new ImportCommand(database, new ConfigurationManager(), terminal.Terminal),
            new StatusCommand(database, terminal.Terminal),
            new CoverageCommand(database, terminal.Terminal),
            new ImportsCommand(database, terminal.Terminal),
            new ProblemsCommand(database, terminal.Terminal),
            new ConceptsCommand(database, terminal.Terminal),
            new AnalyzeCommand(database, terminal.Terminal),
            new MigrateCommand(database, terminal.Terminal));
        return (await papergraph.RunAsync(arguments, terminal.Terminal), terminal);
    }
}
