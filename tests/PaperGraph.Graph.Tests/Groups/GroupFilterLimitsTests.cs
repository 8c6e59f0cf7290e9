using System.Text.Json;
using PaperGraph.Graph.Filters;

namespace PaperGraph.Graph.Tests.Groups;

/// <summary>The filter of a group can be pasted, however large the one is that it was made of.</summary>
public sealed class GroupFilterLimitsTests(GraphDatabase graph) : IClassFixture<GraphDatabase>
{
    private const string Groups = """
        query($by: [PaperDimension!]!, $where: PaperFilter) { paperGroups(by: $by, where: $where) { rows { papers filter } } }
        """;

    [Fact]
    public async Task Of_as_many_filters_as_there_may_be()
    {
        await ExpectPasteableAsync(["PUBLISHED_YEAR", "HAS_CODE"], Filters(FilterLimits.MaxFilters - 2));

        var answer = await graph.ExecuteAsync(
            Groups, new { by = new[] { "PUBLISHED_YEAR", "HAS_CODE" }, where = Filters(FilterLimits.MaxFilters - 1) });
        answer.GetProperty("errors")[0].GetProperty("message").GetString()
            .ShouldBe("A filter is made of 98 filters at most; ask in several requests.");

        // Its fields are taken, so that what a group adds goes under `and`.
        static object Filters(int count) => new
        {
            publishedOn = new { from = "2000-01-01" },
            or = new object[] { new { hasCode = true }, new { hasCode = false } },
            and = Enumerable.Repeat(new { minUpvotes = 0 }, count - 3),
        };
    }

    [Fact]
    public async Task Of_as_many_names_as_there_may_be()
    {
        await ExpectPasteableAsync(["CONCEPT", "AUTHOR"], Names(FilterLimits.MaxNames - 2));

        var answer = await graph.ExecuteAsync(Groups, new { by = new[] { "CONCEPT", "AUTHOR" }, where = Names(FilterLimits.MaxNames - 1) });
        answer.GetProperty("errors")[0].GetProperty("message").GetString()!.ShouldContain("499 names; give 498 at most in one filter.");

        static object Names(int count) => new
        {
            and = Enumerable.Range(0, count).Select(number => $"nothing {number}").Chunk(FilterLimits.MaxItems)
                .Select(names => new { concepts = new { none = names, unknown = "IGNORE" } }),
        };
    }

    [Fact]
    public async Task A_condition_that_the_filter_has_already_is_not_written_twice()
    {
        var answer = await graph.ExecuteAsync(Groups, new { by = new[] { "HAS_CODE" }, where = new { hasCode = true } });
        Rows(answer).Select(row => row.GetProperty("filter").GetString()).ShouldBe(["{ hasCode: true }"]);
    }

    private async Task ExpectPasteableAsync(string[] by, object where)
    {
        var rows = Rows(await graph.ExecuteAsync(Groups, new { by, where }));
        rows.ShouldNotBeEmpty();
        foreach (var row in rows.Take(3))
        {
            var answer = await graph.ExecuteAsync($"{{ papers(where: {row.GetProperty("filter").GetString()}) {{ totalCount }} }}");
            answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
            answer.GetProperty("data").GetProperty("papers").GetProperty("totalCount").GetInt32()
                .ShouldBe(row.GetProperty("papers").GetInt32());
        }
    }

    private static List<JsonElement> Rows(JsonElement answer) =>
        [.. answer.GetProperty("data").GetProperty("paperGroups").GetProperty("rows").EnumerateArray()];
}
