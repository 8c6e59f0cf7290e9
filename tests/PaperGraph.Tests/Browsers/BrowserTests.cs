using Microsoft.Playwright;

namespace PaperGraph.Tests.Browsers;

/// <summary>Facts that a browser shows. One browser is there for all; each fact has a session of its own in it.</summary>
public abstract class BrowserTests : IAsyncLifetime
{
    private readonly List<string> complaints = [];
    private readonly List<string> otherHosts = [];
    private readonly List<IBrowserContext> contexts = [];

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public virtual async Task DisposeAsync()
    {
        foreach (var context in contexts) await context.CloseAsync();
    }

    /// <summary>What GraphQL was asked, by the names of the operations, in their order.</summary>
    protected List<string> Asked { get; } = [];

    /// <summary>The documents of these operations, by their names.</summary>
    protected Dictionary<string, string> AskedDocuments { get; } = [];

    /// <summary>Opens a page; skips the test where there is no browser.</summary>
    /// <param name="prepare">What is done to the page before it is loaded.</param>
    /// <param name="device">What the page is looked at with; a desk where it is left out.</param>
    protected async Task<IPage> OpenAsync(Uri address, Func<IPage, Task>? prepare = null, BrowserNewContextOptions? device = null)
    {
        Browser.Require();
        var browser = await Browser.ShareAsync();
        var context = await browser.NewContextAsync(device);
        context.SetDefaultTimeout((float)Patience.Limit.TotalMilliseconds);
        contexts.Add(context);
        var page = await context.NewPageAsync();
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
            if (!asked.AbsolutePath.EndsWith("/graphql", StringComparison.Ordinal) || Operation.Of(request) is not { } operation) return;
            Asked.Add(operation.Name);
            AskedDocuments[operation.Name] = operation.Document;
        };
        if (prepare is not null) await prepare(page);
        await page.GotoAsync(address.AbsoluteUri);
        return page;
    }

    /// <summary>No script failed, nothing was refused by the content security policy, and no other host was asked.</summary>
    protected void NothingWasAmiss()
    {
        complaints.ShouldBeEmpty();
        otherHosts.ShouldBeEmpty();
    }
}
