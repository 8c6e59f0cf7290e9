using Microsoft.Playwright;
using PaperGraph.Ide;
using PaperGraph.Tests.Browsers;
using PaperGraph.Tests.Commands;

namespace PaperGraph.Tests.Ide;

/// <summary>The IDE as a person meets it: the program over an empty database, into which it imports its sample.</summary>
public sealed class IdeOfTheProgramTests(SampleServer server) : BrowserTests, IClassFixture<SampleServer>
{
    [Fact]
    public async Task Every_example_is_answered_with_data_of_the_sample()
    {
        foreach (var example in IdeExample.All.Where(example => !example.Query.Contains("subscription", StringComparison.Ordinal)))
        {
            var answer = await server.AskAsync(example.Query);

            answer["errors"].ShouldBeNull($"{example.Name}: {answer}");
            answer["data"]!.AsObject().ShouldAllBe(field => field.Value != null, example.Name);
        }
    }

    [Fact]
    public async Task The_first_example_shows_papers_joined_by_a_method_and_the_words_in_both_that_prove_it()
    {
        var answer = await server.AskAsync(IdeExample.All[0].Query);

        var reasons = answer["data"]!["papers"]!["nodes"]!.AsArray()
            .SelectMany(paper => paper!["related"]!["edges"]!.AsArray())
            .SelectMany(edge => edge!["reasons"]!.AsArray())
            .Where(reason => (string?)reason!["kind"] == "METHOD")
            .ToList();

        reasons.ShouldNotBeEmpty();
        foreach (var reason in reasons)
        {
            var evidence = reason!["evidence"]!.AsArray();
            evidence.Select(proof => (bool)proof!["inRelated"]!).Distinct().Count().ShouldBe(2, reason.ToJsonString());
            evidence.ShouldAllBe(proof => ((string)proof!["evidence"]!["quote"]!).Length > 0);
        }
    }

    [SkippableFact]
    public async Task GraphiQL_knows_the_schema_and_shows_the_papers_of_the_sample()
    {
        GraphiQL.Require();
        var page = await OpenAsync(new Uri(server.Address, "/graphql"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Show Documentation Explorer" }).ClickAsync();
        await Assertions.Expect(page.Locator(".graphiql-doc-explorer")).ToContainTextAsync("query: Query");
        await page.GetByRole(AriaRole.Button, new() { Name = "Execute query" }).ClickAsync();
        await Assertions.Expect(page.Locator(".graphiql-response")).ToContainTextAsync("MiniMax-M1");

        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task GraphiQL_tells_the_type_of_the_field_under_the_pointer()
    {
        GraphiQL.Require();
        var page = await OpenAsync(new Uri(server.Address, "/graphql?query=%7B__typename%7D"));
        var word = page.Locator(".graphiql-query-editor").GetByText("__typename");

        await Assertions.Expect(word).ToBeVisibleAsync();
        var told = page.Locator(".monaco-hover").Filter(new() { HasText = "__typename: String!" }).First;
        // Who comes before the editor knows the schema is told nothing until the pointer comes again.
        for (var time = 1; time < 20 && !await IsToldAsync(); time++) await page.Mouse.MoveAsync(0, 0);

        await Assertions.Expect(told).ToBeVisibleAsync();
        NothingWasAmiss();

        async Task<bool> IsToldAsync()
        {
            await word.HoverAsync();
            try
            {
                await told.WaitForAsync(new() { Timeout = 3_000 });
                return true;
            }
            catch (TimeoutException)
            {
                return false;
            }
        }
    }

    [SkippableFact]
    public async Task GraphiQL_shows_what_is_deferred()
    {
        GraphiQL.Require();
        const string query = "{ papers(first: 1) { nodes { title ... @defer { authorCount importedAt } } } }";
        var page = await OpenAsync(new Uri(server.Address, $"/graphql?query={Uri.EscapeDataString(query)}"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Execute query" }).ClickAsync();

        await Assertions.Expect(page.Locator(".graphiql-response")).ToContainTextAsync("importedAt");
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task GraphiQL_shows_a_paper_that_is_imported_while_it_listens()
    {
        GraphiQL.Require();
        const string subscription = "subscription { paperAdded { title } }";
        var page = await OpenAsync(new Uri(server.Address, $"/graphql?query={Uri.EscapeDataString(subscription)}"));
        var opened = page.WaitForResponseAsync(
            response => response.Headers.GetValueOrDefault("content-type", "").StartsWith("text/event-stream", StringComparison.Ordinal));

        await page.GetByRole(AriaRole.Button, new() { Name = "Execute query" }).ClickAsync();
        await opened;
        await server.ImportAsync("""
            Daily Papers

            byAK and the research community

            Jun 16

            Lanterns Seen From Far Away

            We hang lanterns where nobody looks and count who comes to see them, which takes an evening and some patience.

              • 2 authors
            ·
            Jun 12, 2024
            """);

        await Assertions.Expect(page.Locator(".graphiql-response")).ToContainTextAsync("Lanterns Seen From Far Away");
        NothingWasAmiss();
    }
}
