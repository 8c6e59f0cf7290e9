using PaperGraph.Graph.Tests.Plans;
using Shouldly;
using Xunit;

namespace PaperGraph.Graph.Tests.Groups;

/// <summary>Groups that are counted already are read from their table, and no others; the answers are those of the papers.</summary>
public sealed class StoredGroupsTests(PlannedGraph graph) : IClassFixture<PlannedGraph>
{
    private const string Fields =
        "groupCount otherCount paperCount rows { key key2 label isUnknown papers upvotes comments papersWithCode shareWithCode }";

    private static readonly string[] EdgesAndPapers =
        ["papers", "paper_concepts", "paper_topics", "paper_organizations", "authorships", "paper_repositories"];

    [Theory]
    [InlineData("by: PUBLISHED_DAY")]
    [InlineData("by: PUBLISHED_WEEK")]
    [InlineData("by: PUBLISHED_MONTH")]
    [InlineData("by: [PUBLISHED_YEAR, PUBLISHED_QUARTER]")]
    [InlineData("by: CONCEPT")]
    [InlineData("by: CONCEPT, orderBy: { by: UPVOTES, direction: DESC }, having: { papers: { to: 100 } }")]
    [InlineData("by: CONCEPT_KIND")]
    [InlineData("by: TOPIC")]
    [InlineData("by: TOPIC_FIRST_LEVEL")]
    [InlineData("by: TOPIC_SECOND_LEVEL")]
    [InlineData("by: TOPIC_THIRD_LEVEL")]
    [InlineData("by: ORGANIZATION")]
    [InlineData("by: AUTHOR")]
    [InlineData("by: REPOSITORY")]
    [InlineData("by: AUTHOR, orderBy: { by: UPVOTES, direction: DESC }")]
    [InlineData("by: REPOSITORY, having: { papers: { from: 2 } }")]
    [InlineData("by: [CONCEPT, PUBLISHED_MONTH], having: { papers: { from: 1 } }")]
    [InlineData("by: [CONCEPT, PUBLISHED_MONTH], orderBy: { by: KEY2, direction: DESC }")]
    [InlineData("by: [PUBLISHED_MONTH, ORGANIZATION], orderBy: [{ by: KEY, direction: DESC }, { by: UPVOTES, direction: ASC }]")]
    [InlineData("by: [ORGANIZATION, PUBLISHED_MONTH], orderBy: { by: PAPERS, direction: DESC }")]
    [InlineData("by: [PUBLISHED_MONTH, REPOSITORY]")]
    [InlineData("by: [PUBLISHED_MONTH, ORGANIZATION]", "publishedOn: { from: \"2024-02-01\", to: \"2024-03-31\" }")]
    [InlineData("by: REPOSITORY_HOST")]
    [InlineData("by: SOURCE")]
    [InlineData("by: HAS_CODE")]
    [InlineData("by: AUTHOR_COUNT")]
    [InlineData("by: LISTED_DAY")]
    [InlineData("by: LISTED_WEEK, orderBy: { by: UPVOTES, direction: DESC }")]
    [InlineData("by: LISTED_MONTH")]
    [InlineData("by: LISTED_QUARTER, having: { papers: { from: 30 } }")]
    [InlineData("by: LISTED_YEAR, orderBy: { by: KEY, direction: DESC }")]
    [InlineData("by: IMPORTED_DAY")]
    [InlineData("by: IMPORTED_WEEK")]
    [InlineData("by: IMPORTED_MONTH")]
    [InlineData("by: IMPORTED_YEAR")]
    [InlineData("by: [PUBLISHED_MONTH, CONCEPT]")]
    [InlineData("by: [ORGANIZATION, PUBLISHED_QUARTER]")]
    [InlineData("by: [PUBLISHED_WEEK, TOPIC_FIRST_LEVEL]")]
    [InlineData("by: [PUBLISHED_DAY, HAS_CODE]")]
    [InlineData("by: TOPIC", "publishedOn: { from: \"2019-03-05\", to: \"2021-02-03\" }")]
    [InlineData("by: CONCEPT", "publishedOn: { from: \"2019-03-01\", to: \"2021-02-28\" }")]
    [InlineData("by: [PUBLISHED_MONTH, CONCEPT]", "publishedOn: { from: \"2019-03-01\" }")]
    [InlineData("by: PUBLISHED_MONTH", "publishedOn: { from: \"2019-03-05\", to: \"2021-02-03\" }")]
    [InlineData("by: PUBLISHED_MONTH", "publishedOn: {}")]
    [InlineData("by: PUBLISHED_MONTH", "publishedOn: { from: \"0001-01-01\", to: \"9999-12-31\" }")]
    [InlineData("by: PUBLISHED_MONTH", "concepts: { any: [\"CONCEPT1\"] }")]
    [InlineData("by: PUBLISHED_QUARTER", "concepts: { all: [\"CONCEPT1\"] }, publishedOn: { to: \"2020-12-31\" }")]
    [InlineData("by: PUBLISHED_YEAR", "concepts: { any: [\"no such name\"], unknown: IGNORE }")]
    [InlineData("by: PUBLISHED_WEEK", "topics: { any: [\"TOPIC1\"] }")]
    [InlineData("by: PUBLISHED_MONTH", "organizations: { any: [\"ORGANIZATION1\"] }")]
    [InlineData("by: PUBLISHED_MONTH", "hasCode: false")]
    public async Task What_the_table_has_is_read_from_it(string arguments, string where = "")
    {
        var (stored, reads) = await ReadAsync(arguments, where, Fields);
        // With an empty list of more conditions, which says the same, papers are counted.
        var (counted, otherwise) = await ReadAsync(arguments, where == "" ? "and: []" : $"and: [], {where}", Fields);

        reads.ShouldContain("group_counts");
        reads.Intersect(EdgesAndPapers).ShouldBeEmpty();
        otherwise.ShouldNotContain("group_counts");
        stored.ShouldBe(counted);
        if (!where.Contains("no such name", StringComparison.Ordinal)) stored.ShouldContain("\"papers\":");
    }

