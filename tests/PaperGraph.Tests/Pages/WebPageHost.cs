using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaperGraph.Pages;

namespace PaperGraph.Tests.Pages;

/// <summary>A page of the program on <c>/page</c>, on a real port and without a server of data.</summary>
internal sealed class WebPageHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private WebPageHost(WebApplication app) => this.app = app;

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <param name="name">Of the page as <see cref="WebPage.Find"/> knows it.</param>
    public static async Task<WebPageHost> StartAsync(string name, string pathBase = "")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();

        var app = builder.Build();
        if (pathBase.Length > 0) app.UsePathBase(pathBase);
        app.UseWebPage("/page", WebPage.Find(typeof(WebPage).Assembly, name)!);
        await app.StartAsync();
        return new WebPageHost(app);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
