using Npgsql;
using PaperGraph.Graph.Filters;

namespace PaperGraph.Graph.Tests.Filters;

public sealed class SearchTextTests(GraphDatabase graph) : IClassFixture<GraphDatabase>
{
    private static readonly string[] Pieces =
    [
        "-", "--", " ", "\"", "\"\"", "x", "or ", "b-", "(", ")", "!", "|", "&", "'", ":", "*", "<", "<->", "\\", ". ", "_", "@", "/", "é",
        "-or ", "0", "\t", "\u2003", "\u00a0", "\u200b", ">", ",", "\U0001D400", "\u24B6", "—", "\u0301",
    ];

    [Theory]
    [InlineData("", 0)]
    [InlineData("graph neural networks", 3)]
    [InlineData("  \"diffusion models\" -gan ", 3)]
    [InlineData("\U0001D400\U0001D401 \U0001D402", 2)]
    [InlineData("e\u0301te\u0301 नेटवर्क", 2)]
    [InlineData("x—y", 3)]
    [InlineData("\u24B6\u24B7", 2)]
    public void Words_are_counted_in_every_script(string text, int terms) => SearchText.Terms(text).ShouldBe(terms);

    [Theory]
    [InlineData("state-of-the-art", 1)]
    [InlineData("-a -b --c", 2)]
    [InlineData("- ! - (-\"-", 4)]
    public void Minus_signs_in_a_row_are_counted(string text, int negations) => SearchText.Negations(text).ShouldBe(negations);

    [Fact]
    public async Task What_is_within_the_limits_PostgreSQL_can_search_for()
    {
        var random = new Random(20_260);
        string[] texts =
            [.. Enumerable.Range(0, 20_000).Select(_ => Made(random))
                .Where(text => SearchText.Negations(text) <= FilterLimits.MaxNegations)];
        texts.Length.ShouldBeGreaterThan(10_000);
        await using var source = NpgsqlDataSource.Create(graph.ConnectionString);
        await using var command = source.CreateCommand(
            "select count(websearch_to_tsquery('english', asked.text)) from unnest($1) as asked (text)");
        command.Parameters.Add(new() { Value = texts });

        (await command.ExecuteScalarAsync()).ShouldBe((long)texts.Length);
    }

    private static string Made(Random random)
    {
        var pieces = random.GetItems(Pieces, random.Next(1, 5)).Append(random.Next(2) == 0 ? "-" : " ").ToArray();
        var text = string.Concat(random.GetItems(pieces, random.Next(1, 300)));
        return text.Length <= FilterLimits.MaxText || char.IsHighSurrogate(text[FilterLimits.MaxText - 1])
            ? text
            : text[..FilterLimits.MaxText];
    }
}
