using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace PaperGraph.Graph.Tests.Goldens;

/// <summary>Tables of results, methods, datasets and a renamed repository; and tables of random results.</summary>
public sealed class ResultGoldens() : GoldenGraph(
    "results",
    [
        .. new[] { "methods.json", "tables.json", "papers.json", "datasets.json", "links.json", "renames.jsonl" }.Select(Find),
        RandomTables.Write(),
    ])
{
    internal static string Find(string name) =>
        RepositoryRoot.Combine("tests", "PaperGraph.Graph.Tests", "Goldens", "Results", name);
}

/// <summary>Leaderboards, over HTTP.</summary>
public sealed class ResultGoldenTests(ResultGoldens graph) : IClassFixture<ResultGoldens>
{
    [Fact]
    public async Task What_tables_of_results_say_is_answered_as_written_down()
    {
        var document = await File.ReadAllTextAsync(ResultGoldens.Find("results.graphql"));
        var told = new StringBuilder();
        foreach (var operation in new[] { "Leaderboard", "Turned", "Papers", "Methods" })
        {
            var (json, roundTrips, statements) = await graph.PostAsync(document, operation, new JsonObject());
            var answer = JsonNode.Parse(json)!;
            answer["errors"].ShouldBeNull(answer.ToJsonString());
            told.Append(CultureInfo.InvariantCulture, $"{operation}: {roundTrips} round trips, {statements} statements\n")
                .Append(GoldenAnswer.Format(answer, new Dictionary<string, string>())).Append("\n\n");
        }
        Snapshot.Match(told.ToString(), "results");
    }

