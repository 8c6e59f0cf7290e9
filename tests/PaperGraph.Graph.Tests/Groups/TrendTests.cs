using System.Globalization;
using System.Text;
using System.Text.Json;
using Npgsql;
using Shouldly;
using Xunit;

namespace PaperGraph.Graph.Tests.Groups;

/// <summary>What rises, worked out by hand: 20 papers of the ten days to 20 January, 10 of the ten days before.</summary>
public sealed class TrendTests(TrendTests.Graph graph) : IClassFixture<TrendTests.Graph>
{
    /// <summary>p is 5 / 10. Nothing that one paper has alone is told, and nothing that falls.</summary>
    [Fact]
    public async Task Concepts_rise_by_their_share_of_the_papers_of_both_times()
    {
        (await TrendingAsync("kind: CONCEPT, days: 10")).ShouldBe(
        [
            "concept-2 3 before 0: 1.3", // (3/20 + 0.5) / (0/10 + 0.5)
            "concept-1 8 before 2: 1.2857", // (8/20 + 0.5) / (2/10 + 0.5)
        ]);
    }

    [Theory]
    [InlineData("kind: TOPIC, days: 10", "topic-1 11 before 2: 1.5, topic-2 3 before 0: 1.3")]
    [InlineData("kind: ORGANIZATION, days: 10", "organization-1 8 before 2: 1.2857")]
    [InlineData("kind: REPOSITORY, days: 10", "https://github.com/a/b 2 before 0: 1.2")]
    [InlineData("kind: CONCEPT, days: 10, first: 1", "concept-2 3 before 0: 1.3")]
    [InlineData("kind: CONCEPT, days: 10, asOf: \"2025-01-10\"", "concept-4 10 before 0: 3, concept-1 2 before 0: 1.4")]
    [InlineData("kind: CONCEPT, days: 10, asOf: \"2024-12-31\"", "")]
    [InlineData("kind: CONCEPT, days: 10, asOf: \"2025-01-30\"", "")]
    [InlineData("kind: CONCEPT, days: 36500, asOf: \"0001-01-01\"", "")]
    [InlineData(
        "kind: CONCEPT, days: 10, where: { concepts: { none: [\"concept-4\"] } }",
        "concept-1 3 before 0: 1.6, concept-2 3 before 0: 1.6")] // p is 5 / 15, as there is no paper before.
    [InlineData(
        "kind: CONCEPT, days: 10, where: { publishedOn: { to: \"2025-01-10\" } }",
        "concept-4 10 before 0: 3, concept-1 2 before 0: 1.4")]
    [InlineData("kind: TOPIC, days: 10, where: { topics: { any: [\"topic-2\"] } }", "topic-1 3 before 0: 1.6, topic-2 3 before 0: 1.6")]
    [InlineData("kind: PAPER, days: 10, where: { minUpvotes: 29 }", "paper-1 30 before 0: 7, paper-2 29 before 0: 6.8")]
    [InlineData("kind: PAPER, days: 10, first: 2", "paper-1 30 before 5.5: 3.3333, paper-2 29 before 5.5: 3.2381")]
    public async Task What_rises_has_a_score(string arguments, string expected) =>
        string.Join(", ", await TrendingAsync(arguments)).ShouldBe(expected);

    /// <summary>What a filter names is read from its edges, newest first; in another filter it is a condition like the others.</summary>
    [Theory]
    [InlineData("topics: { any: [\"topic-1\"] }")]
    [InlineData("topics: { any: [\"topic-2\", \"topic-1\"] }")]
    [InlineData("concepts: { all: [\"concept-1\"] }")]
    [InlineData("concepts: { any: [\"concept-1\", \"concept-4\"] }")]
    [InlineData("concepts: { any: [\"concept-1\"] }, publishedOn: { to: \"2025-01-17\" }")]
    [InlineData("concepts: { any: [\"concept-1\"] }, minUpvotes: 15")]
    [InlineData("organizations: { any: [\"organization-1\"] }, topics: { none: [\"topic-2\"] }")]
    [InlineData("repositories: { any: [\"a/b\"] }")]
    [InlineData("concepts: { all: [\"concept-1\", \"concept-4\"] }")]
    public async Task What_rises_of_what_is_named_is_what_rises_where_it_is_a_condition(string filter)
    {
        foreach (var kind in (string[])["CONCEPT", "TOPIC", "ORGANIZATION", "REPOSITORY", "PAPER"])
        {
            foreach (var asOf in (string[])["", ", asOf: \"2025-01-15\""])
            {
                var arguments = $"kind: {kind}, days: 6{asOf}, where: ";
                var ofEdges = await TrendingAsync($"{arguments}{{ {filter} }}");
                ofEdges.ShouldBe(await TrendingAsync($"{arguments}{{ or: [{{ {filter} }}] }}"), $"{arguments}{filter}");
            }
        }
    }

