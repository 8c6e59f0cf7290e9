using PaperGraph.Data.Papers;
using PaperGraph.Data.Tests.Support;
using PaperGraph.Model;
using static PaperGraph.Data.Tests.Support.PageOf;

namespace PaperGraph.Data.Tests.Papers;

/// <summary>Listings are observations: what changed is a row, what was the same is none.</summary>
public sealed class ObservationTests(MigratedDatabase database) : DatabaseTests(database)
{
    private const string Observations = """
        select l.upvote_count, to_char(l.observed_at at time zone 'UTC', 'YYYY-MM-DD HH24'),
            to_char(l.last_observed_at at time zone 'UTC', 'YYYY-MM-DD HH24')
        from listings l
        order by l.observed_at, l.upvote_count
        """;

    [Fact]
    public async Task What_a_list_says_again_adds_no_row_and_was_seen_again()
    {
        var first = await StoreAsync(JsonPage("a", "2024-06-05", Seen(5), Paper("Other")));
        var again = await StoreAsync(JsonPage("b", "2024-06-05", Seen(5), Paper("Other, Revised")));

        again.ListingsAdded.ShouldBe(1);
        again.Listings[0].ShouldBe(first.Listings[0]);
        (await RowsAsync($"{Observations} limit 1")).ShouldBe("5 | 2024-06-05 00 | 2026-01-02 03");

        var page = long.Parse(await RowsAsync("select id from pages where name = 'a'"), null);
        await CommitAsync(t => PaperUpserts.RemoveOthersAsync(t, page, [], Now, CancellationToken.None));
        (await RowsAsync("select title from papers order by 1")).ShouldBe("One\nOther, Revised", "what another page says too stays");
    }

    [Fact]
    public async Task What_a_list_says_otherwise_later_is_a_row_of_the_time_of_its_import()
    {
        await StoreAsync(JsonPage("a", "2024-06-05", Seen(5)));
        await StoreAsync(JsonPage("b", "2024-06-05", Seen(9)));
        await StoreAsync(JsonPage("c", "2024-06-06", Seen(12)));

        (await RowsAsync(Observations)).ShouldBe("""
            5 | 2024-06-05 00 | 2024-06-05 00
            12 | 2024-06-06 00 | 2024-06-06 00
            9 | 2026-01-02 03 | 2026-01-02 03
            """);
        (await RowsAsync("select upvote_count from papers")).ShouldBe("12");
    }

    [Fact]
    public async Task The_observation_stated_last_is_believed_in_whatever_order_they_come()
    {
        PageOf[] pages =
        [
            JsonPage("a", "2024-06-05", At(Seen(5), 7)),
            JsonPage("b", "2024-06-05", At(Seen(9), 8)),
            JsonPage("c", "2024-06-05", At(Seen(5), 9)),
        ];
        foreach (var order in Permutations.Create(pages))
        {
            await EmptyAsync();
            foreach (var page in order) await StoreAsync(page);

            (await RowsAsync(Observations)).ShouldBe("5 | 2024-06-07 00 | 2024-06-09 00\n9 | 2024-06-08 00 | 2024-06-08 00");
            (await RowsAsync("select upvote_count from papers")).ShouldBe("5");
        }
    }

    [Fact]
    public async Task A_rank_is_a_statement_of_a_list_and_none_of_a_file_without_days()
    {
        await StoreAsync(JsonPage("a", "2024-06-05", Seen(5), Paper("Other")));
        (await StoreAsync(JsonPage("b", "2024-06-05", Paper("Other"), Seen(5)))).ListingsAdded.ShouldBe(2);

        await StoreAsync(JsonPage("c", null, Seen(5), Paper("Other")));
        (await StoreAsync(JsonPage("d", null, Paper("Other"), Seen(5)))).ListingsAdded.ShouldBe(0);
    }

    [Fact]
    public async Task Papers_are_not_reached_through_a_DOI_that_stands_in_place_of_one()
    {
        foreach (var doi in new[] { "10.5555/1", "10.1145/1122445.1122456", "10.1145/nnnnnnn.nnnnnnn" })
        {
            await EmptyAsync();
            await StoreAsync(JsonPage("a", null, Paper("One") with { Doi = doi }));
            await StoreAsync(JsonPage("b", null, Paper("Two") with { Doi = doi }));

            (await RowsAsync("select identity from papers order by 1")).ShouldBe("title:one\ntitle:two");
            await CommitAsync(async transaction =>
            {
                var three = new KeyedListing(null, null, "hf-json", "two", new(1, Paper("Two") with { Doi = doi }));
                await AffectedPapers.FindAsync(transaction, [three], CancellationToken.None);
                (await AffectedPapers.LoadAsync(transaction, CancellationToken.None)).Single().Identity.ShouldBe("title:two");
                return true;
            });
        }
    }

