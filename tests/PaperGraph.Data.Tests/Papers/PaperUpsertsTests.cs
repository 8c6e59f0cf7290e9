using Npgsql;
using PaperGraph.Data.Listings;
using PaperGraph.Data.Papers;
using PaperGraph.Data.Tests.Support;
using PaperGraph.Model;
using static PaperGraph.Data.Tests.Support.PageOf;

namespace PaperGraph.Data.Tests.Papers;

public sealed class PaperUpsertsTests(MigratedDatabase database) : DatabaseTests(database)
{
    private const string Papers = """
        select identity, title, abstract, arxiv_id, doi, url, published_on, published_on_inferred, author_count, comment_count,
            upvote_count, listed_on
        from papers
        order by identity
        """;

    private const string Listings = """
        select g.name, l.rank, p.identity
        from listings l
        join pages g on g.id = l.page_id
        join papers p on p.id = l.paper_id
        order by g.name, l.rank
        """;

    private const string Keys = """
        select k.kind, k.key, p.identity
        from paper_keys k
        join papers p on p.id = k.paper_id
        where k.kind <> 'SLUG'
        order by k.kind, k.key
        """;

    private const string Authors = """
        select p.identity, s.position, s.name, a.name, a.name_key
        from authorships s
        join papers p on p.id = s.paper_id
        right join authors a on a.id = s.author_id
        order by p.identity, s.position, a.name_key
        """;

    [Fact]
    public async Task A_paper_on_two_pages_is_one_paper_with_two_listings()
    {
        await StoreAsync(TextPage("monday", null, Paper("Attention Is All You Need")));
        await StoreAsync(TextPage("tuesday", null, Paper("Other"), Paper("Attention is all you need.")));

        (await RowsAsync(Listings)).ShouldBe("""
            monday | 1 | title:attentionisallyouneed
            tuesday | 1 | title:other
            tuesday | 2 | title:attentionisallyouneed
            """);
    }

