using Npgsql;

namespace PaperGraph.Benchmarks.Comparison;

internal enum TimedKind
{
    Paper,
    RelatedPapers,
    List,
    Search,
    Group,
}

/// <summary>A query of which the time is told.</summary>
internal sealed record TimedQuery(string Name, string Text, TimedKind Kind = TimedKind.List);

/// <summary>
/// The reads of one paper; the first page of every list in every order that it offers, of the parents that have most papers (hubs) and
/// of ordinary ones; and what dashboards and search boxes ask.
/// </summary>
internal static class LatencyWorkload
{
    private static readonly string[] Directions = ["ASC", "DESC"];

    private static readonly string[] PaperOrders = ["PUBLISHED_ON", "LISTED_ON", "IMPORTED_AT", "TITLE", "UPVOTE_COUNT", "COMMENT_COUNT"];

    private static readonly string[] CountedOrders = ["PAPER_COUNT", "NAME"];

    public static async Task<IReadOnlyList<TimedQuery>> CreateAsync(NpgsqlDataSource database)
    {
        var queries = new List<TimedQuery>();
        await foreach (var slug in SlugsAsync(database, "select slug from papers order by hashint8(id), id limit 5"))
        {
            queries.Add(new($"paper {slug}", $$"""
                { paper(by: { slug: "{{slug}}" }) { title abstract authors { nodes { name } } organizations { nodes { name } } concepts { nodes { name } } } }
                """,
                TimedKind.Paper));
            queries.Add(new($"paper {slug}, related", $$"""
                { paper(by: { slug: "{{slug}}" }) { title related(first: 10) { edges { score node { title } } } } }
                """,
                TimedKind.RelatedPapers));
        }
        queries.AddRange(await AnalyticalWorkload.CreateAsync(database));

        AddOrders("papers", PaperOrders, "title", list => $"{{ {list} }}");
        AddOrders("concepts", [.. CountedOrders, "SPECIFICITY"], "name", list => $"{{ {list} }}");
        AddOrders("organizations", CountedOrders, "name", list => $"{{ {list} }}");
        AddOrders("repositories", CountedOrders, "name", list => $"{{ {list} }}");
        AddOrders("authors", CountedOrders, "name", list => $"{{ {list} }}");
        queries.Add(new("topics", "{ topics(first: 20) { nodes { name paperCount } } }"));
        queries.Add(new("nested: concepts, 3 papers each",
            "{ concepts(first: 20) { nodes { name papers(first: 3) { nodes { title } } } } }"));
        queries.Add(new("nested: concepts, 3 newest each",
            "{ concepts(first: 20) { nodes { name papers(first: 3, orderBy: { by: PUBLISHED_ON }) { nodes { title } } } } }"));
        foreach (var parents in new[] { "organizations", "authors", "repositories", "topics" })
            queries.Add(new($"nested: {parents}, 3 papers each",
                $"{{ {parents}(first: 20) {{ nodes {{ papers(first: 3) {{ nodes {{ title }} }} }} }} }}"));

        await AddPapersOfAsync("concept", "slug",
            "select c.slug from paper_concepts e join concepts c on c.id = e.concept_id group by c.id order by count(*)");
        await AddPapersOfAsync("organization", "slug",
            "select o.slug from paper_organizations e join organizations o on o.id = e.organization_id group by o.id order by count(*)");
        await AddPapersOfAsync("author", "slug",
            "select a.slug from authorships e join authors a on a.id = e.author_id group by a.id order by count(*)");
        await AddPapersOfAsync("repository", "url",
            "select r.url from paper_repositories e join repositories r on r.id = e.repository_id group by r.id order by count(*)");
        await AddPapersOfAsync("topic", "slug",
            "select t.slug from paper_topics e join topics t on t.id = e.topic_id group by t.id order by count(*)");
        return queries;

        async Task AddPapersOfAsync(string parent, string key, string byPapers)
        {
            await foreach (var hub in SlugsAsync(database, $"{byPapers} desc, 1 limit 1")) AddPapers("hub", hub);
            await foreach (var ordinary in SlugsAsync(database, $"{byPapers}, 1 offset (select count(*) / 2 from ({byPapers}) x) limit 1"))
                AddPapers("ordinary", ordinary);

            void AddPapers(string which, string value)
            {
                string Of(string list) => $"{{ {parent}(by: {{ {key}: \"{value}\" }}) {{ {list} }} }}";
                queries.Add(new($"{which} {parent}, papers", Of("papers(first: 20) { nodes { title } }")));
                queries.Add(new($"{which} {parent}, totalCount", Of("papers { totalCount }")));
                queries.Add(new($"{which} {parent}, papers with code",
                    Of("papers(first: 20, where: { hasCode: true }) { nodes { title } }")));
                AddOrders("papers", PaperOrders, "title", Of, $"{which} {parent}, ");
            }
        }

        void AddOrders(string list, string[] orders, string field, Func<string, string> within, string prefix = "")
        {
            foreach (var order in orders)
            {
                foreach (var direction in Directions)
                {
                    queries.Add(new(
                        $"{prefix}{list} by {order} {direction}",
                        within($"{list}(first: 20, orderBy: {{ by: {order}, direction: {direction} }}) {{ nodes {{ {field} }} }}")));
                }
            }
        }
    }

    private static async IAsyncEnumerable<string> SlugsAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) yield return reader.GetString(0);
    }
}
