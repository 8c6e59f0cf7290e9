using System.Globalization;
using System.Text.Json;
using PaperGraph.Graph.Search;

namespace PaperGraph.Graph.Tests.Search;

/// <summary>What people complain of in searches, and what holds whatever is typed.</summary>
public sealed class SearchTests(SearchGraph graph) : IClassFixture<SearchGraph>
{
    private const string Joined = "On the Fréchet Distance of 100% of a:b (and c\\d)";

    private const string Page = """
        query($query: String!, $kinds: [NodeKind!], $first: Int, $after: String, $last: Int, $before: String) {
          search(query: $query, kinds: $kinds, first: $first, after: $after, last: $last, before: $before) {
            totalCount totalCountIsEstimate
            pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
            edges {
              cursor score matched { field name }
              highlights { field fragment start ranges { start length } }
              node { id ... on Paper { title abstract } ... on Author { name } ... on Concept { name } }
            }
          }
        }
        """;

    [Theory]
    [InlineData("inference")]
    [InlineData("training/inference")]
    [InlineData("decoder")]
    [InlineData("think")]
    [InlineData("qwen")]
    [InlineData("qwen2.5")]
    [InlineData("Qwen2.5-VL")]
    [InlineData("Twenty seven")]
    [InlineData("twenty-seven")]
    [InlineData("Qwen2.5VL")]
    [InlineData("twentyseven")]
    [InlineData("TwentySeven decoder")]
    [InlineData("finetuning vastqa", Joined)]
    [InlineData("FineTuning on VastQA", Joined)]
    [InlineData("fine tuning vast qa", Joined)]
    [InlineData("papers about VastQA", Joined)]
    [InlineData("mambo id", "What Mamboid Cannot Do")]
    public async Task Joined_words_are_found_by_their_parts_and_as_a_whole(string query, string title = "Twenty-seven") =>
        (await TitlesAsync(query)).ShouldContain(title);

    [Theory]
    [InlineData("frechet")]
    [InlineData("FRÉCHET distance")]
    [InlineData("100% of")]
    [InlineData("a:b")]
    [InlineData("(and c\\d)")]
    [InlineData("\"Fréchet distance")]
    [InlineData("distance, distance; distance' \"")]
    public async Task Accents_punctuation_and_open_quotes_do_no_harm(string query) =>
        (await TitlesAsync(query)).ShouldContain("On the Fréchet Distance of 100% of a:b (and c\\d)");

    [Theory]
    [InlineData("memory", "Memory")]
    [InlineData("MEMORY!", "Memory")]
    [InlineData("On the Fréchet Distance of 100% of a:b (and c\\d)", "On the Fréchet Distance of 100% of a:b (and c\\d)")]
    [InlineData("mamboid", "Mamboid: Sequences in Linear Time")]
    [InlineData("words to read", "Reading Side by Side: Words to Read")]
    public async Task What_is_named_so_comes_first(string query, string title) => (await TitlesAsync(query))[0].ShouldBe(title);

    [Fact]
    public async Task A_long_query_finds_what_has_some_of_its_words() =>
        (await TitlesAsync("how do the training/inference budgets that other people have compare with what everybody else would want"))
            .ShouldContain("Twenty-seven");

    [Theory]
    [InlineData("training budgets of encoders and decodrs", "Twenty-seven")]
    [InlineData("Mamboid sequences in linaer time", "Mamboid: Sequences in Linear Time")]
    [InlineData("mamboid sequences", "Mamboid: Sequences in Linear Time")]
    [InlineData("arXiv:2405.01234v3", "Mamboid: Sequences in Linear Time")]
    [InlineData("10.1145/3442188", "Memory")]
    public async Task What_is_meant_comes_first(string query, string title) => (await TitlesAsync(query))[0].ShouldBe(title);

    [Theory]
    [InlineData("mamboid -sequences", "What Mamboid Cannot Do")]
    [InlineData("mamboid -space", "What Mamboid Cannot Do")]
    [InlineData("twenty -seven", null)]
    public async Task What_is_excluded_is_not_found_by_its_title_either(string query, string? title) =>
        (await TitlesAsync(query)).ShouldBe(title is null ? [] : [title]);

    [Fact]
    public async Task What_only_excludes_is_matched_by_nothing()
    {
        var page = await PageAsync("-plankton", null, new { first = 50 });

        var edges = page.GetProperty("edges").EnumerateArray().ToList();
        edges.Count.ShouldBe(page.GetProperty("totalCount").GetInt32());
        edges.ShouldAllBe(edge => edge.GetProperty("matched").ValueKind == JsonValueKind.Null && edge.GetProperty("score").GetDouble() < 1);
    }

