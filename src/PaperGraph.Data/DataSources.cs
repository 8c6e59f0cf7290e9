using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace PaperGraph.Data;

/// <summary>How PaperGraph connects.</summary>
public static class DataSources
{
    private const string Defaults = "Read Buffer Size=65536;Max Auto Prepare=200;Auto Prepare Min Usages=2;Application Name=papergraph;";

    /// <summary>
    /// A data source set up for the graph's reads: large answers, and few statements that come again and again. What the
    /// connection string itself states stands, since of a setting given twice the last counts.
    /// </summary>
    public static NpgsqlDataSource Create(string connectionString) => new NpgsqlDataSourceBuilder(Defaults + connectionString).Build();

    /// <summary>
    /// Sets a context up. Migrations are written by hand and kept without a snapshot, so that EF Core always thinks that
    /// changes are pending; the tests compare the migrated database with the model instead.
    /// </summary>
    public static DbContextOptionsBuilder UsePaperGraph(this DbContextOptionsBuilder options, NpgsqlDataSource dataSource) => options
        .UseNpgsql(dataSource)
        .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));

    /// <summary>A context outside a service provider.</summary>
    public static PaperGraphContext CreateContext(this NpgsqlDataSource dataSource)
    {
        var options = new DbContextOptionsBuilder<PaperGraphContext>();
        options.UsePaperGraph(dataSource);
        return new PaperGraphContext(options.Options);
    }
}
