using FsCheck;
using FsCheck.Fluent;
using PaperGraph.Data.Listings;
using PaperGraph.Data.Papers;
using PaperGraph.Data.Tests.Support;
using PaperGraph.Model;

namespace PaperGraph.Data.Tests.Papers;

public sealed class PaperIdentityTests
{
    [Fact]
    public void A_listing_is_of_the_paper_of_its_arXiv_id_then_of_its_DOI_then_of_its_title() => Expect(
        (Listing("One", arxiv: "2401.00001", doi: "10.1/a"), "arxiv:2401.00001"),
        (Listing("Two", doi: "10.1/b"), "doi:10.1/b"),
        (Listing("Three"), "title:three"));

    [Fact]
    public void What_states_less_joins_what_states_more() => Expect(
        (Listing("One"), "arxiv:2401.00001"),
        (Listing("one!", doi: "10.1/b"), "arxiv:2401.00001"),
        (Listing("Other", doi: "10.1/b"), "arxiv:2401.00001"),
        (Listing("Other"), "arxiv:2401.00001"),
        (Listing("One", arxiv: "2401.00001"), "arxiv:2401.00001"),
        (Listing("Journal"), "doi:10.1/c"),
        (Listing("Journal", doi: "10.1/c"), "doi:10.1/c"));

    [Fact]
    public void Of_several_the_lowest_wins_and_each_arXiv_id_stays_a_paper_of_its_own() => Expect(
        (Listing("One", arxiv: "2402.00002", doi: "10.1/a"), "arxiv:2402.00002"),
        (Listing("One", arxiv: "2401.00001", doi: "10.1/a"), "arxiv:2401.00001"),
        (Listing("Journal", doi: "10.1/a"), "arxiv:2401.00001"),
        (Listing("One"), "arxiv:2401.00001"));

    [Fact]
    public void Records_of_one_id_are_of_one_paper_and_records_of_one_title_may_be() => Expect(
        (Listing("One", openAlex: "W1"), "title:one"),
        (Listing("One, Revised", openAlex: "W1"), "title:one"),
        (Listing("One, revised"), "title:one"),
        (Listing("One", openAlex: "W2"), "title:one"),
        (Listing("Two", openAlex: "W3", semanticScholar: "s3"), "doi:10.1/c"),
        (Listing("Three", semanticScholar: "s3", doi: "10.1/d"), "doi:10.1/c"),
        (Listing("Four", openAlex: "W3", doi: "10.1/c"), "doi:10.1/c"),
        (Listing("Five", openAlex: "W5"), "arxiv:2401.00005"),
        (Listing("Five in Print", openAlex: "W5", arxiv: "2401.00005"), "arxiv:2401.00005"));

    [Fact]
    public void Ids_are_compared_without_regard_to_case() => Expect(
        (Listing("One", doi: "10.1/ABC"), "doi:10.1/abc"),
        (Listing("Two", doi: "10.1/abc"), "doi:10.1/abc"));

    [Fact]
    public void A_DOI_that_stands_in_place_of_one_joins_no_papers() => Expect(
        (Listing("One", doi: "10.5555/12345678"), "title:one"),
        (Listing("Two", doi: "10.5555/12345678"), "title:two"));

    [Fact]
    public void An_arXiv_id_is_the_same_with_and_without_its_subject_class() => Expect(
        (Listing("One", arxiv: "math.GT/0309136"), "arxiv:math/0309136"),
        (Listing("Two", arxiv: "math/0309136", doi: "10.1/a"), "arxiv:math/0309136"),
        (Listing("Three", doi: "10.1/a"), "arxiv:math/0309136"),
        (Listing("Four", arxiv: "cond-mat.str-el/0703001"), "arxiv:cond-mat/0703001"),
        (Listing("Five", arxiv: "hep-th/9901001"), "arxiv:hep-th/9901001"));

