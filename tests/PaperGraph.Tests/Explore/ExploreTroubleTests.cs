using System.Text.Json;
using Microsoft.Playwright;
using PaperGraph.Tests.Browsers;
using PaperGraph.Tests.Pages;

namespace PaperGraph.Tests.Explore;

/// <summary>What the page says when there is nothing, or much, and when answers are slow or missing; the server is the test's.</summary>
public sealed class ExploreTroubleTests : BrowserTests
{
    private const string NotReady = """
        {"errors":[{"message":"The graph is not in memory yet.","extensions":{"code":"SNAPSHOT_NOT_READY"}}],"data":null}
        """;

    private WebPageHost? host;

    [SkippableFact]
    public async Task An_empty_graph_says_what_to_do_with_the_command_to_copy()
    {
        var page = await OpenAsync(route => FulfillAsync(route, """{"data":{"papers":{"nodes":[],"totalCount":0}}}"""));

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "There are no papers yet" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Command" })).ToContainTextAsync("-- import");
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task A_server_that_is_lost_is_told_and_trying_again_goes_on()
    {
        var isLost = true;
        var page = await OpenAsync(route => isLost ? route.AbortAsync() : AnswerAsync(route, 3));
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The server does not answer.");

        isLost = false;
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Assertions.Expect(page.Locator("main")).ToHaveAttributeAsync("data-nodes", "3");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task A_graph_that_is_still_being_built_is_asked_for_again()
    {
        var isReady = false;
        var page = await OpenAsync(
            route => isReady || !Asks(route, "neighborhood") ? AnswerAsync(route, 3) : FulfillAsync(route, NotReady));
        await Assertions.Expect(page.Locator(".view > .notice")).ToContainTextAsync("still building the graph");

        isReady = true;

        await Assertions.Expect(page.Locator("main")).ToHaveAttributeAsync("data-nodes", "3");
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task A_slow_server_is_told_while_the_page_waits()
    {
        var answers = new TaskCompletionSource();
        var page = await OpenAsync(async route =>
        {
            await answers.Task;
            await AnswerAsync(route, 3);
        });
        await Assertions.Expect(page.Locator(".view > .notice")).ToContainTextAsync("takes its time");

        answers.SetResult();

        await Assertions.Expect(page.Locator("main")).ToHaveAttributeAsync("data-nodes", "3");
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task Five_thousand_nodes_are_drawn_and_laid_out_beside_the_page()
    {
        var page = await OpenAsync(route => AnswerAsync(route, 5_000));

        await Assertions.Expect(page.Locator("main")).ToHaveAttributeAsync("data-nodes", "5000");
        await Assertions.Expect(page.Locator("main")).ToHaveAttributeAsync("data-layout", "done");
        page.Workers.ShouldBeEmpty("the worker has ended with its work");
        await page.Keyboard.PressAsync("t");
        await Assertions.Expect(page.GetByRole(AriaRole.Treeitem)).ToHaveCountAsync(4);
        NothingWasAmiss();
    }

    private async Task<IPage> OpenAsync(Func<IRoute, Task> answer)
    {
        Browser.Require();
        BuiltPage.Require("explore");
        host = await WebPageHost.StartAsync("explore");
        return await OpenAsync(new Uri(host.Address, "/page"), page => page.RouteAsync("**/graphql", answer));
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        if (host is not null) await host.DisposeAsync();
    }

    private static bool Asks(IRoute route, string field) => route.Request.PostData?.Contains(field, StringComparison.Ordinal) == true;

    /// <summary>A paper, and concepts that all belong to it.</summary>
    private static Task AnswerAsync(IRoute route, int nodes)
    {
        if (!Asks(route, "neighborhood")) return FulfillAsync(route, """{"data":{"papers":{"nodes":[{"id":"n0"}],"totalCount":1}}}""");
        var answer = new
        {
            data = new
            {
                part = new
                {
                    nodes = Enumerable.Range(0, nodes).Select(number => new
                    {
                        id = $"n{number}",
                        kind = number == 0 ? "PAPER" : "CONCEPT",
                        label = $"Node {number}",
                        degree = number == 0 ? nodes - 1 : 1,
                        x = Math.Cos(number),
                        y = Math.Sin(number),
                        node = new { conceptKind = number == 0 ? null : number % 2 == 0 ? "METHOD" : "TASK" },
                    }),
                    edges = Enumerable.Range(1, nodes - 1).Select(number => new
                    {
                        id = $"e{number}",
                        from = "n0",
                        to = $"n{number}",
                        kind = number % 2 == 0 ? "METHOD" : "TASK",
                        weight = 0.5,
                    }),
                    truncated = false,
                    asOf = "2026-11-28T12:00:00Z",
                },
            },
        };
        return FulfillAsync(route, JsonSerializer.Serialize(answer));
    }

    private static Task FulfillAsync(IRoute route, string body) =>
        route.FulfillAsync(new() { ContentType = "application/graphql-response+json", Body = body });
}
