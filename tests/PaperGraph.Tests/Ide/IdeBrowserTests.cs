using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PaperGraph.Ide;
using PaperGraph.Tests.Browsers;

namespace PaperGraph.Tests.Ide;

public sealed class IdeBrowserTests : BrowserTests
{
    private const string Title = "Attention Is All You Need";

    [SkippableFact]
    public async Task GraphiQL_opens_on_the_first_example_and_runs_it()
    {
        GraphiQL.Require();
        await using var host = await IdeHost.StartAsync(IdePage.GraphiQL(typeof(IdePage).Assembly)!);
        var page = await OpenAsync(new Uri(host.Address, "/graphql"));

        await Assertions.Expect(page.GetByRole(AriaRole.Tab)).ToHaveCountAsync(IdeExample.All.Count);
        await Assertions.Expect(page.Locator(".graphiql-query-editor")).ToContainTextAsync("Connections");
        await page.GetByRole(AriaRole.Button, new() { Name = "Execute query" }).ClickAsync();
        await Assertions.Expect(page.Locator(".graphiql-response")).ToContainTextAsync(Title);

        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task GraphiQL_opens_on_the_query_of_a_link()
    {
        GraphiQL.Require();
        await using var host = await IdeHost.StartAsync(IdePage.GraphiQL(typeof(IdePage).Assembly)!);
        var page = await OpenAsync(new Uri(host.Address, "/graphql?query=query%20FromALink%20%7B__typename%7D"));

        await Assertions.Expect(page.Locator(".graphiql-query-editor")).ToContainTextAsync("FromALink");
    }

    [SkippableFact]
    public async Task An_example_of_the_list_opens_in_a_tab_of_its_own()
    {
        GraphiQL.Require();
        await using var host = await IdeHost.StartAsync(IdePage.GraphiQL(typeof(IdePage).Assembly)!);
        var page = await OpenAsync(new Uri(host.Address, "/graphql"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Show Examples" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = IdeExample.All[1].Name }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Tab)).ToHaveCountAsync(IdeExample.All.Count + 1);
        await Assertions.Expect(page.GetByRole(AriaRole.Tab).Last).ToContainTextAsync("SharedMethod");
        await Assertions.Expect(page.Locator(".graphiql-query-editor")).ToContainTextAsync("SharedMethod");
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task GraphiQL_keeps_the_events_of_a_subscription_the_latest_first()
    {
        GraphiQL.Require();
        const string events = """
            event: next
            data: {"data":{"paperAdded":{"title":"First"}}}

            event: next
            data: {"data":{"paperAdded":{"title":"Second"}}}

            event: complete
            data:


            """;
        await using var host = await IdeHost.StartAsync(
            IdePage.GraphiQL(typeof(IdePage).Assembly)!, answer: events.ReplaceLineEndings("\n"), type: "text/event-stream");
        var page = await OpenAsync(new Uri(host.Address, "/graphql?query=subscription%20%7B%20paperAdded%20%7B%20title%20%7D%20%7D"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Execute query" }).ClickAsync();

        await Assertions.Expect(page.Locator(".graphiql-response"))
            .ToContainTextAsync(new Regex("events.*2.*Second.*First", RegexOptions.Singleline));
    }

    [SkippableFact]
    public async Task GraphiQL_shows_what_the_server_lets_know_until_it_is_over()
    {
        GraphiQL.Require();
        const string noted = """{"data":{"__typename":"Query"},"extensions":{"notice":"The meadow is being sown."}}""";
        await using var host = await IdeHost.StartAsync(IdePage.GraphiQL(typeof(IdePage).Assembly)!, answer: noted);
        var page = await OpenAsync(new Uri(host.Address, "/graphql"));
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The meadow is being sown.");

        host.Answers = IdeHost.Answer;

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("All of it is in now: run a query again to see it.");
    }

    [SkippableFact]
    public async Task In_a_narrow_window_GraphiQL_stacks_query_and_answer()
    {
        GraphiQL.Require();
        await using var host = await IdeHost.StartAsync(IdePage.GraphiQL(typeof(IdePage).Assembly)!);
        var page = await OpenAsync(new Uri(host.Address, "/graphql"));
        await page.SetViewportSizeAsync(420, 800);

        var query = (await page.Locator(".graphiql-editors").BoundingBoxAsync())!;
        var answer = (await page.Locator(".graphiql-response").BoundingBoxAsync())!;

        answer.Y.ShouldBeGreaterThanOrEqualTo(query.Y + query.Height - 1);
        query.Width.ShouldBeGreaterThan(350);
        answer.Width.ShouldBeGreaterThan(350);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBe(420);
    }

    [SkippableFact]
    public async Task The_plain_page_opens_on_the_first_example_and_runs_it()
    {
        await using var host = await IdeHost.StartAsync(IdePage.Plain(typeof(IdePage).Assembly));
        var page = await OpenAsync(new Uri(host.Address, "/graphql"));

        await Assertions.Expect(page.GetByLabel("Query")).ToHaveValueAsync(IdeExample.All[0].Query);
        await page.GetByRole(AriaRole.Button, new() { Name = "Run" }).ClickAsync();
        await Assertions.Expect(page.Locator("#answer")).ToContainTextAsync($"\"title\": \"{Title}\"");

        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task On_the_plain_page_control_and_enter_run_the_query_and_broken_variables_are_told()
    {
        await using var host = await IdeHost.StartAsync(IdePage.Plain(typeof(IdePage).Assembly));
        var page = await OpenAsync(new Uri(host.Address, "/graphql"));

        await page.GetByLabel("Variables").FillAsync("{ broken");
        await page.GetByLabel("Variables").PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("#answer")).ToContainTextAsync("The variables are not JSON");

        await page.GetByLabel("Variables").FillAsync("");
        await page.GetByLabel("Query").PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("#answer")).ToContainTextAsync(Title);
    }

    [SkippableFact]
    public async Task The_plain_page_shows_one_event_after_the_other()
    {
        const string events = ":\n\nevent: next\ndata: {\"n\":1}\n\nevent: next\ndata: {\"n\":2}\n\n";
        await using var host = await IdeHost.StartAsync(IdePage.Plain(typeof(IdePage).Assembly), answer: events, type: "text/event-stream");
        var page = await OpenAsync(new Uri(host.Address, "/graphql"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Run" }).ClickAsync();

        await Assertions.Expect(page.Locator("#answer")).ToHaveTextAsync("{\n  \"n\": 1\n}\n{\n  \"n\": 2\n}");
        NothingWasAmiss();
    }
}
