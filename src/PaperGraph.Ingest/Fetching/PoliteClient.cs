using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Npgsql;
using Polly;

namespace PaperGraph.Ingest.Fetching;

/// <summary>
/// The client by which everything is fetched. From outside to inside: tries again with longer and longer pauses, or when the server says;
/// waits for the turn of the host; leaves a host alone that fails again and again; limits the time of an attempt; takes the answer whole.
/// </summary>
internal static class PoliteClient
{
    public const string Name = "sources";

    // Two addresses that fail for good are some dozen attempts.
    private static readonly TimeSpan FailingFor = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LeftAloneFor = TimeSpan.FromMinutes(2);
    private const int MinFailures = 10;

    /// <param name="dataSource">See <see cref="HostTurns"/>.</param>
    public static ServiceProvider CreateServices(
        FetchOptions options, TimeProvider time, NpgsqlDataSource? dataSource, Func<HttpMessageHandler>? transport)
    {
        var services = new ServiceCollection();
        services.AddSingleton(_ => new HostTurns(options, time, dataSource));
        var client = services.AddHttpClient(Name, client => client.Timeout = Timeout.InfiniteTimeSpan);
        client.ConfigurePrimaryHttpMessageHandler(transport ?? Sockets);
        client.AddResilienceHandler("retry", pipeline =>
        {
            pipeline.TimeProvider = time;
            pipeline.AddRetry(Retries(options, time));
        });
        client.AddHttpMessageHandler(provider => new TurnHandler(provider.GetRequiredService<HostTurns>()));
        client.AddResilienceHandler("attempt", pipeline =>
        {
            pipeline.TimeProvider = time;
            pipeline
                .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
                {
                    FailureRatio = 0.9,
                    MinimumThroughput = MinFailures,
                    SamplingDuration = FailingFor,
                    BreakDuration = LeftAloneFor,
                })
                .AddTimeout(new HttpTimeoutStrategyOptions { Timeout = options.MaxTime });
        }).SelectPipelineByAuthority();
        client.AddHttpMessageHandler(() => new BodyHandler(options, time));
        return services.BuildServiceProvider();
    }

    /// <summary>How long a server says to stay away; null where it does not say.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider time) =>
        response.Headers.RetryAfter is { } after ? after.Delta ?? (after.Date - time.GetUtcNow()) : null;

    private static HttpRetryStrategyOptions Retries(FetchOptions options, TimeProvider time) => new()
    {
        MaxRetryAttempts = options.MaxRetries,
        Delay = options.RetryDelay,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldRetryAfterHeader = true,
        ShouldHandle = attempt => ValueTask.FromResult(
            HttpClientResiliencePredicates.IsTransient(attempt.Outcome)
            && !(attempt.Outcome.Result is { } response && RetryAfter(response, time) > options.MaxRetryAfter)),
    };

    /// <summary>Redirections are followed by <see cref="Fetcher"/>, which looks at where they lead.</summary>
    private static SocketsHttpHandler Sockets() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(15),
    };
}
