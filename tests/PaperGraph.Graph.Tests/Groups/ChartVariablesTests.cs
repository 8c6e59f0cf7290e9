using System.Globalization;
using Shouldly;
using Xunit;

namespace PaperGraph.Graph.Tests.Groups;

/// <summary>Variables as dashboards send them, and rows as their charts take them.</summary>
public sealed class ChartVariablesTests(GraphDatabase graph) : IClassFixture<GraphDatabase>
{
    private const string Query = """
        query($from: Date!, $to: Date!, $imported: DateTime) {
          paperGroups(
            by: PUBLISHED_MONTH,
            where: { publishedOn: { from: $from, to: $to }, importedAt: { from: $imported } }) { rows { key startMs papers } }
        }
        """;

    [Fact]
    public async Task Ends_of_a_range_are_milliseconds_and_what_the_document_does_not_declare_is_left_alone()
    {
        var texts = await graph.ExecuteAsync(Query, new { from = "2024-01-31", to = "2024-05-01", imported = "2026-01-01T00:00:00Z" });
        var numbers = await graph.ExecuteAsync(
            Query,
            new { from = 1706745599999L, to = 1714521600000L, imported = 1767225600000L, interval_ms = 36e5, maxDataPoints = (int?)null });

        numbers.GetRawText().ShouldBe(texts.GetRawText());
        var rows = numbers.GetProperty("data").GetProperty("paperGroups").GetProperty("rows").EnumerateArray().ToList();
        rows.Select(row => row.GetProperty("papers").GetInt32()).ShouldBe([0, 2, 0, 0, 1]);
        foreach (var row in rows)
        {
            var start = DateTimeOffset.FromUnixTimeMilliseconds(row.GetProperty("startMs").GetInt64());
            start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture).ShouldBe(row.GetProperty("key").GetString());
        }
    }

    [Fact]
    public async Task Each_set_of_variables_of_one_document_has_an_answer_of_its_own()
    {
        const string Rows = "{ rows { key label papers upvotes filter } }";
        (string Arguments, object Variables)[] sets =
        [
            ("by: [CONCEPT], first: 3", new { by = new[] { "CONCEPT" }, first = 3 }),
            ("by: [CONCEPT], first: 2", new { by = new[] { "CONCEPT" }, first = 2 }),
            ("by: [TOPIC], first: 2", new { by = new[] { "TOPIC" }, first = 2 }),
            ("by: [CONCEPT, PUBLISHED_YEAR], first: 2", new { by = new[] { "CONCEPT", "PUBLISHED_YEAR" }, first = 2 }),
            ("by: [CONCEPT], first: 2, orderBy: [{ by: KEY, direction: ASC }]",
                new { by = new[] { "CONCEPT" }, first = 2, orders = new[] { new { by = "KEY", direction = "ASC" } } }),
            ("by: [CONCEPT], first: 2, orderBy: [{ by: KEY, direction: DESC }]",
                new { by = new[] { "CONCEPT" }, first = 2, orders = new[] { new { by = "KEY", direction = "DESC" } } }),
            ("by: [CONCEPT], first: 9, having: { papers: { from: 2 } }",
                new { by = new[] { "CONCEPT" }, first = 9, having = new { papers = new { from = 2 } } }),
            ("by: [CONCEPT], first: 9, having: { papers: { to: 1 } }",
                new { by = new[] { "CONCEPT" }, first = 9, having = new { papers = new { to = 1 } } }),
            ("by: [CONCEPT], first: 9, where: { hasCode: true }",
                new { by = new[] { "CONCEPT" }, first = 9, where = new { hasCode = true } }),
            ("by: [CONCEPT], first: 9, where: { hasCode: false }",
                new { by = new[] { "CONCEPT" }, first = 9, where = new { hasCode = false } }),
        ];
        var answers = new HashSet<string>();
        foreach (var (arguments, variables) in sets.Concat(sets))
        {
            var answer = await graph.ExecuteAsync(
                $$"""
                query(
                  $by: [PaperDimension!]!, $first: Int, $orders: [PaperGroupOrder!], $having: PaperGroupCondition, $where: PaperFilter) {
                  paperGroups(by: $by, first: $first, orderBy: $orders, having: $having, where: $where) {{Rows}}
                }
                """,
                variables);
            var expected = await graph.ExecuteAsync($"{{ paperGroups({arguments}) {Rows} }}");
            answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
            answer.GetRawText().ShouldBe(expected.GetRawText());
            answers.Add(answer.GetRawText());
        }
        // The graph is small, so that one of the conditions leaves as much as another.
        answers.Count.ShouldBeGreaterThanOrEqualTo(sets.Length - 1);
    }

    [Theory]
    [InlineData("PUBLISHED_DAY", "publishedOn", "9999-12-31")]
    [InlineData("PUBLISHED_MONTH", "publishedOn", "9999-12-01")]
    [InlineData("PUBLISHED_WEEK", "publishedOn", "0001-01-01")]
    [InlineData("PUBLISHED_WEEK", "publishedOn", "0001-01-02")]
    [InlineData("LISTED_YEAR", "listedOn", "0001-01-01")]
    [InlineData("LISTED_YEAR", "listedOn", "0001-12-31")]
    [InlineData("LISTED_QUARTER", "listedOn", "9999-12-31")]
    public async Task The_ends_of_the_calendar_are_days_as_others(string dimension, string date, string day)
    {
        var answer = await graph.ExecuteAsync(
            $$"""
            { paperGroups(by: {{dimension}}, where: { {{date}}: { from: "{{day}}", to: "{{day}}" } }) { groupCount rows { filter papers } } }
            """);

        answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        answer.GetProperty("data").GetProperty("paperGroups").GetProperty("groupCount").GetInt32().ShouldBeLessThanOrEqualTo(1);
    }
}
