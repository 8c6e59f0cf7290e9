using System.Text.Json;
using Npgsql;
using PaperGraph.Model;

namespace PaperGraph.Graph.Tests.Search;

/// <summary>What is known to be there is found: in the collection of all shared pages and days, by all that one may know of it.</summary>
public sealed class SharedSearchTests(SharedGraph graph) : IClassFixture<SharedGraph>
{
    private const string First = """
        query($query: String!, $kinds: [NodeKind!]) {
          search(query: $query, kinds: $kinds, first: 10) { nodes { id } edges { score } totalCount totalCountIsEstimate }
        }
        """;

    [SkippableFact]
    public async Task A_paper_is_the_first_that_its_title_finds() => await ExpectAsync(
        "select 'Paper:' || id, title from papers where length(title) <= 300 order by hashint8(id), id limit 150", isFirst: true);

    [SkippableFact]
    public async Task A_paper_is_the_first_that_its_arXiv_id_finds() => await ExpectAsync(
        """
        select 'Paper:' || id, 'https://arxiv.org/abs/' || arxiv_id
        from papers
        where arxiv_id is not null
        order by hashint8(id), id
        limit 40
        """,
        isFirst: true);

    [SkippableFact]
    public async Task A_paper_is_found_by_the_first_sentence_of_its_abstract() => await ExpectAsync(
        """
        select 'Paper:' || id, split_part(abstract, '. ', 1)
        from papers
        where length(split_part(abstract, '. ', 1)) between 40 and 300 and abstract !~ '[\\$]'
        order by hashint8(id), id
        limit 60
        """,
        isFirst: false);

    [SkippableFact]
    public async Task A_repository_is_the_first_that_its_name_or_address_finds() => await ExpectAsync(
        """
        (select 'Repository:' || id, owner || '/' || name from repositories order by hashint8(id), id limit 40)
        union all
        (select 'Repository:' || id, url from repositories order by hashint8(id), id limit 40)
        """,
        isFirst: false);

    [SkippableFact]
    public async Task Concepts_organizations_and_authors_are_found_by_their_names() => await ExpectAsync(
        """
        (select 'Concept:' || id, name from concepts where search_key(name) <> '' order by paper_count desc, id limit 60)
        union all
        (select 'Organization:' || id, name from organizations where search_key(name) <> '' order by hashint8(id), id limit 40)
        union all
        (select 'Author:' || id, name from authors where search_key(name) <> '' order by hashint8(id), id limit 40)
        """,
        isFirst: false);

    [SkippableFact]
    public async Task The_beginning_of_a_name_suggests_it_with_a_slip_too()
    {
        SharedData.Require("hf-daily");
        var random = new Random(20_265);
        foreach (var (id, name) in await RowsAsync(
            "select 'Concept:' || id, search_key(name) from concepts where length(name) > 8 order by paper_count desc, id limit 40"))
        {
            var beginning = name[..random.Next(7, name.Length)];
            var place = random.Next(3, beginning.Length - 1);
            foreach (var typed in (string[])[beginning, beginning.Remove(place, 1)])
            {
                var answer = await graph.ExecuteAsync(
                    "query($typed: String!) { suggest(prefix: $typed, kinds: [CONCEPT], first: 50) { node { id } } }", new { typed });
                var ids = answer.GetProperty("data").GetProperty("suggest").EnumerateArray()
                    .Select(one => one.GetProperty("node").GetProperty("id").GetString());
                ids.ShouldContain(id, $"{name}, typed as {typed}");
            }
        }
    }

    private async Task ExpectAsync(string sql, bool isFirst)
    {
        SharedData.Require("hf-daily");
        var missed = new List<string>();
        var rows = await RowsAsync(sql);
        foreach (var (id, query) in rows)
        {
            var kind = EnumName.Parse<NodeKind>(Plain(id)[..Plain(id).IndexOf(':', StringComparison.Ordinal)].ToUpperInvariant());
            var answer = await graph.ExecuteAsync(
                First, JsonSerializer.SerializeToElement(new { query, kinds = isFirst ? null : new[] { EnumName.For(kind) } }));
            answer.TryGetProperty("errors", out var errors).ShouldBeFalse($"{query}: {errors}");
            var ids = answer.GetProperty("data").GetProperty("search").GetProperty("nodes").EnumerateArray()
                .Select(node => node.GetProperty("id").GetString()!).ToList();
            if (isFirst ? ids.FirstOrDefault() != id : !ids.Contains(id)) missed.Add(query);
        }

        rows.Count.ShouldBeGreaterThan(20);
        missed.ShouldBeEmpty();
    }

    private static string Plain(string id) =>
        System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(id));

    /// <summary>The global ids of the first column, and the texts of the second.</summary>
    private async Task<List<(string Id, string Text)>> RowsAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(graph.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<(string Id, string Text)>();
        while (await reader.ReadAsync())
        {
            var (type, key) = (reader.GetString(0).Split(':')[0], long.Parse(reader.GetString(0).Split(':')[1], null));
            rows.Add((new NodeId(type, key).ToString(), reader.GetString(1)));
        }
        return rows;
    }
}
