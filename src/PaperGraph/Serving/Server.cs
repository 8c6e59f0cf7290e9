using PaperGraph.Data;
using PaperGraph.Databases;
using PaperGraph.Graph;
using PaperGraph.GraphQL.Http;
using PaperGraph.Ide;

namespace PaperGraph.Serving;

/// <summary>The web application over an open database.</summary>
internal static class Server
{
    public static WebApplication Create(OpenDatabase database, Readiness readiness, string? urls)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        Addresses.Apply(builder, urls);
        AllowedHosts.Apply(builder);
        builder.WebHost.ConfigureKestrel(ServerLimits.Apply);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        TelemetryExport.AddTo(builder);

        builder.Services.AddPaperGraphData(database.DataSource);
        if (database.Own is { } own) PostgresSupervision.AddTo(builder.Services, own);
        builder.Services.AddPaperGraph();
        builder.Services.AddGraphQL(_ => PaperGraphSchema.Build());
        builder.Services.AddSingleton(readiness);

        var app = builder.Build();
        SecurityHeaders.Use(app);
        TrustedProxies.Use(app);
        app.UseGraphQLIde("/graphql");
        app.MapGraphQL("/graphql");
        app.MapHealth();
        return app;
    }
}
