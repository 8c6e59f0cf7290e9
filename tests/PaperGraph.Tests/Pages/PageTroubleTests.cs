using Microsoft.Playwright;
using PaperGraph.Tests.Browsers;

namespace PaperGraph.Tests.Pages;

/// <summary>A page over a server that is the test's.</summary>
/// <param name="name">Of the page as <see cref="PaperGraph.Pages.WebPage.Find"/> knows it.</param>
public abstract class PageTroubleTests(string name) : BrowserTests
{
    private WebPageHost? host;

    /// <param name="answer">What becomes of each question to the API.</param>
    protected async Task<IPage> OpenAsync(Func<IRoute, Task> answer, string search = "")
    {
        BuiltPage.Require(name);
        host = await WebPageHost.StartAsync(name);
        return await OpenAsync(new Uri(host.Address, $"/page{search}"), page => page.RouteAsync("**/graphql", answer));
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        if (host is not null) await host.DisposeAsync();
    }

    /// <summary>Whether the question has these words.</summary>
    protected static bool Asks(IRoute route, string words) => route.Request.PostData?.Contains(words, StringComparison.Ordinal) == true;

    protected static Task FulfillAsync(IRoute route, string body) =>
        route.FulfillAsync(new() { ContentType = "application/graphql-response+json", Body = body });
}