    [Theory]
    [InlineData("by: CONCEPT", "concepts: { any: [\"CONCEPT1\"] }")]
    [InlineData("by: CONCEPT, having: { papers: { from: 3 } }", "organizations: { any: [\"ORGANIZATION1\"] }")]
    [InlineData("by: CONCEPT, orderBy: { by: UPVOTES, direction: DESC }", "hasCode: true")]
    [InlineData("by: ORGANIZATION", "topics: { all: [\"TOPIC1\"] }")]
    [InlineData("by: ORGANIZATION", "hasCode: false")]
    [InlineData("by: REPOSITORY", "concepts: { any: [\"CONCEPT2\"] }")]
    [InlineData("by: TOPIC", "concepts: { any: [\"CONCEPT1\"] }")]
    [InlineData("by: TOPIC_FIRST_LEVEL", "topics: { any: [\"TOPIC1\"] }")]
    [InlineData("by: TOPIC_THIRD_LEVEL", "hasCode: true")]
    [InlineData("by: CONCEPT_KIND, orderBy: { by: SHARE_WITH_CODE }", "concepts: { any: [\"CONCEPT1\"] }")]
    [InlineData("by: REPOSITORY_HOST", "topics: { any: [\"TOPIC1\"] }")]
    [InlineData("by: SOURCE", "concepts: { any: [\"CONCEPT1\"] }")]
    [InlineData("by: HAS_CODE", "organizations: { any: [\"ORGANIZATION1\"] }")]
    [InlineData("by: AUTHOR_COUNT", "concepts: { any: [\"CONCEPT1\"] }")]
    [InlineData("by: LISTED_DAY", "concepts: { any: [\"CONCEPT1\"] }")]
    [InlineData("by: LISTED_MONTH", "topics: { any: [\"TOPIC1\"] }")]
    [InlineData("by: LISTED_YEAR, orderBy: { by: UPVOTES, direction: DESC }", "hasCode: false")]
    [InlineData("by: IMPORTED_WEEK", "organizations: { any: [\"ORGANIZATION1\"] }")]
    [InlineData("by: [PUBLISHED_MONTH, TOPIC]", "concepts: { any: [\"CONCEPT1\"] }")]
    [InlineData("by: [TOPIC_FIRST_LEVEL, PUBLISHED_YEAR]", "concepts: { any: [\"CONCEPT1\"] }")]
    [InlineData("by: [PUBLISHED_QUARTER, HAS_CODE], orderBy: { by: PAPERS, direction: DESC }", "organizations: { any: [\"ORGANIZATION1\"] }")]
    [InlineData("by: [CONCEPT_KIND, PUBLISHED_MONTH]", "hasCode: true, publishedOn: { from: \"2019-03-01\", to: \"2020-02-29\" }")]
    [InlineData("by: SOURCE", "topics: { any: [\"TOPIC1\"] }, publishedOn: { from: \"2019-03-01\" }")]
    public async Task What_the_papers_of_a_hub_have_is_read_from_its_counts(string arguments, string where)
    {
        // A join looks at a row of one side before it finds the other empty.
        var (stored, reads) = await ReadAsync(arguments, where, Fields, ofNone: 1);
        var (counted, otherwise) = await ReadAsync(arguments, $"and: [], {where}", Fields);

        reads.ShouldContain("hub_counts");
        reads.Intersect(EdgesAndPapers).ShouldBeEmpty();
        otherwise.ShouldNotContain("hub_counts");
        stored.ShouldBe(counted);
        stored.ShouldContain("\"papers\":");
    }