    [Fact]
    public async Task A_name_that_nothing_goes_by_is_told()
    {
        var answer = await graph.ExecuteBothAsync(
            """{ trending(kind: CONCEPT, where: { concepts: { any: ["nothing goes by this"] } }) { key } }""");
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("BAD_USER_INPUT");
    }

    [Theory]
    [InlineData("days: 0", "`days` is 0; give 1 to 36500.")]
    [InlineData("days: 36501", "`days` is 36501; give 1 to 36500.")]
    [InlineData("first: 101", "`first` is 101; give 1 to 100.")]
    public async Task Times_that_there_cannot_be_are_refused(string arguments, string message)
    {
        var answer = await graph.ExecuteAsync($"{{ trending(kind: PAPER, {arguments}) {{ key }} }}");
        answer.GetProperty("errors")[0].GetProperty("message").GetString().ShouldBe(message);
    }

    private async Task<IEnumerable<string>> TrendingAsync(string arguments)
    {
        await graph.LoadAsync();
        var answer = await graph.ExecuteBothAsync($"{{ trending({arguments}) {{ key now before score }} }}");
        return answer.GetProperty("data").GetProperty("trending").EnumerateArray().Select(trend => string.Create(
            CultureInfo.InvariantCulture,
            $"{trend.GetProperty("key")} {trend.GetProperty("now")} before {trend.GetProperty("before")}: {Score(trend)}"));

        static double Score(JsonElement trend) => Math.Round(trend.GetProperty("score").GetDouble(), 4);
    }

    /// <summary>Papers 1 to 20 are of the later days, 21 to 30 of the earlier.</summary>
    public sealed class Graph : GraphDatabase
    {
        private bool isLoaded;

        public async Task LoadAsync()
        {
            if (isLoaded) return;
            isLoaded = true;
            await using var connection = new NpgsqlConnection(ConnectionString);
            await connection.OpenAsync();
            await using var load = new NpgsqlCommand(Sql, connection);
            await load.ExecuteNonQueryAsync();
        }

        private static string Sql
        {
            get
            {
                var sql = new StringBuilder("""
                    truncate papers, pages, concepts, topics, organizations, repositories, authors restart identity cascade;
                    insert into papers (id, identity, slug, title, published_on, published_on_inferred, upvote_count, imported_at)
                    overriding system value
                    select n, n, 'paper-' || n, 'of', date '2025-01-20' - case when n <= 20 then n % 10 else 10 + n % 10 end, false, 31 - n, now()
                    from generate_series(1, 30) as n;
                    insert into topics (id, slug, name, parent_id, position) overriding system value
                    values (1, 'topic-1', 'Topic 1', null, 1), (2, 'topic-2', 'Topic 2', 1, 2);
                    insert into organizations (id, slug, name) overriding system value values (1, 'organization-1', 'Organization 1');
                    insert into repositories (id, host, owner, name, key, url) overriding system value
                    values (1, 'github.com', 'a', 'b', 'github.com/a/b', 'https://github.com/a/b');
                    insert into concepts (id, slug, name, kind, key, paper_count, specificity) overriding system value
                    select n, 'concept-' || n, 'Concept ' || n, 'METHOD', 'concept' || n, 0, 0.5 from generate_series(1, 4) as n;

                    """);
                Edges("paper_concepts", "concept_id, weight", "1, 1", [(1, 8), (21, 22)]);
                Edges("paper_concepts", "concept_id, weight", "2, 1", [(11, 13)]);
                Edges("paper_concepts", "concept_id, weight", "3, 1", [(14, 14)]);
                Edges("paper_concepts", "concept_id, weight", "4, 1", [(1, 5), (21, 30)]);
                Edges("paper_topics", "topic_id, score", "1, 1", [(1, 8), (21, 22)]);
                // A paper of a topic and of the one above it counts once.
                Edges("paper_topics", "topic_id, score", "2, 1", [(11, 13)]);
                Edges("paper_topics", "topic_id, score", "1, 1", [(11, 11)]);
                Edges("paper_organizations", "organization_id, role", "1, 'SUBMITTED'", [(1, 8), (21, 22)]);
                Edges("paper_organizations", "organization_id, role", "1, 'OWNS_CODE'", [(1, 8)]);
                Edges("paper_repositories", "repository_id", "1", [(7, 8)]);
                return sql.ToString();

                void Edges(string table, string columns, string values, (int First, int Last)[] papers)
                {
                    foreach (var (first, last) in papers)
                    {
                        sql.AppendLine(CultureInfo.InvariantCulture, $"""
                            insert into {table} (paper_id, {columns}, published_order)
                            select id, {values}, published_order from papers where id between {first} and {last};
                            """);
                    }
                }
            }
        }
    }
}
