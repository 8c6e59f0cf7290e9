using System.Text.Json;
using Npgsql;

namespace PaperGraph.Graph.Tests.Filters;

/// <summary>A filter by a part of a name finds what it would without an index.</summary>
public sealed class NameCandidatesTests(GraphDatabase graph) : IClassFixture<GraphDatabase>
{
    private static readonly string[] Pieces =
    [
        "Zürich",
        "ZURICH", "GPT4", "GPT-4", "o1", "Qwen2.5", " ", " ", "-", "/", "_", "%", "\\", ".", "'", "of", "the", "Lab", "é", "é", "ß",
        "ﬁ", "大学", "Σ", "(", "&", "12345", "K", "İ", "\u200b", "naïve", "a", "b c",
    ];

    [Fact]
    public async Task Whatever_part_of_a_name_is_asked_for()
    {
        var random = new Random(20_267);
        var names = Enumerable.Range(0, 400).Select(_ => string.Concat(random.GetItems(Pieces, random.Next(1, 8))).Trim())
            .Where(name => name.Length > 0).Distinct().ToArray();
        await using var source = NpgsqlDataSource.Create(graph.ConnectionString);
        await ExecuteAsync("""
            select setval(pg_get_serial_sequence(name, 'id'), 1000)
            from unnest(array['authors', 'organizations', 'repositories']) as name;
            """);
        await ExecuteAsync(
            "insert into authors (slug, name, name_key) select 'n' || i, name, 'n' || i from unnest($1) with ordinality as made (name, i)");
        await ExecuteAsync("insert into organizations (slug, name) select 'n' || i, name from unnest($1) with ordinality as made (name, i)");
        await ExecuteAsync("""
            insert into organization_names (organization_id, name, source)
            select 1, name, 's' from unnest($1) with ordinality as made (name, i) where i % 9 = 0
            """);
        await ExecuteAsync("""
            insert into repositories (host, owner, name, key, url)
            select 'github.com', name, 'code' || i, 'github.com/n' || i, 'https://github.com/n' || i
            from unnest($1) with ordinality as made (name, i)
            """);
        var found = 0;
        for (var round = 0; round < 60; round++)
        {
            var name = random.GetItems(names, 1)[0];
            var from = random.Next(name.Length);
            var part = name.Substring(from, random.Next(1, name.Length - from + 1));
            if (random.Next(3) == 0) part = part.ToUpperInvariant();
            await ExpectAsync("authors", "name", part, "select slug from authors where name ilike $1 order by slug");
            await ExpectAsync("organizations", "name", part, """
                select slug
                from organizations o
                where name ilike $1 or exists (select from organization_names n where n.organization_id = o.id and n.name ilike $1)
                order by slug
                """);
            await ExpectAsync("repositories", "owner", name, "select url from repositories where owner ilike $1 order by url");
        }
        found.ShouldBeGreaterThan(180);

        async Task ExecuteAsync(string sql)
        {
            await using var command = source.CreateCommand(sql);
            if (sql.Contains("$1", StringComparison.Ordinal)) command.Parameters.Add(new() { Value = names });
            await command.ExecuteNonQueryAsync();
        }

        async Task ExpectAsync(string list, string field, string part, string sql)
        {
            var escaped = part.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_");
            await using var command = source.CreateCommand(sql);
            command.Parameters.Add(new() { Value = field == "owner" ? escaped : $"%{escaped}%" });
            await using var reader = await command.ExecuteReaderAsync();
            var expected = new List<string>();
            while (await reader.ReadAsync()) expected.Add(reader.GetString(0));

            var column = list == "repositories" ? "url" : "slug";
            var answer = await graph.ExecuteAsync(
                $"query($part: String!) {{ {list}(first: 100, where: {{ {field}: $part }}) {{ totalCount nodes {{ {column} }} }} }}",
                JsonSerializer.SerializeToElement(new { part }));
            answer.TryGetProperty("errors", out var errors).ShouldBeFalse($"{part}: {errors}");
            var connection = answer.GetProperty("data").GetProperty(list);
            connection.GetProperty("totalCount").GetInt32().ShouldBe(expected.Count, $"{list} {part}");
            if (expected.Count <= 100)
                connection.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty(column).GetString()!)
                    .Order(StringComparer.Ordinal)
                    .ShouldBe(expected.Order(StringComparer.Ordinal), $"{list} {part}");
            found += expected.Count;
        }
    }
}
