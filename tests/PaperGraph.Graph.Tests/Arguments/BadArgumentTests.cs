using System.Text.Json;

namespace PaperGraph.Graph.Tests.Arguments;

/// <summary>Arguments that their types allow and the fields do not are refused with what to give instead.</summary>
public sealed class BadArgumentTests(GraphDatabase graph) : IClassFixture<GraphDatabase>
{
    [Theory]
    [InlineData("papers(first: 101)", "`first` is 101; a page has 1 to 100 rows.")]
    [InlineData("papers(last: 0)", "`last` is 0; a page has 1 to 100 rows.")]
    [InlineData("papers(first: 1, last: 1)", "A page is the `first` or the `last` of a list; give one of them.")]
    [InlineData("papers(after: \"abc\")", "`after` is no cursor of this list in this order; take one from its `edges` or `pageInfo`.")]
    [InlineData(
        "papers(before: \"WyJ0aXRsZSBpZCIsImEiLCIxIl0\")",
        "`before` is no cursor of this list in this order; take one from its `edges` or `pageInfo`.")]
    [InlineData(
        "papers(after: \"WyJwdWJsaXNoZWQtIGlkLSIsImEiLCIxIl0\")",
        "`after` is no cursor of this list in this order; take one from its `edges` or `pageInfo`.")]
    public async Task A_page_that_there_cannot_be_is_refused(string list, string message)
    {
        await RefusesAsync($"{{ {list} {{ totalCount nodes {{ slug }} }} }}", message);
    }

    [Theory]
    [InlineData("by: []", "`by` has 0 dimensions; give one or two.")]
    [InlineData("by: [CONCEPT, TOPIC, SOURCE]", "`by` has 3 dimensions; give one or two.")]
    [InlineData("by: [CONCEPT, CONCEPT]", "`by[1]` is the same as the first; name each dimension once.")]
    [InlineData("by: CONCEPT, first: 0", "`first` is 0; give 1 to 1000.")]
    [InlineData("by: CONCEPT, first: 1001", "`first` is 1001; give 1 to 1000.")]
    [InlineData(
        "by: CONCEPT, orderBy: [{ by: PAPERS }, { by: KEY2 }]",
        "`orderBy[1]` orders by KEY2 where there is one dimension; name a second in `by`.")]
    [InlineData("by: CONCEPT, orderBy: [{ by: KEY }, { by: KEY }]", "`orderBy[1]` orders by KEY a second time; name each field once.")]
    [InlineData("by: CONCEPT, where: { unknown: [SOURCE], repositoryHosts: [\"\\u0000\"] }",
        "`where.repositoryHosts[0]` holds U+0000 or half of a surrogate pair, which stand in no text of the graph; leave it out.")]
    public async Task Groups_that_there_cannot_be_are_refused(string arguments, string message) =>
        await RefusesAsync($"{{ paperGroups({arguments}) {{ groupCount rows {{ key }} }} }}", message);

    [Fact]
    public async Task A_filter_may_nest_8_levels()
    {
        await RefusesAsync(Nested(9), "A filter nests 8 levels deep at most; write it flatter.");
        (await graph.ExecuteAsync(Nested(8))).GetProperty("data").GetProperty("papers").GetProperty("totalCount").GetInt32().ShouldBe(2);

        static string Nested(int levels) =>
            $"{{ papers(where: {string.Concat(Enumerable.Repeat("{ and: [", levels - 1))}{{ hasCode: true }}"
            + $"{string.Concat(Enumerable.Repeat("] }", levels - 1))}) {{ totalCount }} }}";
    }

    [Fact]
    public async Task No_more_than_100_ids_are_looked_up_at_once()
    {
        var ids = string.Join(", ", Enumerable.Repeat("\"UGFwZXI6MQ\"", 101));
        await RefusesAsync($"{{ nodes(ids: [{ids}]) {{ id }} }}", "`ids` has 101 ids; give 100 at most.");
    }

