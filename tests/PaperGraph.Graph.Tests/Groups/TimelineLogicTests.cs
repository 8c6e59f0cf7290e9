using System.Globalization;
using System.Text.Json;
using PaperGraph.Graph.Tests.Filters;
using Shouldly;
using Xunit;

namespace PaperGraph.Graph.Tests.Groups;

/// <summary>Timelines have all papers of what they are of, over random small graphs and by random filters.</summary>
public sealed class TimelineLogicTests(FilterLogicTests.Graph graph) : IClassFixture<FilterLogicTests.Graph>
{
    private const string Query = """
        query($interval: Interval!, $where: PaperFilter) {
          concepts { nodes { slug timeline(interval: $interval, where: $where) { key papers } } }
          topics { nodes { slug timeline(interval: $interval, where: $where) { key papers } } }
          organizations { nodes { slug
            timeline(interval: $interval, where: $where) { key papers }
            tree: timeline(interval: $interval, where: $where, includeChildren: true) { key papers } } }
        }
        """;

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task Each_paper_is_in_its_period(int seed)
    {
        var papers = (await graph.LoadAsync(seed)).Papers;
        var random = new Random(seed);
        foreach (var interval in new[] { "DAY", "WEEK", "MONTH", "QUARTER", "YEAR" })
        {
            for (var i = 0; i < 6; i++)
            {
                var where = i == 0 ? null : RandomFilter.Nested(random);
                var data = (await graph.ExecuteBothAsync(Query, new { interval, where = where?.Value })).GetProperty("data");
                var told = $"seed {seed}: {interval} {JsonSerializer.Serialize(where?.Value)} {data}";
                var periods = RandomDimension.All.Single(dimension => dimension.Name == $"PUBLISHED_{interval}");
                var chosen = papers.Where(paper => where?.Holds(paper) != false).ToList();

                ShouldBe("concepts", "timeline", (paper, id) => paper.Concepts.Contains(id));
                ShouldBe("topics", "timeline", (paper, id) => paper.Topics.Any(topic => RandomGraph.IsBelow(topic, id)));
                ShouldBe("organizations", "timeline", (paper, id) => paper.Organizations.Any(edge => edge.Organization == id));
                ShouldBe("organizations", "tree", (paper, id) =>
                    paper.Organizations.Any(edge => RandomGraph.IsBelow(edge.Organization, id)));

                void ShouldBe(string list, string field, Func<RandomPaper, int, bool> isOf)
                {
                    foreach (var node in data.GetProperty(list).GetProperty("nodes").EnumerateArray())
                    {
                        var id = int.Parse(node.GetProperty("slug").GetString()!.Split('-')[^1], CultureInfo.InvariantCulture);
                        var rows = node.GetProperty(field).EnumerateArray()
                            .Select(row => (Key: row.GetProperty("key").GetString()!, Papers: row.GetProperty("papers").GetInt32()))
                            .ToList();
                        rows.Where(row => row.Papers > 0).ToDictionary(row => row.Key, row => row.Papers).ShouldBe(
                            chosen.Where(paper => isOf(paper, id)).SelectMany(periods.Groups).CountBy(key => key).ToDictionary(),
                            ignoreOrder: true,
                            told);
                        rows.ConvertAll(row => row.Key == "(unknown)" ? "z" : row.Key).ShouldBeInOrder(SortDirection.Ascending, told);
                    }
                }
            }
        }
    }
}
