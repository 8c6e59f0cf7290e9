using System.Text.Json;

namespace PaperGraph.Graph.Tests;

/// <summary>Pages of every order, read in both directions, add up to the list; what is unknown comes last.</summary>
public sealed class PagingTests(GraphDatabase graph) : IClassFixture<GraphDatabase>
{
    public static TheoryData<string, string> Lists { get; } = new()
    {
        { "papers", "[{ by: PUBLISHED_ON, direction: DESC }]" },
        { "papers", "[{ by: PUBLISHED_ON, direction: ASC }]" },
        { "papers", "[{ by: LISTED_ON, direction: DESC }]" },
        { "papers", "[{ by: LISTED_ON, direction: ASC }]" },
        { "papers", "[{ by: IMPORTED_AT, direction: DESC }]" },
        { "papers", "[{ by: IMPORTED_AT, direction: ASC }]" },
        { "papers", "[{ by: TITLE, direction: ASC }]" },
        { "papers", "[{ by: UPVOTE_COUNT, direction: DESC }]" },
        { "papers", "[{ by: UPVOTE_COUNT, direction: ASC }]" },
        { "papers", "[{ by: COMMENT_COUNT, direction: DESC }]" },
        { "papers", "[{ by: UPVOTE_COUNT, direction: DESC }, { by: TITLE, direction: ASC }]" },
        { "papers", "[{ by: PUBLISHED_ON, direction: ASC }, { by: UPVOTE_COUNT, direction: DESC }]" },
        { "concepts", "[{ by: PAPER_COUNT }]" },
        { "concepts", "[{ by: SPECIFICITY }, { by: NAME, direction: ASC }]" },
        { "organizations", "[{ by: NAME }]" },
        { "organizations", "[{ by: PAPER_COUNT, direction: ASC }]" },
        { "repositories", "[{ by: PAPER_COUNT }]" },
        { "repositories", "[{ by: NAME, direction: ASC }]" },
        { "authors", "[{ by: PAPER_COUNT }]" },
        { "authors", "[{ by: NAME, direction: ASC }]" },
        { "leaderboards", "[{ by: RESULT_COUNT }]" },
        { "leaderboards", "[{ by: NAME, direction: ASC }]" },
        { "leaderboards", "[{ by: PAPER_COUNT }, { by: NAME }]" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Pages_in_both_directions_add_up_to_the_list(string list, string order)
    {
        var whole = await PageAsync(list, order, "first: 100");
        whole.Ids.Count.ShouldBeGreaterThan(1);
        whole.TotalCount.ShouldBe(whole.Ids.Count);

        foreach (var size in new[] { 1, 2, whole.Ids.Count })
        {
            var forward = new List<string>();
            for (string? after = null; ;)
            {
                var page = await PageAsync(list, order, $"first: {size}" + (after is null ? "" : $", after: \"{after}\""));
                page.HasPreviousPage.ShouldBe(after is not null);
                forward.AddRange(page.Ids);
                forward.Count.ShouldBeLessThanOrEqualTo(whole.Ids.Count);
                if (!page.HasNextPage) break;
                after = page.EndCursor;
            }
            forward.ShouldBe(whole.Ids);

            var backward = new List<string>();
            for (string? before = null; ;)
            {
                var page = await PageAsync(list, order, $"last: {size}" + (before is null ? "" : $", before: \"{before}\""));
                page.HasNextPage.ShouldBe(before is not null);
                backward.InsertRange(0, page.Ids);
                backward.Count.ShouldBeLessThanOrEqualTo(whole.Ids.Count);
                if (!page.HasPreviousPage) break;
                before = page.StartCursor;
            }
            backward.ShouldBe(whole.Ids);
        }
    }

    [Theory]
    [InlineData("PUBLISHED_ON", "publishedOn")]
    [InlineData("UPVOTE_COUNT", "upvoteCount")]
    [InlineData("COMMENT_COUNT", "commentCount")]
    public async Task What_is_unknown_comes_last_in_both_directions(string order, string field)
    {
        foreach (var direction in new[] { "ASC", "DESC" })
        {
            var answer = await graph.ExecuteAsync(
                $"{{ papers(orderBy: [{{ by: {order}, direction: {direction} }}]) {{ nodes {{ {field} }} }} }}");
            var values = answer.GetProperty("data").GetProperty("papers").GetProperty("nodes").EnumerateArray()
                .Select(node => node.GetProperty(field).ValueKind == JsonValueKind.Null).ToList();
            values.ShouldContain(true);
            values.ShouldBe(values.Order());
        }
    }

    [Fact]
    public async Task A_nested_list_pages_each_parent_by_itself()
    {
        var answer = await graph.ExecuteAsync("""
            {
              papers(orderBy: [{ by: TITLE, direction: ASC }]) {
                nodes { slug related(first: 1) { pageInfo { hasNextPage } nodes { slug } } }
              }
            }
            """);
        var related = answer.GetProperty("data").GetProperty("papers").GetProperty("nodes").EnumerateArray().ToDictionary(
            paper => paper.GetProperty("slug").GetString()!,
            paper => paper.GetProperty("related"));
        related["policies-without-a-critic"].GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean().ShouldBeTrue();
        related["policies-without-a-critic"].GetProperty("nodes").GetArrayLength().ShouldBe(1);
        related["clipping-revisited"].GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean().ShouldBeFalse();
        related["a-survey-of-experts"].GetProperty("nodes")[0].GetProperty("slug").GetString().ShouldBe("experts-at-scale");
    }

    private async Task<Page> PageAsync(string list, string order, string arguments)
    {
        var answer = await graph.ExecuteAsync($$"""
            { page: {{list}}(orderBy: {{order}}, {{arguments}}) {
                totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }
            """);
        answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        var page = answer.GetProperty("data").GetProperty("page");
        var info = page.GetProperty("pageInfo");
        return new Page(
            [.. page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()!)],
            page.GetProperty("totalCount").GetInt32(),
            info.GetProperty("hasNextPage").GetBoolean(),
            info.GetProperty("hasPreviousPage").GetBoolean(),
            info.GetProperty("startCursor").GetString(),
            info.GetProperty("endCursor").GetString());
    }

    private sealed record Page(
        IReadOnlyList<string> Ids, int TotalCount, bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);
}
