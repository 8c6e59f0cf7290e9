using PaperGraph.Data;
using PaperGraph.GeneratedGraph;
using PaperGraph.Graph.Communities;
using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Sql;
using PaperGraph.Model;

namespace PaperGraph.Graph.Tests.Plans;

/// <summary>
/// How lists are read whose parents have a great part of all papers, or a few: from an index in the list's order, whatever the page. No
/// table is read whole that grows with the collection, and nothing is sorted but pages, and lists that are short.
/// </summary>
public sealed class PlanTests(PlannedGraph graph) : IClassFixture<PlannedGraph>
{
    /// <summary>Tables of some hundred rows, and those that are empty here, are read whole at no cost.</summary>
    private static readonly string[] SmallTables =
        ["topics", "pages", "import_runs", "import_problems", "organization_names",
            "former_papers", "paper_disagreements", "former_concepts", "former_organizations", "former_authors", "repository_addresses",
            "organizations", "stage_states", "topic_ranks", "organization_ranks", "communities", "community_concepts",
            "community_ties"];

    private const string OfLeaderboard = "{ leaderboard(task: \"Task 1\", dataset: \"Set 1\", metric: \"Accuracy\")";

    /// <summary>The leaderboards of a task, a dataset or a metric that has many.</summary>
    private const string OfNamed = "{ leaderboards(where: { ";

    private const string OfHub = "{ concept(by: { id: \"Q29uY2VwdDox\" })";

    /// <summary>The pages of all arms of a list.</summary>
    private const int MaxPages = 3 * 21;

    /// <summary>The edges of a list of papers that is sorted: some hundred of 20,000, and a paper may have several to the same.</summary>
    private const int MaxSorted = 2_000;

    /// <summary>What stands in the 2,000 papers of one parent that are looked at, with some nine concepts or authors each.</summary>
    private const int MaxMet = 20_000;

    private static readonly string[] PaperOrders =
        ["PUBLISHED_ON", "LISTED_ON", "IMPORTED_AT", "TITLE", "UPVOTE_COUNT", "COMMENT_COUNT", "RANK"];

    /// <summary>Where lists are looked at: of a hub and of what has few papers.</summary>
    private static readonly Dictionary<string, string[]> Parents = new()
    {
        ["Paper"] = ["paper(by: { id: \"UGFwZXI6MTAwMA\" })"],
        ["Concept"] = ["concept(by: { id: \"Q29uY2VwdDox\" })", "concept(by: { id: \"Q29uY2VwdDozOTAw\" })"],
        ["Organization"] = ["organization(by: { id: \"T3JnYW5pemF0aW9uOjE\" })"],
        ["Author"] = ["author(by: { id: \"QXV0aG9yOjE\" })"],
        ["Repository"] = ["repository(by: { id: \"UmVwb3NpdG9yeTox\" })"],
        ["Topic"] = ["topic(by: { id: \"VG9waWM6MQ\" })"],
        ["Community"] = ["community(by: { slug: \"community-1\" })"],
        ["Leaderboard"] = [OfLeaderboard[2..]],
    };

    /// <summary>Of a parent the latest papers are looked at, and all that is met in them is sorted.</summary>
    private static readonly string[] MetTogether = ["coauthors", "collaborators", "related(", "concepts("];

