using Npgsql;
using PaperGraph.Graph.Filters;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.Graph.Tests.Filters;

/// <summary>
/// Filters choose what they say, over random small graphs in which much is unknown: each condition and its negation are all there is.
/// </summary>
public sealed class FilterLogicTests(FilterLogicTests.Graph graph) : IClassFixture<FilterLogicTests.Graph>
{
    private const int Graphs = 4;

    private const string Query = """
        query($where: PaperFilter!) {
          some: papers(first: 100, where: $where) { totalCount nodes { slug } }
          others: papers(first: 100, where: { not: $where }) { totalCount nodes { slug } }
          either: papers(where: { or: [$where, { not: $where }] }) { totalCount }
          both: papers(where: { and: [$where, { not: $where }] }) { totalCount }
          ofOne: author(by: { slug: "author-1" }) { papers(first: 100, where: $where) { totalCount nodes { slug } } }
        }
        """;

    [Fact]
    public Task A_condition_on_papers_and_its_negation_are_all_papers() => RandomSeeds.CheckAsync(Graphs, CheckAsync);

    /// <summary>Seeds among which some made filters of 50 and more, which are over the limit beside their negations.</summary>
    [Fact]
    public void A_random_filter_and_its_negation_stay_within_the_limit_of_a_filter()
    {
        for (var seed = 0; seed < 1_000; seed++)
        {
            var filter = RandomFilter.Nested(new Random(seed));
            (1 + filter.Size + 1 + filter.Size).ShouldBeLessThanOrEqualTo(FilterLimits.MaxFilters, $"seed {seed}");
        }
    }

    [Fact]
    public void Every_field_of_the_filter_is_among_those_that_are_tried() =>
        ((InputObjectType)PaperGraphSchema.Build().Types.Find("PaperFilter")!).Fields.Select(field => field.Name)
            .Except(["and", "or", "not"]).ShouldBe(RandomFilter.FieldNames, ignoreOrder: true);

    private async Task CheckAsync(int seed)
    {
        var papers = (await graph.LoadAsync(seed)).Papers;
        var random = new Random(seed);
        var filters = RandomFilter.FieldNames.SelectMany(field => Enumerable.Range(0, 3).Select(_ => RandomFilter.OfField(field, random)))
            .Concat(Enumerable.Range(0, 20).Select(_ => RandomFilter.Nested(random)));
        foreach (var filter in filters)
        {
            var answer = await graph.ExecuteBothAsync(Query, new { where = filter.Value });
            var told = $"seed {seed}: {System.Text.Json.JsonSerializer.Serialize(filter.Value)} {answer}";
            answer.TryGetProperty("errors", out _).ShouldBeFalse(told);
            var data = answer.GetProperty("data");
            Expect(data.GetProperty("some"), papers.Where(filter.Holds), told);
            Expect(data.GetProperty("others"), papers.Where(paper => !filter.Holds(paper)), told);
            Expect(data.GetProperty("ofOne")
                .GetProperty("papers"), papers.Where(paper => paper.Authors.Contains(1) && filter.Holds(paper)), told);
            data.GetProperty("either").GetProperty("totalCount").GetInt32().ShouldBe(papers.Count, told);
            data.GetProperty("both").GetProperty("totalCount").GetInt32().ShouldBe(0, told);
        }
    }

