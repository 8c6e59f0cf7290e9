using Microsoft.Playwright;

namespace PaperGraph.Tests.Browsers;

/// <summary>Facts that a browser shows; one is started for each.</summary>
public abstract class BrowserTests : IAsyncLifetime
{
    private readonly List<string> complaints = [];
    private readonly List<string> otherHosts = [];
    private IPlaywright? playwright;
    private IBrowser? browser;

    public virtual async Task InitializeAsync()
    {
        if (Browser.Executable is null) return;
        playwright = await Playwright.CreateAsync();
        browser = await Browser.LaunchAsync(playwright);
        Assertions.SetDefaultExpectTimeout((float)TimeSpan.FromMinutes(1).TotalMilliseconds);
    }

    public virtual async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <param name="prepare">What is done to the page before it is loaded.</param>
    protected async Task<IPage> OpenAsync(Uri address, Func<IPage, Task>? prepare = null)
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
