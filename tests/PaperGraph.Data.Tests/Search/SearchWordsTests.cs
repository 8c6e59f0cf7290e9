using Npgsql;
using PaperGraph.Data.Tests.Support;

namespace PaperGraph.Data.Tests.Search;

public sealed class SearchWordsTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    [Theory]
    [InlineData("training/inference budgets", "inference")]
    [InlineData("training/inference budgets", "training/inference")]
    [InlineData("encoder/decoder stacks", "decoder")]
    [InlineData("<think> tokens", "think")]
    [InlineData("Qwen2.5-VL sees", "qwen")]
    [InlineData("Qwen2.5-VL sees", "qwen2.5")]
    [InlineData("Qwen2.5-VL sees", "Qwen2.5-VL")]
    [InlineData("GPT-4 answers", "gpt4")]
    [InlineData("GPT4 answers", "gpt-4")]
    [InlineData("a T5 model", "T5")]
    [InlineData("as in arXiv:2402.03300v2", "2402.03300v2")]
    [InlineData("at https://github.com/some-lab/Some.Code", "some-lab/Some.Code")]
    [InlineData("torch.nn.functional", "functional")]
    [InlineData("snake_case_name", "case")]
    [InlineData("the Fréchet distance", "frechet")]
    [InlineData("the Frechet distance", "Fréchet")]
    [InlineData("the Fre\u0301chet distance", "frechet")]
    [InlineData("models", "model")]
    public async Task A_text_is_found_by_its_words_their_parts_and_the_whole_of_them(string text, string query) =>
        (await MatchesAsync(text, query)).ShouldBeTrue();

    [Theory]
    [InlineData("a vision model Qwen 2", "qwen2.5")]
    [InlineData("5 examples", "T5")]
    [InlineData("inference training", "training/inference")]
    public async Task Parts_that_stand_elsewhere_are_not_the_whole(string text, string query) =>
        (await MatchesAsync(text, query)).ShouldBeFalse();

    [Theory]
    [InlineData("Group Relative Policy Optimization", "group relative policy optimization")]
    [InlineData("  GPT-4o (mini)  ", "gpt 4o mini")]
    [InlineData("Universität Zürich", "universitat zurich")]
    [InlineData("Σ–Mem", "σ mem")]
    [InlineData("deepseek-ai/DeepSeek-Math", "deepseek ai deepseek math")]
    [InlineData("GPT4", "gpt 4")]
    [InlineData("T5 and o1", "t5 and o1")]
    [InlineData("!?", "")]
    public async Task Names_are_compared_without_case_accents_and_punctuation(string name, string key) =>
        (await QueryAsync<string>("select search_key($1)", name)).ShouldBe(key);

    [Fact]
    public async Task Any_text_is_taken_apart_as_by_one_expression_for_separators_and_one_for_numbers()
    {
        var random = new Random(2_611);
        string[] parts = ["/", ".", "_", "<", ">", "-", " ", "a", "Bc", "qwen", "7", "25", "é", "Σ", "字", "ab1", "GPT4o", "\\1", "x2y3"];
        var texts = Enumerable.Range(0, 2_000).Select(_ => string.Concat(random.GetItems(parts, random.Next(12)))).ToArray();
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var command = source.CreateCommand("""
            select string_agg(text, e'\n')
            from unnest($1) text
            where search_words(text)
                <> regexp_replace(regexp_replace(text, '[/._<>-]', ' ', 'g'), '([A-Za-z]{3,})([0-9])', '\1 \2', 'g')
            """);
        command.Parameters.Add(new() { Value = texts });

        (await command.ExecuteScalarAsync()).ShouldBe(DBNull.Value);
    }

    private Task<bool> MatchesAsync(string text, string query) => QueryAsync<bool>(
        "select to_tsvector('papergraph', search_words($1)) @@ phraseto_tsquery('papergraph', search_words($2))", text, query);

    private async Task<T> QueryAsync<T>(string sql, params string[] parameters)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var command = source.CreateCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(new() { Value = parameter });
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
