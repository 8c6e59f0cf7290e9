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

    /// <summary>Papers without a day are no period, and take no row from one.</summary>
    [Theory]
    [InlineData("DAY")]
    [InlineData("WEEK")]
    [InlineData("MONTH")]
    [InlineData("QUARTER")]
    [InlineData("YEAR")]
    public async Task The_last_periods_are_those_of_the_whole_timeline(string interval)
    {
        await graph.LoadAsync(11);
        for (var last = 1; last <= 4; last++)
        {
            var answer = await graph.ExecuteAsync($$"""
                { concepts { nodes {
                  all: timeline(interval: {{interval}}, last: 1000) { key isUnknown papers authors }
                  last: timeline(interval: {{interval}}, last: {{last}}) { key isUnknown papers authors } } } }
                """);
            foreach (var node in answer.GetProperty("data").GetProperty("concepts").GetProperty("nodes").EnumerateArray())
            {
                var known = node.GetProperty("all").EnumerateArray().ToLookup(row => row.GetProperty("isUnknown").GetBoolean());
                node.GetProperty("last").EnumerateArray().Select(row => row.GetRawText())
                    .ShouldBe(known[false].TakeLast(last).Concat(known[true]).Select(row => row.GetRawText()), $"{last} of {node}");
            }
        }
    }

    /// <summary>No more periods without a paper are made than are told, so that there are none too many.</summary>
    [Theory]
    [InlineData("DAY", "2024-02-01", "2024-01-30", "2024-01-31", "2024-02-01")]
    [InlineData("MONTH", "2024-02-29", "2023-12-01", "2024-01-01", "2024-02-01")]
    [InlineData("QUARTER", "2023-12-31", "2023-04-01", "2023-07-01", "2023-10-01")]
    [InlineData("YEAR", "1902-05-01", "1900-01-01", "1901-01-01", "1902-01-01")]
    public async Task The_last_periods_of_a_long_range_are_rows_whether_they_have_papers_or_not(
        string interval, string to, params string[] periods)
    {
        await graph.LoadAsync(11);
        var answer = await graph.ExecuteAsync($$"""
            { concepts { nodes { timeline(
              interval: {{interval}}, last: 3, where: { publishedOn: { from: "1900-01-01", to: "{{to}}" }, concepts: { any: [] } })
              { key papers } } } }
            """);
        foreach (var node in answer.GetProperty("data").GetProperty("concepts").GetProperty("nodes").EnumerateArray())
        {
            node.GetProperty("timeline").EnumerateArray().Select(row => $"{row.GetProperty("key")} {row.GetProperty("papers")}")
                .ShouldBe(periods.Select(period => $"{period} 0"));
        }
    }

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
