using Npgsql;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Search;

namespace PaperGraph.Graph.Tests.Search;

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
    [InlineData("graph networks", "('graph' | 'graphnetworks') & ('networks' | 'graphnetworks')")]
    [InlineData("\"graph networks\" theory", "'graph networks' & 'theory'")]
    [InlineData("graph of networks", "'graph' & 'of' & 'networks'")]
    [InlineData("GPT 4", "'GPT' & '4'")]
    [InlineData("VideoMME", "('VideoMME' | 'Video MME')")]
    [InlineData("Qwen2.5VL 3D", "('Qwen2.5VL' | 'Qwen2.5 VL') & '3D'")]
    [InlineData("DoRA -PreTraining", "'DoRA' & !('PreTraining' | 'Pre Training')")]
    [InlineData("title:U-Net", "('U-Net':A | 'UNet':A)")]
    [InlineData("Papers about GRPO", "'GRPO'")]
    [InlineData("show me all recent papers that use \"state space\"", "'state space'")]
    [InlineData("papers about", "'papers' & 'about'")]
    [InlineData("papers with code", "'papers' & 'with' & 'code'")]
    [InlineData("GRPO OR PPO reasoning", "('GRPO' | 'PPO') & 'reasoning'")]
    [InlineData("OR a OR", "'a'")]
    [InlineData("ORacle or error", "'ORacle' & 'or' & 'error'")]
    [InlineData("diffusion -gan --vae", "'diffusion' & !'gan' & !'vae'")]
    [InlineData("-\"old words\" new", "!'old words' & 'new'")]
    [InlineData("title:mamba Title:\"state space\"", "'mamba':A & 'state space':A")]
    [InlineData("-title:mamba", "!'mamba':A")]
    [InlineData("pre-training", "('pre-training' | 'pretraining')")]
    [InlineData("GPT-4", "'GPT-4'")]
    [InlineData("\"not closed", "'not closed'")]
    [InlineData("\u201Ccurly quotes\u201D", "'curly quotes'")]
    [InlineData("joined\"to a phrase\"", "'joined' & 'to a phrase'")]
    [InlineData("100%, a:b (c) d\\e f'g", "'100%,' & 'a:b' & '(c)' & 'd e' & 'f g'")]
    [InlineData("- & % \"\" -\" \" title: !", "")]
    public void A_search_is_understood_as_it_is_typed(string text, string query) => SearchText.Parse(text).Query.ShouldBe(query);

    [Theory]
    [InlineData("one", null)]
    [InlineData("\"one\" \"two\"", "('one') | ('two')")]
    [InlineData("\"one\" \"two\" \"three\"", "('one' & 'two') | ('two' & 'three')")]
    [InlineData("\"one\" \"two\" -three", "(('one') | ('two')) & !'three'")]
    public void Where_nothing_has_all_words_some_are_enough(string text, string? query) => SearchText.Parse(text).Relaxed.ShouldBe(query);

    [Theory]
    [InlineData("one two", null)]
    [InlineData("\"one\" \"two\" \"three\" -four", "(('two' & 'three') | ('one' & 'three') | ('one' & 'two')) & !'four'")]
    public void Of_several_words_one_may_be_missing(string text, string? query) => SearchText.Parse(text).AllButOne.ShouldBe(query);

    [Fact]
    public async Task Whatever_is_typed_PostgreSQL_can_search_for()
    {
        var random = new Random(20_260);
        string[] texts = [.. Enumerable.Range(0, 20_000).Select(_ => Made(random))];
        await using var source = NpgsqlDataSource.Create(graph.ConnectionString);
        await using var command = source.CreateCommand(
            "select count(to_tsquery('papergraph', search_words(asked.text))) from unnest($1) as asked (text)");
        var parsed = texts.Select(SearchText.Parse).ToList();
        string[] queries =
        [
            .. parsed.Select(text => text.Query),
            .. parsed.Select(text => text.AllButOne ?? ""),
            .. parsed.Select(text => text.Relaxed ?? ""),
            .. parsed.Select(text => text.AnyWord),
        ];
        command.Parameters.Add(new() { Value = queries });

        (await command.ExecuteScalarAsync()).ShouldBe((long)queries.Length);
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
