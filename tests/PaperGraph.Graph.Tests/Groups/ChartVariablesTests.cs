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
