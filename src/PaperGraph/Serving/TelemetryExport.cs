using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using PaperGraph.Graph.Network;
using PaperGraph.GraphQL;

namespace PaperGraph.Serving;

/// <summary>
/// Sends traces, metrics and logs to an OpenTelemetry collector where the environment names one; its variables
/// (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, <c>OTEL_SERVICE_NAME</c> and the others of the specification) are the settings.
/// </summary>
internal static class TelemetryExport
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Where no collector is named this does nothing and loads nothing.</summary>
    public static void AddTo(WebApplicationBuilder builder)
    {
        if (!string.IsNullOrEmpty(builder.Configuration[Endpoint])) Export(builder.Services);
    }

    private static void Export(IServiceCollection services) => services.AddOpenTelemetry()
        // What the environment says is added last, and so holds.
        .ConfigureResource(resource => resource.AddService("papergraph").AddEnvironmentVariableDetector())
        .WithTracing(traces => traces
            .AddAspNetCoreInstrumentation()
            .AddHttpClientInstrumentation()
            .AddNpgsql()
            .AddSource(EngineTelemetry.Name))
        .WithMetrics(metrics => metrics
            .AddAspNetCoreInstrumentation()
            .AddHttpClientInstrumentation()
            .AddRuntimeInstrumentation()
            .AddNpgsqlInstrumentation()
            .AddMeter(EngineTelemetry.Name)
            .AddMeter(GraphSnapshotSource.MeterName))
        .WithLogging()
        .UseOtlpExporter();
}
