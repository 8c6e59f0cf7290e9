using System.Globalization;
using System.Text.Json;
using Npgsql;
using PaperGraph.Data.Groups;
using PaperGraph.Graph.Tests.Filters;
using Shouldly;
using Xunit;

namespace PaperGraph.Graph.Tests.Groups;

/// <summary>What is met in the same papers, over random small graphs: how often, and how surely that is no chance.</summary>
public sealed class MetTogetherTests(FilterLogicTests.Graph graph) : IClassFixture<FilterLogicTests.Graph>
{
    private const string Query = """
        {
          concepts { nodes { slug
            list: related { totalCount edges { paperCount expected score node { slug } papers { slug } } } } }
          organizations { nodes { slug
            list: concepts { totalCount edges { paperCount expected score node { slug } papers { slug } } }
            others: collaborators { totalCount edges { paperCount node { slug } papers { slug } } } } }
          repositories { nodes { slug: name
            list: concepts { totalCount edges { paperCount expected score node { slug } papers { slug } } } } }
          authors { nodes { slug
            others: coauthors { totalCount edges { paperCount node { slug } papers { slug } } } } }
        }
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Counts_and_scores_are_those_of_the_papers(int seed)
    {
        var papers = (await graph.LoadAsync(seed)).Papers;
        var data = (await graph.ExecuteBothAsync(Query)).GetProperty("data");

        foreach (var concept in Nodes(data, "concepts"))
            ShouldBeConcepts(concept, paper => paper.Concepts, except: true, told => told.Papers > 1 && told.Score > 0);
        foreach (var organization in Nodes(data, "organizations"))
        {
            ShouldBeConcepts(organization, Organizations, except: false, _ => true);
            ShouldBeOthers(organization, Organizations);
        }
        foreach (var repository in Nodes(data, "repositories")) ShouldBeConcepts(repository, paper => paper.Repositories, false, _ => true);
        foreach (var author in Nodes(data, "authors")) ShouldBeOthers(author, paper => paper.Authors);

        void ShouldBeConcepts(
            JsonElement node, Func<RandomPaper, IEnumerable<int>> own, bool except, Func<(int Papers, double Score), bool> isTold)
        {
            var id = Id(node);
            var shared = papers.Where(paper => own(paper).Contains(id)).ToList();
            var expected = Enumerable.Range(1, RandomGraph.Entities)
                .Where(concept => !except || concept != id)
                .Select(concept => (Concept: concept, Papers: shared.Count(paper => paper.Concepts.Contains(concept))))
                .Where(told => told.Papers > 0)
                .Select(told => (told.Concept, told.Papers, Score: Score(
                    papers.Count, shared.Count, papers.Count(paper => paper.Concepts.Contains(told.Concept)), told.Papers)))
                .Where(told => isTold((told.Papers, told.Score.Ratio)))
                .ToDictionary(told => told.Concept);
            var edges = Edges(node, "list", expected.Count);
            edges.ConvertAll(edge => Id(edge.GetProperty("node"))).ShouldBe(expected.Keys, ignoreOrder: true, $"{node}");
            foreach (var edge in edges)
            {
                var (concept, count, score) = expected[Id(edge.GetProperty("node"))];
                edge.GetProperty("paperCount").GetInt32().ShouldBe(count, $"{node}");
                edge.GetProperty("expected").GetDouble().ShouldBe(score.Expected, 1e-4, $"{node}");
                edge.GetProperty("score").GetDouble().ShouldBe(score.Ratio, 1e-4, $"{node}");
                ShouldProve(edge, shared.Where(paper => paper.Concepts.Contains(concept)));
            }
            edges.ConvertAll(edge => edge.GetProperty("score").GetDouble()).ShouldBeInOrder(SortDirection.Descending);
        }

        void ShouldBeOthers(JsonElement node, Func<RandomPaper, IEnumerable<int>> own)
        {
            var id = Id(node);
            var shared = papers.Where(paper => own(paper).Contains(id)).ToList();
            var expected = shared.SelectMany(paper => own(paper).Distinct()).Where(other => other != id)
                .CountBy(other => other).ToDictionary();
            var edges = Edges(node, "others", expected.Count);
            edges.ToDictionary(edge => Id(edge.GetProperty("node")), edge => edge.GetProperty("paperCount").GetInt32())
                .ShouldBe(expected, ignoreOrder: true);
            edges.ConvertAll(edge => edge.GetProperty("paperCount").GetInt32()).ShouldBeInOrder(SortDirection.Descending);
            foreach (var edge in edges) ShouldProve(edge, shared.Where(paper => own(paper).Contains(Id(edge.GetProperty("node")))));
        }

        static IEnumerable<int> Organizations(RandomPaper paper) => paper.Organizations.Select(edge => edge.Organization);

        static void ShouldProve(JsonElement edge, IEnumerable<RandomPaper> papers) =>
            edge.GetProperty("papers").EnumerateArray().Select(paper => paper.GetProperty("slug").GetString()).ShouldBe(
                papers.OrderByDescending(paper => paper.PublishedOn ?? DateOnly.MinValue).ThenByDescending(paper => paper.Id).Take(3)
                    .Select(paper => paper.Slug));
    }

    [Fact]
    public async Task While_some_papers_are_uncounted_all_are_counted_when_it_is_asked()
    {
        await graph.LoadAsync(seed: 1);
        var before = await graph.ExecuteBothAsync(Query);
        await using var connection = new NpgsqlConnection(graph.ConnectionString);
        await connection.OpenAsync();
        await using var mark = new NpgsqlCommand(
            $"""
            insert into stage_states (stage, version, seen) values ('EVERYTHING', '{PostponedCount.Mark}', 1);
            update group_counts set papers = 2 where dimension = 'PAPER'
            """,
            connection);
        await mark.ExecuteNonQueryAsync();
        try
        {
            (await graph.ExecuteBothAsync(Query)).ToString().ShouldBe(before.ToString());
        }
        finally
        {
            await using var clear = new NpgsqlCommand("delete from stage_states", connection);
            await clear.ExecuteNonQueryAsync();
            graph.Forget();
        }
    }

    /// <summary>By the four cells of the table of all papers, of which one of those that have both is taken for one that has not.</summary>
    private static (double Expected, double Ratio) Score(int all, int own, int other, int both)
    {
        var expected = (double)own * other / all;
        (other, both) = (other - 1, both - 1);
        var cells = new (double Found, double Expected)[]
        {
            (both, (double)own * other / all),
            (own - both, (double)own * (all - other) / all),
            (other - both, (double)(all - own) * other / all),
            (all - own - other + both, (double)(all - own) * (all - other) / all),
        };
        var sum = cells.Sum(cell => cell is { Found: > 0, Expected: > 0 } ? cell.Found * Math.Log(cell.Found / cell.Expected) : 0);
        return (expected, 2 * Math.Sign(both - cells[0].Expected) * sum);
    }

    private static JsonElement.ArrayEnumerator Nodes(JsonElement data, string list) =>
        data.GetProperty(list).GetProperty("nodes").EnumerateArray();

    private static List<JsonElement> Edges(JsonElement node, string list, int count)
    {
        node.GetProperty(list).GetProperty("totalCount").GetInt32().ShouldBe(count, $"{node}");
        return [.. node.GetProperty(list).GetProperty("edges").EnumerateArray()];
    }

    private static int Id(JsonElement node) =>
        int.Parse(node.GetProperty("slug").GetString()!.Split('-')[^1], CultureInfo.InvariantCulture);
}
