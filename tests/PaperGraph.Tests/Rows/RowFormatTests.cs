using System.Text;
using System.Text.Json;
using PaperGraph.Rows;

namespace PaperGraph.Tests.Rows;

public sealed class RowFormatTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"https://example.org\")", "'=HYPERLINK(\"https://example.org\")")]
    [InlineData("+1 and more", "'+1 and more")]
    [InlineData("-1", "'-1")]
    [InlineData("@sum", "'@sum")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData("a = b", "a = b")]
    [InlineData("Qwen2.5, \"the\" model\nof 2024", "Qwen2.5, \"the\" model\nof 2024")]
    public void A_text_that_a_spreadsheet_would_run_is_one_that_it_shows(string title, string shown) =>
        Cells(new { title }).ShouldBe([shown]);

    [Fact]
    public void A_list_is_defused_like_any_text() => Cells(
        [RowColumn.Names("authors", 5)], new { authors = new { nodes = new[] { new { name = "=1+1" }, new { name = "B" } } } })
        .ShouldBe(["'=1+1; B"]);

    [Fact]
    public void Numbers_are_numbers_and_what_is_unknown_is_empty() =>
        Cells(new { count = -3, share = 0.25, flag = true, unknown = (string?)null }).ShouldBe(["-3", "0.25", "true", ""]);

    [Fact]
    public void Any_text_is_read_back_as_it_was()
    {
        string[] pieces = ["\"", ",", "\r\n", "\n", "\r", "'", ";", "é", "🦜", "a", " ", "=", "\t", "\uFEFF"];
        var random = new Random(3);
        for (var i = 0; i < 300; i++)
        {
            var title = $"a{string.Concat(random.GetItems(pieces, random.Next(8)))}";
            Cells(new { title, other = "b" }).ShouldBe([title, "b"]);
        }
    }

    [Fact]
    public void JSON_has_the_values_as_they_are()
    {
        var text = Write(
            RowFormat.Json, [RowColumn.Field("title"), RowColumn.Names("authors", 5)],
            new { title = "=1+1 <é>", authors = new { nodes = new[] { new { name = "A" } } } });

        text.ShouldBe("""[{"title":"=1+1 <é>","authors":["A"]}]""");
    }

    private static string[] Cells(object row) => Cells(
        [.. JsonSerializer.SerializeToElement(row).EnumerateObject().Select(property => RowColumn.Field(property.Name))], row);

    private static string[] Cells(IReadOnlyList<RowColumn> columns, object row)
    {
        var records = Csv.Read(Write(RowFormat.Csv, columns, row));
        records.Count.ShouldBe(2);
        records[0].ShouldBe(columns.Select(column => column.Name));
        return records[1];
    }

    private static string Write(RowFormat format, IReadOnlyList<RowColumn> columns, object row)
    {
        using var output = new MemoryStream();
        format.Write(output, new RowTable(columns, [JsonSerializer.SerializeToElement(row)]), false);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
