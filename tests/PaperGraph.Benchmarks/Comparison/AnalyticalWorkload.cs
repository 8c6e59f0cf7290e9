using Npgsql;
using PaperGraph.GeneratedGraph;

namespace PaperGraph.Benchmarks.Comparison;

/// <summary>What dashboards and search boxes ask: searches, suggestions, groups, trends, and what is known of papers.</summary>
internal static class AnalyticalWorkload
{
    public static async Task<IReadOnlyList<TimedQuery>> CreateAsync(NpgsqlDataSource database)
    {
        var concept = await TextAsync(database, "select slug from concepts order by paper_count desc, id limit 1");
        var ordinary = await TextAsync(
            database, "select slug from concepts where paper_count < 10000 order by paper_count desc, id limit 1");
        var organization = await TextAsync(database, "select slug from organizations order by paper_count desc, id limit 1");
        var topic = await TextAsync(database, "select slug from topics where parent_id is null order by paper_count desc, id limit 1");
        var day = DateOnly.Parse(
            await TextAsync(database, "select max(published_on)::text from papers"), System.Globalization.CultureInfo.InvariantCulture);
        string Since(int days) => $"publishedOn: {{ from: \"{day.AddDays(-days):yyyy-MM-dd}\" }}";
        var year = $"publishedOn: {{ from: \"{day.AddYears(-1):yyyy-MM}-01\" }}";

        return
        [
            Search("a rare word", GeneratedWords.OfShare(0.001)),
            Search("a word that a hundredth has", GeneratedWords.OfShare(0.01)),
            Search("a frequent word", "model"),
            Search("two frequent words", "model data"),
            new("suggestions for two letters", $$"""{ suggest(prefix: "{{concept[..2]}}", first: 10) { text } }""", TimedKind.Search),
            new("suggestions for five letters", $$"""{ suggest(prefix: "{{concept[..5]}}", first: 10) { text } }""", TimedKind.Search),

            Group("by: PUBLISHED_MONTH"),
            Group("by: PUBLISHED_DAY"),
            Group("by: TOPIC_FIRST_LEVEL"),
            Group("by: CONCEPT, first: 11"),
            Group("by: ORGANIZATION, first: 11"),
            Group("by: AUTHOR, first: 11"),
            Group("by: REPOSITORY, first: 11"),
            Group("by: PUBLISHED_MONTH", $"concepts: {{ any: [\"{concept}\"] }}", "a concept"),
            Group("by: PUBLISHED_WEEK", $"topics: {{ any: [\"{topic}\"] }}", "a topic"),
            Group("by: PUBLISHED_MONTH", $"organizations: {{ any: [\"{organization}\"] }}", "an organization"),
            Group("by: CONCEPT, first: 11", year, "twelve months"),
            Group("by: CONCEPT, first: 11", Since(30), "30 days"),
            Group("by: ORGANIZATION, first: 11", Since(90), "90 days"),
            Group("by: CONCEPT, first: 11", $"organizations: {{ any: [\"{organization}\"] }}", "an organization"),
            Group("by: CONCEPT, first: 11", $"concepts: {{ any: [\"{concept}\"] }}", "a concept"),
            Group("by: CONCEPT, first: 11", $"topics: {{ any: [\"{topic}\"] }}", "a topic"),
            Group("by: CONCEPT, first: 11", "hasCode: true", "papers with code"),
            Group("by: ORGANIZATION, first: 11", $"topics: {{ any: [\"{topic}\"] }}", "a topic"),
            Group("by: TOPIC, first: 11", $"concepts: {{ any: [\"{ordinary}\"] }}", "an ordinary concept"),
            Group("by: ORGANIZATION, first: 11", $"topics: {{ any: [\"{topic}\"] }}, {Since(365)}", "a topic in a year"),
            Group("by: [PUBLISHED_MONTH, TOPIC_FIRST_LEVEL], first: 1000"),
            Group("by: [PUBLISHED_MONTH, CONCEPT], first: 1000"),
            Group("by: [CONCEPT, PUBLISHED_MONTH], orderBy: { by: PAPERS, direction: DESC }, first: 100"),
            Trend("CONCEPT", 30), Trend("TOPIC", 30), Trend("ORGANIZATION", 30), Trend("REPOSITORY", 30), Trend("PAPER", 30),
            Trend("CONCEPT", 90), Trend("ORGANIZATION", 90), Trend("REPOSITORY", 90), Trend("PAPER", 90),
            new("concepts of an organization", Together("organization", "slug", organization, "concepts"), TimedKind.Group),
            new("concepts that are met with one", Together("concept", "slug", concept, "related"), TimedKind.Group),
            new("what is known of papers", "{ coverage { source field known missing latestOn importedAt } }", TimedKind.Group),
        ];
    }

    private static TimedQuery Search(string name, string words) => new(
        $"search of {name}",
        $$"""{ search(query: "{{words}}", kinds: [PAPER], first: 20) { totalCount nodes { ... on Paper { title publishedOn } } } }""",
        TimedKind.Search);

    private static TimedQuery Group(string by, string? where = null, string of = "everything") => new(
        $"groups {by}, of {of}",
        $"{{ paperGroups({by}{(where is null ? "" : $", where: {{ {where} }}")}) "
            + "{ groupCount otherCount paperCount rows { key key2 label papers } } }",
        TimedKind.Group);

    private static string Together(string parent, string key, string value, string list) =>
        $"{{ {parent}(by: {{ {key}: \"{value}\" }}) {{ "
            + $"{list}(first: 20) {{ totalCount edges {{ paperCount score node {{ name }} }} }} }} }}";

    private static TimedQuery Trend(string kind, int days) => new(
        $"trends of kind {kind} in {days} days",
        $"{{ trending(kind: {kind}, days: {days}) {{ label now before score }} }}",
        TimedKind.Group);

    private static async Task<string> TextAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
