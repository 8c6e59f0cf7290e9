using System.Text;
using Npgsql;
using PaperGraph.Benchmarks.Peer;
using PaperGraph.Graph;
using PaperGraph.GraphQL.Http;

namespace PaperGraph.Benchmarks;

/// <summary>One server with the graph on <c>/graphql</c>, and beside it the bare endpoints that it is measured against.</summary>
internal sealed class BenchmarkServer : IAsyncDisposable
{
    /// <summary>The whole answer made by PostgreSQL itself: what the graph's answer is compared with, byte for byte in its shape.</summary>
    private const string PaperSql = """
        select json_build_object('data', json_build_object('paper', (
          select json_build_object(
            'title', p.title,
            'publishedOn', p.published_on,
            'concepts', json_build_object('edges', coalesce((
              select json_agg(json_build_object('weight', e.weight, 'node', json_build_object('name', c.name, 'kind', c.kind)) order by e.weight desc, e.concept_id desc)
              from (select * from paper_concepts x where x.paper_id = p.id order by x.weight desc, x.concept_id desc limit 20) e
              join concepts c on c.id = e.concept_id), '[]')),
            'repositories', json_build_object('nodes', coalesce((
              select json_agg(json_build_object('url', r.url) order by e.repository_id)
              from paper_repositories e
              join repositories r on r.id = e.repository_id
              where e.paper_id = p.id), '[]')),
            'organizations', json_build_object('nodes', coalesce((
              select json_agg(json_build_object('name', o.name) order by e.organization_id)
              from paper_organizations e
              join organizations o on o.id = e.organization_id
              where e.paper_id = p.id), '[]')))
          from papers p
          where p.id = (select k.paper_id from paper_keys k where k.kind = 'SLUG' and k.key = $1))))::text
        """;

    private readonly WebApplication app;

    private BenchmarkServer(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    public static async Task<BenchmarkServer> StartAsync(NpgsqlDataSource source)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(source);
        builder.Services.AddPaperGraph();
        builder.Services.AddGraphQL(_ => PaperGraphSchema.Build());
        builder.Services.AddPeer(source);

        var app = builder.Build();
        app.MapGraphQL("/graphql");
        app.MapPost("/peer", PeerServer.AnswerAsync);
        app.MapPost("/bare/nothing", (Delegate)AnswerNothingAsync);
        app.MapPost("/bare/paper/{slug}", (string slug, HttpContext http) => AnswerPaperAsync(source, slug, http));
        await app.StartAsync();
        return new BenchmarkServer(app);
    }

    /// <summary>The slug of the paper that has the most concepts.</summary>
    public static async Task<string> BusiestPaperAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand("""
            select p.slug
            from papers p
            join paper_concepts e on e.paper_id = p.id
            group by p.id
            order by count(*) desc, p.id
            limit 1
            """);
        return (string?)await command.ExecuteScalarAsync() ?? throw new InvalidOperationException("No paper was imported.");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>Reads the same body and writes the same bytes as the graph does for <c>{ __typename }</c>.</summary>
    private static async Task AnswerNothingAsync(HttpContext http)
    {
        await ReadBodyAsync(http);
        await AnswerAsync(http, """{"data":{"__typename":"Query"}}"""u8.ToArray());
    }

    private static async Task AnswerPaperAsync(NpgsqlDataSource source, string slug, HttpContext http)
    {
        await ReadBodyAsync(http);
        await using var command = source.CreateCommand(PaperSql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = slug });
        await AnswerAsync(http, Encoding.UTF8.GetBytes((string)(await command.ExecuteScalarAsync(http.RequestAborted))!));
    }

    private static async Task ReadBodyAsync(HttpContext http)
    {
        while (true)
        {
            var read = await http.Request.BodyReader.ReadAsync(http.RequestAborted);
            http.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted) return;
        }
    }

    private static async Task AnswerAsync(HttpContext http, byte[] answer)
    {
        http.Response.ContentType = "application/graphql-response+json; charset=utf-8";
        http.Response.ContentLength = answer.Length;
        await http.Response.BodyWriter.WriteAsync(answer, http.RequestAborted);
    }
}
