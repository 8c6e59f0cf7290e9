using Microsoft.Playwright;
using PaperGraph.Tests.Pages;

namespace PaperGraph.Tests.Dashboard;

/// <summary>What the dashboard says when answers are slow, missing, or come too late; the server is the test's.</summary>
public sealed class DashboardTroubleTests() : PageTroubleTests("dashboard")
{
    private const string Start = """
        {"data":{
          "first":{"nodes":[{"publishedOn":"2025-01-10"}]},
          "last":{"nodes":[{"publishedOn":"2025-06-18"}]},
          "months":{"rows":[{"date":"2025-01-01","papers":1},{"date":"2025-06-01","papers":2}]},
          "topics":{"nodes":[]}}}
        """;

    private const string Nothing = """{"data":{"topics":{"paperCount":0,"rows":[]},"periods":{"rows":[]}}}""";

    [SkippableFact]
    public async Task A_server_that_is_lost_is_told_with_what_to_do_and_trying_again_goes_on()
    {
        var isLost = true;
        var page = await OpenAsync(route => isLost ? route.AbortAsync() : AnswerAsync(route));
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The server does not answer.");

        isLost = false;
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Assertions.Expect(page.Locator(".sentence")).ToContainTextAsync("Jan 2025 – Jun 2025");
    }

    [SkippableFact]
    public async Task A_card_whose_question_fails_says_why_and_the_others_stay()
    {
        var page = await OpenAsync(route => Asks(route, "PapersOverTime") ? route.FulfillAsync(new()
        {
            Status = 503,
            Headers = [new("Retry-After", "7")],
            ContentType = "application/graphql-response+json",
            Body = """{"errors":[{"message":"Busy.","extensions":{"code":"DATABASE_UNAVAILABLE"}}]}""",
        }) : AnswerAsync(route));

        await Assertions.Expect(page.Locator("#papers [role=alert]")).ToContainTextAsync("The database cannot be reached just now.");
        await Assertions.Expect(page.Locator("#papers [role=alert]")).ToContainTextAsync("Try again in 7 seconds.");
        await Assertions.Expect(page.Locator("#organizations .card-empty")).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task A_card_of_which_a_part_is_missing_shows_the_rest_and_says_so()
    {
        var page = await OpenAsync(route => Asks(route, "PapersOverTime") ? FulfillAsync(route, """
            {"data":{
              "topics":{"paperCount":3,"rows":[{"key":"agents","label":"Agents","papers":3,"topic":{"slug":"agents","name":"Agents"}}]},
              "periods":{"rows":[]}},
             "errors":[{"message":"The request took too long.","path":["periods"],"extensions":{"code":"TIME_LIMIT"}}]}
            """) : AnswerAsync(route));

        await Assertions.Expect(page.Locator("#papers .card-note")).ToHaveTextAsync("Not all of it is here: The request took too long.");
        await Assertions.Expect(page.Locator("#papers .failed-part")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#organizations .card-empty")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#organizations .card-note")).ToBeEmptyAsync();
    }

    [SkippableFact]
    public async Task A_name_that_nobody_goes_by_is_told_with_those_that_may_be_meant()
    {
        var page = await OpenAsync(route => Asks(route, "WhoPublishes") ? FulfillAsync(route, """
            {"errors":[{"message":"No concept goes by \"grpx\".","extensions":{"code":"BAD_USER_INPUT","suggestions":["grpo"]}}]}
            """) : AnswerAsync(route));

        await Assertions.Expect(page.Locator("#organizations [role=alert]")).ToContainTextAsync("Was it one of these: grpo?");
    }

    [SkippableFact]
    public async Task While_an_answer_is_out_its_place_is_kept_and_a_question_that_is_overtaken_is_aborted()
    {
        var isHeld = true;
        var aborted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var page = await OpenAsync(route => isHeld && Asks(route, "PapersOverTime") ? Task.CompletedTask : AnswerAsync(route));
        page.RequestFailed += (_, request) =>
        {
            if (request.PostData?.Contains("PapersOverTime", StringComparison.Ordinal) == true) aborted.TrySetResult();
        };
        await Assertions.Expect(page.Locator("#papers .skeleton")).ToBeVisibleAsync();

        isHeld = false;
        await page.GetByRole(AriaRole.Button, new() { Name = "with or without code" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "with code", Exact = true }).ClickAsync();

        await aborted.Task.WaitAsync(Patience.Limit);
        await Assertions.Expect(page.Locator("#papers .card-empty")).ToContainTextAsync("No papers here.");
    }

    [SkippableFact]
    public async Task Without_papers_it_says_how_to_import_some()
    {
        var page = await OpenAsync(route => FulfillAsync(
            route, """{"data":{"first":{"nodes":[]},"last":{"nodes":[]},"months":{"rows":[]},"topics":{"nodes":[]}}}"""));

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "There are no papers yet" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("-- import daily-papers.txt");
        NothingWasAmiss();
    }

    private static Task AnswerAsync(IRoute route) => FulfillAsync(route, Asks(route, "query Start") ? Start : Answers(route));

    /// <summary>What a server without a matching paper answers.</summary>
    private static string Answers(IRoute route) => Asks(route, "WhoPublishes")
        ? """{"data":{"organizations":{"rows":[],"groupCount":0,"otherCount":0}}}"""
        : Nothing;
}