    [Fact]
    public void The_identity_of_a_listing_follows_from_those_that_share_a_title_or_id_with_it_in_any_order()
    {
        var text = Gen.Elements("a", "b", "c", "d", "e", "f");
        var id = Gen.Frequency((2, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>("1", "2", "3", "4")));
        var listing =
            from title in text
            from arxiv in id
            from doi in id
            from openAlex in id
            from semanticScholar in id
            select Listing(title, arxiv, doi is null ? null : $"10.1/{doi}", openAlex, semanticScholar);

        Prop.ForAll(Gen.ListOf(listing).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (listings, seed) =>
        {
            var all = listings.ToList();
            var identities = PaperIdentity.For(all);
            for (var at = 0; at < all.Count; at++)
            {
                var near = Component(all, all[at]);
                var shuffled = near.OrderBy(other => HashCode.Combine(seed, other.GetHashCode())).ToList();
                PaperIdentity.For(shuffled)[shuffled.IndexOf(all[at])].ShouldBe(identities[at]);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_fold_does_not_depend_on_the_order_of_the_listings()
    {
        var day = Gen.Elements<DateOnly?>(null, new(2024, 1, 1), new(2025, 1, 1));
        var count = Gen.Elements<int?>(null, 1, 2, 3);
        var listing =
            from source in Gen.Elements("hf-json", "daily-papers-text", "unheard-of")
            from listed in day
            from published in day
            from inferred in Gen.Elements(true, false)
            from words in Gen.Elements<string?>(null, "x", "y", "z")
            from number in count
            from authors in Gen.Elements<string[]>([], ["A"], ["A", "B"], ["B", "A"])
            select Keyed(
                new ListedPaper
                {
                    Rank = 1,
                    Title = "T" + words,
                    Abstract = words,
                    Url = words,
                    PublishedOn = published,
                    PublishedOnInferred = inferred && published is not null,
                    CommentCount = number,
                    AuthorNames = authors,
                    ListedOn = listed,
                },
                source);

        Prop.ForAll(Gen.NonEmptyListOf(listing).ToArbitrary(), listings =>
        {
            var expected = Merged(listings);
            foreach (var order in Permutations.Create(listings.Take(4).ToList()))
                Merged([.. order, .. listings.Skip(4)]).ShouldBeEquivalentTo(expected);
        }).QuickCheckThrowOnFailure();
    }

    private static MergedPaper Merged(IReadOnlyList<KeyedListing> listings) =>
        MergedPaper.From(new PlannedPaper(null, "title:t", listings, [.. listings.SelectMany(listing => listing.Keys)]));

    private static KeyedListing Listing(
        string title, string? arxiv = null, string? doi = null, string? openAlex = null, string? semanticScholar = null) => Keyed(
        new ListedPaper
        {
            Rank = 1,
            Title = title,
            ArxivId = arxiv,
            Doi = doi,
            OpenAlexId = openAlex,
            SemanticScholarId = semanticScholar,
        },
        "hf-json");

    private static KeyedListing Keyed(ListedPaper paper, string source) =>
        new(null, null, source, TitleKey.Create(paper.Title), new PageListing(1, paper));

    private static void Expect(params (KeyedListing Listing, string Identity)[] cases)
    {
        PaperIdentity.For([.. cases.Select(one => one.Listing)]).ShouldBe(cases.Select(one => one.Identity));
        PaperIdentity.For([.. cases.Reverse().Select(one => one.Listing)]).ShouldBe(cases.Reverse().Select(one => one.Identity));
    }

    private static List<KeyedListing> Component(List<KeyedListing> all, KeyedListing start)
    {
        var near = new List<KeyedListing> { start };
        for (var at = 0; at < near.Count; at++)
        {
            var here = near[at];
            near.AddRange(all.Where(other => !near.Contains(other) && (other.TitleKey == here.TitleKey
                || (other.Paper.Doi is not null && other.Paper.Doi == here.Paper.Doi)
                || (other.Paper.OpenAlexId is not null && other.Paper.OpenAlexId == here.Paper.OpenAlexId)
                || (other.Paper.SemanticScholarId is not null && other.Paper.SemanticScholarId == here.Paper.SemanticScholarId)
                || (other.ArxivIdentity is not null && other.ArxivIdentity == here.ArxivIdentity))));
        }
        return near;
    }
}
