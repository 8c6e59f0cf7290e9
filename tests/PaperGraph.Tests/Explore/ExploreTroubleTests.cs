using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PaperGraph.Tests.Browsers;
using PaperGraph.Tests.Pages;

namespace PaperGraph.Tests.Explore;

/// <summary>What the page says when there is nothing, or much, and when answers are slow or missing; the server is the test's.</summary>
public sealed class ExploreTroubleTests() : PageTroubleTests("explore")
{
    private const string NotReady = """
        {"errors":[{"message":"The graph is not in memory yet.","extensions":{"code":"SNAPSHOT_NOT_READY"}}],"data":null}
        """;

    /// <summary>What keeps a page from answering, of processor time, so that it holds on a busy machine.</summary>
    private static readonly TimeSpan LongTask = TimeSpan.FromMilliseconds(50);

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
    public async Task A_panel_without_an_answer_can_ask_again()
    {
        var asked = 0;
        var page = await OpenAsync(
            route =>
            {
                if (!Asks(route, "Details")) return AnswerAsync(route, 3);
                asked++;
                return route.AbortAsync();
            },
            "?of=n0&at=n1");
        await Assertions.Expect(page.Locator(".panel").GetByRole(AriaRole.Alert)).ToContainTextAsync("The server does not answer.");

        await page.Locator(".panel").GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Assertions.Expect(page.Locator(".panel").GetByRole(AriaRole.Alert)).ToContainTextAsync("The server does not answer.");
        asked.ShouldBe(2);
    }

    [SkippableFact]
    public async Task A_search_without_an_answer_is_told_and_made_again()
    {
        const string found = """
            {"data":{"suggest":[{"text":"Lakes","kind":"TOPIC","node":{"id":"t1","slug":"lakes","name":"Lakes","paperCount":3}}]}}
            """;
        var isLost = true;
        var page = await OpenAsync(
            route => !Asks(route, "Suggest") ? AnswerAsync(route, 3) : isLost ? route.AbortAsync() : FulfillAsync(route, found));

        await page.GetByRole(AriaRole.Combobox).First.FillAsync("la");
        await Assertions.Expect(page.Locator(".frame .choices-status")).ToContainTextAsync("The server does not answer.");
        isLost = false;

        await Assertions.Expect(page.Locator(".frame").GetByRole(AriaRole.Option)).ToContainTextAsync("Lakes");
        await Assertions.Expect(page.Locator(".frame .choices-status")).ToHaveTextAsync("");
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
    public async Task A_graph_that_is_too_large_is_told_with_what_to_do_and_not_asked_for_again()
    {
        const string tooLarge = """
            {"errors":[{"message":"The graph takes more than 1 MB.","extensions":{"code":"SNAPSHOT_TOO_LARGE"}}],"data":null}
            """;
        var page = await OpenAsync(
            route => Asks(route, "neighborhood") ? FulfillAsync(route, tooLarge) : AnswerAsync(route, 3));

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The graph takes more than 1 MB.");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("can allow the graph more memory");
        Asked.ShouldBe(["Latest", "Around"]);
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task Of_an_address_that_names_what_is_gone_the_rest_is_shown_and_what_is_gone_is_told()
    {
        const string unknown = """
            {"errors":[{"message":"of[0] names nothing.","extensions":{"code":"BAD_USER_INPUT"}}],"data":null}
            """;
        var page = await OpenAsync(
            route => Asks(route, "Present") ? FulfillAsync(route, """
                {"data":{"nodes":[null,{"__typename":"Paper","id":"n0"},{"__typename":"Paper","id":"n1"}]}}
                """)
                : Asks(route, "\"of\":[\"gone\"]") || Asks(route, "\"of\":[\"former\"]") ? FulfillAsync(route, unknown)
                : AnswerAsync(route, 3),
            "?of=gone&of=former&at=n1");

        await Assertions.Expect(page.Locator(".view > .notice")).ToContainTextAsync("1 node of this address is not in the graph any more.");
        await Assertions.Expect(page.Locator("main")).ToHaveAttributeAsync("data-nodes", "3");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"\?of=n0&at=n1$"));
        await Assertions.Expect(page.Locator(".crumb")).ToHaveCountAsync(1);
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
    public async Task A_node_can_be_pointed_at_before_all_is_drawn_in_other_colours()
    {
        var page = await OpenAsync(route => AnswerAsync(route, 3));
        await Assertions.Expect(page.Locator("main")).ToHaveAttributeAsync("data-layout", "done");
        await Assertions.Expect(page.Locator("main")).Not.ToHaveAttributeAsync("aria-busy", "true");

        var cursor = await page.EvaluateAsync<string>("""
            () => {
              const stage = document.querySelector('.stage');
              const { x, y } = stage.placeOf('n0');
              const { left, top } = stage.getBoundingClientRect();
              document.querySelector('.frame-theme').click();
              const place = { clientX: left + x, clientY: top + y, bubbles: true };
              stage.querySelector('.sigma-mouse').dispatchEvent(new MouseEvent('mousemove', place));
              return stage.style.cursor;
            }
            """);

        cursor.ShouldBe("pointer");
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task Five_thousand_nodes_are_drawn_and_laid_out_beside_the_page_which_stays_free_for_pointing_and_moving()
    {
        BrowserTrace? trace = null;
        var page = await OpenAsync(
            async route =>
            {
                trace ??= await BrowserTrace.StartAsync(route.Request.Frame.Page);
                await AnswerAsync(route, 5_000);
            });
        await Assertions.Expect(page.Locator("main")).ToHaveAttributeAsync("data-nodes", "5000");
        await Assertions.Expect(page.Locator("main")).ToHaveAttributeAsync("data-layout", "done");
        page.Workers.ShouldBeEmpty("the worker has ended with its work");

        await page.Mouse.MoveAsync(600, 300);
        await page.Mouse.MoveAsync(700, 400, new() { Steps = 5 });
        for (var turn = 0; turn < 3; turn++) await page.Mouse.WheelAsync(0, -200);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(500, 500, new() { Steps = 5 });
        await page.Mouse.UpAsync();
        var tasks = await trace!.EndAsync();
        tasks.ShouldNotBeEmpty();
        tasks.ShouldAllBe(task => task < LongTask);

        await page.Locator(".stage").FocusAsync();
        await page.Keyboard.PressAsync("t");
        var items = page.GetByRole(AriaRole.Treeitem);
        await Assertions.Expect(items).ToHaveCountAsync(4);
        await items.Nth(2).ClickAsync();
        await Assertions.Expect(items).ToHaveCountAsync(4 + 101);
        await page.Locator("[data-more=METHOD]").ClickAsync();
        await Assertions.Expect(items).ToHaveCountAsync(4 + 201);
        await Assertions.Expect(items.Nth(3 + 100)).ToBeFocusedAsync();
        NothingWasAmiss();
    }

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
}
