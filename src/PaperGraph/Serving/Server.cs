using Microsoft.Extensions.Options;
using PaperGraph.Databases;
using PaperGraph.Grafana;
using PaperGraph.Graph;
using PaperGraph.GraphQL.Http;
using PaperGraph.Ide;
using PaperGraph.NodePages;
using PaperGraph.Pages;
using PaperGraph.Postgres;
using PaperGraph.Rows;

namespace PaperGraph.Serving;

/// <summary>The web application over an open database.</summary>
internal static class Server
{
    private static readonly string[] StartCategories =
        ["Microsoft.AspNetCore.Server.Kestrel", "Microsoft.Extensions.Hosting.Internal.Host"];

    public static WebApplication Create(OpenDatabase database, Readiness readiness, string? urls)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        Addresses.Apply(builder, urls);
        AllowedHosts.Apply(builder);
        builder.WebHost.ConfigureKestrel(ServerLimits.Apply);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // It has nothing to say at this level, but would begin an activity and a scope of the log for each request, in case of it.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // What keeps the server from starting is told by the command, in a sentence; the host would add its stack trace twice.
        foreach (var category in StartCategories)
            builder.Logging.AddFilter(category, level => level >= LogLevel.Warning && (readiness.IsStarted || level < LogLevel.Error));
        TelemetryExport.AddTo(builder);

        builder.Services.AddSingleton(services =>
            database.CreateServerPool(services.GetRequiredService<IOptions<GraphQLHttpOptions>>().Value.Limits.MaxTime));
        if (database.Own is { } own) PostgresSupervision.AddTo(builder.Services, own);
        builder.Services.AddPaperGraph(services => services.GetService<PostgresSupervisor>()?.Trouble);
        GraphInMemory.AddTo(builder.Services, database);
        builder.Services.AddGraphQL(_ => PaperGraphSchema.Build());
        Following.AddTo(builder, database);
        HealthChecks.AddTo(builder, database, readiness);
        builder.Services.Configure<GraphQLHttpOptions>(options => options.Notice = () => readiness.Notice);

        var app = builder.Build();
        SecurityHeaders.Use(app);
        TrustedProxies.Use(app);
        app.UseGraphQLIde("/graphql");
        app.UseWebPage("/explore", "explore");
        app.UseWebPage("/dashboard", "dashboard");
        app.MapGraphQL("/graphql");
        RowEndpoints.Map(app);
        GrafanaFiles.Map(app);
        NodePageEndpoints.Map(app);
        app.MapMethods(
            "/",
            [HttpMethods.Get, HttpMethods.Head],
            context =>
            {
                context.Response.Redirect($"{context.Request.PathBase.ToUriComponent()}/graphql");
                return Task.CompletedTask;
            });
        HealthChecks.Map(app);
        return app;
    }
}
