namespace PaperGraph.Graph.Tests;

/// <summary>Arguments that their types allow and the fields do not are refused with what to give instead.</summary>
public sealed class BadArgumentTests(GraphDatabase graph) : IClassFixture<GraphDatabase>
{
    [Theory]
    [InlineData("papers(first: 101)", "`first` is 101; a page has 1 to 100 rows.")]
    [InlineData("papers(last: 0)", "`last` is 0; a page has 1 to 100 rows.")]
    [InlineData("papers(first: 1, last: 1)", "A page is the `first` or the `last` of a list; give one of them.")]
    [InlineData("papers(after: \"abc\")", "`after` is no cursor of this list in this order; take one from its `edges` or `pageInfo`.")]
    [InlineData("papers(before: \"WyJ0aXRsZSBpZCIsImEiLCIxIl0\")", "`before` is no cursor of this list in this order; take one from its `edges` or `pageInfo`.")]
    [InlineData("papers(after: \"WyJwdWJsaXNoZWQtIGlkLSIsImEiLCIxIl0\")", "`after` is no cursor of this list in this order; take one from its `edges` or `pageInfo`.")]
    public async Task A_page_that_there_cannot_be_is_refused(string list, string message)
    {
        await RefusesAsync($"{{ {list} {{ totalCount nodes {{ slug }} }} }}", message);
    }

    [Fact]
    public async Task A_filter_may_nest_8_levels()
    {
        await RefusesAsync(Nested(9), "A filter nests 8 levels deep at most; write it flatter.");
        (await graph.ExecuteAsync(Nested(8))).GetProperty("data").GetProperty("papers").GetProperty("totalCount").GetInt32().ShouldBe(2);

        static string Nested(int levels) =>
            $"{{ papers(where: {string.Concat(Enumerable.Repeat("{ and: [", levels - 1))}{{ hasCode: true }}{string.Concat(Enumerable.Repeat("] }", levels - 1))}) {{ totalCount }} }}";
    }

    [Fact]
    public async Task No_more_than_100_ids_are_looked_up_at_once()
    {
        var ids = string.Join(", ", Enumerable.Repeat("\"UGFwZXI6MQ\"", 101));
        await RefusesAsync($"{{ nodes(ids: [{ids}]) {{ id }} }}", "`ids` has 101 ids; give 100 at most.");
    }

    private async Task RefusesAsync(string query, string message)
    {
        var error = (await graph.ExecuteAsync(query)).GetProperty("errors")[0];
        error.GetProperty("message").GetString().ShouldBe(message);
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("BAD_USER_INPUT");
    }
}
