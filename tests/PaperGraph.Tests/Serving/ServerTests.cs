using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using PaperGraph.Commands;
using PaperGraph.Databases;
using PaperGraph.GraphQL.Http;
using PaperGraph.Serving;
using PaperGraph.Tests.Terminals;

namespace PaperGraph.Tests.Serving;

/// <summary>The whole application, while it starts.</summary>
public sealed class ServerTests : IAsyncLifetime
{
    private static readonly HttpClient Client = new();

    private readonly Readiness readiness = new();
    private TestDatabase stored = null!;
    private OpenDatabase database = null!;
    private WebApplication server = null!;

    public async Task InitializeAsync()
    {
        stored = await TestDatabase.CreateEmptyAsync();
        database = await OpenDatabase.OpenAsync(
            new DatabaseChoice(stored.ConnectionString, Home: null), new TestTerminal().Terminal, CancellationToken.None);
        server = Server.Create(database, readiness, "http://127.0.0.1:0");
        await server.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await database.DisposeAsync();
        await stored.DisposeAsync();
    }

    [Theory]
    [InlineData("/health/live", "*/*", 200)]
    [InlineData("/graphql?query={__typename}", "application/json", 200)]
    [InlineData("/graphql", "text/html", 200)]
    [InlineData("/data/groups.csv?by=MONTH", "*/*", 200)]
    [InlineData("/nothing", "*/*", 404)]
    public async Task Every_response_tells_browsers_what_to_leave_alone_and_nobody_what_the_server_is(
        string path, string accept, int status)
    {
        using var response = await GetAsync(path, accept);

        ((int)response.StatusCode).ShouldBe(status);
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
        response.Headers.Contains("Server").ShouldBeFalse();
    }

    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("[::1]:80", 200)]
    [InlineData("papers.example.org", 400)]
    [InlineData("localhost.example.org", 400)]
    public async Task A_page_of_another_site_whose_name_leads_here_is_not_answered(string host, int status) =>
        ((int)(await GetAsync("/health/live", "*/*", host)).StatusCode).ShouldBe(status);

    [Fact]
    public async Task While_the_server_waits_for_something_answers_say_so()
    {
        readiness.WaitFor("the meadow", notice: "The meadow is being sown.");
        (await AskAsync()).ShouldBe("""{"data":{"__typename":"Query"},"extensions":{"notice":"The meadow is being sown."}}""");

        readiness.Ready();
        (await AskAsync()).ShouldBe("""{"data":{"__typename":"Query"}}""");
    }

    [Fact]
    public async Task Who_is_told_to_come_again_is_told_when()
    {
        using var response = await GetAsync("/health/ready", "*/*");

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; charset=utf-8");
        (await response.Content.ReadAsStringAsync()).ShouldBe("not ready: the server is starting");
    }

    [Fact]
    public async Task A_server_whose_connections_are_all_in_use_is_busy_and_yet_ready()
    {
        readiness.Ready();
        var pool = server.Services.GetRequiredService<NpgsqlDataSource>();
        var size = new NpgsqlConnectionStringBuilder(pool.ConnectionString).MaxPoolSize;
        var taken = await Task.WhenAll(Enumerable.Range(0, size).Select(_ => pool.OpenConnectionAsync().AsTask()));

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => GetAsync("/health/ready", "*/*")));

        answers.Select(answer => answer.StatusCode).ShouldAllBe(status => status == HttpStatusCode.OK);
        foreach (var answer in answers) answer.Dispose();
        foreach (var connection in taken) await connection.DisposeAsync();
    }

    [Fact]
    public async Task Statements_of_requests_end_by_themselves_when_a_server_is_killed_and_others_do_not()
    {
        var maxTime = server.Services.GetRequiredService<IOptions<GraphQLHttpOptions>>().Value.Limits.MaxTime;

        (await TimeoutAsync(server.Services.GetRequiredService<NpgsqlDataSource>())).ShouldBe(maxTime + TimeSpan.FromSeconds(5));
        (await TimeoutAsync(database.DataSource)).ShouldBe(TimeSpan.Zero);

        static async Task<TimeSpan> TimeoutAsync(NpgsqlDataSource source)
        {
            await using var command = source.CreateCommand("select setting::int from pg_settings where name = 'statement_timeout'");
            return TimeSpan.FromMilliseconds((int)(await command.ExecuteScalarAsync())!);
        }
    }

    [Fact]
    public void Clients_that_take_less_than_a_kibibyte_a_second_are_left()
    {
        var rate = server.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits.MinResponseDataRate!;

        (rate.BytesPerSecond, rate.GracePeriod).ShouldBe((1024, TimeSpan.FromSeconds(10)));
    }

    private async Task<string> AskAsync()
    {
        using var response = await GetAsync("/graphql?query={__typename}", "application/json");
        return await response.Content.ReadAsStringAsync();
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string accept, string? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Urls.Single() + path);
        request.Headers.Add("Accept", accept);
        request.Headers.Host = host;
        return await Client.SendAsync(request);
    }
}
