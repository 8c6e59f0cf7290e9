using System.Xml.Linq;

namespace PaperGraph.Model.Tests;

/// <summary>Which project knows of which. The leaves know nothing of each other above the model; everything else follows from the table.</summary>
public sealed class ProjectReferencesTests
{
    private static readonly string[] All = [.. Directory.GetDirectories(RepositoryRoot.Combine("src")).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];

    [Theory]
    [InlineData("PaperGraph.Model")]
    [InlineData("PaperGraph.Postgres")]
    [InlineData("PaperGraph.GraphQL")]
    [InlineData("PaperGraph.Sources", "PaperGraph.Model")]
    [InlineData("PaperGraph.Concepts", "PaperGraph.Model")]
    [InlineData("PaperGraph.Data", "PaperGraph.Model")]
    [InlineData("PaperGraph.Concepts.Training", "PaperGraph.Concepts")]
    [InlineData("PaperGraph.Ingest", "PaperGraph.Concepts", "PaperGraph.Data", "PaperGraph.Sources")]
    [InlineData("PaperGraph.GraphQL.Http", "PaperGraph.GraphQL")]
    [InlineData("PaperGraph.Graph", "PaperGraph.Concepts", "PaperGraph.Data", "PaperGraph.GraphQL")]
    public void A_project_knows_of_no_other_than_these(string project, params string[] others) => ReferencesOf(project).ShouldBe(others);

    [Fact]
    public void The_program_knows_of_all_but_what_trains()
    {
        string[] known = [.. ReferencesOf("PaperGraph").SelectMany(WithItsReferences).Distinct().Order(StringComparer.Ordinal)];
        known.ShouldBe(All.Except(["PaperGraph", "PaperGraph.Concepts.Training"]));
    }

    [Fact]
    public void Nothing_comes_with_the_engine() =>
        Elements("PaperGraph.GraphQL", "PackageReference").ShouldBeSubsetOf(["Microsoft.CodeAnalysis.PublicApiAnalyzers"]);

    [Fact]
    public void No_project_compiles_the_files_of_another() =>
        All.SelectMany(project => Elements(project, "Compile").Concat(Elements(project, "EmbeddedResource")))
            .Where(path => path.StartsWith("../", StringComparison.Ordinal))
            .ShouldBe(["../../migrations/**/*.cs", "../../schema.graphql"], ignoreOrder: true);

    private static IEnumerable<string> WithItsReferences(string project) => ReferencesOf(project).SelectMany(WithItsReferences).Append(project);

    private static string[] ReferencesOf(string project) =>
        [.. Elements(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Elements(string project, string name) =>
        XDocument.Load(RepositoryRoot.Combine("src", project, $"{project}.csproj")).Descendants(name)
            .Select(element => (string?)element.Attribute("Include")).OfType<string>();
}
