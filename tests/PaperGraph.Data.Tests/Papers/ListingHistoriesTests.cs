using PaperGraph.Data.Papers;
using PaperGraph.Data.Tests.Support;
using PaperGraph.Model;
using PaperGraph.Model.Stated;
using static PaperGraph.Data.Tests.Support.PageOf;

namespace PaperGraph.Data.Tests.Papers;

/// <summary>Random histories of listings: what they make follows from what is stated in the end, and from nothing else.</summary>
public sealed class ListingHistoriesTests(MigratedDatabase database) : DatabaseTests(database)
{
    private const int Seeds = 8;

    /// <summary>All but what the first comer gives: ids, slugs, and times of imports.</summary>
    private const string Graph = """
        select 'paper', concat_ws(' | ', identity, title, abstract, arxiv_id, doi, url, published_on, author_count, upvote_count, listed_on)
        from papers
        union all
        select 'listing', concat_ws(' | ', p.identity, g.source, l.listed_on, l.url, l.upvote_count, l.digest)
        from listings l join papers p on p.id = l.paper_id join pages g on g.id = l.page_id
        union all
        select 'key', concat_ws(' | ', k.kind, k.key, p.identity)
        from paper_keys k join papers p on p.id = k.paper_id
        where k.kind <> 'SLUG'
        union all
        select 'author', concat_ws(' | ', p.identity, s.position, s.name, a.key, a.name, a.paper_count)
        from authorships s join papers p on p.id = s.paper_id join authors a on a.id = s.author_id
        union all
        select 'author without a paper', a.key from authors a where not exists (select from authorships s where s.author_id = a.id)
        union all
        select 'topic', concat_ws(' | ', p.identity, t.slug, t.name, e.score, e.source)
        from paper_topics e join papers p on p.id = e.paper_id join topics t on t.id = e.topic_id
        union all
        select 'disagreement', concat_ws(' | ', p.identity, d.field) from paper_disagreements d join papers p on p.id = d.paper_id
        order by 1, 2
        """;

    private static readonly string[] Sources = ["hf-json", "arxiv-atom", "bibtex"];

    private static readonly string?[] Texts =
    [
        null,
        "Rivers carry sediment through valleys towards deltas, where channels divide, branch again and slowly silt.",
        "Clocks whose pendulums swing inside sealed chambers keep steady intervals despite changing pressure outdoors.",
    ];

    [Fact]
    public async Task They_make_the_same_graph_in_whatever_order_they_come()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var random = new Random(seed);
            var pages = Pages(random);
            var expected = await StoreAsync(pages);
            for (var order = 0; order < 2; order++)
            {
                await EmptyAsync();
                random.Shuffle(pages);
                (await StoreAsync(pages)).ShouldBe(expected, $"with the seed {seed}");
            }
            await EmptyAsync();
        }
    }

    [Fact]
    public async Task Merging_and_then_a_contradiction_leave_what_never_merging_leaves()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var random = new Random(seed);
            var (before, after) = (Pages(random), Pages(random));
            var expected = await StoreAsync(after);
            await EmptyAsync();

            await StoreAsync(before);
            random.Shuffle(after);

            (await StoreAsync(after)).ShouldBe(expected, $"with the seed {seed}");
            await EmptyAsync();
        }
    }

    /// <summary>Five pages of two listings each; a page of another call with the same number is the same page, read otherwise.</summary>
    private static PageOf[] Pages(Random random) =>
    [
        .. Enumerable.Range(0, 5).Select(number => new PageOf(
            $"page-{number}",
            Sources[number % Sources.Length],
            number < 3 ? new DateOnly(2024, 6, 1 + number) : null,
            Listing(random, $"https://example.org/{number}/1"),
            Listing(random, $"https://example.org/{number}/2"))),
    ];

    private static ListedPaper Listing(Random random, string url) => new()
    {
        Rank = 0,
        Title = Pick<string>(random, "One", "Two", "Untitled"),
        Abstract = Pick(random, Texts),
        ArxivId = Pick(random, null, null, "2401.00001", "2402.00002"),
        Doi = Pick(random, null, null, "10.1/a", "10.1/b", "10.5555/c"),
        Url = url,
        PublishedOn = Pick<DateOnly?>(random, null, new DateOnly(2019, 1, 1), new DateOnly(2024, 1, 1)),
        AuthorNames = Pick<string[]>(random, [], ["Ada Lovelace"], ["Alan Turing", "Ada Lovelace"], ["Grace Hopper"]),
        OpenAlexId = Pick(random, null, null, null, "W1", "W2"),
        SemanticScholarId = Pick(random, null, null, null, "s1", "s2"),
        Details = Pick(random, null, new PaperDetails { Authors = Authors(random), Categories = Pick<string[]>(random, [], ["cs.CL"]) }),
        UpvoteCount = Pick<int?>(random, null, 3, 9),
        ObservedAt = Pick<DateTimeOffset?>(random, null, null, new DateTimeOffset(2024, 7, 2, 0, 0, 0, TimeSpan.Zero)),
    };

    private static IReadOnlyList<StatedAuthor> Authors(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(3)).Select(_ => new StatedAuthor
        {
            Name = Pick<string>(random, "Ada Lovelace", "A. Lovelace", "Alan Turing", "Grace Hopper"),
            Orcid = Pick(random, null, null, "0000-0001", "0000-0002"),
            OpenAlexId = Pick(random, null, "A1", "A2", "A3"),
            SemanticScholarId = Pick(random, null, null, "11", "12"),
        }),
    ];

    private static T Pick<T>(Random random, params ReadOnlySpan<T> values) => values[random.Next(values.Length)];

    private async Task<string> StoreAsync(IEnumerable<PageOf> pages)
    {
        foreach (var page in pages) await CommitAsync(page.StoreAsync);
        return await RowsAsync(Graph);
    }
}
