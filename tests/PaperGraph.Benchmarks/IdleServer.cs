using System.Diagnostics;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Http;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Subscriptions;

namespace PaperGraph.Benchmarks;

/// <summary>
/// A process of its own with nothing but subscriptions. Tells its address, and then for each line that it reads how many listen and
/// the bytes of memory that it has, all of it and those of live objects.
/// </summary>
internal static class IdleServer
{
    public const string Argument = "idle-server";

    private const string Schema = """
        type Query { nothing: Int }
        type Subscription { events: Int! }
        """;

    public static async Task RunAsync()
    {
        var topic = new Topic<int>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddGraphQL(_ => SchemaBuilder.Build(Parser.Parse(Schema), new FieldBindings()
            .Value("Query.nothing", (object _) => (int?)null)
            .Stream("Subscription.events", context => Boxed(topic.ListenAsync(context.CancellationToken)))));

        await using var app = builder.Build();
        app.MapGraphQL("/graphql");
        await app.StartAsync();
        Console.WriteLine(new Uri(app.Urls.First()).Port);
        while (Console.ReadLine() is not null)
        {
            var live = GC.GetTotalMemory(forceFullCollection: true);
            using var process = Process.GetCurrentProcess();
            Console.WriteLine($"{topic.Listeners} {process.WorkingSet64} {live}");
        }
    }

    private static async IAsyncEnumerable<object?> Boxed(IAsyncEnumerable<int> events)
    {
        await foreach (var number in events) yield return number;
    }
}