    /// <summary>
    /// A list with <c>ORDER</c> where its order goes, <c>PAGE</c> where its page does, and <c>FIELDS</c>; inside what leads to it. Those of
    /// the schema are found there, in every order that they offer, so that a new one is not forgotten.
    /// </summary>
    public static TheoryData<string, string> Lists
    {
        get
        {
            var lists = new TheoryData<string, string>();
            foreach (var (parent, listed) in ListFields.All)
            {
                if (listed.Name == "search") continue;
                string[] lookups = parent.Name == "Query" ? [""] : Parents.GetValueOrDefault(parent.Name)
                    ?? throw new InvalidOperationException(
                    $"{parent.Name}.{listed.Name} is a list, but where one of its parents is found is not known here.");
                foreach (var lookup in lookups)
                {
                    var orders = ListFields.Orders(listed).Where(order => order != "RELEVANCE").ToList();
                    var arguments = orders.Count > 0 ? "PAGE, ORDER" : "PAGE";
                    var list = $"{listed.Name}({arguments}) FIELDS";
                    var query = lookup.Length > 0 ? $"{{ {lookup} {{ {list} }} }}" : $"{{ {list} }}";
                    if (orders.Count == 0) lists.Add(query, "");
                    else AddOrders(query, orders);
                }
            }
            AddOrders(
                "{ organization(by: { id: \"T3JnYW5pemF0aW9uOjE\" }) { papers(includeChildren: true, PAGE, ORDER) FIELDS } }", PaperOrders);
            foreach (var direction in new[] { "HIGHER_IS_BETTER", "LOWER_IS_BETTER" })
                lists.Add($"{OfLeaderboard} {{ results(direction: {direction}, PAGE) FIELDS }} }}", "");
            foreach (var named in new[] { "task: \"Task 1\"", "dataset: \"Set 1\"", "metric: \"Accuracy\"" })
                AddOrders($"{OfNamed}{named} }}, PAGE, ORDER) FIELDS }}", ["RESULT_COUNT", "PAPER_COUNT", "NAME"]);
            lists.Add("{ concept(by: { id: \"Q29uY2VwdDox\" }) { papers(PAGE) FIELDS } }", "");
            lists.Add("{ papers(PAGE, where: { communities: { any: [\"community-1\"] } }) FIELDS }", "");
            lists.Add("{ papers(PAGE, where: { text: \"network\" }, orderBy: { by: RANK }) FIELDS }", "");
            lists.Add("{ papers(PAGE, where: { publishedOn: { to: \"2020-01-01\" } }) FIELDS }", "");
            lists.Add("{ papers(PAGE, where: { concepts: { any: [\"CONCEPT1\"] }, hasCode: true }) FIELDS }", "");
            lists.Add(
                "{ papers(PAGE, where: { concepts: { all: [\"CONCEPT1\", \"CONCEPT2\"] }, "
                + "publishedOn: { from: \"2018-01-01\" }, hasCode: true }) FIELDS }", "");
            lists.Add(
                "{ papers(PAGE, where: { topics: { any: [\"TOPIC1\"] } }, orderBy: [{ by: UPVOTE_COUNT, direction: DESC }]) FIELDS }", "");
            return lists;

            void AddOrders(string query, IEnumerable<string> fields)
            {
                foreach (var by in fields)
                    foreach (var direction in new[] { "ASC", "DESC" })
                        lists.Add(query, $"orderBy: [{{ by: {by}, direction: {direction} }}]");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_page_is_read_from_an_index(string list, string order)
    {
        var query = await NameAsync(list.Replace("ORDER", order, StringComparison.Ordinal));
        var isLong = new[] { OfHub, OfLeaderboard, OfNamed }.Any(start => list.StartsWith(start, StringComparison.Ordinal));
        var maxSorted = IsMetTogether(list) ? MaxMet : isLong ? MaxPages : MaxSorted;
        var cursor = await CheckAsync(query, "first: 20", maxSorted);
        await CheckAsync(query, "last: 20", maxSorted);
        if (cursor is null) return;
        var next = await CheckAsync(query, $"first: 20, after: \"{cursor}\"", maxSorted);
        if (next is not null) await CheckAsync(query, $"last: 20, before: \"{next}\"", maxSorted);
    }

    private static bool IsMetTogether(string list) =>
        MetTogether.Any(name => list.Contains($"{{ {name}", StringComparison.Ordinal))
        && !list.StartsWith("{ concepts", StringComparison.Ordinal)
        && !list.Contains("paper(by", StringComparison.Ordinal) && !list.Contains("topic(by", StringComparison.Ordinal);

    /// <summary>Every condition of every filter of a list in the schema, with a value that some have.</summary>
    public static TheoryData<string, string> Conditions
    {
        get
        {
            var conditions = new TheoryData<string, string>();
            foreach (var (parent, listed) in ListFields.All)
            {
                // A search has plan tests of its own; what is related to a paper are fifty.
                if (listed.Name is "search" || parent.Name == "Paper" || ListFields.Filter(listed) is not { } filter) continue;
                var lookup = parent.Name == "Query" ? "" : Parents[parent.Name][0];
                foreach (var condition in filter.Fields)
                {
                    var list = $"{listed.Name}(PAGE, where: {{ {condition.Name}: {ListFields.Value(filter, condition)} }}) FIELDS";
                    conditions.Add(lookup.Length > 0 ? $"{{ {lookup} {{ {list} }} }}" : $"{{ {list} }}", $"{parent.Name}.{listed.Name}");
                }
            }
            return conditions;
        }
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task A_filtered_page_is_read_from_an_index(string list, string name)
    {
        var query = await NameAsync(list);
        var cursor = await CheckAsync(query, "first: 20", MaxSorted);
        if (cursor is not null) await CheckAsync(query, $"first: 20, after: \"{cursor}\"", MaxSorted);
        name.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(1, "HIGHER_IS_BETTER", "measure desc", "desc")]
    [InlineData(1, "LOWER_IS_BETTER", "-measure desc", "asc")]
    [InlineData(2, "HIGHER_IS_BETTER", "measure desc", "asc")]
    [InlineData(2, "LOWER_IS_BETTER", "-measure desc", "desc")]
    public async Task Results_come_whole_in_either_direction_with_their_ranks(int leaderboard, string direction, string order, string ids)
    {
        await using var database = DataSources.Create(graph.ConnectionString);
        await using var command = database.CreateCommand($"""
            select array(
              select model || ' ' || coalesce(case when measure is not null then rank() over (order by {order} nulls last) end::text, '-')
              from results
              where leaderboard_id = {leaderboard}
              order by {order} nulls last, case when measure is not null then id end {ids}, id desc)
            """);
        var expected = (string[])(await command.ExecuteScalarAsync())!;
        (await WalkAsync("first: 100, after", "endCursor", "hasNextPage")).SelectMany(page => page).ShouldBe(expected);
        (await WalkAsync("last: 100, before", "startCursor", "hasPreviousPage")).Reverse().SelectMany(page => page).ShouldBe(expected);

        async Task<IEnumerable<IReadOnlyList<string>>> WalkAsync(string from, string cursor, string hasMore)
        {
            var pages = new List<IReadOnlyList<string>>();
            var at = "null";
            while (true)
            {
                var (answer, _) = await graph.ExplainAsync($$"""
                    {
                      leaderboard(task: "Task 1", dataset: "Set 1", metric: "{{(leaderboard == 1 ? "Accuracy" : "F1")}}") {
                        results(direction: {{direction}}, {{from}}: {{at}}) {
                          edges { rank node { model } } pageInfo { {{cursor}} {{hasMore}} }
                        }
                      }
                    }
                    """);
                var page = answer.GetProperty("leaderboard").GetProperty("results");
                pages.Add([.. page.GetProperty("edges").EnumerateArray().Select(edge =>
                    $"{edge.GetProperty("node").GetProperty("model").GetString()} "
                    + (edge.GetProperty("rank") is { ValueKind: System.Text.Json.JsonValueKind.Number } rank ? $"{rank}" : "-"))]);
                if (!page.GetProperty("pageInfo").GetProperty(hasMore).GetBoolean()) return pages;
                at = $"\"{page.GetProperty("pageInfo").GetProperty(cursor).GetString()}\"";
            }
        }
    }

    /// <summary>Of many days the index of weights is read, of few those of these days are sorted.</summary>
    [Theory]
    [InlineData("from: \"2000-01-01\"", "x.published_order >= '2000-01-01'")]
    [InlineData("to: \"2019-12-31\"", "x.published_order between '0001-01-01' and '2019-12-31'")]
    [InlineData("from: \"2020-03-01\", to: \"2020-03-07\"", "x.published_order between '2020-03-01' and '2020-03-07'")]
    [InlineData("from: \"1901-01-01\", to: \"1901-01-02\"", "false")]
    public async Task Papers_of_some_days_come_in_the_order_of_their_weights(string days, string condition)
    {
        await using var database = DataSources.Create(graph.ConnectionString);
        await using var command = database.CreateCommand($"""
            select array(
              select x.paper_id from paper_concepts x
              where x.concept_id = 1 and {condition}
              order by x.weight desc, x.paper_id desc
              limit 40)
            """);
        var expected = (long[])(await command.ExecuteScalarAsync())!;
        var first = await PageAsync("first: 20");
        first.Ids.ShouldBe(expected.Take(20));
        if (first.End is not null) (await PageAsync($"first: 20, after: \"{first.End}\"")).Ids.ShouldBe(expected.Skip(20));

        async Task<(IEnumerable<long> Ids, string? End)> PageAsync(string page)
        {
            var (answer, _) = await graph.ExplainAsync(
                $"{OfHub} {{ papers({page}, where: {{ publishedOn: {{ {days} }} }}) {{ nodes {{ id }} pageInfo {{ endCursor }} }} }} }}");
            var papers = answer.GetProperty("concept").GetProperty("papers");
            var ids = papers.GetProperty("nodes").EnumerateArray().Select(node => IdOf(node.GetProperty("id").GetString()!));
            return (ids.ToList(), papers.GetProperty("pageInfo").GetProperty("endCursor").GetString());
        }

        static long IdOf(string id) => long.Parse(
            System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(id.PadRight((id.Length + 3) / 4 * 4, '='))).Split(':')[1],
            System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Orders of papers, those of several fields among them: what is equal in the first is sorted by the others.</summary>
    public static TheoryData<string> OrdersOfPapers =>
    [
        .. from name in PaperOrders from direction in new[] { "ASC", "DESC" } select $"{name} {direction}",
        "PUBLISHED_ON DESC, COMMENT_COUNT DESC",
        "PUBLISHED_ON ASC, TITLE DESC",
        "UPVOTE_COUNT DESC, PUBLISHED_ON ASC, TITLE ASC",
        "LISTED_ON ASC, UPVOTE_COUNT DESC",
    ];

    [Theory]
    [MemberData(nameof(OrdersOfPapers))]
    public async Task A_page_from_the_middle_of_a_list_is_read_from_an_index(string orders)
    {
        var requested = orders.Split(", ").Select(order => order.Split(' ')).ToList();
        var terms = PaperOrder.Terms([.. requested.Select(Parse)]);
        var orderBy = string.Join(", ", requested.Select(order => $"{{ by: {order[0]}, direction: {order[1]} }}"));
        var papers = $"papers(PAGE, orderBy: [{orderBy}]) FIELDS";
        const string AmongHub = "p.id in (select paper_id from paper_concepts where concept_id = 1)";
        foreach (var (list, condition) in new[] { ($"{{ {papers} }}", "true"), ($"{OfHub} {{ {papers} }} }}", AmongHub) })
        {
            var cursor = await MiddleAsync(terms, condition);
            foreach (var page in new[] { $"first: 20, after: \"{cursor}\"", $"last: 20, before: \"{cursor}\"" })
            {
                var end = await CheckAsync(list, page, maxSorted: requested.Count == 1 ? MaxPages : MaxSorted);
                end.ShouldNotBeNull();
            }
        }

        static PaperOrder Parse(string[] order) =>
            new(EnumName.Parse<PaperOrderField>(order[0]), EnumName.Parse<OrderDirection>(order[1]));
    }

    /// <summary>A cursor of the row in the middle of the papers that a condition holds of.</summary>
    private async Task<string> MiddleAsync(IReadOnlyList<OrderTerm> terms, string condition)
    {
        var values = string.Join(", ", terms.Select(term => term.Expression.Text));
        var order = string.Join(", ", terms.Select(term => $"{term.Expression.Text} {(term.Descending ? "desc" : "asc")}"));
        await using var database = DataSources.Create(graph.ConnectionString);
        await using var command = database.CreateCommand(
            $"select {values} from {RankedRows.Papers.From(isRanked: true).Text} where {condition} order by {order} "
            + $"offset (select count(*) / 2 from papers p where {condition}) limit 1");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return Cursor.Write(terms, [.. terms.Select((term, i) => term.Read(new SqlRow(reader), i))]);
    }

    /// <summary>The end of the page; null where it is empty.</summary>
    private async Task<string?> CheckAsync(string query, string page, int maxSorted)
    {
        var asked = query.Replace("PAGE", page, StringComparison.Ordinal)
            .Replace("FIELDS", "{ edges { cursor } nodes { __typename } pageInfo { endCursor hasNextPage } }", StringComparison.Ordinal);
        var (answer, plans) = await graph.ExplainAsync(asked);
        foreach (var node in plans.SelectMany(plan => plan.All).Where(node => node.Loops > 0))
        {
            var isWhole = node.Type == "Seq Scan" && !SmallTables.Contains(node.Relation);
            isWhole.ShouldBeFalse($"{asked}: {node}");
            if (node.IsSort) node.Children[0].Rows.ShouldBeLessThanOrEqualTo(maxSorted, $"{asked}: {node}");
        }
        while (answer.ValueKind == System.Text.Json.JsonValueKind.Object && !answer.TryGetProperty("pageInfo", out _))
            answer = answer.EnumerateObject().First().Value;
        return answer.GetProperty("pageInfo").GetProperty("endCursor").GetString();
    }

    [Theory]
    [InlineData(0.02, false)]
    [InlineData(1, true)]
    public async Task The_length_of_a_search_is_exact_up_to_a_limit_and_said_to_be_an_estimate_from_there(double share, bool isEstimate)
    {
        var word = share == 1 ? "model" : GeneratedWords.OfShare(share);
        await using var database = DataSources.Create(graph.ConnectionString);
        var (answer, _) = await graph.ExplainAsync($"{{ papers(where: {{ text: \"{word}\" }}) {{ totalCount totalCountIsEstimate }} }}");
        await using var command = database.CreateCommand($"select count(*) from papers where title || ' ' || abstract ~* '\\m{word}'");
        var matches = (long)(await command.ExecuteScalarAsync())!;

        var papers = answer.GetProperty("papers");
        papers.GetProperty("totalCountIsEstimate").GetBoolean().ShouldBe(isEstimate);
        var length = papers.GetProperty("totalCount").GetInt64();
        if (isEstimate) length.ShouldBeInRange(matches * 8 / 10, matches * 12 / 10);
        else length.ShouldBe(matches);
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(1)]
    [InlineData(0)]
    public async Task A_search_with_its_length_reads_the_matches_once_and_the_same_pages(double share)
    {
        var word = share switch { 0 => "nothinghasthis", 1 => "model", _ => GeneratedWords.OfShare(share) };
        foreach (var by in PaperOrders)
        {
            foreach (var direction in new[] { "ASC", "DESC" })
            {
                var list =
                    $"papers(PAGE, where: {{ text: \"{word}\", hasCode: false }}, orderBy: [{{ by: {by}, direction: {direction} }}])";
                var cursor = await CheckAsync(list, "first: 20");
                if (cursor is null) continue;
                await CheckAsync(list, $"last: 3, before: \"{cursor}\"");
                await CheckAsync(list, $"first: 20, after: \"{cursor}\"");
            }
        }

        async Task<string?> CheckAsync(string list, string page)
        {
            var asked = list.Replace("PAGE", page, StringComparison.Ordinal);
            var (end, plans) = await CheckTogetherAsync(asked);
            var read = plans.SelectMany(plan => plan.All).Where(node => node is { Relation: "papers", Loops: > 0 }).ToList();
            read.ShouldAllBe(node => node.Type != "Seq Scan", asked);
            read.Sum(node => node.Rows * node.Loops).ShouldBeLessThanOrEqualTo((1.5 * share * PlannedGraph.Papers) + MaxPages, asked);
            return end;
        }
    }

    /// <summary>A page is the same with its list's length and without; gives the end of the page, and the plans of both together.</summary>
    private async Task<(string? End, IReadOnlyList<PlanNode> Plans)> CheckTogetherAsync(string asked)
    {
        const string Rows = "nodes { title concepts(first: 1) { nodes { name } } } pageInfo { endCursor hasNextPage hasPreviousPage }";
        var (paged, _) = await graph.ExplainAsync($"{{ {asked} {{ {Rows} }} }}");
        var (length, _) = await graph.ExplainAsync($"{{ {asked} {{ totalCount totalCountIsEstimate }} }}");
        var (both, plans) = await graph.ExplainAsync($"{{ {asked} {{ {Rows} totalCount totalCountIsEstimate }} }}");

        var members = paged.GetProperty("papers").EnumerateObject().Concat(length.GetProperty("papers").EnumerateObject());
        both.GetProperty("papers").EnumerateObject().Select(member => member.ToString())
            .ShouldBe(members.Select(member => member.ToString()), asked);
        return (both.GetProperty("papers").GetProperty("pageInfo").GetProperty("endCursor").GetString(), plans);
    }

    [Fact]
    public async Task The_page_behind_the_last_of_a_search_has_its_length()
    {
        var list = $"papers(PAGE, where: {{ text: \"{GeneratedWords.OfShare(0.02)}\" }})";
        var (last, _) = await graph.ExplainAsync(
            $"{{ {list.Replace("PAGE", "last: 1", StringComparison.Ordinal)} {{ totalCount pageInfo {{ endCursor }} }} }}");
        var end = last.GetProperty("papers").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        var page = list.Replace("PAGE", $"after: \"{end}\"", StringComparison.Ordinal);
        var (behind, _) = await graph.ExplainAsync($"{{ {page} {{ totalCount nodes {{ title concepts {{ nodes {{ id }} }} }} }} }}");
        behind.GetProperty("papers").GetProperty("nodes").GetArrayLength().ShouldBe(0);
        var length = behind.GetProperty("papers").GetProperty("totalCount").GetInt64();
        length.ShouldBeGreaterThan(20);
        length.ShouldBe(last.GetProperty("papers").GetProperty("totalCount").GetInt64());
    }

    /// <summary>What is below a topic has a paper again, so that edges of other topics may be read, but none of other days.</summary>
    [Theory]
    [InlineData("")]
    [InlineData(", hasCode: true")]
    public async Task Papers_of_some_days_are_counted_without_the_edges_of_others(string more)
    {
        const string Days = "publishedOn: { from: \"2020-03-01\", to: \"2020-03-31\" }";
        var slug = await SlugAsync("topics", 0);
        var (counted, plans) = await graph.ExplainAsync(
            $"{{ topic(by: {{ slug: \"{slug}\" }}) {{ papers(where: {{ {Days}{more} }}) {{ totalCount }} }} }}");
        var (expected, _) = await graph.ExplainAsync(
            $"{{ papers(where: {{ and: [{{ topics: {{ any: [\"{slug}\"] }} }}, {{ {Days}{more} }}] }}) {{ totalCount }} }}");

        var count = counted.GetProperty("topic").GetProperty("papers").GetProperty("totalCount").GetInt64();
        count.ShouldBe(expected.GetProperty("papers").GetProperty("totalCount").GetInt64());
        count.ShouldBeGreaterThan(0);
        var read = plans.SelectMany(plan => plan.All).Where(node => node.Relation == "paper_topics").ToList();
        read.ShouldNotBeEmpty();
        read.ShouldAllBe(node => node.Condition!.Contains("published_order"));
    }

    [Theory]
    [InlineData("concepts", 0, 1, true)]
    [InlineData("concepts", 0, 300, false)]
    [InlineData("topics", 0, 1, true)]
    [InlineData("organizations", 0, 1, false)]
    public async Task Papers_that_have_edges_to_all_of_several_things_are_counted_by_these(
        string list, int first, int second, bool areMany)
    {
        var (one, other) = (await SlugAsync(first), await SlugAsync(second));
        const string Days =
            "publishedOn: { from: \"2018-01-01\" }, or: [{ hasCode: true }, { not: { publishedOn: { to: \"2021-01-01\" } } }]";
        var (counted, plans) = await graph.ExplainAsync(
            $"{{ papers(where: {{ {list}: {{ all: [\"{one}\", \"{other}\"] }}, {Days} }}) {{ totalCount }} }}");
        var each = $"{{ {list}: {{ any: [\"{one}\"] }} }}, {{ {list}: {{ any: [\"{other}\"] }} }}, {{ {Days} }}";
        var (expected, _) = await graph.ExplainAsync($"{{ papers(where: {{ and: [{each}] }}) {{ totalCount }} }}");

        counted.ToString().ShouldBe(expected.ToString());
        var read = plans.SelectMany(plan => plan.All).Where(node => node is { Relation: "papers", Loops: > 0 });
        // The last id alone, which tells how many papers there are.
        if (areMany) read.ShouldAllBe(node => node.Rows <= 1);

        Task<string> SlugAsync(int place) => this.SlugAsync(list, place);
    }

    [Theory]
    [InlineData("concepts", 0, 1)]
    [InlineData("concepts", 0, 300)]
    [InlineData("topics", 0, 1)]
    [InlineData("organizations", 0, 1)]
    public async Task Papers_that_have_edges_to_all_of_several_things_are_found_once_for_a_page_and_their_number(
        string list, int first, int second)
    {
        var names = $"\"{await SlugAsync(list, second)}\", \"{await SlugAsync(list, first)}\"";
        foreach (var direction in new[] { "ASC", "DESC" })
        {
            var order = $"orderBy: [{{ by: PUBLISHED_ON, direction: {direction} }}]";
            var papers = $"where: {{ {list}: {{ all: [{names}] }}, publishedOn: {{ from: \"2018-01-01\" }}, hasCode: true }}, {order}";
            var (end, plans) = await CheckTogetherAsync($"papers(first: 2, {papers})");
            plans.Count.ShouldBe(1);
            // A page of two, and the last id, which tells how many papers there are: asked for as often as the set is named.
            var read = plans[0].All.Where(node => node is { Relation: "papers", Loops: > 0 });
            read.Sum(node => node.Rows * node.Loops).ShouldBeLessThanOrEqualTo(5);

            if (end is null) continue;
            await CheckTogetherAsync($"papers(first: 2, after: \"{end}\", {papers})");
            await CheckTogetherAsync($"papers(last: 2, {papers})");
        }
    }

    /// <summary>The slug of what has the most papers, or is so many places behind it.</summary>
    private async Task<string> SlugAsync(string table, int place)
    {
        await using var database = DataSources.Create(graph.ConnectionString);
        await using var command = database.CreateCommand(
            $"select {(table == "repositories" ? "url" : "slug")} from {table} order by paper_count desc, id offset {place} limit 1");
        return (string)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Names of what has the most papers.</summary>
    private async Task<string> NameAsync(string query)
    {
        string[] names = ["CONCEPT1", "CONCEPT2", "TOPIC1", "ORGANIZATION1", "AUTHOR1", "REPOSITORY1"];
        foreach (var name in names.Where(name => query.Contains(name, StringComparison.Ordinal)))
        {
            var table = name[..^1] switch { "REPOSITORY" => "repositories", var kind => $"{kind.ToLowerInvariant()}s" };
            var slug = await SlugAsync(table, place: name[^1] - '1');
            query = query.Replace(name, slug, StringComparison.Ordinal);
        }
        return query;
    }
}