    [Theory]
    [InlineData("by: CONCEPT", "concepts: { any: [\"CONCEPT60\"] }")]
    [InlineData("by: HAS_CODE", "concepts: { any: [\"CONCEPT60\"] }")]
    public async Task What_the_papers_of_anything_else_have_is_counted(string arguments, string where)
    {
        var (either, reads) = await ReadAsync(arguments, where, Fields);
        var (counted, _) = await ReadAsync(arguments, $"and: [], {where}", Fields);

        reads.ShouldContain("paper_concepts");
        either.ShouldBe(counted);
        either.ShouldContain("\"papers\":");
    }

    /// <summary>Of 4,000 concepts and their 60,000 months.</summary>
    [Theory]
    [InlineData("by: CONCEPT", 11)]
    [InlineData("by: AUTHOR", 11)]
    [InlineData("by: [PUBLISHED_MONTH, CONCEPT]", 1500)]
    [InlineData("by: [CONCEPT, PUBLISHED_MONTH], orderBy: { by: KEY2, direction: DESC }", 1500)]
    public async Task A_page_of_many_groups_reads_hardly_any_others(string arguments, int most)
    {
        var (_, plans) = await graph.ExplainAsync($$"""
            { paperGroups({{arguments}}, first: 10) { groupCount otherCount rows { key papers upvotes } } }
            """);
        plans.SelectMany(plan => plan.All).Where(node => node.Relation is "group_counts" or "concepts" or "authors")
            .Sum(node => node.Rows * node.Loops).ShouldBeLessThanOrEqualTo(most + 30);
    }

    /// <param name="most">How many times as many counts may be read as there are: where all have to be, some are read before.</param>
    [Theory]
    [InlineData("by: CONCEPT, first: 10", 0.33)]
    [InlineData("by: CONCEPT, first: 100", 3)]
    [InlineData("by: ORGANIZATION, first: 5, having: { papers: { from: 1 } }", 3)]
    [InlineData("by: REPOSITORY, first: 20, orderBy: [{ by: PAPERS, direction: DESC }, { by: UPVOTES, direction: ASC }]", 3)]
    [InlineData("by: CONCEPT, first: 1000", 3)]
    public async Task What_has_most_papers_in_some_months_is_looked_for_among_what_has_most_in_all(string arguments, double most)
    {
        const string Year = "publishedOn: { from: \"2019-03-01\", to: \"2020-02-29\" }";
        const string Rows = "rows { key label isUnknown papers upvotes comments papersWithCode }";

        var (answer, plans) = await graph.ExplainAsync($$"""{ paperGroups({{arguments}}, where: { {{Year}} }) { {{Rows}} } }""");
        var (whole, plansOfAll) = await graph.ExplainAsync($$"""{ paperGroups({{arguments}}, where: { {{Year}} }) { groupCount } }""");
        var (counted, _) = await graph.ExplainAsync($$"""{ paperGroups({{arguments}}, where: { {{Year}}, and: [] }) { {{Rows}} } }""");

        answer.ToString().ShouldBe(counted.ToString());
        answer.ToString().ShouldContain("\"papers\":");
        whole.ToString().ShouldContain("\"groupCount\":");
        RowsRead(plans).ShouldBeLessThan(RowsRead(plansOfAll) * most);

        static double RowsRead(IReadOnlyList<PlanNode> plans) => plans.SelectMany(plan => plan.All)
            .Where(node => node.Relation == "group_counts").Sum(node => node.Rows * node.Loops);
    }

