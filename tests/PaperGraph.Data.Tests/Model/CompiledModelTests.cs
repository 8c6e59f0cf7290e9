using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using PaperGraph.Data.CompiledModel;

namespace PaperGraph.Data.Tests.Model;

public sealed class CompiledModelTests
{
    /// <summary>What only migrations ask of an index is not compiled.</summary>
    private const string OfMigrations = "Npgsql:IndexMethod";

    [Fact]
    public void The_compiled_model_is_that_of_the_mappings()
    {
        using var dataSource = DataSources.Create("Host=localhost");
        using var context = dataSource.CreateContext();
        var ofMappings = context.GetService<IModelRuntimeInitializer>()
            .Initialize(context.GetService<IDesignTimeModel>().Model, designTime: false);

        context.Model.ShouldBeSameAs(PaperGraphContextModel.Instance);
        Lines(context.Model).ShouldBe(
            Lines(ofMappings), "Compile the model anew; the README of PaperGraph.Data says how, under \"Changing the model\".");
    }

    private static List<string> Lines(IModel model) =>
        [
            .. model.ToDebugString(MetadataDebugStringOptions.LongDefault).Split('\n')
                .Where(line => !line.Contains(OfMigrations, StringComparison.Ordinal)),
        ];
}
