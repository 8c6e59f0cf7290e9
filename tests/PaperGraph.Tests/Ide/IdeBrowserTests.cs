using Microsoft.Playwright;
using PaperGraph.Ide;

namespace PaperGraph.Tests.Ide;

public sealed class IdeBrowserTests : IAsyncLifetime
{
    private const string Title = "Attention Is All You Need";

    private readonly List<string> complaints = [];
    private readonly List<string> otherHosts = [];
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        if (Browser.Executable is null) return;
        playwright = await Playwright.CreateAsync();
        browser = await Browser.LaunchAsync(playwright);
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    [GraphiQLBrowserFact]
    public async Task GraphiQL_opens_on_the_first_example_and_runs_it()
    {
        await using var host = await IdeHost.StartAsync(IdePage.GraphiQL(typeof(IdePage).Assembly)!);
        var page = await OpenAsync(new Uri(host.Address, "/graphql"));

        await Assertions.Expect(page.GetByRole(AriaRole.Tab)).ToHaveCountAsync(IdeExample.All.Count);
        await Assertions.Expect(page.Locator(".graphiql-query-editor")).ToContainTextAsync("Connections");
        await page.GetByRole(AriaRole.Button, new() { Name = "Execute query" }).ClickAsync();
        await Assertions.Expect(page.Locator(".graphiql-response")).ToContainTextAsync(Title);

        otherHosts.ShouldBeEmpty();
        complaints.ShouldBeEmpty();
    }

    [GraphiQLBrowserFact]
    public async Task GraphiQL_opens_on_the_query_of_a_link()
    {
        await using var host = await IdeHost.StartAsync(IdePage.GraphiQL(typeof(IdePage).Assembly)!);
        var page = await OpenAsync(new Uri(host.Address, "/graphql?query=query%20FromALink%20%7B__typename%7D"));

        await Assertions.Expect(page.Locator(".graphiql-query-editor")).ToContainTextAsync("FromALink");
    }

    [BrowserFact]
    public async Task The_plain_page_opens_on_the_first_example_and_runs_it()
    {
        await using var host = await IdeHost.StartAsync(IdePage.Plain(typeof(IdePage).Assembly));
        var page = await OpenAsync(new Uri(host.Address, "/graphql"));

        await Assertions.Expect(page.GetByLabel("Query")).ToHaveValueAsync(IdeExample.All[0].Query);
        await page.GetByRole(AriaRole.Button, new() { Name = "Run" }).ClickAsync();
        await Assertions.Expect(page.Locator("#answer")).ToContainTextAsync($"\"title\": \"{Title}\"");

        otherHosts.ShouldBeEmpty();
        complaints.ShouldBeEmpty();
    }

    [BrowserFact]
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

    private async Task<IPage> OpenAsync(Uri address)
    {
        var page = await browser!.NewPageAsync();
        page.PageError += (_, message) => complaints.Add(message);
        page.Console += (_, message) =>
        {
            if (message.Type == "error") complaints.Add(message.Text);
        };
        page.Request += (_, request) =>
        {
            var asked = new Uri(request.Url);
            var isHttp = asked.Scheme.StartsWith("http", StringComparison.Ordinal);
            if (isHttp && asked.Authority != address.Authority) otherHosts.Add(request.Url);
        };
        await page.GotoAsync(address.AbsoluteUri);
        return page;
    }
}