    [Fact]
    public async Task Sources_that_say_different_things_disagree_and_later_agree()
    {
        const string Disagreements = """
            select p.title, d.field, d.published_order::text
            from paper_disagreements d
            join papers p on p.id = d.paper_id
            order by d.field collate "C"
            """;
        var day = new DateOnly(2024, 6, 1);
        var html = Paper("One") with
        {
            ArxivId = "2401.00001",
            PublishedOn = day,
            AuthorNames = ["Ada Lovelace"],
            AuthorCount = 1,
            Abstract = "Of \\`a la carte.",
        };
        var both = new[] { "Ada Lovelace", "Alan Turing" };
        await StoreAsync(JsonPage("a", "2024-06-05", html));
        await StoreAsync(JsonPage("b", "2024-06-06", html with { PublishedOn = day.AddDays(1) }));
        (await RowsAsync(Disagreements)).ShouldBe("", "one source cannot disagree with itself");

        var later = html with { AuthorNames = both, AuthorCount = 2, Abstract = "Of à la Carte" };
        await StoreAsync(new PageOf("c", "arxiv-atom", null, later));
        (await RowsAsync(Disagreements)).ShouldBe("""
            One | AUTHORS | 2024-06-01
            One | AUTHOR_COUNT | 2024-06-01
            One | PUBLISHED_ON | 2024-06-01
            """);

        await StoreAsync(JsonPage("d", "2024-06-07", html with { AuthorNames = both, AuthorCount = 2 }));
        (await RowsAsync(Disagreements)).ShouldBe("");

        await StoreAsync(new PageOf("e", "bibtex", null, html with { AuthorNames = ["Ada Lovelace"], AuthorCount = null }));
        (await RowsAsync(Disagreements)).ShouldBe("", "a list that leaves some out contradicts no other");
    }

    [Fact]
    public async Task A_first_of_January_that_may_be_the_year_alone_gives_way_to_any_day_in_whatever_order_they_come()
    {
        static PageOf Page(string source, int year, int month, int day) =>
            new(source, source, null, Paper("One") with { PublishedOn = new DateOnly(year, month, day) });
        (PageOf[] Pages, string Day, string Disagreements)[] cases =
        [
            ([Page("openalex", 2019, 1, 1), Page("semantic-scholar", 2019, 6, 3)], "2019-06-03", ""),
            ([Page("openalex", 2019, 1, 1), Page("ris", 2018, 12, 20), Page("bibtex", 2019, 1, 1)], "2018-12-20", "PUBLISHED_ON"),
            ([Page("openalex", 2019, 1, 1), Page("ris", 2018, 1, 1)], "2019-01-01", "PUBLISHED_ON"),
            ([Page("openalex", 2019, 3, 1), Page("arxiv-atom", 2019, 1, 1)], "2019-01-01", ""),
        ];
        foreach (var (pages, day, disagreements) in cases)
        {
            foreach (var order in Permutations.Create(pages))
            {
                await EmptyAsync();
                foreach (var page in order) await StoreAsync(page);

                (await RowsAsync("select published_on::text from papers")).ShouldBe(day);
                (await RowsAsync("select field from paper_disagreements")).ShouldBe(disagreements);
            }
        }
    }

    [Fact]
    public async Task Slugs_and_ids_come_back_with_what_they_were_of()
    {
        var text = await StoreAsync(TextPage("text", null, Paper("One Title") with { AuthorNames = ["Ada Lovelace"] }));
        await StoreAsync(JsonPage("other", null, Paper("Other Title") with { ArxivId = "2401.00001" }));
        await StoreAsync(JsonPage("joins", null, Paper("One Title") with { ArxivId = "2401.00001" }));
        (await RowsAsync("select (paper_id = (select id from papers))::text from former_papers")).ShouldBe("true");

        await StoreAsync(JsonPage("joins", null, Paper("One Title") with { ArxivId = "2401.00001", AuthorNames = ["Alan Turing"] }));

        (await RowsAsync("select id, slug from papers where identity = 'title:onetitle'")).ShouldBe($"{text.Added.Single()} | one-title");
        (await RowsAsync("select count(*) from former_papers")).ShouldBe("0");
        (await RowsAsync("select paper_id from paper_keys where (kind, key) = ('SLUG', 'one-title')")).ShouldBe($"{text.Added.Single()}");
    }

    private Task<UpsertedPapers> StoreAsync(PageOf page) => CommitAsync(page.StoreAsync);

    private static ListedPaper Seen(int upvotes) => Paper("One") with { UpvoteCount = upvotes };

    private static ListedPaper At(ListedPaper paper, int day) =>
        paper with { ObservedAt = new DateTimeOffset(2024, 6, day, 0, 0, 0, TimeSpan.Zero) };
}