    [Theory]
    [InlineData("mamboid OR memory")]
    [InlineData("C++")]
    [InlineData("z")]
    public async Task Of_several_words_and_of_one_letter_nothing_is_named(string query) =>
        (await AllAsync(query, ["AUTHOR", "CONCEPT", "REPOSITORY"])).ShouldBeEmpty();

    [Theory]
    [InlineData("gtp 4", "GPT-4")]
    [InlineData("group relatve policy optimisation", "Group Relative Policy Optimization")]
    [InlineData("mixtureofexperts", "Mixture of Experts")]
    public async Task A_name_is_found_though_a_finger_slipped(string query, string name)
    {
        var found = await AllAsync(query, ["CONCEPT"]);
        found[0].GetProperty("node").GetProperty("name").GetString().ShouldBe(name);
    }

    [Fact]
    public async Task An_order_by_date_keeps_the_words()
    {
        var answer = await graph.ExecuteBothAsync(
            "{ papers(where: { text: \"memory\" }, orderBy: [{ by: PUBLISHED_ON, direction: ASC }]) { totalCount nodes { title } } }");

        answer.GetRawText().ShouldBe(
            "{\"data\":{\"papers\":{\"totalCount\":2,\"nodes\":[{\"title\":\"Memory\"},"
            + "{\"title\":\"Memory in Memory about Memory: Memory of Memory\"}]}}}");
    }

    [Fact]
    public async Task A_range_of_one_day_has_that_day()
    {
        var answer = await graph.ExecuteBothAsync("""
            { search(query: "training", where: { publishedOn: { from: "2024-05-06", to: "2024-05-06" } }, kinds: [PAPER]) {
              totalCount nodes { ... on Paper { title } } } }
            """);

        answer.GetRawText().ShouldBe("""{"data":{"search":{"totalCount":1,"nodes":[{"title":"Twenty-seven"}]}}}""");
    }

    [Theory]
    [InlineData("a\0b", "`query` holds U+0000")]
    [InlineData("LONG", "`query` has 120000 characters; give 500 at most.")]
    [InlineData("MANY", "`query` makes it 100 words to search for; give 50 at most in one filter.")]
    public async Task What_cannot_be_searched_for_is_told(string query, string message)
    {
        var text = query switch
        {
            "LONG" => string.Concat(Enumerable.Repeat("words ", 20_000)),
            "MANY" => string.Concat(Enumerable.Repeat("a b ", 50)),
            _ => query,
        };

        foreach (var field in new[] { "search(query: $text) { totalCount }", "suggest(prefix: $text) { text }" })
        {
            if (query == "MANY" && field.StartsWith("suggest", StringComparison.Ordinal)) continue;
            var error = (await graph.ExecuteAsync($"query($text: String!) {{ {field} }}", new { text })).GetProperty("errors")[0];
            error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("BAD_USER_INPUT");
            if (field.StartsWith("search", StringComparison.Ordinal)) error.GetProperty("message").GetString()!.ShouldStartWith(message);
        }
    }

    [Theory]
    [InlineData("orderBy: [{ by: RELEVANCE }]", "`orderBy` is by RELEVANCE, which there is of a text alone: give `where.text` too.")]
    [InlineData(
        "where: { text: \"a\" }, orderBy: [{ by: RELEVANCE, direction: ASC }]",
        "`orderBy` is by RELEVANCE with the worst first; leave out the direction.")]
    [InlineData(
        "where: { text: \"a\" }, orderBy: [{ by: TITLE }, { by: RELEVANCE }]",
        "`orderBy` is by RELEVANCE, which has to be alone, and orders the field `papers` of the query alone.")]
    public async Task Relevance_is_the_order_of_a_search(string arguments, string message)
    {
        var answer = await graph.ExecuteAsync($"{{ papers({arguments}) {{ totalCount }} }}");

        answer.GetProperty("errors")[0].GetProperty("message").GetString().ShouldBe(message);
    }

    [Fact]
    public async Task Papers_by_relevance_are_those_of_a_search()
    {
        var answer = await graph.ExecuteBothAsync("""
            { papers(where: { text: "krill" }, orderBy: [{ by: RELEVANCE }], first: 100) { totalCount nodes { id } } 
              search(query: "krill", kinds: [PAPER], first: 100) { totalCount nodes { id } } }
            """);

        var data = answer.GetProperty("data");
        data.GetProperty("papers").GetRawText().ShouldBe(data.GetProperty("search").GetRawText());
        data.GetProperty("papers").GetProperty("totalCount").GetInt32().ShouldBe(SearchGraph.LotPapers / 3);
    }

