using System.Text.Json;
using PaperGraph.Graph.Tests.Filters;
using PaperGraph.GraphQL.Types;
using Shouldly;
using Xunit;

namespace PaperGraph.Graph.Tests.Groups;

/// <summary>
/// Groups are what they say in every dimension and all pairs of them, over random small graphs in which much is unknown: they are those
/// of the papers, and each has as many as <c>papers</c> finds by its filter.
/// </summary>
public sealed class GroupLogicTests(FilterLogicTests.Graph graph) : IClassFixture<FilterLogicTests.Graph>
{
    private const int Graphs = 2;

    private const string Query = """
        query($by: [PaperDimension!]!, $where: PaperFilter) {
          paperGroups(by: $by, where: $where, first: 1000) {
            groupCount otherCount paperCount
            rows { key key2 isUnknown papers upvotes comments organizations authors repositories papersWithCode shareWithCode filter }
          }
        }
        """;

    [Fact]
    public Task Groups_of_each_dimension_and_of_all_pairs_are_those_of_the_papers() => RandomSeeds.CheckAsync(Graphs, CheckAsync);

    [Fact]
    public void Every_dimension_is_among_those_that_are_tried() =>
        ((EnumType)PaperGraphSchema.Build().Types.Find("PaperDimension")!).Values.Select(value => value.Name)
            .ShouldBe(RandomDimension.All.Select(dimension => dimension.Name), ignoreOrder: true);

    private async Task CheckAsync(int seed)
    {
        var papers = (await graph.LoadAsync(seed)).Papers;
        var random = new Random(seed);
        var dimensions = RandomDimension.All.ToArray();
        random.Shuffle(dimensions);
        for (var i = 0; i < dimensions.Length; i++)
        {
            await CheckAsync([dimensions[i]], papers, random, seed);
            foreach (var second in dimensions[(i + 1)..]) await CheckAsync([dimensions[i], second], papers, random, seed);
        }
    }

    private async Task CheckAsync(RandomDimension[] by, IReadOnlyList<RandomPaper> papers, Random random, int seed)
    {
        var where = random.Next(3) == 0 ? null : RandomFilter.Nested(random, depth: 1);
        var names = by.Select(dimension => dimension.Name).ToArray();
        var answer = await graph.ExecuteAsync(Query, new { by = names, where = where?.Value });
        var told = $"seed {seed}: {string.Join(' ', names)} {JsonSerializer.Serialize(where?.Value)} {answer}";
        answer.TryGetProperty("errors", out _).ShouldBeFalse(told);
        var groups = answer.GetProperty("data").GetProperty("paperGroups");
        var rows = groups.GetProperty("rows").EnumerateArray().ToList();

        var chosen = papers.Where(paper => where?.Holds(paper) != false).ToList();
        groups.GetProperty("paperCount").GetInt32().ShouldBe(chosen.Count, told);
        groups.GetProperty("groupCount").GetInt32().ShouldBe(rows.Count, told);
        groups.GetProperty("otherCount").GetInt32().ShouldBe(0, told);
        var expected = chosen
            .SelectMany(paper => by[0].Groups(paper).SelectMany(key =>
                by.Length == 1 ? [(key, "")] : by[1].Groups(paper).Select(key2 => (key, key2))).Select(group => (group, paper)))
            .ToLookup(pair => pair.group, pair => pair.paper);
        rows.Select(KeyOf).ShouldBeUnique();
        rows.Where(row => row.GetProperty("papers").GetInt32() > 0).Select(KeyOf)
            .ShouldBe(expected.Select(group => group.Key), ignoreOrder: true, told);
        foreach (var row in rows)
        {
            var own = expected[KeyOf(row)].ToList();
            row.GetProperty("papers").GetInt32().ShouldBe(own.Count, told);
            Sum(row, "upvotes").ShouldBe(Sum(own.Select(paper => paper.Upvotes)), told);
            Sum(row, "comments").ShouldBe(Sum(own.Select(paper => paper.Comments)), told);
            Count(row, "organizations", own.SelectMany(paper => paper.Organizations.Select(edge => edge.Organization)));
            Count(row, "authors", own.SelectMany(paper => paper.Authors));
            Count(row, "repositories", own.SelectMany(paper => paper.Repositories));
            var withCode = own.Count(paper => paper.Repositories.Count > 0);
            row.GetProperty("papersWithCode").GetInt32().ShouldBe(withCode, told);
            var share = row.GetProperty("shareWithCode");
            if (own.Count == 0) share.ValueKind.ShouldBe(JsonValueKind.Null, told);
            else share.GetDouble().ShouldBe((double)withCode / own.Count, 1e-9, told);
            row.GetProperty("isUnknown").GetBoolean()
                .ShouldBe(row.GetProperty("key").GetString() == "(unknown)" || row.GetProperty("key2").GetString() == "(unknown)", told);
        }
        await CheckFiltersAsync(rows, told);

        void Count(JsonElement row, string field, IEnumerable<int> entities) =>
            row.GetProperty(field).GetInt32().ShouldBe(entities.Distinct().Count(), $"{field} of {row} in {told}");
    }

    /// <summary>Some of the groups; the counts of all were compared already.</summary>
    private async Task CheckFiltersAsync(List<JsonElement> rows, string told)
    {
        const int Tried = 12;
        var tried = rows.Where((_, i) => i % ((rows.Count / Tried) + 1) == 0 || i == rows.Count - 1).ToList();
        if (tried.Count == 0) return;
        var fields = tried.Select((row, i) => $"a{i}: papers(where: {row.GetProperty("filter").GetString()}) {{ totalCount }}");
        var answer = await graph.ExecuteAsync($"{{ {string.Join('\n', fields)} }}");
        answer.TryGetProperty("errors", out var errors).ShouldBeFalse($"{errors} {told}");
        for (var i = 0; i < tried.Count; i++)
        {
            answer.GetProperty("data").GetProperty($"a{i}").GetProperty("totalCount").GetInt32()
                .ShouldBe(tried[i].GetProperty("papers").GetInt32(), $"{tried[i]} {told}");
        }
    }

    private static (string, string) KeyOf(JsonElement row) =>
        (row.GetProperty("key").GetString()!, row.GetProperty("key2").GetString() ?? "");

    private static int? Sum(JsonElement row, string field) =>
        row.GetProperty(field).ValueKind == JsonValueKind.Null ? null : row.GetProperty(field).GetInt32();

    private static int? Sum(IEnumerable<int?> counts) => counts.Any(count => count is not null) ? counts.Sum() : null;
}
