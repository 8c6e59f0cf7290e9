using System.Xml.Linq;

namespace PaperGraph.Tests;

/// <summary>Data flows one way: which project may know of which, read from the project files.</summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> MayReference = new()
    {
        ["PaperGraph.Model"] = [],
        ["PaperGraph.Sources"] = ["PaperGraph.Model"],
        ["PaperGraph.Concepts"] = ["PaperGraph.Model"],
        ["PaperGraph.Concepts.Training"] = ["PaperGraph.Concepts", "PaperGraph.Model"],
        ["PaperGraph.Data"] = ["PaperGraph.Model"],
        ["PaperGraph.Postgres"] = [],
        ["PaperGraph.Ingest"] = ["PaperGraph.Concepts", "PaperGraph.Data", "PaperGraph.Model", "PaperGraph.Sources"],
        ["PaperGraph.GraphQL"] = [],
        ["PaperGraph.GraphQL.Http"] = ["PaperGraph.GraphQL"],
        ["PaperGraph.Graph"] = ["PaperGraph.Concepts", "PaperGraph.Data", "PaperGraph.GraphQL", "PaperGraph.Model"],
        ["PaperGraph"] =
        [
            "PaperGraph.Concepts", "PaperGraph.Data", "PaperGraph.Graph", "PaperGraph.GraphQL", "PaperGraph.GraphQL.Http",
            "PaperGraph.Ingest", "PaperGraph.Model", "PaperGraph.Postgres", "PaperGraph.Sources",
        ],
    };

    [Fact]
    public void Every_project_references_only_what_it_may_know_of()
    {
        var forbidden =
            from project in Projects()
            from reference in project.References
            where !MayReference.GetValueOrDefault(project.Name, []).Contains(reference)
            select $"{project.Name} references {reference}";

        forbidden.ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_has_a_place_in_the_table() =>
        Projects().Select(project => project.Name).ShouldBe(MayReference.Keys, ignoreOrder: true);

    [Theory]
    [InlineData("PaperGraph.GraphQL")]
    [InlineData("PaperGraph.GraphQL.Http")]
    [InlineData("PaperGraph.Model")]
    public void A_project_that_stands_alone_brings_no_packages(string name) =>
        Projects().Single(project => project.Name == name).Packages.ShouldBeEmpty();

    [Fact]
    public void Only_the_web_projects_know_of_ASPNET() =>
        Projects().Where(project => project.UsesAspNet).Select(project => project.Name)
            .ShouldBe(["PaperGraph", "PaperGraph.GraphQL.Http"], ignoreOrder: true);

    private static List<Project> Projects() =>
        [.. Directory.EnumerateFiles(RepositoryRoot.Combine("src"), "*.csproj", SearchOption.AllDirectories).Select(Project.Read)];

    private sealed record Project(string Name, string[] References, string[] Packages, bool UsesAspNet)
    {
        public static Project Read(string file)
        {
            var root = XDocument.Load(file).Root!;
            string[] Included(string element) => [.. root.Descendants(element).Select(item => item.Attribute("Include")!.Value)];

            return new Project(
                Path.GetFileNameWithoutExtension(file),
                [.. Included("ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))],
                // What stays private, such as an analyzer, comes along with no project.
                [
                    .. root.Descendants("PackageReference").Where(item => item.Attribute("PrivateAssets")?.Value != "all")
                        .Select(item => item.Attribute("Include")!.Value),
                ],
                root.Attribute("Sdk")!.Value == "Microsoft.NET.Sdk.Web" || Included("FrameworkReference").Contains("Microsoft.AspNetCore.App"));
        }
    }
}
