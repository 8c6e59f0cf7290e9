using System.Diagnostics;
using System.Runtime.CompilerServices;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Http;
using PaperGraph.GraphQL.Language;

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
        var listeners = 0;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddGraphQL(_ => SchemaBuilder.Build(Parser.Parse(Schema), new FieldBindings()
            .Value("Query.nothing", (object _) => (int?)null)
            .Stream("Subscription.events", context => ListenAsync(context.CancellationToken))));

        await using var app = builder.Build();
        app.MapGraphQL("/graphql");
        await app.StartAsync();
        Console.WriteLine(new Uri(app.Urls.First()).Port);
        while (Console.ReadLine() is not null)
        {
            var live = GC.GetTotalMemory(forceFullCollection: true);
            using var process = Process.GetCurrentProcess();
            Console.WriteLine($"{Volatile.Read(ref listeners)} {process.WorkingSet64} {live}");
        }

        async IAsyncEnumerable<object?> ListenAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref listeners);
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                yield return 0;
            }
            finally
            {
                Interlocked.Decrement(ref listeners);
            }
        }
    }
}