    public static TheoryData<string, string, string> Large { get; } = new()
    {
        { "papers", Where("text", new string('a', 501)), "`where.text` has 501 characters; give 500 at most." },
        { "papers", Where("text", string.Join(' ', Enumerable.Repeat("-a", 51))),
            "`where.text` makes it 51 words to search for; give 50 at most in one filter." },
        { "papers", Where("text", string.Join(" OR ", Enumerable.Repeat("a", 51))),
            "`where.text` makes it 101 words to search for; give 50 at most in one filter." },
        { "papers", Where("text", string.Join(' ', Enumerable.Repeat("\U0001D400", 51))),
            "`where.text` makes it 51 words to search for; give 50 at most in one filter." },
        { "papers", Where("or", Repeated(1000, """{ "minUpvotes": 1 }""")),
            "A filter is made of 100 filters at most; ask in several requests." },
        { "papers", Where("or", Repeated(51, """{ "text": "a" }""")),
            "`where.or[50].text` makes it 51 words to search for; give 50 at most in one filter." },
        { "papers", """{ "concepts": { "none": """ + Repeated(101, "\"a\"") + " } }",
            "`where.concepts.none` has 101 values; give 100 at most." },
        { "papers", """{ "authors": { "any": [" """ + new string('a', 10_000) + "\"] } }",
            "`where.authors.any[0]` has 10001 characters; give 600 at most." },
        {
            "papers",
            Where("and", Repeated(6, """{ "topics": { "unknown": "IGNORE", "all": """ + Repeated(100, "\"a\"") + " } }")),
            "`where.and[5].topics.all` makes it 600 names; give 500 at most in one filter."
        },
        { "papers", Where("sources", Repeated(101, "\"hf-json\"")), "`where.sources` has 101 values; give 100 at most." },
        { "papers", Where("sources", "a\\u0000b", list: true),
            "`where.sources[0]` holds U+0000 or half of a surrogate pair, which stand in no text of the graph; leave it out." },
        { "authors", Where("name", new string('a', 10_000)), "`where.name` has 10000 characters; give 300 at most." },
        { "concepts", Where("name", new string('%', 301)), "`where.name` has 301 characters; give 300 at most." },
        { "organizations", Where("name", "a\\u0000"),
            "`where.name` holds U+0000 or half of a surrogate pair, which stand in no text of the graph; leave it out." },
        { "repositories", Where("owner", new string('a', 301)), "`where.owner` has 301 characters; give 300 at most." },
    };

    [Theory]
    [MemberData(nameof(Large))]
    public async Task A_filter_has_bounds(string list, string where, string message)
    {
        var type = list switch { "repositories" => "Repository", _ => $"{char.ToUpperInvariant(list[0])}{list[1..^1]}" };
        await RefusesAsync(
            $"query($where: {type}Filter) {{ {list}(where: $where) {{ totalCount }} }}",
            message,
            JsonDocument.Parse($$"""{ "where": {{where}} }""").RootElement);
    }

    [Theory]
    [InlineData("papers", "TITLE")]
    [InlineData("concepts", "SPECIFICITY")]
    [InlineData("organizations", "NAME")]
    [InlineData("repositories", "PAPER_COUNT")]
    [InlineData("authors", "NAME")]
    public async Task An_order_names_a_field_once(string list, string field)
    {
        var orders = string.Join(", ", Enumerable.Repeat($"{{ by: {field} }}, {{ by: {field}, direction: ASC }}", 250));
        await RefusesAsync(
            $"{{ {list}(orderBy: [{orders}]) {{ totalCount }} }}", $"`orderBy[1]` orders by {field} a second time; name each field once.");
    }

    [Fact]
    public async Task A_forged_cursor_with_what_PostgreSQL_cannot_hold_is_refused()
    {
        var cursor = Convert.ToBase64String("""["title id","a\u0000","1"]"""u8).TrimEnd('=');
        await RefusesAsync(
            $"{{ papers(orderBy: [{{ by: TITLE, direction: ASC }}], after: \"{cursor}\") {{ nodes {{ id }} }} }}",
            "`after` is no cursor of this list in this order; take one from its `edges` or `pageInfo`.");
    }

    private static string Where(string field, string value, bool list = false) => value.StartsWith('[')
        ? $$"""{ "{{field}}": {{value}} }"""
        : list ? $$"""{ "{{field}}": ["{{value}}"] }""" : $$"""{ "{{field}}": "{{value}}" }""";

    private static string Repeated(int times, string item) => $"[{string.Join(", ", Enumerable.Repeat(item, times))}]";

    private async Task RefusesAsync(string query, string message, object? variables = null)
    {
        var error = (await graph.ExecuteAsync(query, variables)).GetProperty("errors")[0];
        error.GetProperty("message").GetString().ShouldBe(message);
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("BAD_USER_INPUT");
    }
}