    [Theory]
    [InlineData("by: PUBLISHED_MONTH", "", "rows { authors }")]
    [InlineData("by: PUBLISHED_MONTH", "", "rows { organizations }")]
    [InlineData("by: [TOPIC_FIRST_LEVEL, CONCEPT_KIND]", "")]
    [InlineData("by: AUTHOR", "publishedOn: { from: \"2019-03-01\" }")]
    [InlineData("by: [AUTHOR, PUBLISHED_MONTH]", "publishedOn: { to: \"2009-12-31\" }")]
    [InlineData("by: [LISTED_MONTH, TOPIC]", "")]
    [InlineData("by: LISTED_MONTH", "listedOn: { from: \"2019-03-01\" }")]
    [InlineData("by: PUBLISHED_MONTH, orderBy: { by: REPOSITORIES }", "")]
    [InlineData("by: CONCEPT", "publishedOn: { from: \"2019-03-05\" }")]
    [InlineData("by: [PUBLISHED_WEEK, CONCEPT]", "")]
    [InlineData("by: PUBLISHED_DAY", "concepts: { any: [\"CONCEPT1\"] }")]
    [InlineData("by: PUBLISHED_MONTH", "concepts: { any: [\"CONCEPT1\", \"CONCEPT2\"] }")]
    [InlineData("by: PUBLISHED_MONTH", "concepts: { none: [\"CONCEPT1\"] }")]
    [InlineData("by: PUBLISHED_MONTH", "concepts: { any: [\"CONCEPT1\"] }, hasCode: true")]
    [InlineData("by: PUBLISHED_MONTH", "organizations: { any: [\"ORGANIZATION1\"], includeChildren: true }")]
    [InlineData("by: PUBLISHED_MONTH", "organizations: { any: [\"ORGANIZATION1\"], roles: [OWNS_CODE] }")]
    [InlineData("by: PUBLISHED_MONTH", "minUpvotes: 1")]
    [InlineData("by: TOPIC", "hasCode: true")]
    public async Task What_it_has_not_is_counted(string arguments, string where, string fields = "rows { papers }")
    {
        var (_, reads) = await ReadAsync(arguments, where, fields);
        reads.ShouldNotContain("group_counts");
    }

    [Theory]
    [InlineData("concept", "interval: MONTH", true)]
    [InlineData("concept", "interval: YEAR, where: { publishedOn: { from: \"2019-01-01\" } }", true)]
    [InlineData("concept", "interval: WEEK", false)]
    [InlineData("concept", "interval: MONTH, where: { hasCode: true }", false)]
    [InlineData("topic", "interval: WEEK", true)]
    [InlineData("organization", "interval: QUARTER", true)]
    [InlineData("organization", "interval: QUARTER, includeChildren: true", false)]
    public async Task A_timeline_is_read_from_the_table_where_it_has_it(string one, string arguments, bool isStored)
    {
        const string Rows = "{ key papers upvotes comments papersWithCode shareWithCode }";
        var names = await NamesAsync();
        var counted = arguments.Contains("where", StringComparison.Ordinal)
            ? arguments.Replace("where: {", "where: { and: [],", StringComparison.Ordinal)
            : $"{arguments}, where: {{ and: [] }}";
        var slug = one switch { "concept" => names["CONCEPT1"], "topic" => names["TOPIC1"], _ => names["ORGANIZATION1"] };

        var (stored, plans) = await graph.ExplainAsync($"{{ {one}(by: {{ slug: \"{slug}\" }}) {{ timeline({arguments}) {Rows} }} }}");
        var (expected, _) = await graph.ExplainAsync($"{{ {one}(by: {{ slug: \"{slug}\" }}) {{ timeline({counted}) {Rows} }} }}");

        plans.SelectMany(plan => plan.All).Any(node => node.Relation == "group_counts").ShouldBe(isStored);
        stored.ToString().ShouldBe(expected.ToString());
    }

    /// <param name="ofNone">How many rows of edges and papers are as good as none.</param>
    private async Task<(string Answer, IReadOnlyList<string> Reads)> ReadAsync(
        string arguments, string where, string fields, int ofNone = 0)
    {
        foreach (var (name, slug) in await NamesAsync()) where = where.Replace($"\"{name}\"", $"\"{slug}\"", StringComparison.Ordinal);
        var given = where == "" ? "" : $", where: {{ {where} }}";
        var (answer, plans) = await graph.ExplainAsync($"{{ paperGroups({arguments}, first: 1000{given}) {{ {fields} }} }}");
        var visited = plans.SelectMany(plan => plan.All).Where(node => node.Loops > 0
            && (ofNone == 0 || node.Rows * node.Loops > ofNone || !EdgesAndPapers.Contains(node.Relation)));
        return (answer.ToString(), [.. visited.Select(node => node.Relation).OfType<string>().Distinct()]);
    }

    private async Task<Dictionary<string, string>> NamesAsync()
    {
        var (answer, _) = await graph.ExplainAsync("""
            { concepts(first: 60) { nodes { slug } } topics(first: 1) { nodes { slug } } organizations(first: 1) { nodes { slug } } }
            """);
        string Slug(string list, int index) => answer.GetProperty(list).GetProperty("nodes")[index].GetProperty("slug").GetString()!;
        return new()
        {
            ["CONCEPT1"] = Slug("concepts", 0),
            ["CONCEPT2"] = Slug("concepts", 1),
            ["CONCEPT60"] = Slug("concepts", 59),
            ["TOPIC1"] = Slug("topics", 0),
            ["ORGANIZATION1"] = Slug("organizations", 0),
        };
    }
}