    /// <summary>No paper names the method: a source alone states it.</summary>
    [Fact]
    public async Task What_a_source_states_is_found_by_each_of_its_names()
    {
        var (json, _, _) = await graph.PostAsync(
            """
            query Q {
              short: concept(by: { name: "lie" }) { ...Stated }
              full: concept(by: { name: "Lying in the evening" }) { ...Stated }
              search(query: "lying in the evening", first: 1) { nodes { ... on Concept { slug } } }
              suggest(prefix: "lying in", first: 1) { text kind }
              topics: concepts(where: { name: "lying" }) { totalCount }
              papers(where: { concepts: { any: ["LIE"] } }) { totalCount }
            }
            fragment Stated on Concept {
              name kind paperCount specificity names { name origin } statements { fullName topics { name parent { name } } }
              papers { totalCount }
            }
            """,
            "Q",
            new JsonObject());

        var data = JsonNode.Parse(json)!["data"]!;
        var stated = JsonNode.Parse("""
            {
              "name": "Lying In the Evening", "kind": "METHOD", "paperCount": 0, "specificity": 1,
              "names": [{ "name": "LIE", "origin": "STATED" }, { "name": "Lying In the Evening", "origin": "STATED" }],
              "statements": [{ "fullName": "Lying In the Evening", "topics": [{ "name": "Gaits", "parent": { "name": "Robots" } }] }],
              "papers": { "totalCount": 0 }
            }
            """)!.ToJsonString();
        data["short"]!.ToJsonString().ShouldBe(stated);
        data["full"]!.ToJsonString().ShouldBe(stated);
        data["search"]!.ToJsonString().ShouldBe("""{"nodes":[{"slug":"lying-in-the-evening"}]}""");
        data["suggest"]!.ToJsonString().ShouldBe("""[{"text":"Lying In the Evening","kind":"CONCEPT"}]""");
        data["topics"]!["totalCount"]!.GetValue<int>().ShouldBe(1);
        data["papers"]!["totalCount"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task What_the_README_asks_of_leaderboards_is_answered()
    {
        var readme = await File.ReadAllTextAsync(RepositoryRoot.Combine("README.md"));
        var query = readme.Split("```graphql\n").Select(block => block.Split("```")[0])
            .Single(block => block.Contains("leaderboard(", StringComparison.Ordinal));

        var (json, roundTrips, _) = await graph.PostAsync("query Q " + query, "Q", new JsonObject());

        var data = JsonNode.Parse(json)!["data"]!;
        data["leaderboard"]!["metric"]!.GetValue<string>().ShouldBe("Top 1 Accuracy");
        data["leaderboard"]!["results"]!["edges"]!.AsArray().Select(edge => edge!["rank"]!.GetValue<int>()).ShouldBe([1, 2]);
        data["leaderboards"]!["nodes"]!.AsArray().Count.ShouldBe(2);
        roundTrips.ShouldBe(1);
    }

    /// <summary>All pages of a leaderboard, in both directions, are what sorting and counting all results by hand gives.</summary>
    [Fact]
    public async Task A_leaderboard_is_what_ranking_all_results_gives()
    {
        foreach (var board in RandomTables.Rows.GroupBy(row => (row.Dataset, row.Metric)))
        {
            var rows = board.Distinct().ToList();
            var isLower = board.Key.Metric == "Error";
            double? Goodness(RandomResult row) => isLower ? -row.Number : row.Number;
            var expected = rows
                .Select(row => $"{(row.Number is null ? "-" : 1 + rows.Count(other => Goodness(other) > Goodness(row)))} "
                    + $"{row.Value} {row.Model} {row.Paper}")
                .Order(StringComparer.Ordinal);

            var forward = await ReadAsync(board.Key, "first: 7", "after", "endCursor", "hasNextPage");
            var backward = await ReadAsync(board.Key, "last: 7", "before", "startCursor", "hasPreviousPage");

            forward.Order(StringComparer.Ordinal).ShouldBe(expected);
            var ranks = forward.Select(row => row.Split(' ')[0]).ToList();
            ranks.ShouldBe(ranks.OrderBy(rank => rank == "-" ? int.MaxValue : int.Parse(rank, CultureInfo.InvariantCulture)));
            backward.Count.ShouldBe(forward.Count);
            backward.Order(StringComparer.Ordinal).ShouldBe(forward.Order(StringComparer.Ordinal));
        }
    }

    /// <summary>Papers, results of a paper and results of a leaderboard are chosen by the same conditions.</summary>
    [Fact]
    public async Task Results_are_chosen_by_their_table_their_model_and_their_code()
    {
        foreach (var board in RandomTables.Rows.GroupBy(row => (row.Dataset, row.Metric, row.Model)).Take(6))
        {
            var (dataset, metric, model) = board.Key;
            var paper = board.First().Paper;
            var (json, _, _) = await graph.PostAsync(
                """
                query Q($task: String!, $dataset: String!, $metric: String!, $model: String!, $paper: String!) {
                  papers(where: { results: { task: $task, dataset: $dataset, metric: $metric, model: $model } }) { totalCount }
                  others: papers(where: { not: { results: { dataset: $dataset, metric: $metric, model: $model } } }) { totalCount }
                  all: papers { totalCount }
                  leaderboard(task: $task, dataset: $dataset, metric: $metric) { results(where: { model: $model }) { totalCount } }
                  paper(by: { title: $paper }) { results(where: { dataset: $dataset, metric: $metric, model: $model }) { totalCount } }
                }
                """,
                "Q",
                new { task = RandomTables.Task.ToUpperInvariant(), dataset, metric, model = model.ToLowerInvariant(), paper });
            var data = JsonNode.Parse(json)!["data"]!;
            int Count(string field) => data[field]!["totalCount"]!.GetValue<int>();
            var rows = board.Distinct().ToList();

            Count("papers").ShouldBe(rows.Select(row => row.Paper).Distinct().Count());
            Count("others").ShouldBe(Count("all") - Count("papers"));
            data["leaderboard"]!["results"]!["totalCount"]!.GetValue<int>().ShouldBe(rows.Count);
            data["paper"]!["results"]!["totalCount"]!.GetValue<int>().ShouldBe(rows.Count(row => row.Paper == paper));
        }
    }

    [Fact]
    public async Task Ranks_stay_those_of_the_whole_leaderboard_where_some_results_are_chosen()
    {
        var (json, roundTrips, _) = await graph.PostAsync(
            """
            query Q {
              leaderboard(task: "Walking", dataset: "Steps", metric: "Accuracy") {
                results(where: { model: "STORK" }) { edges { rank node { model } } }
                coded: results(where: { hasCode: true }) { edges { rank node { model } } }
                plain: results(where: { usesAdditionalData: false }) { edges { rank node { model } } }
              }
              papers(where: { hasResults: true, results: { task: "walking", hasCode: true } }) { nodes { title } }
              none: papers(where: { hasResults: false }) { totalCount }
              unknown: papers(where: { results: { metric: "Hops" } }) { totalCount }
            }
            """,
            "Q",
            new JsonObject());

        var data = JsonNode.Parse(json)!["data"]!;
        string Told(string field) => string.Join(", ", data["leaderboard"]![field]!["edges"]!.AsArray()
            .Select(edge => $"{edge!["rank"]?.ToJsonString() ?? "-"} {edge["node"]!["model"]}"));
        (Told("results"), Told("coded"), Told("plain")).ShouldBe(("3 Stork", "1 Heron-L", "1 "));
        data["papers"]!["nodes"]!.AsArray().ShouldHaveSingleItem()!["title"]!.GetValue<string>().ShouldBe("One Leg Is Enough");
        data["none"]!["totalCount"]!.GetValue<int>().ShouldBe(0);
        data["unknown"]!["totalCount"]!.GetValue<int>().ShouldBe(0);
        roundTrips.ShouldBe(1);
    }

    [Theory]
    [InlineData("Waking", "Steps", "Accuracy", "task", "Did you mean \"walking\"?")]
    [InlineData("Xyzzy", "Steps", "Accuracy", "task", "There are Sorting, Walking, Image Classification.")]
    [InlineData("Walking", "Stairs", "Accuracy", "dataset", "Steps")]
    [InlineData("walking", "steps", "Hops", "metric", "There are Accuracy, Falls (error), Params.")]
    [InlineData("", "\u0000", "Hops", "dataset", "U+0000")]
    public async Task A_leaderboard_that_is_none_is_an_error_that_says_which_there_are(
        string task, string dataset, string metric, string argument, string told)
    {
        const string Query = "query Q($t: String!, $d: String!, $m: String) { leaderboard(task: $t, dataset: $d, metric: $m) { task } }";

        var (json, _, _) = await graph.PostAsync(Query, "Q", new { t = task, d = dataset, m = metric });

        var error = JsonNode.Parse(json)!["errors"]!.AsArray().ShouldHaveSingleItem()!;
        error["message"]!.GetValue<string>().ShouldContain(told, Case.Insensitive);
        error["extensions"]!["argument"]!.GetValue<string>().ShouldBe(argument);
    }

    private async Task<List<string>> ReadAsync(
        (string Dataset, string Metric) board, string size, string argument, string cursor, string more)
    {
        var read = new List<string>();
        for (string? at = null; ;)
        {
            var (json, _, _) = await graph.PostAsync(
                $$"""
                query Q($at: String) {
                  leaderboard(task: "{{RandomTables.Task}}", dataset: "{{board.Dataset}}", metric: "{{board.Metric}}") {
                    results({{size}}, {{argument}}: $at) {
                      totalCount
                      edges { rank node { value model paper { title } } }
                      pageInfo { {{more}} {{cursor}} }
                    }
                  }
                }
                """,
                "Q",
                new { at });
            var list = JsonNode.Parse(json)!["data"]!["leaderboard"]!["results"]!;
            read.AddRange(list["edges"]!.AsArray().Select(edge =>
                $"{edge!["rank"]?.ToJsonString() ?? "-"} {edge["node"]!["value"]} {edge["node"]!["model"]} "
                + $"{edge["node"]!["paper"]!["title"]}"));
            if (!list["pageInfo"]![more]!.GetValue<bool>()) return read;
            at = list["pageInfo"]![cursor]!.GetValue<string>();
        }
    }
}
