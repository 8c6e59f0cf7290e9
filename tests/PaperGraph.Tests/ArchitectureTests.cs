using System.Xml.Linq;

namespace PaperGraph.Tests;

/// <summary>Data flows one way: which project knows of which, itself or through another, read from the project files.</summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> KnowsOf = new()
    {
        ["PaperGraph.Model"] = [],
        ["PaperGraph.Sources"] = ["PaperGraph.Model"],
        ["PaperGraph.Concepts"] = ["PaperGraph.Model"],
        ["PaperGraph.Concepts.Training"] = ["PaperGraph.Concepts", "PaperGraph.Model"],
        ["PaperGraph.Network"] = ["PaperGraph.Model"],
        ["PaperGraph.Data"] = ["PaperGraph.Model", "PaperGraph.Network"],
        ["PaperGraph.Postgres"] = [],
        ["PaperGraph.Ingest"] = ["PaperGraph.Concepts", "PaperGraph.Data", "PaperGraph.Model", "PaperGraph.Network", "PaperGraph.Sources"],
        ["PaperGraph.GraphQL"] = [],
        ["PaperGraph.GraphQL.Http"] = ["PaperGraph.GraphQL"],
        ["PaperGraph.Graph"] =
            ["PaperGraph.Concepts", "PaperGraph.Data", "PaperGraph.GraphQL", "PaperGraph.Model", "PaperGraph.Network"],
        ["PaperGraph"] =
        [
            "PaperGraph.Concepts", "PaperGraph.Data", "PaperGraph.Graph", "PaperGraph.GraphQL", "PaperGraph.GraphQL.Http",
            "PaperGraph.Ingest", "PaperGraph.Model", "PaperGraph.Network", "PaperGraph.Postgres", "PaperGraph.Sources",
        ],
    };

    [Fact]
    public void Every_project_knows_of_those_in_the_table_and_of_no_other()
    {
        var projects = Projects().ToDictionary(project => project.Name);
        IEnumerable<string> Known(string name) => projects[name].References.SelectMany(reference => Known(reference).Append(reference));

        string[] known = [.. projects.Keys.Select(name => Line(name, Known(name).Distinct())).Order(StringComparer.Ordinal)];

        known.ShouldBe(KnowsOf.Select(row => Line(row.Key, row.Value)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("PaperGraph.GraphQL")]
    [InlineData("PaperGraph.GraphQL.Http")]
    [InlineData("PaperGraph.Model")]
    [InlineData("PaperGraph.Network")]
    public void A_project_that_stands_alone_brings_no_packages(string name) =>
        Projects().Single(project => project.Name == name).Packages.ShouldBeEmpty();

    [Fact]
    public void Only_the_web_projects_know_of_ASPNET() =>
        Projects().Where(project => project.UsesAspNet).Select(project => project.Name)
            .ShouldBe(["PaperGraph", "PaperGraph.GraphQL.Http"], ignoreOrder: true);

    [Fact]
    public void No_project_compiles_the_files_of_another() =>
        Projects().SelectMany(project => project.Files).Where(path => path.StartsWith("../", StringComparison.Ordinal))
            .ShouldBe(["../../migrations/**/*.cs", "../../schema.graphql"], ignoreOrder: true);

    private static string Line(string project, IEnumerable<string> known) =>
        $"{project}: {string.Join(", ", known.Order(StringComparer.Ordinal))}";

    private static List<Project> Projects() =>
        [.. Directory.EnumerateFiles(RepositoryRoot.Combine("src"), "*.csproj", SearchOption.AllDirectories).Select(Project.Read)];

    private sealed record Project(string Name, string[] References, string[] Packages, string[] Files, bool UsesAspNet)
    {
        public static Project Read(string file)
        {
            var root = XDocument.Load(file).Root!;
            string[] Included(string element) =>
                [.. root.Descendants(element).Select(item => item.Attribute("Include")?.Value.Replace('\\', '/')).OfType<string>()];

            return new Project(
                Path.GetFileNameWithoutExtension(file),
                [.. Included("ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path))],
                // What stays private, such as an analyzer, comes along with no project.
                [
                    .. root.Descendants("PackageReference").Where(item => item.Attribute("PrivateAssets")?.Value != "all")
                        .Select(item => item.Attribute("Include")!.Value),
                ],
                [.. Included("Compile"), .. Included("EmbeddedResource")],
                root.Attribute("Sdk")!.Value == "Microsoft.NET.Sdk.Web"
                    || Included("FrameworkReference").Contains("Microsoft.AspNetCore.App"));
        }
    }
}