    /// <summary>As they are pasted from an address bar, a page of arXiv, a list of references or a terminal.</summary>
    [Theory]
    [InlineData("2405.01234", "Mamboid: Sequences in Linear Time")]
    [InlineData("arXiv:2405.01234v3", "Mamboid: Sequences in Linear Time")]
    [InlineData(" https://arxiv.org/pdf/2405.01234v2.pdf ", "Mamboid: Sequences in Linear Time")]
    [InlineData("[2405.01234] Mamboid: Sequences", "Mamboid: Sequences in Linear Time")]
    [InlineData("https://huggingface.co/papers/2405.01234", "Mamboid: Sequences in Linear Time")]
    [InlineData("https://doi.org/10.48550/arXiv.2405.01234", "Mamboid: Sequences in Linear Time")]
    [InlineData("10.1145/3442188", "Memory")]
    [InlineData("https://dx.doi.org/10.1145/3442188", "Memory")]
    [InlineData("https://github.com/Mambo-Lab/Linear", "Mamboid: Sequences in Linear Time", "What Mamboid Cannot Do")]
    [InlineData("git@github.com:mambo-lab/linear.git", "Mamboid: Sequences in Linear Time", "What Mamboid Cannot Do")]
    [InlineData("mambo-lab/linear", "Mamboid: Sequences in Linear Time", "What Mamboid Cannot Do")]
    [InlineData("Mambo-Lab/Linear", "Mamboid: Sequences in Linear Time", "What Mamboid Cannot Do")]
    [InlineData("mambo.lab/linear")]
    [InlineData("2405.99999")]
    public async Task What_is_pasted_finds_its_papers_in_the_filter_as_in_the_search(string text, params string[] titles)
    {
        const string Query = """
            query($text: String!) {
              search(query: $text, kinds: [PAPER]) { totalCount nodes { ... on Paper { title } } }
              ranked: papers(where: { text: $text }, orderBy: [{ by: RELEVANCE }]) { totalCount nodes { title } }
              papers(where: { text: $text }) { totalCount nodes { title } }
              others: papers(where: { not: { text: $text } }) { totalCount }
              all: papers { totalCount }
              paperGroups(by: [PUBLISHED_YEAR], where: { text: $text }) { paperCount }
            }
            """;
        var data = (await graph.ExecuteBothAsync(Query, new { text })).GetProperty("data");

        var found = Titles("search");
        found.Take(titles.Length).ShouldBe(titles, ignoreOrder: true);
        if (titles.Length == 0) found.ShouldNotContain("Mamboid: Sequences in Linear Time");
        else data.GetProperty("ranked").GetRawText().ShouldBe(data.GetProperty("search").GetRawText());
        Titles("papers").ShouldBe(Titles("ranked"), ignoreOrder: true);
        Titles("ranked").Count.ShouldBe(titles.Length);
        Total("ranked").ShouldBe(titles.Length);
        Total("others").ShouldBe(Total("all") - titles.Length);
        data.GetProperty("paperGroups").GetProperty("paperCount").GetInt32().ShouldBe(titles.Length);

        int Total(string field) => data.GetProperty(field).GetProperty("totalCount").GetInt32();
        List<string> Titles(string field) =>
            [.. data.GetProperty(field).GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("title").GetString()!)];
    }

    [Fact]
    public async Task A_title_of_words_that_are_in_no_index_is_found() =>
        (await graph.ExecuteBothAsync("{ papers(where: { text: \"What Is It, and Why?\" }) { totalCount nodes { title } } }")).GetRawText()
            .ShouldBe("{\"data\":{\"papers\":{\"totalCount\":1,\"nodes\":[{\"title\":\"What Is It and Why\"}]}}}");

    [Fact]
    public async Task Whatever_is_typed_papers_by_relevance_are_those_of_a_search_that_match()
    {
        const string Query = """
            query($text: String!) {
              papers(where: { text: $text }, orderBy: [{ by: RELEVANCE }], first: 50) { totalCount nodes { id } }
              search(query: $text, where: { text: $text }, kinds: [PAPER], first: 50) { totalCount nodes { id } }
            }
            """;
        var random = new Random(20_268);
        string[] pieces =
        [
            "memory", "mamboid", "words", "krill", "number", "-plankton", "title:", "OR", "the", "what", "2405.01234", "10.1145/3442188",
            "mambo-lab/linear", "github.com/mambo-lab/linear", "\"to read\"", "is", "it",
        ];
        var found = 0;
        for (var round = 0; round < 40; round++)
        {
            var text = string.Join(' ', random.GetItems(pieces, random.Next(1, 3)));
            var data = (await graph.ExecuteAsync(Query, new { text })).GetProperty("data");
            data.GetProperty("papers").GetRawText().ShouldBe(data.GetProperty("search").GetRawText(), text);
            found += data.GetProperty("papers").GetProperty("nodes").GetArrayLength();
        }
        found.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task Of_a_frequent_word_titles_come_first_and_the_newest_behind_them()
    {
        var found = await AllAsync("plankton", ["PAPER"]);

        found.Count.ShouldBeInRange(PaperMatches.MaxNewest, PaperMatches.MaxNewest + PaperMatches.MaxTitles);
        found.Take(PaperMatches.MaxTitles).ShouldAllBe(edge => edge.GetProperty("matched").GetProperty("field").GetString() == "TITLE");
        (await PageAsync("plankton", ["PAPER"])).GetProperty("totalCount").GetInt32().ShouldBe(SearchGraph.LotPapers);
    }

    [Theory]
    [InlineData("krill")]
    [InlineData("plankton krill")]
    [InlineData("zed")]
    [InlineData("memory")]
    public async Task Pages_of_both_directions_are_the_list_and_its_length_stays(string query)
    {
        string[] kinds = ["PAPER", "AUTHOR", "CONCEPT"];
        var whole = (await AllAsync(query, kinds)).ConvertAll(Cursor);
        var total = (await PageAsync(query, kinds)).GetProperty("totalCount").GetInt32();
        whole.ShouldBeUnique();
        if (query != "zed") total.ShouldBe(whole.Count);

        var backward = new List<string>();
        for (string? before = null; ;)
        {
            var page = await PageAsync(query, kinds, new { last = 37, before });
            page.GetProperty("totalCount").GetInt32().ShouldBe(total);
            backward.InsertRange(0, page.GetProperty("edges").EnumerateArray().Select(Cursor));
            if (!page.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean()) break;
            before = page.GetProperty("pageInfo").GetProperty("startCursor").GetString();
        }
        backward.ShouldBe(whole);
    }

    [Fact]
    public async Task Whatever_is_typed_the_pages_are_the_list_and_its_length_is_told()
    {
        var random = new Random(20_266);
        string[] pieces =
        [
            "memory", "mamboid", "reading", "words", "krill",
            "-plankton", "-memory", "zed", "zornda", "gpt", "GPT-4", "OR", "title:", "the",
            "twenty", "memry", "2405.01234", "\"side by side\"", "acme/group", "github.com/acme/group", "distance", "m", "é",
        ];
        IReadOnlyList<string[]?> kinds = [null, ["PAPER"], ["PAPER", "CONCEPT"], ["AUTHOR", "CONCEPT", "REPOSITORY"]];
        var found = 0;
        for (var round = 0; round < 60; round++)
        {
            var query = string.Join(' ', random.GetItems(pieces, random.Next(1, 4)));
            var asked = kinds[random.Next(kinds.Count)];
            var big = await PageAsync(query, asked, new { first = 100 });
            var edges = EdgesOf(big).ToList();
            edges.ShouldBeUnique();
            edges.Select(edge => -edge.Score).ShouldBeInOrder();
            found += edges.Count;
            if (!big.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()
                && !big.GetProperty("totalCountIsEstimate").GetBoolean())
                edges.Count.ShouldBe(big.GetProperty("totalCount").GetInt32(), query);

            var (size, paged) = (random.Next(1, 40), new List<(string, double)>());
            for (string? after = null; paged.Count < edges.Count;)
            {
                var page = await PageAsync(query, asked, new { first = Math.Min(size, edges.Count - paged.Count), after });
                page.GetProperty("totalCount").GetRawText().ShouldBe(big.GetProperty("totalCount").GetRawText(), query);
                paged.AddRange(EdgesOf(page));
                after = paged[^1].Item1;
            }
            paged.ShouldBe(edges, query);
        }
        found.ShouldBeGreaterThan(300);

        static IEnumerable<(string Cursor, double Score)> EdgesOf(JsonElement page) =>
            page.GetProperty("edges").EnumerateArray().Select(edge => (Cursor(edge), edge.GetProperty("score").GetDouble()));
    }

    [Fact]
    public async Task Whatever_is_typed_is_answered_and_what_is_highlighted_is_a_slice()
    {
        var random = new Random(20_262);
        string[] pieces =
        [
            "training/inference", "Qwen2.5-VL", "memory", "Fréchet", "frechet", "the", "of", "plankton", "\"", "-", "OR", "title:", "(",
            "%",
            "\\", "'", ":*", "&", "!", "<->", "\u200b", "\U0001D400", "É", "zed", "2402.00001", "grpo", "state space", "100%",
        ];
        var (highlights, found) = (0, 0);
        for (var round = 0; round < 150; round++)
        {
            var query = string.Join(random.Next(3) == 0 ? "" : " ", random.GetItems(pieces, random.Next(1, 7)));
            var page = await PageAsync(query, null, new { first = 5 });
            foreach (var edge in page.GetProperty("edges").EnumerateArray())
            {
                found++;
                foreach (var highlight in edge.GetProperty("highlights").EnumerateArray())
                {
                    highlights++;
                    ExpectSlice(edge, highlight, query);
                }
            }
        }
        found.ShouldBeGreaterThan(150);
        highlights.ShouldBeGreaterThan(150);
    }

    private static void ExpectSlice(JsonElement edge, JsonElement highlight, string query)
    {
        var stored = highlight.GetProperty("field").GetString() switch
        {
            "TITLE" => edge.GetProperty("node").GetProperty("title").GetString()!,
            "ABSTRACT" => edge.GetProperty("node").GetProperty("abstract").GetString()!,
            _ => edge.GetProperty("matched").GetProperty("name").GetString()!,
        };
        var (start, fragment) = (highlight.GetProperty("start").GetInt32(), highlight.GetProperty("fragment").GetString()!);
        stored.Substring(start, fragment.Length).ShouldBe(fragment, query);
        var end = start;
        foreach (var range in highlight.GetProperty("ranges").EnumerateArray())
        {
            var from = range.GetProperty("start").GetInt32();
            from.ShouldBeGreaterThanOrEqualTo(end, query);
            end = from + range.GetProperty("length").GetInt32();
            end.ShouldBeGreaterThan(from, query);
        }
        end.ShouldBeLessThanOrEqualTo(start + fragment.Length, query);
    }

    [Theory]
    [InlineData("{ search(query: \"grpo\") { totalCount edges { score highlights { fragment } node { id ... on Paper { title } } } } }", 1)]
    [InlineData("{ search(query: \"model\", where: { concepts: { any: [\"PPO\"] } }) { nodes { id } } }", 2)]
    [InlineData("{ suggest(prefix: \"gro\") { text node { ... on Concept { name } } } }", 1)]
    [InlineData("{ papers(where: { text: \"rewards\" }, orderBy: [{ by: RELEVANCE }]) { nodes { title } } }", 1)]
    [InlineData("{ papers(where: { text: \"rewards\" }, orderBy: [{ by: RELEVANCE }]) { totalCount nodes { title } } }", 2)]
    public async Task A_search_costs_one_round_trip(string query, int statements) =>
        (await graph.CostAsync(query)).ShouldBe((1, statements));

    private static string Cursor(JsonElement edge) => edge.GetProperty("cursor").GetString()!;

    private async Task<List<string>> TitlesAsync(string query)
    {
        var page = await PageAsync(query, ["PAPER"]);
        return [.. page.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("node").GetProperty("title").GetString()!)];
    }

    private async Task<List<JsonElement>> AllAsync(string query, string[] kinds)
    {
        var all = new List<JsonElement>();
        for (string? after = null; ;)
        {
            var page = await PageAsync(query, kinds, new { first = 41, after });
            all.AddRange(page.GetProperty("edges").EnumerateArray());
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()) return all;
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }
    }

    private async Task<JsonElement> PageAsync(string query, string[]? kinds, object? page = null)
    {
        var variables = new Dictionary<string, object?> { ["query"] = query, ["kinds"] = kinds };
        foreach (var property in page?.GetType().GetProperties() ?? []) variables[property.Name] = property.GetValue(page);
        var answer = await graph.ExecuteAsync(Page, JsonSerializer.SerializeToElement(variables));
        answer.TryGetProperty("errors", out var errors).ShouldBeFalse(string.Create(CultureInfo.InvariantCulture, $"{query}: {errors}"));
        return answer.GetProperty("data").GetProperty("search");
    }
}
