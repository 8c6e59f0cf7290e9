using System.Text.RegularExpressions;

namespace PaperGraph.Tests;

/// <summary>Whoever follows the routes in src/README.md finds each file where it says.</summary>
public sealed partial class SourceReadmeTests
{
    private static readonly string Readme = File.ReadAllText(RepositoryRoot.Combine("src", "README.md"));

    [Fact]
    public void Every_path_exists() =>
        PathPattern().Matches(Readme).Select(match => match.Groups["path"].Value)
            .Where(path => !Path.Exists(RepositoryRoot.Combine("src", path)))
            .ShouldBeEmpty();

    [Fact]
    public void Every_route_has_as_many_files_as_its_heading_says()
    {
        var routes = RoutePattern().Matches(Readme);

        routes.Count.ShouldBe(2);
        foreach (Match route in routes)
        {
            var steps = StepPattern().Matches(route.Groups["steps"].Value).Select(step => int.Parse(step.Groups["number"].ValueSpan));
            steps.ShouldBe(Enumerable.Range(1, int.Parse(route.Groups["count"].ValueSpan)));
        }
    }

    [GeneratedRegex(@"`(?<path>PaperGraph[\w.]*/[^`]+)`|\]\((?<path>[^)#]+)")]
    private static partial Regex PathPattern();

    [GeneratedRegex(@"^## [^\n]+: (?<count>\d+) files\n(?<steps>(?:(?!## )[^\n]*\n)+)", RegexOptions.Multiline)]
    private static partial Regex RoutePattern();

    [GeneratedRegex(@"^(?<number>\d+)\. `PaperGraph", RegexOptions.Multiline)]
    private static partial Regex StepPattern();
}