    [Fact]
    public async Task An_upsert_says_what_it_did()
    {
        var first = await StoreAsync(TextPage("a", null, Paper("One"), Paper("Two")));
        var second = await StoreAsync(TextPage("b", null, Paper("Two") with { CommentCount = 3 }, Paper("Three"), Paper("One")));

        first.Added.Count.ShouldBe(2);
        first.ListingsAdded.ShouldBe(2);
        second.Listings.Select(place => place.PaperId).ShouldBe([first.Added[1], second.Added.ShouldHaveSingleItem(), first.Added[0]]);
        second.Changed.ShouldBe([first.Added[1]]);
        second.Removed.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_words_of_a_text_are_made_anew_where_it_changes_alone()
    {
        await StoreAsync(TextPage("a", null, Paper("One") with { Abstract = "Of rivers.", UpvoteCount = 1 }));
        await using var connection = await DataSource.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var forbid = new NpgsqlCommand("""
            create or replace function search_words(text) returns text
            language plpgsql immutable strict as $$ begin raise 'The words are made anew.'; end $$
            """, connection, transaction);
        await forbid.ExecuteNonQueryAsync();

        var counted = await TextPage("b", null, Paper("One") with { UpvoteCount = 3 }).StoreAsync(transaction);
        counted.Changed.ShouldHaveSingleItem();

        await Should.ThrowAsync<PostgresException>(
            () => TextPage("a", null, Paper("One") with { Abstract = "Of lakes." }).StoreAsync(transaction));
    }

    [Fact]
    public async Task Storing_a_page_again_writes_no_row()
    {
        var pages = new[] { Some, WithMore };
        foreach (var page in pages) await StoreAsync(page);
        var before = await VersionsAsync();

        foreach (var page in pages)
        {
            var again = await StoreAsync(page);
            again.ShouldSatisfyAllConditions(
                () => again.Added.ShouldBeEmpty(), () => again.Changed.ShouldBeEmpty(), () => again.ListingsAdded.ShouldBe(0));
        }

        (await VersionsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_later_byline_fills_what_was_unknown_and_nothing_known_is_lost()
    {
        await StoreAsync(TextPage("monday", "2025-01-06", Paper("One") with { Abstract = "Known.", CommentCount = 1 }));
        await StoreAsync(TextPage("tuesday", "2025-01-07", Paper("One") with { AuthorCount = 9, PublishedOn = new(2023, 12, 6) }));

        (await RowsAsync("select abstract, comment_count, author_count, published_on, listed_on from papers"))
            .ShouldBe("Known. | 1 | 9 | 2023-12-06 | 2025-01-07");
    }

    [Fact]
    public async Task The_better_source_wins_then_the_later_day_then_what_sorts_first()
    {
        await StoreAsync(TextPage("text, late", "2025-09-09", Paper("One") with { Abstract = "Text.", Url = "https://example.org/b" }));
        await StoreAsync(TextPage("text, late too", "2025-09-09", Paper("One") with { Url = "https://example.org/a" }));
        await StoreAsync(TextPage("text, early", "2025-01-01", Paper("One") with { Url = "https://example.org/0" }));
        await StoreAsync(JsonPage("json", "2024-01-01", Paper("One") with { Abstract = "JSON." }));

        (await RowsAsync("select abstract, url from papers")).ShouldBe("JSON. | https://example.org/a");
    }

    [Fact]
    public async Task Of_a_list_of_one_day_that_was_saved_twice_the_one_whose_counts_have_grown_is_believed()
    {
        PageOf[] pages =
        [
            TextPage("morning", "2025-09-09", Paper("One") with { Abstract = "A draft.", UpvoteCount = 3, CommentCount = 4 }),
            TextPage("evening", "2025-09-09", Paper("One") with { Abstract = "The text.", UpvoteCount = 8, CommentCount = 2 }),
            TextPage("night", "2025-09-09", Paper("One") with { Abstract = "The text, corrected.", UpvoteCount = 8, CommentCount = 5 }),
            TextPage("without counts", "2025-09-09", Paper("One") with { Abstract = "0" }),
        ];
        foreach (var order in new int[][] { [0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1] })
        {
            foreach (var i in order) await StoreAsync(pages[i]);

            (await RowsAsync("select abstract, upvote_count, comment_count from papers")).ShouldBe("The text, corrected. | 8 | 5");
            await EmptyAsync();
        }
    }

    [Fact]
    public async Task A_stated_year_beats_an_inferred_one_of_a_better_source()
    {
        await StoreAsync(JsonPage("json", "2025-01-01", Paper("One") with { PublishedOn = new(2024, 5, 1), PublishedOnInferred = true }));
        await StoreAsync(TextPage("text", "2024-01-01", Paper("One") with { PublishedOn = new(2023, 5, 1) }));

        (await RowsAsync("select published_on, published_on_inferred from papers")).ShouldBe("2023-05-01 | no");
    }

    [Fact]
    public async Task A_paper_known_by_its_title_gains_an_arXiv_id_and_stays_the_same()
    {
        var first = await StoreAsync(TextPage("text", null, Paper("One")));
        var second = await StoreAsync(JsonPage("json", null, Paper("One") with { ArxivId = "2401.00001" }));

        second.Changed.ShouldBe(first.Added);
        (await RowsAsync("select identity, slug, arxiv_id from papers")).ShouldBe("arxiv:2401.00001 | one | 2401.00001");
    }

    [Fact]
    public async Task Two_arXiv_papers_of_one_title_stay_two_and_the_title_alone_means_the_lower()
    {
        await StoreAsync(TextPage("text", null, Paper("One")));
        await StoreAsync(JsonPage("later", null, Paper("One") with { ArxivId = "2402.00002" }));
        await StoreAsync(JsonPage("earlier", null, Paper("One") with { ArxivId = "2401.00001" }));

        (await RowsAsync(Listings)).ShouldBe("""
            earlier | 1 | arxiv:2401.00001
            later | 1 | arxiv:2402.00002
            text | 1 | arxiv:2401.00001
            """);
    }

    [Fact]
    public async Task A_paper_that_turns_out_to_be_another_gives_its_listings_up()
    {
        var title = await StoreAsync(TextPage("text", null, Paper("New Title") with { CommentCount = 5 }));
        var arxiv = await StoreAsync(JsonPage("json", null, Paper("Old Title") with { ArxivId = "2401.00001" }));
        var both = await StoreAsync(JsonPage("again", null, Paper("New Title") with { ArxivId = "2401.00001" }));

        both.Removed.ShouldBe(title.Added);
        both.Listings.Single().PaperId.ShouldBe(arxiv.Added.Single());
        (await RowsAsync("select identity, slug, comment_count from papers")).ShouldBe("arxiv:2401.00001 | 2401.00001 | 5");
    }

    [Fact]
    public async Task Id_and_slug_of_a_merged_paper_lead_to_the_survivor_through_further_merges()
    {
        var title = await StoreAsync(TextPage("text", null, Paper("New Title")));
        var doi = await StoreAsync(JsonPage("doi", null, Paper("Old Title") with { Doi = "10.1/a" }));
        await StoreAsync(JsonPage("both", null, Paper("New Title") with { Doi = "10.1/a" }));
        var arxiv = await StoreAsync(JsonPage("arxiv", null, Paper("Preprint") with { ArxivId = "2401.00001" }));
        await StoreAsync(JsonPage("all", null, Paper("Preprint") with { ArxivId = "2401.00001", Doi = "10.1/A" }));

        (await RowsAsync("select id, slug from papers")).ShouldBe($"{arxiv.Added.Single()} | 2401.00001");
        (await RowsAsync("select id from former_papers where paper_id = (select id from papers) order by id"))
            .ShouldBe($"{title.Added.Single()}\n{doi.Added.Single()}");
        (await RowsAsync("select kind, key from paper_keys where paper_id = (select id from papers) order by kind, key")).ShouldBe("""
            ARXIV | 2401.00001
            DOI | 10.1/a
            SLUG | 2401.00001
            SLUG | new-title
            SLUG | old-title
            TITLE | newtitle
            TITLE | oldtitle
            TITLE | preprint
            """);
    }

    [Fact]
    public async Task A_slug_that_leads_to_a_survivor_is_not_given_to_another_paper()
    {
        await StoreAsync(TextPage("text", null, Paper("Quant-ph 0201082")));
        await StoreAsync(JsonPage("arxiv", null, Paper("Ropes") with { ArxivId = "2401.00001" }));
        await StoreAsync(JsonPage("merged", null, Paper("Quant-ph 0201082") with { ArxivId = "2401.00001" }));
        await StoreAsync(JsonPage("other", null, Paper("Knots") with { ArxivId = "quant-ph/0201082" }));

        (await RowsAsync("select slug from papers order by id")).ShouldMatch("^2401.00001\nquant-ph-0201082-[0-9a-z]+$");
    }

    [Fact]
    public async Task A_key_that_several_papers_share_leads_to_the_one_that_it_alone_means()
    {
        await StoreAsync(JsonPage("a", null, Paper("One") with { ArxivId = "2402.00002", Doi = "10.1/a" }));
        await StoreAsync(JsonPage("b", null, Paper("One") with { ArxivId = "2401.00001", Doi = "10.1/a" }));

        (await RowsAsync(Keys)).ShouldBe("""
            ARXIV | 2401.00001 | arxiv:2401.00001
            ARXIV | 2402.00002 | arxiv:2402.00002
            DOI | 10.1/a | arxiv:2401.00001
            TITLE | one | arxiv:2401.00001
            """);
    }

    [Fact]
    public async Task Keys_go_with_what_stated_them()
    {
        await StoreAsync(JsonPage("a", null, Paper("One"), Paper("Two") with { Doi = "10.1/x" }));
        await StoreAsync(JsonPage("b", null, Paper("Two")));
        var page = long.Parse(await RowsAsync("select id from pages where name = 'a'"), null);

        await CommitAsync(t => PaperUpserts.RemoveOthersAsync(t, page, [], Now, CancellationToken.None));

        (await RowsAsync(Keys)).ShouldBe("TITLE | two | title:two");
        (await RowsAsync("select key from paper_keys where kind = 'SLUG'")).ShouldBe("two");
        (await RowsAsync("select count(*) from former_papers")).ShouldBe("0");
    }

    [Fact]
    public async Task An_arXiv_id_is_kept_as_printed_and_the_same_paper_without_its_subject_class()
    {
        var first = await StoreAsync(JsonPage("plain", "2025-01-01", Paper("Knots") with { ArxivId = "math/0309136" }));
        var second = await StoreAsync(JsonPage("printed", "2025-01-02", Paper("On Knots") with { ArxivId = "math.GT/0309136" }));
        var third = await StoreAsync(JsonPage("other", "2025-01-03", Paper("Braids") with { ArxivId = "math.GT/0309137" }));

        second.Listings.Single().PaperId.ShouldBe(first.Added.Single());
        third.Added.Count.ShouldBe(1);
        (await RowsAsync("select identity, slug, arxiv_id from papers order by id")).ShouldBe("""
            arxiv:math/0309136 | math-0309136 | math.GT/0309136
            arxiv:math/0309137 | math.gt-0309137 | math.GT/0309137
            """);
    }

    [Fact]
    public async Task A_DOI_joins_the_arXiv_id_that_is_stated_with_it_and_moves_with_it()
    {
        await StoreAsync(JsonPage("doi", null, Paper("Published Title") with { Doi = "10.1000/X" }));
        await StoreAsync(JsonPage("high", null, Paper("Preprint") with { ArxivId = "2402.00002", Doi = "10.1000/x" }));
        await StoreAsync(JsonPage("low", null, Paper("Other Preprint") with { ArxivId = "2401.00001", Doi = "10.1000/x" }));

        (await RowsAsync("select identity, doi from papers order by identity")).ShouldBe("""
            arxiv:2401.00001 | 10.1000/x
            arxiv:2402.00002 | 10.48550/arxiv.2402.00002
            """);
        (await RowsAsync(Listings)).ShouldContain("doi | 1 | arxiv:2401.00001");
    }

    [Fact]
    public async Task A_paper_of_arXiv_has_the_DOI_of_arXiv_until_a_source_states_another()
    {
        await StoreAsync(JsonPage("a", null, Paper("Meadow") with { ArxivId = "math.GT/0309136" }));
        (await RowsAsync("select identity, doi from papers")).ShouldBe("arxiv:math/0309136 | 10.48550/arxiv.math/0309136");

        await StoreAsync(JsonPage("b", null, Paper("Meadow") with { Doi = "10.1000/Meadow" }));
        (await RowsAsync("select identity, doi from papers")).ShouldBe("arxiv:math/0309136 | 10.1000/meadow");
    }

    [Fact]
    public async Task A_DOI_of_arXiv_states_the_arXiv_id()
    {
        await StoreAsync(JsonPage("a", null, Paper("Preprint of a Meadow") with { ArxivId = "2401.00001" }));
        await StoreAsync(JsonPage("b", null, Paper("Meadow") with { Doi = "10.48550/arXiv.2401.00001" }));

        (await RowsAsync("select identity, arxiv_id, doi from papers"))
            .ShouldBe("arxiv:2401.00001 | 2401.00001 | 10.48550/arxiv.2401.00001");
    }

    [Fact]
    public async Task Slugs_come_from_arXiv_ids_and_titles_and_are_never_taken_twice()
    {
        await StoreAsync(JsonPage("a", null,
            Paper("One") with { ArxivId = "quant-ph/0201082" },
            Paper("Graph Nets"),
            Paper("Graph-Nets 2"),
            Paper("GraphNets"),
            Paper("Graph, Nets!")));
        await StoreAsync(JsonPage("b", null, Paper("Graph nets2"), Paper("深度")));

        (await RowsAsync("select slug from papers order by id")).ShouldMatch("""
            ^quant-ph-0201082
            graph-nets
            graph-nets-2
            深度$
            """);
    }

    [Fact]
    public async Task Authors_are_those_of_the_best_listing_in_their_order_and_the_same_name_may_stand_twice()
    {
        await StoreAsync(JsonPage("a", "2025-01-01", Paper("One") with { AuthorNames = ["Jo Li", "Ann Lee", "jo li"], AuthorCount = 3 }));
        await StoreAsync(JsonPage("b", "2025-01-02", Paper("One") with { AuthorNames = ["Ann Lee", "Jo Li"], AuthorCount = 2 }));

        (await RowsAsync(Authors)).ShouldBe("""
            title:one | 1 | Ann Lee | Ann Lee | ann lee
            title:one | 2 | Jo Li | Jo Li | jo li
            """);
        (await RowsAsync("select author_count from papers")).ShouldBe("2");
    }

    /// <summary>Of a list that ends in "and others" nobody knows how many there are.</summary>
    [Fact]
    public async Task The_names_of_all_authors_beat_a_better_source_that_leaves_some_out()
    {
        await StoreAsync(JsonPage("cut", "2025-01-01", Paper("One") with { AuthorNames = ["Ann Lee"] }));
        (await RowsAsync("select author_count is null from papers")).ShouldBe("yes");

        await StoreAsync(TextPage("whole", "2024-01-01", Paper("One") with { AuthorNames = ["Ann Lee", "Jo Li"], AuthorCount = 2 }));

        (await RowsAsync(Authors)).ShouldBe("""
            title:one | 1 | Ann Lee | Ann Lee | ann lee
            title:one | 2 | Jo Li | Jo Li | jo li
            """);
        (await RowsAsync("select author_count from papers")).ShouldBe("2");
    }

    [Fact]
    public async Task The_order_in_which_pages_come_never_matters()
    {
        PageOf[] pages =
        [
            TextPage("text", "2025-02-01",
                Paper("Shared Title") with
                {
                    Abstract = "One.",
                    AuthorCount = 3,
                    PublishedOn = new(2024, 1, 1),
                    PublishedOnInferred = true,
                },
                Paper("Lone Title"),
                Paper("Renamed") with { CommentCount = 4 }),
            JsonPage("high", "2024-01-01",
                Paper("Shared Title") with { ArxivId = "2402.00002", Doi = "10.1/a", AuthorNames = ["B. Bee", "A. Ay"], AuthorCount = 2 },
                Paper("First Name") with { ArxivId = "2403.00003", UpvoteCount = 7, PublishedOn = new(2023, 3, 3) }),
            JsonPage("low", "2024-01-01",
                Paper("Shared Title") with { ArxivId = "2401.00001", Doi = "10.1/a", AuthorNames = ["b. bee"], AuthorCount = 1 },
                Paper("Renamed") with { ArxivId = "2403.00003", UpvoteCount = 9, AuthorNames = ["C. Cee"], AuthorCount = 1 }),
            TextPage("doi", "2025-02-01",
                Paper("Shared title!") with { Abstract = "Another.", CommentCount = 2 },
                Paper("Journal Title") with { Doi = "10.1/A", Url = "https://example.org/a" },
                Paper("Lone Title") with { Doi = "10.1/b" }),
        ];
        var results = new List<string>();
        foreach (var order in Permutations.Create(pages))
        {
            await EmptyAsync();
            foreach (var page in order) await StoreAsync(page);
            results.Add(
                $"{await RowsAsync(Papers)}\n\n{await RowsAsync(Listings)}\n\n{await RowsAsync(Authors)}\n\n{await RowsAsync(Keys)}");
        }

        results.Distinct().ShouldHaveSingleItem();
        Snapshot.Match(results[0], "whatever-the-order");
    }

    [Fact]
    public async Task Portions_make_no_difference()
    {
        await StoreAsync(Some with { Listings = [.. Some.Listings, .. WithMore.Listings] });
        var together = await RowsAsync(Papers);
        await EmptyAsync();

        await StoreAsync(Some);
        await StoreAsync(Some with { Listings = [.. Some.Listings, .. WithMore.Listings] });

        (await RowsAsync(Papers)).ShouldBe(together);
    }

    [Fact]
    public async Task What_a_new_reading_of_a_page_does_not_find_is_gone_with_all_that_it_alone_stated()
    {
        await StoreAsync(JsonPage("a", null, Paper("One") with { AuthorNames = ["Ann Lee"] }, Paper("Two") with { UpvoteCount = 2 }));
        await StoreAsync(JsonPage("b", null, Paper("Two") with { UpvoteCount = 1 }));
        var page = long.Parse(await RowsAsync("select id from pages where name = 'a'"), null);

        var removed = await CommitAsync(t => PaperUpserts.RemoveOthersAsync(t, page, [], Now, CancellationToken.None));

        removed.Removed.Count.ShouldBe(1);
        (await RowsAsync("select title, upvote_count from papers")).ShouldBe("Two | 1");
        (await RowsAsync("select count(*) from authors")).ShouldBe("0");
    }

    [Fact]
    public async Task Nothing_half_written_stays_when_the_transaction_is_given_up()
    {
        await StoreAsync(Some);
        var before = await VersionsAsync();

        await using (var connection = await DataSource.OpenConnectionAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await WithMore.StoreAsync(transaction);
            await transaction.RollbackAsync();
        }

        (await VersionsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Two_imports_at_once_neither_collide_nor_wait_for_each_other_forever()
    {
        static ListedPaper Numbered(int number) => Paper($"Paper {number}") with { AuthorNames = ["Ann Lee", $"Author {number % 9}"] };
        var pages = Enumerable.Range(0, 4).Select(turn =>
            JsonPage($"page {turn}", "2025-01-01", [.. Enumerable.Range(0, 200).Select(at => Numbered((at * 7 + turn * 31) % 200))]));

        await Task.WhenAll(pages.Select(StoreAsync));

        (await RowsAsync("select (select count(*) from papers), (select count(*) from listings), (select count(*) from authors)"))
            .ShouldBe("200 | 800 | 10");
    }

    private static PageOf Some => JsonPage("some", "2025-01-01",
        Paper("One") with
        {
            Abstract = "About one.",
            ArxivId = "2401.00001",
            AuthorNames = ["Ann Lee", "Jo Li"],
            Line = 3,
        },
        Paper("Two") with { Doi = "10.1/x", UpvoteCount = 3, PublishedOn = new(2024, 1, 1) });

    private static PageOf WithMore => TextPage("with more", "2025-01-02", Paper("Two") with { Abstract = "About two." }, Paper("Three"));

    private Task<UpsertedPapers> StoreAsync(PageOf page) => CommitAsync(page.StoreAsync);
}
