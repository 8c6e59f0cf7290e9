using Npgsql;
using PaperGraph.GeneratedGraph;

namespace PaperGraph.Benchmarks.Comparison;

/// <summary>
/// What is compared: the names of the queries stay as they are, so that tables of different times can be laid side by side.
/// </summary>
internal static class ComparisonWorkload
{
    private const int Variants = 32;

    private const int Hubs = 4;

    private const string Search = """
        query($words: String!) {
          search(query: $words, kinds: [PAPER], first: 20) { totalCount nodes { ... on Paper { title publishedOn } } }
        }
        """;

    /// <param name="only">Names of queries; all where there are none.</param>
    /// <exception cref="ArgumentException">A name is that of no query.</exception>
    public static async Task<IReadOnlyList<ComparedQuery>> CreateAsync(NpgsqlDataSource database, IReadOnlyList<string> only)
    {
        var all = await CreateAsync(database);
        if (only.FirstOrDefault(name => !all.Any(query => query.Name == name)) is { } unknown)
        {
            throw new ArgumentException(
                $"There is no query \"{unknown}\". There are {string.Join(", ", all.Select(query => query.Name))}.", nameof(only));
        }
        return only.Count == 0 ? all : [.. all.Where(query => only.Contains(query.Name))];
    }

    private static async Task<IReadOnlyList<ComparedQuery>> CreateAsync(NpgsqlDataSource database)
    {
        // Papers from everywhere in the collection, and the concepts that most papers have.
        var papers = await TextsAsync(database, $"select slug from papers order by hashint8(id), id limit {Variants}");
        var hubs = await TextsAsync(database, $"select slug from concepts order by paper_count desc, id limit {Hubs}");
        // So many begin with these that no slip of the finger is looked for.
        var beginnings = await TextsAsync(database, $"""
            select left(key, length) as letters
            from search_names, generate_series(2, 5) length
            where kind = 'CONCEPT'
            group by letters
            having count(distinct target_id) >= 10
            order by hashtext(min(left(key, length))), letters
            limit {Variants}
            """);
        var days = await DaysAsync(database);
        var (first, last) = (days[0], days[^1]);
        return
        [
            new("Q0", "`{ __typename }`", "{ __typename }", [new()]),
            new("Q1", "a paper with organizations, repositories, concepts", """
                query($paper: String!) {
                  paper(by: { slug: $paper }) {
                    title publishedOn organizations { nodes { name } } repositories { nodes { url } } concepts { nodes { name kind } }
                  }
                }
                """,
                [.. papers.Select(paper => new CeilingParameters { Paper = paper })]),
            new("Q2", "the 20 newest with organizations, 5 concepts each", """
                { papers(first: 20) { nodes { title organizations { nodes { name } } concepts(first: 5) { nodes { name kind } } } } }
                """,
                [new()]),
            new("Q2b", "the same with `publishedOn: {to}`", """
                query($to: Date!) {
                  papers(first: 20, where: { publishedOn: { to: $to } }) {
                    nodes { title organizations { nodes { name } } concepts(first: 5) { nodes { name kind } } }
                  }
                }
                """,
                [.. days.Select(day => new CeilingParameters { To = day })]),
            new("Q3", "a paper, 10 related, 5 concepts each", """
                query($paper: String!) {
                  paper(by: { slug: $paper }) { related(first: 10) { nodes { title concepts(first: 5) { nodes { name } } } } }
                }
                """,
                [.. papers.Select(paper => new CeilingParameters { Paper = paper })]),
            new("Q4", "a concept's 20 newest with organizations, repositories", """
                query($concept: String!) {
                  concept(by: { slug: $concept }) {
                    papers(first: 20, orderBy: { by: PUBLISHED_ON }) {
                      nodes { title organizations { nodes { name } } repositories { nodes { url } } }
                    }
                  }
                }
                """,
                [.. hubs.Select(concept => new CeilingParameters { Concept = concept })]),
            new("Q6", "full text, 20", """
                query($words: String!) { papers(first: 20, where: { text: $words }) { nodes { title publishedOn } } }
                """,
                [.. Enumerable.Range(10, 10).Select(share => new CeilingParameters { Words = GeneratedWords.OfShare(share / 1000.0) })]),
            new("Q7", "two concepts, dates, has code, totalCount", """
                query($concept: String!, $other: String!, $from: Date!, $to: Date!) {
                  papers(first: 20, where: { concepts: { all: [$concept, $other] }, publishedOn: { from: $from, to: $to }, hasCode: true }) {
                    totalCount nodes { title publishedOn }
                  }
                }
                """,
                [
                    .. from concept in hubs
                    from other in hubs
                    where concept != other
                    select new CeilingParameters { Concept = concept, Other = other, From = first, To = last },
                ]),
            new("Q8", "search of a rare word, 20 papers and their number", Search,
                [.. Enumerable.Range(1, 5).Select(share => new CeilingParameters { Words = GeneratedWords.OfShare(share / 1000.0) })])
            {
                HasPeer = false,
            },
            new("Q9", "search of a frequent word, likewise", Search,
                [.. ((string[])["model", "data", "method", "results"]).Select(word => new CeilingParameters { Words = word })])
            {
                HasPeer = false,
            },
            new("Q10", "suggestions for two to five letters", """
                query($words: String!) {
                  suggest(prefix: $words, kinds: [CONCEPT], first: 10) { text node { ... on Concept { paperCount } } }
                }
                """,
                [.. beginnings.Select(letters => new CeilingParameters { Words = letters })])
            {
                HasPeer = false,
            },
            new("Q11", "papers a month of a concept", """
                query($concept: String!) {
                  paperGroups(by: PUBLISHED_MONTH, where: { concepts: { any: [$concept] } }, first: 1000) { rows { key papers } }
                }
                """,
                [.. hubs.Select(concept => new CeilingParameters { Concept = concept })])
            {
                HasPeer = false,
            },
            new("Q12", "papers a month and topic of the first level", """
                {
                  paperGroups(by: [PUBLISHED_MONTH, TOPIC_FIRST_LEVEL], having: { papers: { from: 1 } }, first: 1000) {
                    rows { key label2 papers }
                  }
                }
                """,
                [new()])
            {
                HasPeer = false,
            },
            new("Q13", "what concepts rise in 30 days", """
                query($to: Date!) { trending(kind: CONCEPT, days: 30, asOf: $to) { label now before score } }
                """,
                [.. days.Select(day => new CeilingParameters { To = day })])
            {
                HasPeer = false,
            },
        ];
    }

    private static async Task<List<string>> TextsAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync()) texts.Add(reader.GetString(0));
        return texts;
    }

    /// <summary>Days from the middle of the collection's time to its end.</summary>
    private static async Task<IReadOnlyList<DateOnly>> DaysAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand(
            "select percentile_disc(array[0.5, 0.6, 0.7, 0.8, 0.9, 0.95]) within group (order by published_on) from papers");
        return (DateOnly[])(await command.ExecuteScalarAsync())!;
    }
}
