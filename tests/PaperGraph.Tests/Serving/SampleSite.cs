using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using PaperGraph.Data;
using PaperGraph.Grafana;
using PaperGraph.Graph;
using PaperGraph.GraphQL.Http;
using PaperGraph.NodePages;
using PaperGraph.Rows;

namespace PaperGraph.Tests.Serving;

/// <summary>GraphQL and what is built upon it over the sample, in this process, for pages of one other site.</summary>
public class SampleSite : SampleDatabase
{
    public const string AllowedOrigin = "https://notebooks.example.org";

    private static readonly HttpClient Client = new();
    private WebApplication server = null!;

    public string Address => server.Urls.Single();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(_ => DataSources.Create(ConnectionString));
        builder.Services.AddPaperGraph();
        builder.Services.AddGraphQL(_ => PaperGraphSchema.Build());
        builder.Services.Configure<GraphQLHttpOptions>(options => options.AllowedOrigins.Add(AllowedOrigin));
        server = builder.Build();
        server.MapGraphQL("/graphql");
        RowEndpoints.Map(server);
        GrafanaFiles.Map(server);
        NodePageEndpoints.Map(server);
        await server.StartAsync();
    }

    public override async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await base.DisposeAsync();
    }

    public Task<HttpResponseMessage> SendAsync(string address, HttpMethod? method = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(new Uri(Address), address));
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return Client.SendAsync(request);
    }

    public async Task<string> TextAsync(string address)
    {
        using var response = await SendAsync(address);
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(200, $"{address}: {text}");
        return text;
    }

    public async Task<JsonElement> JsonAsync(string address) => JsonDocument.Parse(await TextAsync(address)).RootElement;

    public async Task<JsonElement> AskAsync(string query, object? variables = null) =>
        (await PostAsync(query, variables)).GetProperty("data");

    /// <summary>The whole answer.</summary>
    public async Task<JsonElement> PostAsync(string query, object? variables)
    {
        using var response = await Client.PostAsJsonAsync(new Uri(new Uri(Address), "/graphql"), new { query, variables });
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