    private static void Expect(System.Text.Json.JsonElement list, IEnumerable<RandomPaper> papers, string told)
    {
        var expected = papers.Select(paper => paper.Slug).ToList();
        list.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("slug").GetString()!)
            .ShouldBe(expected, ignoreOrder: true, told);
        list.GetProperty("totalCount").GetInt32().ShouldBe(expected.Count, told);
    }

    [Theory]
    [InlineData("concepts(where: { kinds: [METHOD, METHOD] })", "concept-3")]
    [InlineData("concepts(where: { kinds: [] })", "")]
    [InlineData("concepts(where: { name: \"CEPT 2\" })", "concept-2")]
    [InlineData("concepts(where: { name: \"%\" })", "")]
    [InlineData("concepts(where: { topics: { any: [\"Topic 1\", \"topic-4\"] } })", "concept-1 concept-2 concept-3 concept-4")]
    [InlineData("concepts(where: { topics: { any: [\"Topic 2\"] } })", "concept-2 concept-3")]
    [InlineData("concepts(where: { topics: { all: [\"Topic 2\", \"topic-3\"] } })", "concept-3")]
    [InlineData("concepts(where: { topics: { none: [\"Topic 2\"] } })", "concept-1 concept-4")]
    [InlineData("concepts(where: { topics: { none: [] } })", "concept-1 concept-2 concept-3 concept-4")]
    [InlineData("concepts(where: { minPapers: 0 })", "concept-1 concept-2 concept-3 concept-4")]
    [InlineData("organizations(where: { name: \"ORGANIZATION 1\" })", "organization-1")]
    [InlineData("organizations(where: { minPapers: 0 })", "organization-1 organization-2 organization-3 organization-4")]
    [InlineData("organizations(where: { minPapers: 101 })", "")]
    [InlineData("authors(where: { name: \"thor 4\" })", "author-4")]
    [InlineData("authors(where: { minPapers: -1 })", "author-1 author-2 author-3 author-4")]
    public async Task A_condition_on_other_lists_holds_or_does_not(string list, string slugs)
    {
        await graph.LoadAsync(1);
        var answer = await graph.ExecuteAsync($"{{ list: {list} {{ totalCount nodes {{ slug }} }} }}");
        answer.GetProperty("data").GetProperty("list").GetProperty("nodes").EnumerateArray()
            .Select(node => node.GetProperty("slug").GetString()!).Order()
            .ShouldBe(slugs.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The tree is 3 below 2 below 1, and 4 alone.</summary>
    [Fact]
    public async Task Counts_and_lists_of_organizations_agree_in_every_role_with_and_without_those_below()
    {
        foreach (var seed in new[] { 3, 5, 8 })
        {
            var papers = (await graph.LoadAsync(seed)).Papers;
            foreach (var roles in new string[]?[] { null, [], ["SUBMITTED"], ["OWNS_CODE", "AFFILIATED"] })
                foreach (var includeChildren in new[] { false, true })
                    foreach (int? least in new int?[] { null, 0, 1, 3 })
                    {
                        var answer = await graph.ExecuteAsync(
                            """
                    query($where: OrganizationFilter!, $includeChildren: Boolean!) {
                      organizations(where: $where) {
                        totalCount
                        nodes {
                          slug
                          paperCount
                          own: papers { totalCount }
                          papers(includeChildren: $includeChildren) { totalCount nodes { slug } }
                        }
                      }
                    }
                    """,
                            new { where = new { roles, minPapers = least, includeChildren }, includeChildren });
                        var list = answer.GetProperty("data").GetProperty("organizations");
                        list.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("slug").GetString()!).ShouldBe(
                            Enumerable.Range(1, RandomGraph.Entities)
                                .Where(id => (roles is null || Papers(id, roles).Any()) && !(Papers(id, roles).Count() < least))
                                .Select(id => $"organization-{id}"),
                            ignoreOrder: true,
                            $"seed {seed}: {string.Join(' ', roles ?? ["any"])} {includeChildren} {least} {answer}");
                        foreach (var node in list.GetProperty("nodes").EnumerateArray())
                        {
                            var id = int.Parse(
                                node.GetProperty("slug").GetString()!["organization-".Length..],
                                System.Globalization.CultureInfo.InvariantCulture);
                            Expect(node.GetProperty("papers"), Papers(id, roles: null), $"seed {seed}: {id} {includeChildren}");
                            node.GetProperty("paperCount").GetInt32()
                                .ShouldBe(node.GetProperty("own").GetProperty("totalCount").GetInt32());
                        }

                        IEnumerable<RandomPaper> Papers(int id, string[]? roles) => papers.Where(paper => paper.Organizations.Any(edge =>
                            (includeChildren ? RandomGraph.IsBelow(edge.Organization, id) : edge.Organization == id)
                                && roles?.Contains(edge.Role) != false));
                    }
        }
    }

    [Theory]
    [InlineData("host: \"GitHub.com\"", 2)]
    [InlineData("host: \"gitlab.com\"", 2)]
    [InlineData("host: \"codeberg.org\"", 0)]
    [InlineData("owner: \"OWNER\"", 4)]
    [InlineData("owner: \"own\"", 0)]
    [InlineData("minPapers: 0", 4)]
    public async Task A_condition_on_repositories_holds_or_does_not(string where, int count)
    {
        await graph.LoadAsync(1);
        var answer = await graph.ExecuteAsync($"{{ repositories(where: {{ {where} }}) {{ totalCount }} }}");
        answer.GetProperty("data").GetProperty("repositories").GetProperty("totalCount").GetInt32().ShouldBe(count);
    }

    /// <summary>A database for one random graph after the other.</summary>
    public sealed class Graph : GraphDatabase
    {
        private int? loaded;

        internal async Task<RandomGraph> LoadAsync(int seed)
        {
            var graph = new RandomGraph(seed);
            if (loaded == seed) return graph;

            loaded = seed;
            await using var connection = new NpgsqlConnection(ConnectionString);
            await connection.OpenAsync();
            await using var load = new NpgsqlCommand(graph.Sql, connection);
            await load.ExecuteNonQueryAsync();
            return graph;
        }

        /// <summary>Has the next graph loaded in any case.</summary>
        internal void Forget() => loaded = null;
    }
}
