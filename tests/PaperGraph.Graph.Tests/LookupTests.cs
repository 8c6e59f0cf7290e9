using System.Text.Json;
using Npgsql;

namespace PaperGraph.Graph.Tests;

/// <summary>What papers, authors and repositories are found by, as a person pastes it.</summary>
public sealed class LookupTests(LookupTests.Graph graph) : IClassFixture<LookupTests.Graph>
{
    [Theory]
    [InlineData("arxivId", "2402.00001", "2402.00001")]
    [InlineData("arxivId", " arXiv:2402.00001v2 ", "2402.00001")]
    [InlineData("arxivId", "https://arxiv.org/abs/2402.00001v3", "2402.00001")]
    [InlineData("arxivId", "http://www.arxiv.org/pdf/2402.00001v1.pdf", "2402.00001")]
    [InlineData("arxivId", "https://export.arxiv.org/abs/2402.00001#comments", "2402.00001")]
    [InlineData("arxivId", "https://ar5iv.labs.arxiv.org/html/2402.00001", "2402.00001")]
    [InlineData("arxivId", "https://ar5iv.org/abs/2402.00001", "2402.00001")]
    [InlineData("arxivId", "huggingface.co/papers/2402.00001", "2402.00001")]
    [InlineData("arxivId", "10.48550/arXiv.2402.00001", "2402.00001")]
    [InlineData("arxivId", "https://doi.org/10.48550/arXiv.2402.00001", "2402.00001")]
    [InlineData("arxivId", "math.GT/0309136", "an-old-knot")]
    [InlineData("arxivId", "MATH.gt/0309136v2", "an-old-knot")]
    [InlineData("arxivId", "math/0309136", "an-old-knot")]
    [InlineData("arxivId", "https://arxiv.org/abs/math.GT/0309136v1", "an-old-knot")]
    [InlineData("arxivId", "2402.99999", null)]
    [InlineData("doi", "10.1145/3442188.3445922", "a-parrot")]
    [InlineData("doi", "DOI: 10.1145/3442188.3445922", "a-parrot")]
    [InlineData("doi", "https://doi.org/10.1145/3442188.3445922?ref=a", "a-parrot")]
    [InlineData("doi", "http://dx.doi.org/10.1145/3442188.3445922", "a-parrot")]
    [InlineData("doi", "https://doi.org/10.1002/%28SICI%291097-0258", "an-old-letter")]
    [InlineData("doi", "10.1002/(sici)1097-0258", "an-old-letter")]
    [InlineData("doi", "10.48550/ARXIV.2402.00001", "2402.00001")]
    [InlineData("doi", "10.9999/nothing", null)]
    [InlineData("slug", "2402.00001", "2402.00001")]
    [InlineData("slug", "rewards-of-groups", "2402.00001")]
    [InlineData("title", "GROUP rewards, for reasoning!", "2402.00001")]
    public async Task A_paper_is_found_by_whatever_is_pasted(string key, string text, string? slug)
    {
        var paper = (await AnswerAsync("paper", key, text)).GetProperty("data").GetProperty("found");
        (paper.ValueKind == JsonValueKind.Null ? null : paper.GetProperty("slug").GetString()).ShouldBe(slug);
    }

    [Fact]
    public async Task The_id_of_a_merged_paper_leads_to_the_survivor()
    {
        var former = new NodeId("Paper", 99).ToString();

        var answer = await graph.ExecuteAsync(
            "query($id: ID!) { paper(by: { id: $id }) { slug } node(id: $id) { ... on Paper { slug } } "
            + "nodes(ids: [$id]) { ... on Paper { slug } } }",
            new { id = former });

        answer.GetProperty("data").ToString().ShouldBe(
            """{"paper":{"slug":"2402.00001"},"node":{"slug":"2402.00001"},"nodes":[{"slug":"2402.00001"}]}""");
    }

    [Fact]
    public async Task The_id_and_the_slug_that_an_author_had_lead_to_who_that_is()
    {
        var answer = await graph.ExecuteAsync(
            "query($id: ID!) { author(by: { id: $id }) { slug } node(id: $id) { ... on Author { slug } } "
            + "named: author(by: { slug: \"a-lovelace\" }) { slug } "
            + "papers(where: { authors: { any: [\"a-lovelace\"] } }) { totalCount } }",
            new { id = new NodeId("Author", 9).ToString() });

        answer.GetProperty("data").ToString().ShouldBe(
            """
            {"author":{"slug":"ada-lovelace"},"node":{"slug":"ada-lovelace"},"named":{"slug":"ada-lovelace"},"papers":{"totalCount":1}}
            """);
    }

