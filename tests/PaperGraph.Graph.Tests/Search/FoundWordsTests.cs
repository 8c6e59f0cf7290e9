using Npgsql;
using PaperGraph.Graph.Search;

namespace PaperGraph.Graph.Tests.Search;

/// <summary>The program finds in a text what the database has found it by.</summary>
public sealed class FoundWordsTests(GraphDatabase graph) : IClassFixture<GraphDatabase>
{
    [Theory]
    [InlineData("We train models; a Model was trained.", "model training", "train,models,Model,trained")]
    [InlineData("training/inference and Qwen2.5-VL", "qwen2.5 inference", "inference,Qwen2.5")]
    [InlineData("pretraining and pre-training", "pre-training", "pretraining,pre-training")]
    [InlineData("pretraining and pre-training", "\"pre-training\"", "pre-training")]
    [InlineData("pretraining and pre-trained", "pretraining", "pretraining,pre-trained")]
    [InlineData("pretraining, pre-training, pre trained", "pre training", "pretraining,pre-training,pre,trained")]
    [InlineData("Video-MME, VideoMME, video MME, MME", "videomme", "Video-MME,VideoMME")]
    [InlineData("Video-MME, VideoMME, video MME, MME", "VideoMME", "Video-MME,VideoMME,video,MME")]
    [InlineData("Video-MME, VideoMME, video MME, MME", "Video-MME", "Video-MME,VideoMME,video,MME")]
    [InlineData("Qwen2.5-VL, Qwen2.5VL", "Qwen2.5VL", "Qwen2.5-VL,Qwen2.5VL")]
    [InlineData("Qwen2.5-VL, Qwen2.5VL", "Qwen2.5-VL", "Qwen2.5-VL,Qwen2.5VL")]
    [InlineData("DoRA and RA", "DoRA", "DoRA")]
    [InlineData("the Fréchet distance", "FRECHET", "Fréchet")]
    [InlineData("the Fre\u0301chet distance", "frechet", "Fre\u0301chet")]
    [InlineData("to be or not to be", "to be of", "")]
    [InlineData("GPT-4, GPT4 and 4", "gpt-4", "GPT-4,GPT4")]
    [InlineData("Qwen2.5 with 5 of 2.5", "qwen2.5", "Qwen2.5")]
    [InlineData("5 shots of T5", "\"t5\" 5", "5,T5")]
    [InlineData("a state space, and a space", "\"state space\"", "state,space")]
    [InlineData("the state of the art is no state of an art", "\"state of the art\"", "state,art,state,art")]
    [InlineData("नेटवर्क", "नेटवर्क", "नेटवर्क")]
    public void Words_are_found_by_their_stems(string text, string query, string found) =>
        string.Join(',', new FoundWords(SearchText.Parse(query)).In(text).Select(range => text.Substring(range.Start, range.Length)))
            .ShouldBe(found);

    [Fact]
    public void A_fragment_of_a_long_text_has_the_most_of_the_words()
    {
        var (before, behind) = (string.Concat(Enumerable.Repeat("filler words ", 60)), string.Concat(Enumerable.Repeat("more here ", 60)));
        var text = $"one {before}two one two {behind}";

        var highlight = Highlight.From(MatchedField.Abstract, text, new FoundWords(SearchText.Parse("one two")))!;

        highlight.Ranges.Count.ShouldBe(3);
        highlight.Fragment.ShouldContain("two one two");
        highlight.Fragment.Length.ShouldBeLessThan(260);
        text.Substring(highlight.Start, highlight.Fragment.Length).ShouldBe(highlight.Fragment);
    }

    [Fact]
    public async Task Stems_are_those_of_PostgreSQL()
    {
        var words = await File.ReadAllTextAsync(RepositoryRoot.Combine("src", "PaperGraph.Concepts", "Tagging", "corpus-statistics.tsv"));
        string[] letters =
        [
            .. words.ToLowerInvariant().Split((char[])['\t', '\n', ' ', '-'])
                .Where(word => word.Length > 0 && word.All(char.IsAsciiLetterLower))
                .Distinct(),
        ];
        letters.Length.ShouldBeGreaterThan(4_000);
        string[] endings = ["", "s", "ed", "ing", "ly", "ational", "fulness", "ization", "ies", "eedly", "y", "ment", "ative", "ness"];
        string[] asked = [.. letters.SelectMany((word, i) => (string[])[word, word + endings[i % endings.Length]])];
        await using var source = NpgsqlDataSource.Create(graph.ConnectionString);
        await using var command = source.CreateCommand(
            "select word, (ts_lexize('english_stem', word))[1] from unnest($1) as asked (word)");
        command.Parameters.Add(new() { Value = asked });
        await using var reader = await command.ExecuteReaderAsync();
        var (wrong, count) = (new List<string>(), 0);
        while (await reader.ReadAsync())
        {
            // A word that is in no index has no stem.
            if (await reader.IsDBNullAsync(1)) continue;
            count++;
            var (word, stem) = (reader.GetString(0), reader.GetString(1));
            if (EnglishStemmer.Stem(word) != stem) wrong.Add($"{word}: {EnglishStemmer.Stem(word)}, not {stem}");
        }

        // Later versions of PostgreSQL have a few rules more.
        (wrong.Count * 500 < count).ShouldBeTrue(string.Join('\n', wrong.Take(40)));
    }

    [Fact]
    public async Task A_word_is_found_where_the_database_finds_it()
    {
        var random = new Random(20_263);
        string[] pieces =
        [
            "training", "trains", "Qwen", "qwen2", "2", "5", ".", "/", "-", "_", "<", ">", " ", " ", " ", "T5", "GPT", "4",
            "é", "É", "ﬁ", "β", "ने", "ट\u094D",
            "3D", "x", "models", "model", ",", "(", "'", "\u0301", "of", "1e5", "a1b2",
        ];
        string[] queries =
        [
            "xtraining", "modelx", "QwenModel", "gpt-models",
            "training", "qwen", "2", "5", "t5", "gpt", "4", "models", "3d", "x", "e", "qwen2", "gpt-4", "2.5", "ने",
        ];
        var cases = Enumerable.Range(0, 4_000).Select(_ => (
            Text: string.Concat(random.GetItems(pieces, random.Next(1, 12))),
            Query: random.GetItems(queries, 1)[0])).ToList();
        await using var source = NpgsqlDataSource.Create(graph.ConnectionString);
        await using var command = source.CreateCommand("""
            select to_tsvector('papergraph', search_text(text)) @@ to_tsquery('papergraph', search_words(query))
            from unnest($1, $2) as asked (text, query)
            """);
        command.Parameters.Add(new() { Value = cases.Select(one => one.Text).ToArray() });
        command.Parameters.Add(new() { Value = cases.Select(one => SearchText.Parse(one.Query).Query).ToArray() });
        await using var reader = await command.ExecuteReaderAsync();
        var (wrong, matches) = (new List<string>(), 0);
        for (var i = 0; await reader.ReadAsync(); i++)
        {
            var isFound = new FoundWords(SearchText.Parse(cases[i].Query)).In(cases[i].Text).Count > 0;
            if (reader.GetBoolean(0)) matches++;
            if (isFound != reader.GetBoolean(0)) wrong.Add($"{cases[i]}: {isFound}");
        }

        matches.ShouldBeGreaterThan(150);
        // Scientific numbers and letters that are several are taken apart otherwise.
        wrong.Count.ShouldBeLessThan(60, string.Join('\n', wrong.Take(60)));
    }
}
