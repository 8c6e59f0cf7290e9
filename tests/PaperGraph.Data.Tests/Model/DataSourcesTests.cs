using Microsoft.Extensions.DependencyInjection;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PaperGraph.Data.Tests.Model;

public sealed class DataSourcesTests
{
    [Fact]
    public void A_data_source_is_set_up_for_large_answers_and_few_statements()
    {
        using var dataSource = DataSources.Create("Host=localhost;Database=papers");

        var settings = new NpgsqlConnectionStringBuilder(dataSource.ConnectionString);

        settings.ReadBufferSize.ShouldBe(64 * 1024);
        settings.MaxAutoPrepare.ShouldBe(200);
        settings.AutoPrepareMinUsages.ShouldBe(2);
    }

    [Fact]
    public void What_the_connection_string_states_stands()
    {
        using var dataSource = DataSources.Create("Host=localhost;Max Auto Prepare=0;Application Name=mine");

        var settings = new NpgsqlConnectionStringBuilder(dataSource.ConnectionString);

        settings.MaxAutoPrepare.ShouldBe(0);
        settings.ApplicationName.ShouldBe("mine");
    }

    [Fact]
    public void Registered_it_gives_contexts()
    {
        using var services = new ServiceCollection().AddPaperGraphData("Host=localhost").BuildServiceProvider();

        using var context = services.GetRequiredService<IDbContextFactory<PaperGraphContext>>().CreateDbContext();

        context.Database.IsNpgsql().ShouldBeTrue();
    }
}
