using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Npgsql;
using PaperGraph.Commands;
using PaperGraph.Tests.Terminals;

namespace PaperGraph.Tests.Commands;

/// <summary>The commands of the README that fetch, each against stand-ins of the services that it asks.</summary>
public sealed partial class FetchCommandTests : IAsyncLifetime
{
    private static readonly string[] Services = ["HuggingFace", "Arxiv", "ArxivOai", "OpenAlex", "SemanticScholar"];

    private IConfigurationRoot configuration = null!;
    private StandInServer server = null!;
    private TestDatabase database = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateEmptyAsync();
        server = Serve();
        configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(Services.ToDictionary(service => $"Fetch:{service}", string? (_) => server.Address.AbsoluteUri))
            .AddInMemoryCollection([KeyValuePair.Create<string, string?>("Fetch:Pause", "00:00:00")])
            .Build();
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Each_command_of_the_README_brings_papers()
    {
        var readme = await File.ReadAllTextAsync(RepositoryRoot.Combine("README.md"));
        var commands = Command().Matches(readme).Select(match => match.Groups["arguments"].Value).Distinct().ToList();
        commands.Count.ShouldBe(6);

        foreach (var command in commands)
        {
            var before = await CountAsync();
            var (exitCode, terminal) = await RunAsync(Arguments(command));

            exitCode.ShouldBe(0, $"{command}: {terminal.Error}");
            (await CountAsync()).ShouldBeGreaterThan(before, command);
        }
        server.Targets.Select(target => target.Split('?')[0]).Distinct().Order(StringComparer.Ordinal).ShouldBe(
            ["/", "/api/daily_papers", "/api/query", "/papers/date/2025-06-18", "/works"]);
    }

    [Theory]
    [InlineData("import", "arxiv")]
    [InlineData("import", "arxiv", "--category", "no category")]
    [InlineData("import", "arxiv", "--query", "x", "--service", "file:///etc")]
    [InlineData("import", "daily", "--from", "2999-01-01")]
    [InlineData("import", "openalex")]
    [InlineData("import", "paper", "no-id")]
    [InlineData("import", "paper")]
    public async Task Wrong_use_is_told_before_anything_is_fetched(params string[] arguments)
    {
        var (exitCode, terminal) = await RunAsync(arguments);

        exitCode.ShouldBe(2);
        terminal.Error.ShouldContain("--help` shows how it is used.");
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task To_follow_nothing_is_refused()
    {
        var (exitCode, terminal) = await RunAsync("follow");

        exitCode.ShouldBe(1);
        terminal.Error.ShouldBe("There is nothing to follow. Say what: --daily, --arxiv cs.CL, or both.\n");
    }

    private static StandInServer Serve() => new(Answer);

    private static StandInAnswer Answer(StandInRequest request) => StandInAnswer.Text(request.Target switch
    {
        var target when target.StartsWith("/papers/date/", StringComparison.Ordinal) => SourceAnswers.Daily("2025-06-18", "Sparse Gardens"),
        var target when target.StartsWith("/api/daily_papers", StringComparison.Ordinal) =>
            SourceAnswers.Daily(target[^20..^10], $"Paper of {target[^20..^10]}"),
        var target when target.StartsWith("/api/query?id_list=", StringComparison.Ordinal) =>
            SourceAnswers.Feed(1, "Sought").Replace(SourceAnswers.ArxivId("Sought"), "2312.00752", StringComparison.Ordinal),
        var target when target.StartsWith("/api/query", StringComparison.Ordinal) => SourceAnswers.Feed(1, "Found"),
        var target when target.Contains("from=2025-06-16", StringComparison.Ordinal) =>
            SourceAnswers.Records("<resumptionToken/>", ("Harvested", "2025-06-16")),
        var target when target.StartsWith("/?verb=", StringComparison.Ordinal) => SourceAnswers.OaiError("noRecordsMatch"),
        var target when target.Contains("doi%3A", StringComparison.Ordinal) =>
            SourceAnswers.Works(null, "Known by DOI")
                .Replace(SourceAnswers.Doi("Known by DOI"), "10.7717/peerj.4375", StringComparison.Ordinal),
        _ => SourceAnswers.Works(null, "Filtered"),
    });

    private string[] Arguments(string command) =>
        [.. Word().Matches(command).Select(word => word.Value.Trim('"').Replace("https://huggingface.co/", server.Address.AbsoluteUri))];

    private async Task<(int ExitCode, TestTerminal Terminal)> RunAsync(params string[] arguments)
    {
        var terminal = new TestTerminal();
        var options = new DatabaseOptions();
        var papergraph = new PaperGraphCommand(
            options, new ImportCommand(options, configuration, terminal.Terminal),
            new FollowCommand(options, configuration, terminal.Terminal));
        return (await papergraph.RunAsync([.. arguments, "--database", database.ConnectionString], terminal.Terminal), terminal);
    }

    private async Task<long> CountAsync()
    {
        await using var connection = await database.OpenAsync();
        await using var exists = new NpgsqlCommand("select to_regclass('papers') is not null", connection);
        if (!(bool)(await exists.ExecuteScalarAsync())!) return 0;
        await using var command = new NpgsqlCommand("select count(*) from papers", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    [GeneratedRegex(
        "^\\| [^|]+ \\| `papergraph (?<arguments>import (https:|daily |arxiv |openalex |paper )[^`]+)`:", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex("\"[^\"]*\"|[^ ]+")]
    private static partial Regex Word();
}