    [Theory]
    [InlineData("Ada Lovelace")]
    [InlineData("ada  LOVELACE")]
    [InlineData("Áda Lovelace.")]
    public async Task An_author_is_found_by_name(string name)
    {
        var author = (await AnswerAsync("author", "name", name)).GetProperty("data").GetProperty("found");
        author.GetProperty("slug").GetString().ShouldBe("ada-lovelace");
    }

    [Theory]
    [InlineData(
        "paper", "arxivId", "2402",
        "`by.arxivId` is neither an arXiv id nor the address of a paper on arXiv: \"2402\". Give it as in 2402.03300 or math.GT/0309136.")]
    [InlineData(
        "paper", "arxivId", "https://github.com/acme/group",
        "`by.arxivId` is neither an arXiv id nor the address of a paper on arXiv: \"https://github.com/acme/group\". Give it as in "
        + "2402.03300 or math.GT/0309136.")]
    [InlineData(
        "paper", "arxivId", "",
        "`by.arxivId` is neither an arXiv id nor the address of a paper on arXiv: \"\". Give it as in 2402.03300 or math.GT/0309136.")]
    [InlineData(
        "paper", "doi", "https://arxiv.org/abs/2402.00001",
        "`by.doi` is neither a DOI nor the address of one: \"https://arxiv.org/abs/2402.00001\". Give it as in 10.1145/3442188.3445922.")]
    [InlineData(
        "paper", "doi", "11.1145/1",
        "`by.doi` is neither a DOI nor the address of one: \"11.1145/1\". Give it as in 10.1145/3442188.3445922.")]
    [InlineData(
        "repository", "url", "https://arxiv.org/abs/2402.00001",
        "`by.url` is not the address of a repository: \"https://arxiv.org/abs/2402.00001\". Give it as in https://github.com/openai/CLIP.")]
    public async Task What_can_be_no_key_is_an_error(string field, string key, string text, string message)
    {
        var error = (await AnswerAsync(field, key, text)).GetProperty("errors")[0];
        error.GetProperty("message").GetString().ShouldBe(message);
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("BAD_USER_INPUT");
        error.GetProperty("extensions").GetProperty("argument").GetString().ShouldBe($"by.{key}");
    }

    [Fact]
    public async Task What_is_echoed_is_cut()
    {
        var error = (await AnswerAsync("paper", "doi", new string('x', 1000))).GetProperty("errors")[0];
        error.GetProperty("message").GetString()!.ShouldContain($": \"{new string('x', 80)}…\".");
    }

    private Task<JsonElement> AnswerAsync(string field, string key, string text)
    {
        var selection = field == "repository" ? "id" : "slug";
        var type = $"{char.ToUpperInvariant(field[0])}{field[1..]}Key";
        return graph.ExecuteAsync(
            $"query($by: {type}!) {{ found: {field}(by: $by) {{ {selection} }} }}",
            new { by = new Dictionary<string, string> { [key] = text } });
    }

    /// <summary>The seeded graph with papers of an old arXiv id and of DOIs.</summary>
    public sealed class Graph : GraphDatabase
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await using var connection = new NpgsqlConnection(ConnectionString);
            await connection.OpenAsync();
            await using var insert = new NpgsqlCommand("""
                insert into papers (id, identity, slug, title, arxiv_id, doi, published_on_inferred, imported_at) overriding system value values
                  (101, 'arxiv:math/0309136', 'an-old-knot', 'An Old Knot', 'math.GT/0309136', null, false, now()),
                  (102, 'doi:10.1145/3442188.3445922', 'a-parrot', 'A Parrot', null, '10.1145/3442188.3445922', false, now()),
                  (103, 'doi:10.1002/(sici)1097-0258', 'an-old-letter', 'An Old Letter', null, '10.1002/(sici)1097-0258', false, now());
                insert into paper_keys (kind, key, paper_id) values
                  ('ARXIV', 'math/0309136', 101), ('DOI', '10.1145/3442188.3445922', 102), ('DOI', '10.1002/(sici)1097-0258', 103)
                """, connection);
            await insert.ExecuteNonQueryAsync();
        }
    }
}
