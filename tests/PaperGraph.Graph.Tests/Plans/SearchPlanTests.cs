using PaperGraph.Data;
using PaperGraph.GeneratedGraph;
using PaperGraph.Graph.Search;

namespace PaperGraph.Graph.Tests.Plans;

/// <summary>
/// How searches, suggestions and filters by names are answered, whatever is typed: from indexes, and no more is read and sorted than the
/// steps of a search allow, of 20,000 papers as of a million.
/// </summary>
public sealed class SearchPlanTests(PlannedGraph graph) : IClassFixture<PlannedGraph>
{
    private static readonly string[] SmallTables = ["topics", "pages"];

    /// <summary>The matches of a step: 5,000, and some more where the newest papers let expect fewer than there are.</summary>
    private const int MaxSorted = 6_000;

    /// <summary>Those of texts and again of titles, and what is ranked of them.</summary>
    private const int MaxPapersRead = 2 * MaxSorted;

    /// <summary>Names that begin so, and those that a slip away or by trigrams may be meant.</summary>
    private const int MaxNamesRead = 4_000;

    public static TheoryData<string> Searches =>
    [
        "model", "RARE", "nothinghasthis", "model data", "RARE model", "model nothinghasthis", "model data nothinghasthis", "the",
        "-model", "RARE -model", "title:model", "\"model data\"", "model OR data", "2101.10007", "10.1145/3442188", "github.com/acme/code",
        "acme/code", "what is it", "concept1", "concep", "cocnept1", "a", "modle",
    ];

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task A_search_is_answered_from_indexes(string query)
    {
        query = query.Replace("RARE", GeneratedWords.OfShare(0.003), StringComparison.Ordinal);
        var text = query.Replace("\"", "\\\"", StringComparison.Ordinal);
        foreach (var arguments in new[] { "", ", kinds: [PAPER]", ", first: 100", ", last: 20" })
            await CheckAsync($"{{ search(query: \"{text}\"{arguments}) {{ totalCount nodes {{ id ... on Paper {{ title }} }} }} }}");
    }

    [Theory]
    [InlineData("2101.10007")]
    [InlineData("10.1145/3442188")]
    [InlineData("REPOSITORY")]
    [InlineData("github.com/REPOSITORY")]
    [InlineData("what is it")]
    public async Task A_filter_by_what_names_papers_is_answered_from_indexes(string text)
    {
        await using var database = DataSources.Create(graph.ConnectionString);
        await using var command = database.CreateCommand(
            "select owner || '/' || name from repositories order by paper_count desc, id limit 1");
        text = text.Replace("REPOSITORY", (string)(await command.ExecuteScalarAsync())!, StringComparison.Ordinal);
        foreach (var arguments in new[] { "", ", orderBy: [{ by: RELEVANCE }]", ", orderBy: [{ by: UPVOTE_COUNT }]" })
            await CheckAsync($"{{ papers(where: {{ text: \"{text}\" }}{arguments}) {{ totalCount nodes {{ title }} }} }}");
    }

    [Theory]
    [InlineData("c")]
    [InlineData("con")]
    [InlineData("concept1")]
    [InlineData("cocnept1")]
    [InlineData("nothing begins so")]
    [InlineData("2101.10007")]
    [InlineData("github.com/acme/code")]
    public async Task Suggestions_are_read_from_indexes(string prefix) =>
        await CheckAsync($"{{ suggest(prefix: \"{prefix}\") {{ text node {{ id }} }} }}");

    [Theory]
    [InlineData("model")]
    [InlineData("RARE")]
    public async Task No_text_is_ranked_that_the_page_does_not_reach(string query)
    {
        query = query.Replace("RARE", GeneratedWords.OfShare(0.02), StringComparison.Ordinal);
        var (_, plans) = await graph.ExplainAsync($"{{ search(query: \"{query}\", kinds: [PAPER], first: 5) {{ nodes {{ id }} }} }}");

        // Each paper that is ranked is read by its id: those of the page, and the one behind it, at least.
        var ranked = plans.SelectMany(plan => plan.All)
            .Where(node => node is { Relation: "papers", Condition: { } looked } && looked.StartsWith("(id = ", StringComparison.Ordinal))
            .ToList();
        ranked.ShouldNotBeEmpty();
        ranked.Sum(node => node.Rows * node.Loops).ShouldBeInRange(6, PaperMatches.MaxTitles);
    }

    public static TheoryData<string> Names =>
    [
        "concepts(where: { name: \"PART\" }, PAGE)",
        "organizations(where: { name: \"PART\" }, PAGE)",
        "authors(where: { name: \"PART\" }, PAGE)",
        "repositories(where: { owner: \"PART\" }, PAGE)",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_has_a_part_in_its_name_is_found_by_an_index(string list)
    {
        await using var database = DataSources.Create(graph.ConnectionString);
        var table = list[..list.IndexOf('(', StringComparison.Ordinal)];
        var column = table == "repositories" ? "owner" : "name";
        await using var command = database.CreateCommand(
            $"select {column}, substr({column}, 2, 5) from {table} order by hashint8(id) limit 3");
        var parts = new List<string> { "nothing is called so" };
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync()) parts.Add(reader.GetString(column == "owner" ? 0 : 1));
        foreach (var part in parts)
        {
            foreach (var page in new[] { "first: 20", "last: 20" })
            {
                var asked = list.Replace("PART", part, StringComparison.Ordinal).Replace("PAGE", page, StringComparison.Ordinal);
                await CheckAsync($"{{ {asked} {{ totalCount nodes {{ id }} }} }}");
            }
        }
    }

    private async Task CheckAsync(string query)
    {
        var (_, plans) = await graph.ExplainAsync(query);
        var nodes = plans.SelectMany(plan => plan.All).Where(node => node.Loops > 0).ToList();
        foreach (var node in nodes)
        {
            (node.Type == "Seq Scan" && !SmallTables.Contains(node.Relation)).ShouldBeFalse($"{query}: {node}");
            if (node.IsSort) node.Children[0].Rows.ShouldBeLessThanOrEqualTo(MaxSorted, $"{query}: {node}");
        }
        RowsOf("papers").ShouldBeLessThanOrEqualTo(MaxPapersRead, query);
        RowsOf("search_names").ShouldBeLessThanOrEqualTo(MaxNamesRead, query);

        double RowsOf(string table) => nodes.Where(node => node.Relation == table).Sum(node => node.Rows * node.Loops);
    }
}
