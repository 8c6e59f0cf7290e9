using System.Text;
using PaperGraph.Sources.Records;

namespace PaperGraph.Sources.Json;

public sealed class ColumnOrientationTests
{
    [Theory]
    [InlineData("""{"a": {"0": 1, "7": null}, "b": {"0": "x", "7": ["y"]}}""", """{"a":1,"b":"x"}""", """{"a":null,"b":["y"]}""")]
    [InlineData("""{"a": {"0": "\ud800"}}""", """{"a":"\ud800"}""")]
    [InlineData("""{"a": {"0": 1}, "b": {"1": 1}}""", """{"a": {"0": 1}, "b": {"1": 1}}""")]
    [InlineData("""{"a": {"0": 1}, "b": 1}""", """{"a": {"0": 1}, "b": 1}""")]
    [InlineData("""{"a": {"x": 1}}""", """{"a": {"x": 1}}""")]
    [InlineData("{'a': {'0': 1}}", "{'a': {'0': 1}}")]
    [InlineData("""{"a": {"0": 1""", """{"a": {"0": 1""")]
    public void Columns_of_equal_rows_are_rows(string json, params string[] rows) => Rows(json).ShouldBe(rows);

    [Fact]
    public void Names_of_columns_that_are_longer_than_all_values_are_not_repeated()
    {
        var values = string.Join(',', Enumerable.Range(0, 10_000).Select(row => $"\"{row}\":1"));

        Rows($"{{\"{new string('a', 100_000)}\":{{{values}}}}}").Count.ShouldBe(1);
    }

    private static List<string> Rows(string json) =>
    [
        .. ColumnOrientation.Rows(new RecordSlice(Encoding.UTF8.GetBytes(json), 1, 1, null))
            .Select(row => Encoding.UTF8.GetString(row.Bytes.Span)),
    ];
}
