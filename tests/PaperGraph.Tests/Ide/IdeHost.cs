using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaperGraph.Ide;

namespace PaperGraph.Tests.Ide;

/// <summary>The IDE in front of an endpoint that answers every request alike, on a real port.</summary>
internal sealed class IdeHost : IAsyncDisposable
{
    public const string Answer = """{"data":{"papers":{"nodes":[{"title":"Attention Is All You Need"}]}}}""";

    private readonly WebApplication app;

    private IdeHost(WebApplication app, string answer) => (this.app, Answers) = (app, answer);

    /// <summary>What it answers with from now on.</summary>
    public string Answers { get; set; }

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<IdeHost> StartAsync(
        IdePage page, string pathBase = "", string answer = Answer, string type = "application/graphql-response+json")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();

        var app = builder.Build();
        if (pathBase.Length > 0) app.UsePathBase(pathBase);
        app.UseGraphQLIde("/graphql", page);
        app.UseRouting();
        var host = new IdeHost(app, answer);
        app.MapMethods("/graphql", ["GET", "POST"], () => Results.Text(host.Answers, type));
        await app.StartAsync();
        return host;
    }

    /// <summary>A client that takes bodies as they come.</summary>
    public HttpClient CreateClient() => new() { BaseAddress = Address };

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
