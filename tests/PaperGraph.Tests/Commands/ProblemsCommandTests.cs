using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Npgsql;
using PaperGraph.Commands;
using PaperGraph.Tests.Terminals;

namespace PaperGraph.Tests.Commands;

public sealed class ProblemsCommandTests : IAsyncLifetime
{
    private const string Library = """
        @article{good, title = {Meadows and Their Fences}, author = {Ada Green}}
        @article{bad, title = {Rivers of Ink}, date = {2024-02-31}}
        @article{untitled, author = {Ben Moss}}

        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("papergraph-problems-");
    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await TestDatabase.CreateEmptyAsync();

    public async Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Problems_are_listed_chosen_exported_and_a_strict_import_ends_at_the_first()
    {
        var library = Path.Combine(folder.FullName, "library.bib");
        await File.WriteAllTextAsync(library, Library);

        var strict = await RunAsync("import", library, "--strict");
        var stored = await AskAsync("select count(*) from papers");
        var afterStrict = await RunAsync("problems");
        await RunAsync("import", library);
        var all = await RunAsync("problems", "--first", "1");
        var dates = await RunAsync("problems", "--reason", "no date", "--format", "csv");
        var lines = await RunAsync("problems", "--run", "2", "--format", "jsonl");
        var none = await RunAsync("problems", "--source", "ris");
        var imports = await RunAsync("imports");
        var coverage = await RunAsync("coverage", "--source", "bibtex");

        strict.ExitCode.ShouldBe(1);
        strict.Error.ShouldEndWith($"""
            {library}:2:1: “date” is no date. "2024-02-31" Correct it; until then it is left out.
            Stopped at this problem, since the import is strict. Nothing of the batch that it stands in was stored; what was stored before stays. The same command goes on from there.

            """);
        stored.ShouldBe(0L);
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        afterStrict.Out.ShouldBe($"""
            {library}:2:1: “date” is no date. Correct it; until then it is left out. "2024-02-31" (bibtex, import 1 of {today})
            1 problem.

            """);
        all.Out.ShouldBe($"""
            {library}:3:1: This entry has no title. Give it one. "author = Ben Moss" (bibtex, import 2 of {today})
            1 of 2 problems; --after 2 goes on behind these.

            """);
        dates.Out.ShouldStartWith("id,run,metAt,source,file,line,column,message,words\r\n".ReplaceLineEndings("\n"));
        dates.Out.ShouldContain($",bibtex,{library},2,1,“date” is no date. Correct it; until then it is left out.,2024-02-31\n");
        lines.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldContain("\"line\":3,\"column\":1,");
        none.Out.ShouldBe("0 problems.\n");
        none.ExitCode.ShouldBe(0);
        imports.Out.ShouldMatch($@"(?m)^  2  {today} \d\d:\d\d  after \d+ s .* 1  +2  +0  +2  +2  {Regex.Escape(library)}$");
        imports.Out.ShouldMatch($@"(?m)^  1  {today} \d\d:\d\d  failed ");
        coverage.Out.ShouldMatch($@"(?m)^  authors +1 +1 .* {today} \d\d:\d\d$");
    }

    private async Task<(int ExitCode, string Out, string Error)> RunAsync(params string[] arguments)
    {
        var terminal = new TestTerminal();
        var options = new DatabaseOptions();
        var papergraph = new PaperGraphCommand(
            options, new ImportCommand(options, new ConfigurationManager(), terminal.Terminal),
            new ProblemsCommand(options, terminal.Terminal),
            new ImportsCommand(options, terminal.Terminal),
            new CoverageCommand(options, terminal.Terminal));
        var exitCode = await papergraph.RunAsync([.. arguments, "--database", database.ConnectionString], terminal.Terminal);
        return (exitCode, terminal.Out, terminal.Error);
    }

    private async Task<object?> AskAsync(string sql)
    {
        await using var connection = await database.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
